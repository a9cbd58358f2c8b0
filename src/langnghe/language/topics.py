"""What an opinion is about: up to three topics, each with the words that led to it. No Django here.

A person chooses; this only saves them from reading a list of thirteen.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from langnghe.language.folding import fold
from langnghe.language.syllables import Reading, read

_SHORTEST_ALONE = 4
"""Letters that a keyword of one syllable needs to be trusted in a text without marks: "kè" and "kẻ" are both "ke"."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Topic:
    """A field of the commune's work. `keywords` name a trouble, `hints` only a place or a thing near it."""

    code: str
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    keywords: tuple[str, ...]
    hints: tuple[str, ...]
    valid_from: date | None = None
    valid_to: date | None = None

    def name(self, language: str) -> str:
        """Return the name in `language`, else in the pack's own."""
        return dict(self.names).get(language, self.names[0][1])


@dataclass(frozen=True)
class Suggestion:
    """A topic's code, its share (0 to 1) of all that was found, and the words of the text that led to it."""

    code: str
    score: float
    words: tuple[str, ...]


def suggest_topics(text: str, topics: Sequence[Topic], limit: int = 3) -> list[Suggestion]:
    """Return the likeliest topics of `text`, best first; none when no word of it is known."""
    reading = read(text)
    weights: dict[str, dict[Phrase, float]] = defaultdict(dict)
    words: dict[str, list[str]] = defaultdict(list)
    for first, last, phrase, hits in _found(reading, tuple(topics)):
        for code, weight in hits:
            if phrase not in weights[code]:
                words[code].append(reading.words(first, last))
            weights[code][phrase] = weight
    total = sum(sum(found.values()) for found in weights.values())
    order = {topic.code: place for place, topic in enumerate(topics)}
    scores = {code: sum(found.values()) for code, found in weights.items()}
    best = sorted(scores, key=lambda code: (-scores[code], order[code]))[:limit]
    return [Suggestion(code, round(scores[code] / total, 3), tuple(words[code])) for code in best]


def topic_named(name: str, topics: Sequence[Topic]) -> str | None:
    """Return the code of the topic that a paper calls `name`, in any language or wording of the pack."""
    wanted = fold(name)
    for topic in topics:
        if wanted in {fold(known) for known in (topic.code, *topic.aliases, *(own for _, own in topic.names))}:
            return topic.code
    return None


def _found(reading: Reading, topics: tuple[Topic, ...]) -> list[tuple[int, int, Phrase, list[tuple[str, float]]]]:
    """Return the phrases in `reading`, from left to right, the longest at each place, never two over one syllable."""
    unmarked = reading.is_unmarked
    phrases, longest = _phrases(topics, unmarked)
    spelled = reading.bare if unmarked else reading.marked
    found, place = [], 0
    while place < len(spelled):
        for length in range(min(longest, len(spelled) - place), 0, -1):
            phrase = spelled[place : place + length]
            if phrase in phrases:
                found.append((place, place + length, phrase, phrases[phrase]))
                place += length - 1
                break
        place += 1
    return found


@lru_cache(maxsize=8)
def _phrases(topics: tuple[Topic, ...], unmarked: bool) -> tuple[dict[Phrase, list[tuple[str, float]]], int]:
    phrases: dict[Phrase, list[tuple[str, float]]] = defaultdict(list)
    for topic in topics:
        weighed = [(word, 1.0) for word in topic.keywords] + [(word, 0.3) for word in topic.hints]
        for word, weight in weighed:
            phrase = read(word).bare if unmarked else read(word).marked
            if unmarked and len(phrase) == 1 and len(phrase[0]) < _SHORTEST_ALONE:
                continue
            if topic.code not in (code for code, _ in phrases[phrase]):
                phrases[phrase].append((topic.code, weight * (0.5 + 0.5 * len(phrase))))
    return dict(phrases), max(map(len, phrases), default=0)
