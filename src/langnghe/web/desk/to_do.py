"""What waits for somebody at the desk besides opinions: answers to release, matters to send on, results to tell."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from langnghe.answers import queries as answers
from langnghe.campaigns.queries import country_of
from langnghe.dialogues.rules import result_due
from langnghe.feedback import queries as feedback
from langnghe.insights import clocks
from langnghe.papers.rules import Kind
from langnghe.people.rules import Verb
from langnghe.referrals import queries as referrals
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import today
from langnghe.web.desk.trail import below_register
from langnghe.web.pages import show

if TYPE_CHECKING:
    from langnghe.dialogues.models import Dialogue
    from langnghe.people.models import Person
    from langnghe.places.models import Place


@dataclass(frozen=True)
class Untold:
    """A conference whose result somebody still has to publish, for these hamlets and by this day."""

    dialogue: "Dialogue"
    hamlets: "list[Place]"
    due_on: date | None


@dataclass(frozen=True)
class ToDo:
    """What waits: `drafts` for the chair's release (how many), matters to be sent on, results to be told."""

    drafts: int
    referrals: list[Any]
    results: list[Untold]

    def __bool__(self) -> bool:
        return bool(self.drafts or self.referrals or self.results)

    @property
    def untold(self) -> int:
        """How many hamlets wait for a result."""
        return sum(len(each.hamlets) for each in self.results)

    @property
    def due_on(self) -> date | None:
        """The first day on which a result is due."""
        return min((each.due_on for each in self.results if each.due_on), default=None)


def desk_to_do(viewer: "Person", on: date) -> ToDo:
    """Return what waits for a viewer on a day; what is not theirs to do counts nothing."""
    untold = groupby(feedback.owed(viewer, on=on), key=lambda pair: pair[0])
    return ToDo(
        drafts=answers.to_release(viewer, on=on).count(),
        referrals=list(referrals.owed(viewer, on=on)),
        results=[_untold(dialogue, [hamlet for _, hamlet in pairs]) for dialogue, pairs in untold],
    )


def _untold(dialogue: "Dialogue", hamlets: "list[Place]") -> Untold:
    days = clocks.days(Kind.RESULT, dialogue.kind, country_of(dialogue.commune), dialogue.held_on)
    due_on = result_due(dialogue.held_on, days) if days is not None else None
    return Untold(dialogue, hamlets, due_on)


@require_safe
@for_work(Verb.ISSUE, Verb.RELEASE)
def owed(request: StaffRequest) -> HttpResponse:
    """Show what people are still owed; the register takes in its first sentence."""
    waits = desk_to_do(request.user, today())
    if request.headers.get("HX-Request"):
        return show(request, "desk/_owed", waits=waits)
    communes = {each.dialogue.commune for each in waits.results} | {each.commune for each in waits.referrals}
    trail = below_register((gettext("Còn nợ bà con"), ""))
    return show(request, "desk/owed", at=communes, trail=trail, waits=waits)
