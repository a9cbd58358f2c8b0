"""An opinion as the desk shows it: what a person decided on its matter, else what the machine suggests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from langnghe.language.likeness import Likeness, same_text_key
from langnghe.matters.suggesting import Suggested, is_year_confirmed, suggest
from langnghe.web.desk import wording
from langnghe.web.wording import COMPETENCES, MARKS

if TYPE_CHECKING:
    from langnghe.places.models import Place

ALIKE_AT_LEAST = 0.3
"""How alike (0 to 1) two texts must be to be worth a look."""


@dataclass(frozen=True)
class Alike:
    """Another text that may say the same thing."""

    words: str
    reference: str
    matter_code: str
    share: int
    is_identical: bool


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


def alike(words: str, known: "Index", *, but: str) -> list[Alike]:
    """Return up to three of the `known` texts that are likest `words`, the opinion with reference `but` aside."""
    found = []
    for reference, share in known.nearest(words):
        row = known.rows[reference]
        if reference != but and share >= ALIKE_AT_LEAST:
            same = same_text_key(row.words_now) == same_text_key(words)
            found.append(Alike(row.words_now, reference, row.matter_code or "", int(share * 100), same))
    return found[:3]


class Index:
    """The texts among which likeness is looked for, by reference."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self.rows = {row.reference: row for row in rows}
        self._likeness = Likeness()
        for reference, row in self.rows.items():
            self._likeness.add(reference, row.words_now)

    def nearest(self, words: str) -> list[tuple[str, float]]:
        return self._likeness.nearest(words, limit=4)
