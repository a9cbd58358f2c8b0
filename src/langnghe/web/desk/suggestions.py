"""An opinion as the desk shows it: what a person decided on its matter, else what the machine suggests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from langnghe.language.likeness import Band, Likeness, Near, same_text_key
from langnghe.matters import likeness
from langnghe.matters.suggesting import Suggested, is_year_confirmed, suggest
from langnghe.web.desk import wording
from langnghe.web.wording import COMPETENCES, MARKS

if TYPE_CHECKING:
    from langnghe.places.models import Place

SHOWN = 3
"""So many texts that may say the same stand under a waiting one."""


@dataclass(frozen=True)
class Alike:
    """Another text that may say the same thing, and the words both share; `matter_code` is "" while it waits itself."""

    words: str
    reference: str
    matter_code: str
    is_sure: bool
    is_identical: bool
    score: float
    shared: tuple[str, ...]


class Shown:
    """One opinion or matter with its decision, or with suggestions where nobody has decided."""

    def __init__(self, row: Any, words: str, commune: "Place", held_on: date) -> None:
        self.row = row
        self.words = words
        self.commune = commune
        self.held_on = held_on
        self.is_decided = bool(getattr(row, "topic", None))

    @cached_property
    def suggested(self) -> Suggested:
        return suggest(self.words, commune=self.commune, held_on=self.held_on, topic=getattr(self.row, "topic", None))

    @cached_property
    def topics(self) -> list[dict[str, object]]:
        """The suggested topics by name, each with the words that led to it."""
        return [
            {"code": each.code, "name": wording.topic_name(each.code), "words": each.words}
            for each in self.suggested.topics
        ]

    @property
    def topic(self) -> str:
        return wording.topic_name(self.row.topic if self.is_decided else self.suggested.topic)

    @property
    def short_topic(self) -> str:
        """The topic without what stands in brackets behind its name, for a narrow column."""
        return self.topic.split(" (")[0]

    @property
    def why(self) -> tuple[str, ...]:
        return self.suggested.topics[0].words if self.suggested.topics else ()

    @property
    def kind(self) -> str:
        return wording.kind_name(self.row.kind if self.is_decided else self.suggested.kind)

    @property
    def competence(self) -> str:
        return str(COMPETENCES[self.row.competence if self.is_decided else self.suggested.competence])

    @property
    def suggested_kind(self) -> str:
        return wording.kind_name(self.suggested.kind)

    @property
    def suggested_competence(self) -> str:
        return str(COMPETENCES[self.suggested.competence])

    @property
    def unit(self) -> str:
        return str(self.row.unit if self.is_decided else self.suggested.unit)

    @property
    def due_on(self) -> date | None:
        found: date | None = self.row.due_on if self.is_decided else self.suggested.due_on
        return found

    @property
    def basis(self) -> str:
        clock = self.suggested.clock
        return clock.basis if clock else ""

    @property
    def basis_mark(self) -> str:
        clock = self.suggested.clock
        return str(MARKS[clock.mark][1]) if clock else ""

    @property
    def may_move(self) -> bool:
        """Whether the days off of the deadline's year are not announced yet."""
        return self.due_on is not None and not is_year_confirmed(self.due_on)

    @property
    def choice(self) -> dict[str, object]:
        """The suggestion as a decision form takes it."""
        suggested = self.suggested
        return {
            "topic": suggested.topic,
            "kind": suggested.kind,
            "competence": str(suggested.competence),
            "unit": suggested.unit,
            "due_on": suggested.due_on,
        }


def shown(row: Any) -> Shown:
    """Return an opinion of `opinions.every()` as the desk shows it."""
    return Shown(row, row.words_now, row.commune, row.dialogue.held_on)


def alike(waiting: "Sequence[Any]", commune: "Place") -> list[list[Alike]]:
    """Return for each waiting opinion the texts likest it: open ones of the commune, and others that wait beside it.

    What waits is compared here and now; it enters no index.
    """
    beside = Likeness()
    known = {row.reference: row for row in waiting}
    for reference, row in known.items():
        beside.add(reference, row.words_now)
    opened = likeness.alike_words([row.words_now for row in waiting], commune)
    return [
        _likest([*_beside(row, beside, known), *[_opened(row.words_now, each) for each in found]])
        for row, found in zip(waiting, opened, strict=True)
    ]


def _likest(found: list[Alike]) -> list[Alike]:
    return sorted(found, key=lambda each: (not each.is_sure, -each.score))[:SHOWN]


def _beside(row: Any, beside: Likeness, known: "Mapping[str, Any]") -> list[Alike]:
    near = beside.near(row.words_now, limit=SHOWN, without={row.reference})
    return [
        _alike(row.words_now, known[each.key].words_now, each.key, "", each)
        for each in near
        if each.band is Band.SURE or each.score >= likeness.WORTH_A_LOOK
    ]


def _opened(words: str, found: likeness.Alike) -> Alike:
    return _alike(words, found.words, "", found.matter.code, found)


def _alike(words: str, other: str, reference: str, code: str, found: "Near | likeness.Alike") -> Alike:
    is_identical = same_text_key(words) == same_text_key(other)
    return Alike(other, reference, code, found.band is Band.SURE, is_identical, found.score, found.shared)
