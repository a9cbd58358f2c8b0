"""How far a campaign has come, hamlet by hamlet: planned, held, in the register, answered; and the two legal clocks."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from langnghe.answers.models import Answer
from langnghe.campaigns.models import Campaign, CampaignHamlet
from langnghe.campaigns.queries import country_of
from langnghe.dialogues import queries as dialogues
from langnghe.dialogues.models import Dialogue, DialogueHamlet
from langnghe.insights import clocks
from langnghe.insights.clocks import Clock
from langnghe.insights.queries import number
from langnghe.matters.models import Membership
from langnghe.opinions.models import Opinion
from langnghe.papers.models import Posting
from langnghe.papers.rules import Kind
from langnghe.places.models import Place
from langnghe.places.queries import heirs

UNHEARD = ("unplanned", "planned")
"""The states in which nobody has listened to a hamlet yet."""


def with_state(rows: QuerySet[Dialogue]) -> QuerySet[Dialogue]:
    """Return dialogues with `state`, as `Coverage.state` says it, and the numbers `heard`, `answered` and `waiting`."""
    return rows.annotate(**_standing("pk"))


def _standing(dialogue: str) -> dict[str, Any]:
    """Return the expressions for how the dialogue in field `dialogue` stands.

    `heard` opinions are in the register, `answered` of them belong to a matter with an official answer, `waiting` are
    undecided. A dialogue is minuted when something was heard and nothing waits, answered when all of it is.
    """
    said = Opinion.objects.filter(dialogue=OuterRef(dialogue))
    opened, undecided = said.filter(opening__isnull=False), said.filter(opening__isnull=True, dismissal__isnull=True)
    told = Membership.objects.filter(opinion=OuterRef("pk"), matter__in=Answer.objects.values("matter"))
    is_heard, is_waiting = Exists(opened), Exists(undecided)
    state = Case(
        When(is_heard & ~is_waiting & ~Exists(opened.filter(~Exists(told))), then=Value("answered")),
        When(is_heard & ~is_waiting, then=Value("minuted")),
        When(dialogues.held(dialogue) | is_heard | is_waiting, then=Value("held")),
        When(dialogues.called_off(dialogue), then=Value("called-off")),
        default=Value("planned"),
    )
    is_free = undecided.filter(suspicion__isnull=True)
    numbers = {"heard": opened, "answered": opened.filter(Exists(told)), "waiting": is_free}
    return {"state": state, **{name: number(found) for name, found in numbers.items()}}


@dataclass(frozen=True)
class Coverage:
    """How far a campaign has come in one hamlet: its newest dialogue that was held, else planned, and how it stands.

    `heirs` is what the hamlet was merged or split into; without any it goes on as itself. Dialogues that were called
    off count for nothing.
    """

    hamlet: Place
    dialogue: Dialogue | None = None
    state: str = "unplanned"
    heard: int = 0
    answered: int = 0
    notice_on: date | None = None
    result_on: date | None = None
    heirs: tuple[Place, ...] = ()

    @property
    def is_heard(self) -> bool:
        """Whether somebody has listened here."""
        return self.state not in UNHEARD

    def notice(self, today: date) -> Clock:
        """Return how the clock of the public notice stands."""
        return self._clock(Kind.NOTICE, self.notice_on, today)

    def result(self, today: date) -> Clock:
        """Return how the clock of the result notice stands; it runs from the day on."""
        if self.dialogue and self.dialogue.held_on > today:
            return Clock(clocks.State.NONE)
        return self._clock(Kind.RESULT, self.result_on, today)

    def _clock(self, kind: Kind, given_on: date | None, today: date) -> Clock:
        if self.dialogue is None:
            return Clock(clocks.State.NONE)
        held_on = self.dialogue.held_on
        days = clocks.days(kind, self.dialogue.kind, country_of(self.hamlet), held_on)
        return clocks.clock(
            kind,
            held_on,
            given_on=given_on,
            days=days,
            today=today,
            noted_on=self.dialogue.noted_on,
        )


def coverage(meant: Sequence[CampaignHamlet]) -> list[Coverage]:
    """Return how far a campaign has come in its hamlets `meant`, in their order, in one query; two after mergers."""
    after = heirs([each.hamlet_id for each in meant if each.hamlet.valid_to])
    held: dict[int, list[Any]] = defaultdict(list)
    planned = DialogueHamlet.objects.filter(dialogue__campaign__in={each.campaign_id for each in meant})
    for pair in _standing_pairs(planned.exclude(dialogues.called_off("dialogue"))):
        held[pair.hamlet_id].append(pair)
    found = []
    for each in meant:
        after_it = after.get(each.hamlet_id, [])
        here = [pair for place in (each.hamlet, *after_it) for pair in held[place.pk]]
        last = max(here, key=lambda pair: _rank(pair.state, pair.dialogue.held_on, pair.dialogue_id), default=None)
        found.append(_covered(each.hamlet, last, tuple(after_it)))
    return found


def of_dialogue(dialogue: Dialogue) -> list[Coverage]:
    """Return how one dialogue stands in each of its hamlets, by name, in one query."""
    pairs = _standing_pairs(DialogueHamlet.objects.filter(dialogue=dialogue)).select_related("dialogue", "hamlet")
    return [_covered(pair.hamlet, pair, ()) for pair in pairs.order_by("hamlet__name", "hamlet")]


def _standing_pairs(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """Return hamlets of dialogues with how each stands, and since when its notice and its result are public.

    A notice issued before the dialogue was moved tells people another day: it stops nothing, whenever it is posted.
    """
    hung = Posting.objects.filter(
        paper__subjects__about=OuterRef("dialogue__key"), paper__withdrawal__isnull=True
    ).order_by("on")
    moved_at = dialogues.moved_at("dialogue")
    told_anew = Q(paper__at__gte=Coalesce(OuterRef("moved_at"), F("paper__at")))
    here = Q(paper__hamlet__isnull=True) | Q(paper__hamlet=OuterRef("hamlet"))
    rows = rows.annotate(**_standing("dialogue"), moved_at=moved_at).annotate(
        notice_on=Subquery(hung.filter(told_anew, paper__kind=Kind.NOTICE).values("on")[:1]),
        result_on=Subquery(hung.filter(here, paper__kind=Kind.RESULT).values("on")[:1]),
    )
    return rows.select_related("dialogue")


def _rank(state: str, held_on: date, dialogue: int) -> tuple[bool, date, int]:
    """Return by what the dialogues of one hamlet are told apart: the greatest counts."""
    return state not in UNHEARD, held_on, dialogue


def _covered(hamlet: Place, last: Any, heirs: tuple[Place, ...]) -> Coverage:
    if last is None:
        return Coverage(hamlet, heirs=heirs)
    names = ("dialogue", "state", "heard", "answered", "notice_on", "result_on")
    return Coverage(hamlet, heirs=heirs, **{name: getattr(last, name) for name in names})


def states(campaigns: Sequence[Campaign]) -> dict[int, Counter[str]]:
    """Return how many hamlets of each campaign are in which state, by primary key, in one query; two after mergers."""
    within = [each.pk for each in campaigns]
    meant = CampaignHamlet.objects.filter(campaign__in=within)
    planned = DialogueHamlet.objects.filter(dialogue__campaign__in=within).exclude(dialogues.called_off("dialogue"))
    rows = meant.values_list("campaign", "hamlet", "hamlet__valid_to", Value(0), Value("")).union(
        planned.values_list(
            "dialogue__campaign", "hamlet", "dialogue__held_on", "dialogue", _standing("dialogue")["state"]
        ),
        all=True,
    )
    hamlets = []
    held: dict[tuple[int, int], list[tuple[date, int, str]]] = defaultdict(list)
    for campaign, hamlet, day, dialogue, state in rows:
        if dialogue:
            held[campaign, hamlet].append((day, dialogue, state))
        else:
            hamlets.append((campaign, hamlet, day))
    after = heirs([hamlet for _, hamlet, day in hamlets if day])
    found: dict[int, Counter[str]] = {key: Counter() for key in within}
    for campaign, hamlet, _ in hamlets:
        standing = (hamlet, *(heir.pk for heir in after.get(hamlet, [])))
        here = [(*_rank(state, day, pk), state) for place in standing for day, pk, state in held[campaign, place]]
        found[campaign][max(here)[-1] if here else "unplanned"] += 1
    return found
