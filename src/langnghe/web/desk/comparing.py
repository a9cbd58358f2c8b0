"""Which words of one text are not in another, so that two voices can be told apart at a glance. No Django here."""

import re
from collections.abc import Iterable

from langnghe.language.folding import fold

_WORD = re.compile(r"\w+")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the folded words of several texts."""
    return frozenset(word for text in texts for word in _WORD.findall(fold(text)))


def differing(text: str, other: frozenset[str]) -> list[tuple[str, bool]]:
    """Return the pieces of a text in order, each with whether its words are missing from `other` (folded words).

    A text that shares no word at all is one piece: there is nothing to tell apart.
    """
    if not words_of([text]) & other:
        return [(text, False)]
    pieces: list[tuple[str, bool]] = []
    at = 0
    for found in _WORD.finditer(text):
        differs = fold(found.group()) not in other
        between = text[at : found.start()]
        if pieces and pieces[-1][1] == differs:
            pieces[-1] = (pieces[-1][0] + between + found.group(), differs)
        else:
            pieces += [(between, False)] if between else []
            pieces.append((found.group(), differs))
        at = found.end()
    return [*pieces, (text[at:], False)] if at < len(text) else pieces
