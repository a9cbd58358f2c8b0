"""What a corrected paper changes: what stayed, what was reworded, what is new, what it lacks. No Django here."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from langnghe.language.folding import fold
from langnghe.language.likeness import same_text_key

Key = TypeVar("Key", bound=Hashable)

REWORDED = 0.72
"""How alike (0 to 1) two texts of one hamlet must be to count as one opinion that was reworded."""
SHARED_WORDS = 0.4
"""Which part of its words a text must share with another before the two are compared letter by letter."""

_CELL = re.compile(r", cột \d+$|(?<=ô )[A-Z]+(?=\d)")


@dataclass(frozen=True)
class Line:
    """A text and the hamlet it was said in ("" where none is named)."""

    hamlet: str
    words: str


@dataclass(frozen=True)
class Comparison(Generic[Key]):
    """`same` and `reworded` pair the place in the new paper with the key of the known opinion."""

    same: tuple[tuple[int, Key], ...]
    reworded: tuple[tuple[int, Key], ...]
    added: tuple[int, ...]
    missing: tuple[Key, ...]


def compare(new: Sequence[Line], known: Sequence[tuple[Key, Line]]) -> Comparison[Key]:
    """Pair each line of a new paper with what is known; equal texts pair as often as they were said."""
    left = defaultdict(list)
    for key, line in known:
        left[line.hamlet, same_text_key(line.words)].append(key)
    same, open_places = [], []
    for place, line in enumerate(new):
        keys = left[line.hamlet, same_text_key(line.words)]
        if keys:
            same.append((place, keys.pop(0)))
        else:
            open_places.append(place)
    unpaired = {key for keys in left.values() for key in keys}
    reworded = _reworded(new, open_places, [(key, line) for key, line in known if key in unpaired])
    done = {place for place, _ in reworded}
    taken = {key for _, key in reworded}
    return Comparison(
        same=tuple(same),
        reworded=tuple(sorted(reworded, key=lambda pair: pair[0])),
        added=tuple(place for place in open_places if place not in done),
        missing=tuple(key for key, _ in known if key in unpaired - taken),
    )


def _reworded(new: Sequence[Line], places: Sequence[int], known: Sequence[tuple[Key, Line]]) -> list[tuple[int, Key]]:
    by_hamlet: dict[str, list[tuple[int, str, frozenset[str]]]] = defaultdict(list)
    for number, (_, line) in enumerate(known):
        by_hamlet[line.hamlet].append((number, *_folded(line)))
    alike = [
        (ratio, place, number)
        for place in places
        for number, ratio in _alike(*_folded(new[place]), by_hamlet[new[place].hamlet])
    ]
    pairs: list[tuple[int, Key]] = []
    seen_places, seen_known = set(), set()
    for _, place, number in sorted(alike, key=lambda found: (-found[0], found[1], found[2])):
        if place not in seen_places and number not in seen_known:
            seen_places.add(place)
            seen_known.add(number)
            pairs.append((place, known[number][0]))
    return pairs


def _folded(line: Line) -> tuple[str, frozenset[str]]:
    text = fold(line.words)
    return text, frozenset(text.split())


def _alike(
    text: str, words: frozenset[str], known: Sequence[tuple[int, str, frozenset[str]]]
) -> Iterator[tuple[int, float]]:
    """Yield which known texts are nearly `text`, and how nearly; texts with few words in common are not looked at."""
    for number, other, its_words in known:
        if len(words & its_words) >= SHARED_WORDS * max(len(words), len(its_words)):
            ratio = SequenceMatcher(None, text, other, autojunk=False).ratio()
            if ratio >= REWORDED:
                yield number, ratio


def row_of(where: str) -> str:
    """Return what the cells of one row share of their places in a paper; a paragraph is a row of its own."""
    return _CELL.sub("", where)
