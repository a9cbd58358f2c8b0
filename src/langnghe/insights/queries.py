"""Counts over everything below: how far each dialogue is, which hamlets nobody has listened to yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

from langnghe.campaigns.models import Campaign, CampaignHamlet
from langnghe.dialogues import queries as dialogues
from langnghe.dialogues.models import Dialogue, DialogueHamlet
from langnghe.matters.models import Decision, Membership
from langnghe.opinions.models import Opinion, SettingAside
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb, holding
from langnghe.places.models import Place
from langnghe.places.queries import heirs, name_on


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
    found = {row.pop("dialogue"): row for row in cast("list[dict[str, int]]", list(counts))}
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


def with_state(rows: QuerySet[Dialogue]) -> QuerySet[Dialogue]:
    """Return dialogues of `dialogues.queries` with `state`, as `Coverage.state` says it, to filter and page by."""
    heard = Opinion.objects.filter(dialogue=OuterRef("pk"))
    is_open = Exists(heard.filter(opening__isnull=False))
    is_undecided = Exists(heard.filter(opening__isnull=True, dismissal__isnull=True))
    return rows.annotate(
        state=Case(
            When(is_open & ~is_undecided, then=Value("minuted")),
            When(Q(is_held=True) | is_open | is_undecided, then=Value("held")),
            default=Value("planned"),
        )
    )


@dataclass(frozen=True)
class Coverage:
    """How far a campaign has come in one hamlet: its dialogue, if planned, and what became of it.

    `heirs` is what the hamlet was merged or split into; without any it goes on as itself.
    """

    hamlet: Place
    dialogue: Dialogue | None
    progress: Progress | None
    heirs: tuple[Place, ...] = ()

    @property
    def state(self) -> str:
        """Return "unplanned", "planned", "held" or "minuted"."""
        if self.dialogue is None or self.progress is None:
            return "unplanned"
        if self.progress.is_minuted:
            return "minuted"
        heard = self.progress.open or self.progress.waiting or self.progress.held
        return "held" if heard or self.dialogue.is_held else "planned"  # type: ignore[attr-defined]


def coverage(campaign: Campaign) -> list[Coverage]:
    """Return how far a campaign has come in each of its hamlets, by name; a hamlet's newest dialogue counts."""
    return coverages([campaign])[campaign.pk]


def coverages(campaigns: Sequence[Campaign]) -> dict[int, list[Coverage]]:
    """Return `coverage` of several campaigns, by primary key, in as many queries as for one.

    A dialogue with what a hamlet was merged or split into counts for that hamlet.
    """
    by_key = {each.pk: each for each in dialogues.every().filter(campaign__in=campaigns)}
    counts = progress_of(by_key.values())
    newest: dict[tuple[int | None, int], Dialogue] = {}
    for pair in DialogueHamlet.objects.filter(dialogue__in=by_key).order_by("dialogue__held_on", "dialogue"):
        newest[by_key[pair.dialogue_id].campaign_id, pair.hamlet_id] = by_key[pair.dialogue_id]
    meant = CampaignHamlet.objects.filter(campaign__in=campaigns).select_related("hamlet").order_by("hamlet__name")
    gone_on = heirs({each.hamlet for each in meant})
    found: dict[int, list[Coverage]] = {each.pk: [] for each in campaigns}
    for each in meant:
        after = gone_on.get(each.hamlet_id, [])
        held = [newest.get((each.campaign_id, place.pk)) for place in (each.hamlet, *after)]
        last = max(filter(None, held), key=lambda one: (one.held_on, one.pk), default=None)
        progress = counts[last.pk] if last else None
        found[each.campaign_id].append(Coverage(each.hamlet, last, progress, tuple(after)))
    return found


_MEETINGS_OFFERED = 4000
"""Rows of dialogue and hamlet among which a page lets one choose, the newest first."""


@dataclass(frozen=True)
class Desk:
    """What lies before a viewer: how much waits, and the communes, dialogues and hamlets one can look at.

    `communes` are names by code; a dialogue is (code, day, commune), a hamlet (code, name, commune). `verbs` is what
    the viewer may do somewhere.
    """

    communes: dict[str, str]
    dialogues: tuple[tuple[str, date, str], ...]
    hamlets: tuple[tuple[str, str, str], ...]
    verbs: frozenset[Verb]
    is_sample: bool
    waiting: int
    held: int
    undecided: int


def desk(viewer: Person, *, on: date) -> Desk:
    """Return what lies before a viewer of the register; nothing where no mandate lets them read."""
    grants = people.grants(viewer)
    paths = {grant.path for grant in holding(grants, Verb.READ, on=on)}
    meetings = Dialogue.objects.filter(people.below(paths, "commune__path")).order_by("-held_on", "-pk")
    fields = ("code", "held_on", "commune__code", "commune__name", "commune__is_sample", "hamlets__code")
    rows = list(meetings.values_list(*fields, "hamlets__name")[:_MEETINGS_OFFERED])
    hamlets = {(code, name, commune) for _, _, commune, _, _, code, name in rows if code}
    return Desk(
        communes={commune: name for _, _, commune, name, *_ in rows},
        dialogues=tuple(dict.fromkeys((code, day, commune) for code, day, commune, *_ in rows)),
        hamlets=tuple(sorted(hamlets, key=lambda hamlet: (hamlet[2], hamlet[1]))),
        verbs=frozenset(verb for verb in Verb if holding(grants, verb, on=on)),
        is_sample=any(is_sample for *_, is_sample, _, _ in rows),
        **_to_do(paths),
    )


def _to_do(paths: Iterable[str]) -> dict[str, int]:
    is_open, is_dismissed, is_held = (
        Q(opening__isnull=False),
        Q(dismissal__isnull=False),
        Q(suspicion__isnull=False),
    )
    decided = Decision.objects.values("matter")
    is_decided = Exists(Membership.objects.filter(opinion=OuterRef("pk"), matter__in=decided))
    undecided = ~is_open & ~is_dismissed
    return Opinion.objects.filter(people.below(paths, "commune__path")).aggregate(
        waiting=Count("pk", filter=undecided & ~is_held),
        held=Count("pk", filter=undecided & is_held),
        undecided=Count("pk", filter=is_open & ~Q(is_decided)),
    )
