"""What hangs on the wall: what everybody may read of what people said, and what became of it. Read only.

From here come public texts, official answers and posted papers, and nothing else: no draft, nothing that was said in
the hall, no spoken words, nobody's name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from langnghe.answers.models import Answer
from langnghe.answers.rules import Contents
from langnghe.dialogues.models import Dialogue, DialogueHamlet
from langnghe.matters.models import Decision, Membership
from langnghe.opinions import queries as opinions
from langnghe.opinions.models import PublicText
from langnghe.papers import queries as papers
from langnghe.papers.models import Issued, Subject
from langnghe.places.models import Place
from langnghe.places.queries import name_then
from langnghe.referrals.models import Referral

STATES = ("answered", "waiting", "late")
"""How a list of the wall can be narrowed. What is late is answered or waits as well."""


def texts() -> QuerySet[Any, Any]:
    """Return `opinions.public_texts` with what leads to what became of each.

    Added are `matter` (primary key or None), `from_hamlet` ("" where nobody noted it), `dialogue_key`, `is_sample`.
    """
    own = Membership.objects.filter(opinion=OuterRef("pk"))
    rows: QuerySet[Any, Any] = opinions.public_texts().annotate(
        matter=Subquery(own.values("matter")[:1]),
        from_hamlet=Coalesce(F("hamlet__code"), Value("")),
        dialogue_key=F("dialogue__key"),
        is_sample=F("commune__is_sample"),
    )
    return rows


def of_hamlet(rows: QuerySet[Any, Any], hamlet: Place) -> QuerySet[Any, Any]:
    """Return those of `texts` that were said in a hamlet, and those of its dialogues for which nobody noted one."""
    own = DialogueHamlet.objects.filter(hamlet=hamlet).values("dialogue")
    return rows.filter(Q(hamlet=hamlet) | Q(hamlet__isnull=True, dialogue__in=own))


def weighed(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Return `texts` with `answered_at`, the day `promised_on` of the newest answer, and the day it is `owed_on`."""
    told = Answer.objects.filter(matter=OuterRef("matter")).order_by("-pk")
    decided = Decision.objects.filter(matter=OuterRef("matter")).order_by("-pk")
    told_of: QuerySet[Any, Any] = rows.annotate(
        answered_at=Subquery(told.values("at")[:1]),
        promised_on=Subquery(told.values("draft__due_on")[:1]),
        owed_on=Subquery(decided.values("due_on")[:1]),
    )
    return told_of


def in_state(state: str, *, on: date) -> Q:
    """Return the filter that keeps those of `weighed` in one of STATES on a day."""
    is_answered = Q(answered_at__isnull=False)
    if state == "late":
        return (is_answered & Q(promised_on__lt=on)) | (~is_answered & Q(owed_on__lt=on))
    return is_answered if state == "answered" else ~is_answered


def counts(rows: QuerySet[Any, Any], *, on: date) -> list[dict[str, Any]]:
    """Return how many `texts` each dialogue has from each hamlet, and how many of them are in each of STATES."""
    found = (
        weighed(rows)
        .order_by()
        .values("code", "held_on", "from_hamlet", name=Coalesce(F("hamlet__name"), Value("")))
        .annotate(texts=Count("pk"), **{state: Count("pk", filter=in_state(state, on=on)) for state in STATES})
    )
    return list(found.order_by("-held_on", "-code", "name"))


@dataclass(frozen=True)
class Became:
    """What became of a matter: the official answer, and the body it was sent to with which slip."""

    contents: Contents
    answered_on: date
    sent_to: str = ""
    sent_on: date | None = None
    sent_as: str = ""


def became(matters: Iterable[int | None]) -> dict[int, Became]:
    """Return what became of each of the matters that has an official answer, by primary key; the newest counts."""
    sent = Referral.objects.filter(matter=OuterRef("matter"), paper__withdrawal__isnull=True).order_by("-pk")
    rows = Answer.objects.filter(matter__in=_keys(matters)).select_related("draft").order_by("pk")
    rows = rows.annotate(
        sent_to=Subquery(sent.values("to")[:1]),
        sent_on=Subquery(sent.values("paper__issued_on")[:1]),
        sent_number=Subquery(sent.values("paper__number")[:1]),
        sent_symbol=Subquery(sent.values("paper__symbol")[:1]),
    )
    return {row.matter_id: _became(row) for row in rows}


def _became(answer: Any) -> Became:
    return Became(
        contents=answer.draft.contents,
        answered_on=answer.at.astimezone(timezone.get_current_timezone()).date(),
        sent_to=answer.sent_to or "",
        sent_on=answer.sent_on,
        sent_as=f"{answer.sent_number:02}/{answer.sent_symbol}" if answer.sent_number else "",
    )


@dataclass(frozen=True)
class Raised:
    """Who looks into a matter and by when, as a person decided last, and where people raised it.

    Each of `places` has `code` and `held_on` of a dialogue, `from_hamlet`, what the hamlet was called then, and how
    many `voices` everybody may read; the newest dialogue comes first.
    """

    unit: str
    due_on: date | None
    places: list[dict[str, Any]]

    @property
    def voices(self) -> int:
        """How often it was raised, within what everybody may read."""
        return sum(place["voices"] for place in self.places)


def raised(matters: Iterable[int | None]) -> dict[int, Raised]:
    """Return where each of the matters was raised and who looks into it, by primary key."""
    is_public = Exists(PublicText.objects.filter(opinion=OuterRef("opinion")))
    decided = Decision.objects.filter(matter=OuterRef("matter")).order_by("-pk")
    called = name_then("opinion__hamlet", "opinion__dialogue__held_on")
    rows = (
        Membership.objects.filter(is_public, matter__in=_keys(matters), opinion__opening__isnull=False)
        .values(
            "matter",
            led_by=Coalesce(Subquery(decided.values("unit")[:1]), Value("")),
            owed_on=Subquery(decided.values("due_on")[:1]),
            code=F("opinion__dialogue__code"),
            held_on=F("opinion__dialogue__held_on"),
            from_hamlet=Coalesce(F("opinion__hamlet__code"), Value("")),
            hamlet_name=Coalesce(called, F("opinion__hamlet__name"), Value("")),
        )
        .annotate(voices=Count("pk"))
        .order_by("-held_on", "-code", "hamlet_name")
    )
    found: dict[int, Raised] = {}
    for row in cast("list[dict[str, Any]]", list(rows)):
        matter, unit, due_on = row.pop("matter"), row.pop("led_by"), row.pop("owed_on")
        found.setdefault(matter, Raised(unit, due_on, [])).places.append(row)
    return found


def posted(commune: Place) -> QuerySet[Issued]:
    """Return the papers of a commune that hang on the wall, the newest first."""
    return papers.hanging().filter(commune__path__startswith=commune.path)


def posted_for(hamlet: Place) -> QuerySet[Issued]:
    """Return the papers that hang on the wall of a hamlet: its own, and those for all in its dialogues."""
    met = Dialogue.objects.filter(hamlets=hamlet).values("key")
    of_all = Q(hamlet__isnull=True, pk__in=Subject.objects.filter(about__in=met).values("paper"))
    return papers.hanging().filter(Q(hamlet=hamlet) | of_all)


def posted_about(dialogue: UUID) -> QuerySet[Issued]:
    """Return the papers about a dialogue (by its key) that hang on the wall."""
    return papers.hanging().filter(pk__in=Subject.objects.filter(about=dialogue).values("paper"))


def _keys(matters: Iterable[int | None]) -> Sequence[int]:
    return sorted({matter for matter in matters if matter is not None})
