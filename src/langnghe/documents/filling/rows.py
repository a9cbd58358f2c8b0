"""Opinions as the office's own papers show them: in the words as spoken, with what was decided or suggested."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from langnghe.dialogues.models import Dialogue
from langnghe.feedback.wall import Became, became
from langnghe.matters import queries as matters
from langnghe.matters.suggesting import Suggested, current_pack, suggest
from langnghe.opinions import queries as opinions
from langnghe.places.queries import names_on

if TYPE_CHECKING:
    from langnghe.matters.queries import Decided


class Row:
    """One opinion: what was decided on its matter, else what the machine suggests; `became` once it is answered."""

    def __init__(self, opinion: "Decided", hamlet: str, replies: Sequence[tuple[str, str]]) -> None:
        self.opinion = opinion
        self.hamlet = hamlet
        self.words: str = opinion.words_now
        self.answer = " ".join(words for words, _ in replies)
        self.answered_by = next((function for _, function in replies if function), "")
        self.topic: str | None = opinion.topic
        self.suggested: Suggested = suggest(
            self.words, commune=opinion.commune, held_on=opinion.dialogue.held_on, topic=self.topic
        )
        self.is_decided = self.topic is not None
        self.competence: str = opinion.competence or self.suggested.competence
        self.unit = (opinion.unit if self.is_decided else self.suggested.unit) or ""
        self.due_on: date | None = opinion.due_on if self.is_decided else self.suggested.due_on
        self.same = opinion.matter_code or self.words.casefold()
        self.became: Became | None = None

    @property
    def topic_name(self) -> str:
        return topic_name(self.topic or self.suggested.topic)


def topic_name(code: str) -> str:
    """Return what a topic is called in a paper, without what stands in brackets."""
    topic = current_pack().topic(code)
    return topic.name("vi").split(" (")[0] if topic else ""


def rows(held: Sequence[Dialogue]) -> list[Row]:
    """Return what stands in the papers of dialogues: everything heard that is neither held nor dismissed."""
    known = opinions.every().filter(dialogue__in=held, is_dismissed=False)
    shown = matters.decided(known).order_by("dialogue__held_on", "dialogue", "number")
    replies = opinions.replies(known)
    kept = [row for row in shown if row.is_open or not row.is_held]
    called = names_on([row.hamlet for row in kept if row.hamlet], held[0].held_on) if held else {}
    found = [
        Row(
            row,
            called.get(row.hamlet_id or 0, ""),
            [(reply.said.words, reply.said.function) for reply in replies.get(row.pk, [])],
        )
        for row in kept
    ]
    told = became(matter_of(row) for row in found)
    for row in found:
        row.became = told.get(matter_of(row) or 0)
    return found


def matter_of(row: Row) -> int | None:
    """Return the primary key of the matter of a row, or None while it has none."""
    return getattr(row.opinion, "matter_key", None)
