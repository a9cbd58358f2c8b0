"""Counts over everything below: how far each dialogue is, which hamlets nobody has listened to yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from langnghe.campaigns.models import Campaign
from langnghe.dialogues import queries as dialogues
from langnghe.dialogues.models import Dialogue
from langnghe.matters.models import Decision
from langnghe.opinions.models import Opinion, SettingAside
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.places.models import Place
from langnghe.places.queries import name_on


@dataclass(frozen=True)
class Progress:
    """What one dialogue has heard: waiting, held on suspicion, in the register, dismissed, guided elsewhere."""

    waiting: int = 0
    held: int = 0
    open: int = 0
    dismissed: int = 0
    aside: int = 0

    @property
    def is_minuted(self) -> bool:
        """Whether a person has confirmed what was heard: something is in the register and nothing waits."""
        return bool(self.open) and not (self.waiting or self.held)


def progress_of(held: Iterable[Dialogue]) -> dict[int, Progress]:
    """Return how far each of the dialogues is, by primary key, in two queries."""
    keys = [each.pk for each in held]
    is_open, is_dismissed = Q(opening__isnull=False), Q(dismissal__isnull=False)
    is_held = Q(suspicion__isnull=False)
    undecided = ~is_open & ~is_dismissed
    counts = (
        Opinion.objects.filter(dialogue__in=keys)
        .order_by()
        .values("dialogue")
        .annotate(
            open=Count("pk", filter=is_open),
            dismissed=Count("pk", filter=is_dismissed),
            held=Count("pk", filter=undecided & is_held),
            waiting=Count("pk", filter=undecided & ~is_held),
        )
    )
    asides = dict(
        SettingAside.objects.filter(dialogue__in=keys).order_by().values_list("dialogue").annotate(count=Count("pk"))
    )
    found = {row.pop("dialogue"): row for row in counts}
    return {key: Progress(**found.get(key, {}), aside=asides.get(key, 0)) for key in keys}


def progress() -> list[dict[str, Any]]:
    """Return every dialogue with its counts as plain values, newest first: what `langnghe dialogues` prints."""
    held = list(dialogues.every())
    counts = progress_of(held)
    return [
        {
            "code": each.code,
            "place": name_on(each.commune, each.held_on),
            "held_on": each.held_on.isoformat(),
            "kind": each.kind,
            "hamlets": [hamlet.name for hamlet in dialogues.hamlets(each)],
            "waiting": counts[each.pk].waiting,
            "held": counts[each.pk].held,
            "open": counts[each.pk].open,
            "set_aside": counts[each.pk].aside,
        }
        for each in held
    ]


@dataclass(frozen=True)
class Coverage:
    """How far a campaign has come in one hamlet: its dialogue, if planned, and what became of it."""

    hamlet: Place
    dialogue: Dialogue | None
    progress: Progress | None

    @property
    def state(self) -> str:
        """Return "unplanned", "planned", "held" or "minuted"."""
        if self.dialogue is None or self.progress is None:
            return "unplanned"
        if self.progress.is_minuted:
            return "minuted"
        return "held" if self.dialogue.is_held else "planned"  # type: ignore[attr-defined]


def coverage(campaign: Campaign) -> list[Coverage]:
    """Return how far a campaign has come in each of its hamlets, by name; a hamlet's newest dialogue counts."""
    held = list(dialogues.every().filter(campaign=campaign).order_by("held_on", "pk"))
    counts = progress_of(held)
    newest: dict[int, Dialogue] = {}
    pairs = Dialogue.hamlets.through.objects.filter(dialogue__in=[each.pk for each in held])
    by_key = {each.pk: each for each in held}
    order = {each.pk: place for place, each in enumerate(held)}
    for pair in sorted(pairs, key=lambda pair: order[pair.dialogue_id]):
        newest[pair.hamlet_id] = by_key[pair.dialogue_id]
    rows = []
    for hamlet in campaign.hamlets.order_by("name"):
        dialogue = newest.get(hamlet.pk)
        rows.append(Coverage(hamlet, dialogue, counts[dialogue.pk] if dialogue else None))
    return rows


_MEETINGS_OFFERED = 4000
"""Rows of dialogue and hamlet among which a page lets one choose, the newest first."""


@dataclass(frozen=True)
class Desk:
    """What lies before a viewer: how much waits, and the communes, dialogues and hamlets one can look at.

    `communes` are names by code; a dialogue is (code, day, commune), a hamlet (code, name, commune).
    """

    communes: dict[str, str]
    dialogues: tuple[tuple[str, date, str], ...]
    hamlets: tuple[tuple[str, str, str], ...]
    is_allowed: bool
    is_sample: bool
    waiting: int
    held: int
    undecided: int


def desk(viewer: Person, *, on: date) -> Desk:
    """Return what lies before a viewer of the register; nothing where no mandate lets them read."""
    paths = people.reach(viewer, Verb.READ, on=on)
    meetings = Dialogue.objects.filter(people.below(paths, "commune__path")).order_by("-held_on", "-pk")
    fields = ("code", "held_on", "commune__code", "commune__name", "commune__is_sample", "hamlets__code")
    rows = list(meetings.values_list(*fields, "hamlets__name")[:_MEETINGS_OFFERED])
    hamlets = {(code, name, commune) for _, _, commune, _, _, code, name in rows if code}
    return Desk(
        communes={commune: name for _, _, commune, name, *_ in rows},
        dialogues=tuple(dict.fromkeys((code, day, commune) for code, day, commune, *_ in rows)),
        hamlets=tuple(sorted(hamlets, key=lambda hamlet: (hamlet[2], hamlet[1]))),
        is_allowed=bool(paths),
        is_sample=any(is_sample for *_, is_sample, _, _ in rows),
        **_to_do(paths),
    )


def _to_do(paths: Iterable[str]) -> dict[str, int]:
    is_open, is_dismissed, is_held = (
        Q(opening__isnull=False),
        Q(dismissal__isnull=False),
        Q(suspicion__isnull=False),
    )
    is_decided = Exists(Decision.objects.filter(matter=OuterRef("membership__matter")))
    undecided = ~is_open & ~is_dismissed
    return Opinion.objects.filter(people.below(paths, "commune__path")).aggregate(
        waiting=Count("pk", filter=undecided & ~is_held),
        held=Count("pk", filter=undecided & is_held),
        undecided=Count("pk", filter=is_open & ~is_decided),
    )
