"""Which stored texts say the same thing as a new one. No Django here.

Folded syllables and pairs of them, weighed by how rare they are (TF-IDF, cosine), find what is near. Whether two texts
surely say the same is another question, and only their words answer it: the same ones in the same order, but for marks
that were not typed and slips that left no Vietnamese syllable. It only suggests: grouping by likeness alone chains
thousands of different opinions together.
"""

import heapq
import re
from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import pairwise
from math import log, sqrt
from sys import intern
from typing import TypeVar

from langnghe.language.folding import fold, normal
from langnghe.language.slips import distance, put_right
from langnghe.language.syllables import Reading, read

_FINAL_SIGNS = re.compile(r"[\s.,;:!?…–-]+$")
_FIRST_LOOK = 40
"""How many texts that share rare words are compared in full."""
_HOLDERS = 3_000
"""How many places are looked up for them; rare words come first, so the rest would decide little."""
_LEAST = 0.2
"""Below it a likeness is nearly always chance: of new opinions, three in four have none among the others."""
_PIECES = 3
"""How many pieces of a text say why another is near."""

_WORD = re.compile(r"\d+(?:[.,/:–-]\d+)+|[^\W_]+|[^\w\s.,;:!…\"'“”‘’()–—-]")
_LEADING_ZEROS = re.compile(r"^0+(?=\d+$)|(?<![\d.,])0+(?=\d+[/–-])|(?<=[/–-])0+(?=\d)")

T = TypeVar("T", bound=Hashable)


class Band(StrEnum):
    """How far a suggestion may be trusted. A person confirms either."""

    SURE = "sure"
    """The two texts say the same, word by word."""
    UNSURE = "unsure"


@dataclass(frozen=True)
class Near:
    """A stored text near a new one: `score` from 0 to 1, and the words, as the new one has them, that led to it."""

    key: str
    score: float
    band: Band
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Stored:
    """What is kept of a text: the features it is found by, and its words to compare."""

    features: tuple[str, ...]
    words: tuple[str, ...]
    digest: bytes


def same_text_key(text: str) -> str:
    """Return a key that texts share which differ only in form, white space, case or final signs; marks count."""
    return _FINAL_SIGNS.sub("", normal(text).casefold())


class Likeness:
    """The texts of one commune, by key. The same texts give the same answers, in whatever order they came."""

    def __init__(self) -> None:
        self._texts: dict[str, _Stored] = {}
        self._keys: dict[str, set[str]] = {}
        self._same: dict[bytes, set[str]] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, key: str, text: str) -> None:
        """Remember `text` under `key`, in place of what was there."""
        self.remove(key)
        stored = self._texts[key] = _stored(text, read(text))
        self._same.setdefault(stored.digest, set()).add(key)
        for feature in stored.features:
            self._keys.setdefault(feature, set()).add(key)

    def remove(self, key: str) -> None:
        """Forget what stands under `key`, if anything does."""
        stored = self._texts.pop(key, None)
        if stored is not None:
            _discard(self._same, stored.digest, key)
            for feature in stored.features:
                _discard(self._keys, feature, key)

    def nearest(self, text: str, limit: int = 3) -> list[tuple[str, float]]:
        """Return up to `limit` keys with their likeness (0 to 1), nearest first; the same folded text is exactly 1."""
        return self._scored(_stored(text, read(text)), ())[:limit]

    def near(self, text: str, *, limit: int = 3, without: Container[str] = ()) -> list[Near]:
        """Return up to `limit` texts near `text`, nearest first, those it surely repeats before others.

        Keys in `without` are passed over. One key at most is sure, or several whose texts are the same.
        """
        reading = read(text)
        asked = _stored(text, reading)
        scored = [one for one in self._scored(asked, without) if one[1] >= _LEAST]
        sure = self._sure(asked.words, [key for key, _ in scored])
        first = sorted(scored, key=lambda one: one[0] not in sure)[:limit]
        return [
            Near(key, score, Band.SURE if key in sure else Band.UNSURE, self._shared(reading, self._texts[key]))
            for key, score in first
        ]

    def _weight(self, feature: str) -> float:
        return log((1 + len(self._texts)) / (1 + len(self._keys.get(feature, ()))) + 1)

    def _scored(self, asked: _Stored, without: Container[str]) -> list[tuple[str, float]]:
        weights = {feature: self._weight(feature) for feature in asked.features}
        same = self._same.get(asked.digest, set())
        keys = {key for key in same if key not in without} | self._first_look(weights, without)
        length = sqrt(sum(weight * weight for weight in weights.values()))
        scored = [(key, 1.0 if key in same else self._score(self._texts[key], weights, length)) for key in keys]
        return sorted(scored, key=lambda one: (-one[1], one[0]))

    def _first_look(self, weights: dict[str, float], without: Container[str]) -> set[str]:
        """Return the keys that share most, rarest features first."""
        sums: dict[str, float] = defaultdict(float)
        looked = 0
        for feature in sorted(weights, key=lambda one: (-weights[one], one)):
            holders = self._keys.get(feature, ())
            if len(sums) > _FIRST_LOOK and looked + len(holders) > _HOLDERS:
                break
            looked += len(holders)
            for key in holders:
                sums[key] += weights[feature]
        allowed = (key for key in sums if key not in without)
        rank = {key: -sums[key] / sqrt(len(self._texts[key].features)) for key in allowed}
        return set(heapq.nsmallest(_FIRST_LOOK, rank, key=lambda key: (rank[key], key)))

    def _score(self, stored: _Stored, weights: dict[str, float], length: float) -> float:
        squares = [(weights.get(feature) or self._weight(feature)) ** 2 for feature in stored.features]
        shared = sum(square for feature, square in zip(stored.features, squares, strict=True) if feature in weights)
        return min(0.999, round(shared / (length * sqrt(sum(squares))), 6))

    def _sure(self, words: Sequence[str], keys: Iterable[str]) -> set[str]:
        """Return the keys whose texts say the same in the closest way; none where those are not one text."""
        by_distance: dict[int, set[str]] = defaultdict(set)
        for key in keys:
            apart = distance(words, self._texts[key].words)
            if apart is not None:
                by_distance[apart].add(key)
        closest = by_distance[min(by_distance)] if by_distance else set()
        texts = {tuple(word.casefold() for word in self._texts[key].words) for key in closest}
        return closest if len(texts) == 1 else set()

    def _shared(self, reading: Reading, stored: _Stored) -> tuple[str, ...]:
        """Return up to three pieces of the text asked for, in its order: the weightiest words both texts have."""
        syllables = _syllables(reading)
        pairs = [f"{one} {other}" for one, other in pairwise(syllables)]
        found = [(self._weight(pair), place, 2) for place, pair in enumerate(pairs) if pair in stored.features]
        if not found:
            found = [(self._weight(one), place, 1) for place, one in enumerate(syllables) if one in stored.features]
        best = sorted(found, key=lambda one: (-one[0], one[1]))[:_PIECES]
        places = sorted({place for _, first, long in best for place in range(first, first + long)})
        return tuple(reading.words(first, last) for first, last in _runs(places))[:_PIECES]


def _discard(holders: dict[T, set[str]], held: T, key: str) -> None:
    holders[held].discard(key)
    if not holders[held]:
        del holders[held]


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the runs of neighbours in `places`, each from its first to before its last."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _stored(text: str, reading: Reading) -> _Stored:
    syllables = _syllables(reading)
    pairs = (intern(f"{one} {other}") for one, other in pairwise(syllables))
    words = tuple(intern(_LEADING_ZEROS.sub("", word)) for word in _WORD.findall(reading.text))
    features = tuple(sorted({*syllables, *pairs}))
    return _Stored(features, words, sha256(same_text_key(fold(text)).encode()).digest()[:16])


def _syllables(reading: Reading) -> list[str]:
    """Return the syllables without marks, slips put right where they can have been one syllable only."""
    return [intern(put_right(syllable)) for syllable in reading.bare]
