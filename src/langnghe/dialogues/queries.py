"""Questions about dialogues: which there are, how they are planned, who came, what voters are still owed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from langnghe.campaigns import queries as campaigns
from langnghe.campaigns.models import Campaign, RequestCount, VotersRequest, WorkingGroup
from langnghe.dialogues.models import (
    Attendance,
    BodyPresence,
    CallingOff,
    Dialogue,
    DialogueHamlet,
    Rescheduling,
    Said,
)
from langnghe.dialogues.rules import Kind
from langnghe.ledger.rules import Claim
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.places.models import Place
from langnghe.places.queries import name_then
from langnghe.refusals import Refused


def every() -> QuerySet[Dialogue]:
    """Return all dialogues, newest first: for commands, which act for the installation.

    One that was called off and held all the same was held.
    """
    hamlets = DialogueHamlet.objects.filter(dialogue=OuterRef("pk")).order_by().values("dialogue")
    number = Subquery(hamlets.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
    return (
        Dialogue.objects.select_related("commune", "campaign")
        .annotate(is_held=held("pk"), is_called_off=called_off("pk"), hamlet_count=Coalesce(number, 0))
        .order_by("-held_on", "-pk")
    )


def held(dialogue: str) -> Exists:
    """Return the expression for whether the dialogue in field `dialogue` was held."""
    return Exists(Attendance.objects.filter(dialogue=OuterRef(dialogue)))


def called_off(dialogue: str) -> Exists:
    """Return the expression for whether the dialogue in field `dialogue` was called off and not held all the same."""
    was_held = Attendance.objects.filter(dialogue=OuterRef("dialogue"))
    return Exists(CallingOff.objects.filter(~Exists(was_held), dialogue=OuterRef(dialogue)))


def dialogues(viewer: Person, *, on: date) -> QuerySet[Dialogue]:
    """Return the dialogues a viewer may know of, newest first."""
    return every().filter(people.below(people.reach(viewer, Verb.SEE_COVERAGE, on=on), "commune__path"))


def dialogue(code: str) -> Dialogue:
    """Return the dialogue with `code`. Raises Refused: "no-such-dialogue"."""
    found = every().filter(code=code).first()
    if found is None:
        raise Refused("no-such-dialogue", code=code)
    return found


def seen(code: str, viewer: Person, *, verb: Verb, on: date) -> Dialogue:
    """Return the dialogue with `code` if `viewer` may do `verb` there. Raises Refused: "no-such-dialogue"."""
    found = dialogue(code)
    if not people.may(viewer, verb, found.commune, on=on):
        raise Refused("no-such-dialogue", code=code)
    return found


def covering(commune: Place, hamlet: Place | None, *, on: date) -> Dialogue | None:
    """Return the dialogue of a day that is for `hamlet`; without a hamlet, the only one of that day."""
    that_day = Dialogue.objects.filter(~called_off("pk"), commune=commune, held_on=on).order_by("pk")
    if hamlet is not None:
        return that_day.filter(hamlets=hamlet).first()
    return that_day.first() if that_day.count() == 1 else None


def same_plan(
    commune: Place, hamlets: Sequence[Place], held_on: date, starts_at: time | None, kind: str
) -> Dialogue | None:
    """Return the dialogue already planned for these very hamlets at this hour of a day, or None."""
    asked = {hamlet.pk for hamlet in hamlets}
    same_hour = Dialogue.objects.filter(commune=commune, held_on=held_on, starts_at=starts_at, kind=kind)
    same_hour = same_hour.filter(~called_off("pk"))
    for found in same_hour.order_by("pk"):
        if set(found.hamlets.values_list("pk", flat=True)) == asked:
            return found
    return None


def hamlets_then(held: Sequence[Dialogue]) -> dict[int, list[str]]:
    """Return what the hamlets of each of the dialogues were called on its day, by primary key, in one query."""
    pairs = DialogueHamlet.objects.filter(dialogue__in=[each.pk for each in held])
    pairs = pairs.annotate(called=name_then("hamlet", "dialogue__held_on")).order_by("called")
    found: dict[int, list[str]] = {each.pk: [] for each in held}
    for key, called, name in pairs.values_list("dialogue", "called", "hamlet__name"):
        found[key].append(called or name)
    return found


def attendance(dialogue: Dialogue) -> Attendance | None:
    """Return how many came, the newest count, or None before the dialogue was held."""
    return Attendance.objects.filter(dialogue=dialogue).order_by("-pk").first()


@dataclass(frozen=True)
class Arrangement:
    """How a dialogue is planned: everything that a clerk may still change."""

    hamlets: tuple[Place, ...]
    held_on: date
    kind: Kind = Kind.CONFERENCE
    starts_at: time | None = None
    venue: str = ""
    chair: str = ""
    secretary: str = ""
    campaign: Campaign | None = None
    group: WorkingGroup | None = None
    request: VotersRequest | None = None


def arrangement(dialogue: Dialogue) -> Arrangement:
    """Return how a dialogue is planned."""
    names = [name for name in Arrangement.__dataclass_fields__ if name not in ("hamlets", "kind")]
    same = {name: getattr(dialogue, name) for name in names}
    return Arrangement(hamlets=tuple(hamlets(dialogue)), kind=Kind(dialogue.kind), **same)


def in_words(plan: Arrangement) -> dict[str, object]:
    """Return a plan with names for what it points at, as its history keeps it."""
    group = campaigns.formation(plan.group).name if plan.group else ""
    names = ", ".join(sorted(hamlet.name for hamlet in plan.hamlets))
    return {
        **vars(plan),
        "hamlets": names,
        "group": group,
        "campaign": plan.campaign or "",
        "request": plan.request or "",
    }


def reschedulings(dialogue: Dialogue) -> QuerySet[Rescheduling]:
    """Return how a dialogue was planned anew, the newest first."""
    return Rescheduling.objects.filter(dialogue=dialogue).select_related("by").order_by("-pk")


def moved_at(dialogue: str) -> Subquery:
    """Return the expression for when the dialogue in field `dialogue` was last given another day.

    A notice issued before tells people another day, whenever it is posted.
    """
    rows = Rescheduling.objects.filter(dialogue=OuterRef(dialogue), moved_on__isnull=False)
    return Subquery(rows.order_by("-pk").values("at")[:1])


def calling_off(dialogue: Dialogue) -> CallingOff | None:
    """Return why and by whom a dialogue was called off, or None."""
    return CallingOff.objects.filter(dialogue=dialogue).select_related("by").first()


def presence(dialogue: Dialogue) -> dict[int, int]:
    """Return how many of each invited body that was counted came to a dialogue, by the body's primary key."""
    rows = BodyPresence.objects.filter(attendance__dialogue=dialogue).order_by("pk")
    return dict(rows.values_list("body", "present"))


@dataclass(frozen=True)
class Met:
    """How many of an invited body came to one dialogue of its campaign."""

    body: int
    code: str
    held_on: date
    present: int


def met(campaign: Campaign) -> list[Met]:
    """Return how many of each body came to which dialogues of a campaign, the newest counts, by day, in one query."""
    rows = BodyPresence.objects.filter(attendance__dialogue__campaign=campaign)
    same = BodyPresence.objects.filter(
        body=OuterRef("body"), attendance__dialogue=OuterRef("attendance__dialogue")
    ).order_by("-pk")
    newest = rows.annotate(newest=Subquery(same.values("pk")[:1])).filter(pk=F("newest"), present__gt=0)
    held = ("attendance__dialogue__code", "attendance__dialogue__held_on")
    return [Met(*row) for row in newest.order_by(held[1], "pk").values_list("body", *held, "present")]


def requests(viewer: Person, verb: Verb, *, on: date) -> "QuerySet[Any]":
    """Return the newest count of each request of voters where a viewer may do `verb`, the newest first.

    `met_on` and `met_by` are the day and the code of the first conference planned or held for it; None without any.
    """
    planned = Dialogue.objects.filter(~called_off("pk"), request=OuterRef("request"), kind=Kind.CONFERENCE)
    first = planned.order_by("held_on", "pk")
    return campaigns.counts(viewer, verb, on=on).annotate(
        met_on=Subquery(first.values("held_on")[:1]), met_by=Subquery(first.values("code")[:1])
    )


def owed(viewer: Person, *, on: date) -> list[RequestCount]:
    """Return the requests that so many voters share that a conference is owed and none is planned, the newest first.

    Law 72/2025/QH15, Art 43.
    """
    rows = requests(viewer, Verb.SEE_COVERAGE, on=on).filter(met_on__isnull=True)
    return [row for row in rows if campaigns.is_owed(row, on=on)]


def hamlets(dialogue: Dialogue) -> QuerySet[Place]:
    """Return the hamlets a dialogue is for, by name."""
    return dialogue.hamlets.order_by("name")


def facts_of_move(move: Rescheduling) -> dict[str, object]:
    """Return what the record holds of a new plan."""
    return {"changes": move.changes, "moved_on": move.moved_on.isoformat() if move.moved_on else None}


def facts_of(attendance: Attendance, bodies: Iterable[BodyPresence]) -> Mapping[str, object]:
    """Return what the record holds of one count; bodies only where some were counted."""
    numbers = {name: getattr(attendance, name) for name in ("present", "invited", "women")}
    counted = sorted([str(row.body.key), row.present] for row in bodies)
    return {**numbers, "bodies": counted} if counted else numbers


def claims() -> Iterator[Claim]:
    """Yield what the rows of this word say about the record."""
    counts = Attendance.objects.select_related("dialogue").prefetch_related("bodies__body").order_by("pk")
    for count in counts.iterator(chunk_size=500):
        yield Claim("dialogue held", count.dialogue.key, facts_of(count, count.bodies.all()))
    for move in Rescheduling.objects.select_related("dialogue").order_by("pk").iterator(chunk_size=2000):
        yield Claim("dialogue rescheduled", move.dialogue.key, facts_of_move(move))
    for gone in CallingOff.objects.select_related("dialogue").order_by("pk").iterator(chunk_size=2000):
        yield Claim("dialogue called off", gone.dialogue.key, {"reason": gone.reason})
    for row in Said.objects.order_by("pk").iterator(chunk_size=2000):
        yield Claim("said in the hall", row.key, {"words": row.words, "function": row.function})
