"""Everything that happened to a matter since it was heard, in one question to the store."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import JSONObject
from django.utils import timezone

from langnghe.answers import queries as answers
from langnghe.answers.rules import Outcome
from langnghe.commitments import queries as commitments
from langnghe.matters import queries as matters
from langnghe.papers import queries as papers
from langnghe.referrals import queries as referrals

if TYPE_CHECKING:
    from langnghe.matters.models import Matter

_DECIDED = ("topic", "kind", "competence", "unit", "due_on")
_DRAFTED = ("key", "outcome", "words", "done_on", "due_on", "reason", "whom", "owner", "money", "source")
_PROMISED = ("what", "owner", "due_on", "money", "source")
_SENT = ("to", "reason", "reply_by")
_ISSUED = ("key", "title", "number", "symbol", "issued_on", "is_withdrawn", "posted_on")


@dataclass(frozen=True)
class Event:
    """One thing that happened: which word of the work tells it, when, by whom, and what it holds."""

    word: str
    row: int
    at: datetime
    by: str
    facts: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        try:
            return self.facts[name]
        except KeyError:
            raise AttributeError(name) from None


class Chronicle:
    """What happened to one matter, the newest first in every list."""

    def __init__(self, events: list[Event]) -> None:
        self._events = sorted(events, key=lambda each: (each.at, each.row), reverse=True)

    def of(self, word: str) -> list[Event]:
        """Return what one word of the work tells."""
        return [each for each in self._events if each.word == word]

    @cached_property
    def drafts(self) -> list[Event]:
        return sorted(self.of("draft"), key=lambda each: each.row, reverse=True)

    @cached_property
    def movings(self) -> list[Event]:
        return self.of("moving")

    @cached_property
    def past(self) -> list[Event]:
        """What was decided, moved and drafted, as it is read from the newest back."""
        return [each for each in self._events if each.word in {"decision", "moving", "draft"}]

    @cached_property
    def papers(self) -> list[Event]:
        return self.of("paper")

    @cached_property
    def referrals(self) -> list[Event]:
        return self.of("referral")

    @cached_property
    def promises(self) -> list[Event]:
        return self.of("promise")

    @cached_property
    def answer(self) -> Event | None:
        """The official answer that counts, or None."""
        given = [each for each in self.drafts if each.released_at]
        return max(given, key=lambda each: each.answer, default=None)

    @cached_property
    def pending(self) -> Event | None:
        """The draft that waits for the chair, or None."""
        newest = self.drafts[0] if self.drafts else None
        return newest if newest and not newest.released_at and not newest.remark else None

    @cached_property
    def returned(self) -> Event | None:
        """The draft the chair gave back, while nobody has written another, or None."""
        newest = self.drafts[0] if self.drafts else None
        return newest if newest and newest.remark else None

    @property
    def is_unsent(self) -> bool:
        """Whether people were told that the matter goes to another body, and no slip that holds has sent it."""
        is_referred = self.answer is not None and self.answer.outcome == Outcome.REFERRED
        withdrawn = {paper.key for paper in self.papers if paper.is_withdrawn}
        return is_referred and all(sent.paper in withdrawn for sent in self.referrals)

    def said(self, opinion: int) -> list[Event]:
        """Return what was answered in the hall to one opinion."""
        return self._said.get(opinion, [])

    @cached_property
    def _said(self) -> dict[int, list[Event]]:
        found: dict[int, list[Event]] = {}
        for each in reversed(self.of("said")):
            found.setdefault(each.row, []).append(each)
        return found


def chronicle(matter: "Matter") -> Chronicle:
    """Return what happened to a matter: what was decided, moved, answered, promised, referred, issued."""
    moved = matters.movings(matter).annotate(is_parting=Q(target__opened_at=F("at")))
    said = matters.voices(matter).filter(replies__isnull=False)
    told = [
        _told("decision", matters.decisions(matter), *_DECIDED),
        _told("moving", moved, "key", "count", "is_parting", **_MOVING),
        _told("draft", answers.drafts(matter), *_DRAFTED, **_DRAFT),
        _told("promise", commitments.of_matter(matter), *_PROMISED),
        _told("referral", referrals.of_matter(matter), *_SENT, paper="paper__key"),
        _told("paper", papers.about(matter.key), *_ISSUED),
        _told("said", said, at="heard_at", by="replies__said__function", words="replies__said__words"),
    ]
    first, *others = told
    return Chronicle([_event(*row) for row in first.union(*others, all=True)])


_MOVING = {
    "origin": "origin__code",
    "target": "target__code",
    "restored_at": "restoring__at",
    "restored_by": "restoring__by__name",
}
_DRAFT = {
    "remark": "remark__words",
    "remark_at": "remark__at",
    "remark_by": "remark__by__name",
    "answer": "answer__pk",
    "released_at": "answer__at",
    "released_by": "answer__by__name",
}


def _told(
    word: str, rows: "QuerySet[Any]", *same: str, at: str = "at", by: str = "by__name", **facts: str
) -> "QuerySet[Any, Any]":
    """Return rows of one word as (word, primary key, moment, by whom, facts), so that all words fit into one answer."""
    held = JSONObject(**{name: F(path) for name, path in ({name: name for name in same} | facts).items()})
    kind = Value(word, output_field=CharField())
    return rows.order_by().values_list(kind, F("pk"), F(at), F(by), held)


def _event(word: str, row: int, at: datetime, by: str, facts: dict[str, Any]) -> Event:
    return Event(word, row, at, by, {name: _read(name, value) for name, value in facts.items()})


def _read(name: str, value: Any) -> Any:
    """Return a day, moment or key as such; on its way out of the store each is text."""
    if not isinstance(value, str):
        return value
    if name.endswith("_on") or name == "reply_by":
        return date.fromisoformat(value)
    if name in {"key", "paper"}:
        return UUID(value)
    return _moment(value) if name.endswith("_at") else value


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if timezone.is_aware(moment) else moment.replace(tzinfo=UTC)
