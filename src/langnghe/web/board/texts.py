"""The texts everybody may read, arranged for a page of the board. Nothing else of an opinion comes here."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q

from langnghe.language.folding import fold

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from langnghe.opinions.models import Opinion

    Texts = QuerySet[Opinion, dict[str, Any]]

FOUND = 100
"""A search shows this many of the newest texts."""
WORDS = 12
"""And looks for so many words: the board is open to everybody, and nobody may keep it busy."""
BY_HAMLET = ("-held_on", "-dialogue", "hamlet_name", "shuffled")


def matching(texts: "Texts", query: str) -> list[dict[str, Any]]:
    """Return up to FOUND of the newest of `texts` that hold every word of `query`, with or without marks."""
    wanted = Q(public_texts__words=F("public_words"))  # of an opinion's texts only the newest counts
    for word in fold(query).split()[:WORDS]:
        wanted &= Q(public_texts__folded__contains=word)
    return list(texts.filter(wanted).distinct()[:FOUND])


def by_dialogue(texts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return `texts` as dialogues with what was said in each hamlet; what names no hamlet comes last."""
    met = [list(group) for _, group in groupby(texts, key=lambda text: text["dialogue"])]
    return [{**told[0], "hamlets": by_hamlet(told)} for told in met]


def by_hamlet(texts: Sequence[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    """Return what was said by hamlet, in the order given."""
    said: dict[str, list[str]] = {}
    for text in texts:
        said.setdefault(text["hamlet_name"], []).append(text["text"])
    return sorted(said.items(), key=lambda one: (not one[0], one[0]))
