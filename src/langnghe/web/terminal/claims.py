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
        "group formed",
        "group disbanded",
        "body invited",
        "body uninvited",
        "request counted",
        "dialogue held",
        "dialogue rescheduled",
        "dialogue called off",
        "voices moved",
        "voices restored",
        "matters kept apart",
        "answer drafted",
        "answer given back",
        "answer given",
        "promise made",
        "matter referred",
        "paper issued",
        "paper posted",
        "paper withdrawn",
        "paper heard",
    }
)


def claims() -> "Iterator[Claim]":
    """Yield the claims of every word that keeps rows for ever."""
    from langnghe.answers import queries as answers
    from langnghe.campaigns import queries as campaigns
    from langnghe.commitments import queries as commitments
    from langnghe.dialogues import queries as dialogues
    from langnghe.exchange import queries as exchange
    from langnghe.matters import queries as matters
    from langnghe.opinions import queries as opinions
    from langnghe.papers import queries as papers
    from langnghe.referrals import queries as referrals

    words = (papers, campaigns, dialogues, opinions, matters, answers, referrals, commitments, exchange)
    return chain.from_iterable(word.claims() for word in words)
