"""Everything the words say about the record, for whoever verifies it."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langnghe.ledger.rules import Claim

CLAIMED = frozenset(
    {
        "opinion heard",
        "opinion corrected",
        "opinion opened",
        "opinion published",
        "opinion set aside",
        "said in the hall",
        "matter decided",
        "paper heard",
    }
)


def claims() -> "Iterator[Claim]":
    """Yield the claims of every word that keeps rows for ever."""
    from langnghe.dialogues import queries as dialogues
    from langnghe.exchange import queries as exchange
    from langnghe.matters import queries as matters
    from langnghe.opinions import queries as opinions

    return chain(dialogues.claims(), opinions.claims(), matters.claims(), exchange.claims())
