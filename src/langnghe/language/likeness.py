"""Which stored texts say the same thing as a new one. No Django here.

Folded syllables and pairs of them, weighed by how rare they are (TF-IDF, cosine). It only suggests: grouping by
likeness alone chains thousands of different opinions together.
"""

import heapq
import re
from collections import Counter, defaultdict
from hashlib import sha256
from itertools import pairwise
from math import log, sqrt

from langnghe.language.folding import fold, normal
from langnghe.language.syllables import read

_FINAL_SIGNS = re.compile(r"[\s.,;:!?…–-]+$")
_FIRST_LOOK = 40
"""How many texts that share rare words are compared in full."""


def same_text_key(text: str) -> str:
    """Return a key that texts share which differ only in form, white space, case or final signs; marks count."""
    return _FINAL_SIGNS.sub("", normal(text).casefold())


class Likeness:
    """The texts of one commune, by key. The same texts give the same answers, in whatever order they came."""

    def __init__(self) -> None:
        self._features: dict[str, dict[str, int]] = {}
        self._digests: dict[str, bytes] = {}
        self._keys: dict[str, dict[str, int]] = {}

    def __len__(self) -> int:
        return len(self._features)

    def add(self, key: str, text: str) -> None:
        """Remember `text` under `key`, in place of what was there."""
        self.remove(key)
        features = _features(text)
        self._features[key] = features
        self._digests[key] = _digest(text)
        for feature, times in features.items():
            self._keys.setdefault(feature, {})[key] = times

    def remove(self, key: str) -> None:
        """Forget what stands under `key`, if anything does."""
        self._digests.pop(key, None)
        for feature in self._features.pop(key, {}):
            holders = self._keys[feature]
            del holders[key]
            if not holders:
                del self._keys[feature]

    def nearest(self, text: str, limit: int = 3) -> list[tuple[str, float]]:
        """Return up to `limit` keys with their likeness (0 to 1), nearest first; the same folded text is exactly 1."""
        features = _features(text)
        weights = {feature: self._weight(feature, times) for feature, times in features.items()}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        digest = _digest(text)
        scored = [(key, self._score(key, weights, length, digest)) for key in self._first_look(weights)]
        return sorted(scored, key=lambda one: (-one[1], one[0]))[:limit]

    def _weight(self, feature: str, times: int) -> float:
        return times * log((1 + len(self._features)) / (1 + len(self._keys.get(feature, ()))) + 1)

    def _first_look(self, weights: dict[str, float]) -> list[str]:
        """Return the keys that share most, rarest features first; features that nearly all share decide nothing."""
        sums: dict[str, float] = defaultdict(float)
        for feature in sorted(weights, key=lambda one: (len(self._keys.get(one, ())), one)):
            holders = self._keys.get(feature, {})
            if len(sums) > _FIRST_LOOK and len(holders) * 8 > len(self._features):
                break
            weight = weights[feature]
            for key in holders:
                sums[key] += weight
        return heapq.nsmallest(_FIRST_LOOK, sums, key=lambda key: (-sums[key] / sqrt(len(self._features[key])), key))

    def _score(self, key: str, weights: dict[str, float], length: float, digest: bytes) -> float:
        if self._digests[key] == digest:
            return 1.0
        own = {feature: self._weight(feature, times) for feature, times in self._features[key].items()}
        shared = sum(weight * own[feature] for feature, weight in weights.items() if feature in own)
        return min(0.999, round(shared / (length * sqrt(sum(weight * weight for weight in own.values()))), 6))


def _features(text: str) -> dict[str, int]:
    syllables = read(text).bare
    return Counter([*syllables, *(f"{one} {other}" for one, other in pairwise(syllables))])


def _digest(text: str) -> bytes:
    return sha256(same_text_key(fold(text)).encode()).digest()[:16]
