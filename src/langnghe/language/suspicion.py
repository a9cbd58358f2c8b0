"""What may have a procedure of its own, and must be held until a person has looked. No Django here.

A hold that was not needed costs a clerk one click; one that was missed may expose a person. So these rules read a text
without its marks, as people type in a hurry, and prefer to hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from langnghe.language.patterns import Match, Pattern
from langnghe.language.syllables import Reading, read


@dataclass(frozen=True)
class SuspicionRule:
    """Words that make `kind` likely, except where they are part of one of `unless`: "phòng chống ma túy".

    A rule that only knows a tone, a person told about without any wish, is silent where the text has one of `without`.
    """

    kind: str
    pattern: Pattern
    unless: tuple[Pattern, ...] = ()
    without: tuple[Pattern, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Suspicion:
    """A guided kind that a text may be, and the words of the text that say so."""

    kind: str
    words: tuple[str, ...]


def suspicions(text: str, rules: Sequence[SuspicionRule]) -> list[Suspicion]:
    """Return every guided kind that `text` may be, the one with most signs first; empty means it need not be held."""
    reading = read(text)
    words: dict[str, list[str]] = {}
    for rule in rules:
        for match in _found(rule, reading):
            said = words.setdefault(rule.kind, [])
            piece = reading.words(match.first, match.last)
            if piece not in said:
                said.append(piece)
    return [Suspicion(kind, tuple(said)) for kind, said in sorted(words.items(), key=lambda one: -len(one[1]))]


def _found(rule: SuspicionRule, reading: Reading) -> tuple[Match, ...]:
    """Return where the rule's words stand outside of the words that make them harmless."""
    if not rule.pattern.find(reading) or any(pattern.find(reading) for pattern in rule.without):
        return ()
    return rule.pattern.find(reading, [match for unless in rule.unless for match in unless.find(reading)])
