"""Who may decide and which office leads: a suggestion with its rule and the words that led to it. No Django here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from langnghe.language.patterns import Match, Pattern
from langnghe.language.syllables import Reading, read

ANY_TOPIC = "*"


@dataclass(frozen=True)
class CompetenceRule:
    """One line of the catalogue of competence. Without `patterns` it holds for its topics unless another fits."""

    code: str
    topics: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    competence: str
    """commune, city, both, central, utility or redirect."""
    units: tuple[tuple[str, str], ...]
    """The lead unit for each kind of commune."""
    city_department: str
    other_bodies: str
    basis: str
    mark: str
    valid_from: date | None = None
    valid_to: date | None = None

    def unit(self, commune_kind: str) -> str:
        """Return the commune's unit that leads; for a kind the pack does not tell apart, the first."""
        return dict(self.units).get(commune_kind, self.units[0][1])


@dataclass(frozen=True)
class Suggestion:
    """Who is competent, the unit that leads in the commune, where it goes in the city, by which rule and words."""

    competence: str
    unit: str
    city_department: str
    words: tuple[str, ...]
    rule: str


def suggest_competence(
    text: str, topic: str | None, rules: Sequence[CompetenceRule], commune_kind: str
) -> Suggestion | None:
    """Return what the rules say of `text` under `topic`; None when the pack has no rule for that topic.

    The rule whose words cover most of the text wins, then the rule for fewer topics, then the earlier one.
    """
    reading = read(text)
    fitting = [rule for rule in rules if topic in rule.topics or ANY_TOPIC in rule.topics]
    found = [(rule, _found(rule, reading)) for rule in fitting]
    found = [(rule, matches) for rule, matches in found if matches or not rule.patterns]
    if not found:
        return None
    rule, matches = min(found, key=lambda one: (-_covered(one[1]), len(one[0].topics)))
    words = tuple(reading.words(match.first, match.last) for match in matches)
    return Suggestion(rule.competence, rule.unit(commune_kind), rule.city_department, words, rule.code)


def _found(rule: CompetenceRule, reading: Reading) -> tuple[Match, ...]:
    """Return the longest of the places where a pattern of `rule` stands."""
    return max((pattern.find(reading) for pattern in rule.patterns), key=_covered, default=())


def _covered(matches: tuple[Match, ...]) -> int:
    return sum(match.last - match.first for match in matches)
