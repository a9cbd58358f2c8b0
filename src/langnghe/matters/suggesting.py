"""What the machine suggests about an opinion: topic, kind, competence, unit, deadline, and why. A person decides.

The competence rules and clocks are the pack's; nothing suggested here is ever stored.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from langnghe.language.competence import Suggestion as CompetenceSuggestion
from langnghe.language.competence import suggest_competence
from langnghe.language.kinds import suggest_kind
from langnghe.language.likeness import same_text_key
from langnghe.language.suspicion import suspicions
from langnghe.language.topics import Suggestion as TopicSuggestion
from langnghe.language.topics import suggest_topics
from langnghe.matters import rules
from langnghe.matters.rules import Competence
from langnghe.opinions.rules import Procedure
from langnghe.places.models import Place
from langnghe.places.packs import Deadline, Pack, pack
from langnghe.places.rules import commune_kind


@dataclass(frozen=True)
class Suggested:
    """Everything suggested for one text: up to three topics with the words that led to them, and what follows."""

    topics: tuple[TopicSuggestion, ...]
    kind: str
    competence: Competence
    unit: str
    city_department: str
    due_on: date | None
    clock: Deadline | None
    why: CompetenceSuggestion | None

    @property
    def topic(self) -> str:
        """The likeliest topic's code, "other" where no word is known."""
        return self.topics[0].code if self.topics else "other"


def suggest(words: str, *, commune: Place, held_on: date, topic: str | None = None) -> Suggested:
    """Suggest what `words`, said in a commune on a day, are about; `topic` is what a paper or a person says already."""
    data = current_pack().on(held_on)
    topics = tuple(suggest_topics(words, data.topics))
    chosen = topic or (topics[0].code if topics else "other")
    why = suggest_competence(words, chosen, data.competence, commune_kind(commune.name))
    competence = Competence(why.competence) if why else Competence.COMMUNE
    clock = data.deadline(*rules.clock_for(competence))
    return Suggested(
        topics=topics,
        kind=suggest_kind(words, data.kinds),
        competence=competence,
        unit=why.unit if why else "",
        city_department=why.city_department if why else "",
        due_on=due(clock, held_on),
        clock=clock,
        why=why,
    )


def suspect(words: str, *, held_on: date) -> tuple[Procedure, tuple[str, ...]] | None:
    """Return the procedure of its own that `words` may belong to and the words that say so, or None."""
    found = suspicions(words, current_pack().on(held_on).suspicion)
    return (Procedure(found[0].kind), found[0].words) if found else None


def sameness(words: str) -> str:
    """Return what identical texts share, as 64 hexadecimal digits that do not disclose the text's length."""
    return hashlib.sha256(same_text_key(words).encode()).hexdigest()


def due(clock: Deadline | None, start: date) -> date | None:
    """Return the day a clock runs out that starts on `start`; None where the pack has no such clock."""
    if clock is None:
        return None
    if clock.unit == "working_day":
        return rules.working_days_after(start, clock.amount, days_off())
    return start + timedelta(days=clock.amount)


@lru_cache(maxsize=1)
def days_off() -> Callable[[date], bool]:
    """Return the test for days off: weekends and the country's public holidays, with the pack's corrections."""
    import holidays  # a large table of every country, needed for deadlines only

    data = current_pack()
    public = holidays.country_holidays(data.calendar)
    off, working = frozenset(data.holidays.off), frozenset(data.holidays.working)
    return lambda day: day in off or (day not in working and (day.weekday() >= 5 or day in public))


def is_year_confirmed(day: date) -> bool:
    """Whether the days off of that year are announced already; otherwise a deadline may still move."""
    return day.year in current_pack().holidays.confirmed


def current_pack() -> Pack:
    """Return the country pack of this installation."""
    return pack("vn")
