"""What a corrected paper changes: what stayed, what was reworded, what is new, what it lacks. No Django here."""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from langnghe.language.folding import fold
from langnghe.language.likeness import same_text_key

Key = TypeVar("Key", bound=Hashable)

REWORDED = 0.72
"""How alike (0 to 1) two texts of one hamlet must be to count as one opinion that was reworded."""

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
    alike = [
        (ratio, place, number)
        for place in places
        for number, (_, line) in enumerate(known)
        if line.hamlet == new[place].hamlet and (ratio := _alike(line.words, new[place].words)) >= REWORDED
    ]
    pairs: list[tuple[int, Key]] = []
    seen_places, seen_known = set(), set()
    for _, place, number in sorted(alike, key=lambda found: (-found[0], found[1], found[2])):
        if place not in seen_places and number not in seen_known:
            seen_places.add(place)
            seen_known.add(number)
            pairs.append((place, known[number][0]))
    return pairs


def _alike(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, fold(one), fold(other), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= REWORDED else 0.0


def row_of(where: str) -> str:
    """Return what the cells of one row share of their places in a paper; a paragraph is a row of its own."""
    return _CELL.sub("", where)
