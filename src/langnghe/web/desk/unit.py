"""The matters of one's own office: to be answered, given back by the chair, waiting for the chair, answered."""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from langnghe.answers import queries as answers
from langnghe.matters import queries
from langnghe.people.queries import units as offices
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import today
from langnghe.web.desk.asking import DUE_OR_NEVER
from langnghe.web.desk.suggestions import Shown
from langnghe.web.pages import show
from langnghe.web.paging import page
from langnghe.web.wording import OUTCOMES

if TYPE_CHECKING:
    from django.db.models import QuerySet

MOST_URGENT_FIRST = ("due_or_never", "pk")
RETURNED, WAITING, TOLD = 50, 50, 20
"""So many matters of each kind stand on the page; what is to be answered goes on by pages."""


@require_safe
@for_work(Verb.SEE_UNIT)
def unit(request: StaffRequest) -> HttpResponse:
    """Show the matters that the viewer's own offices lead, by what they wait for, the overdue first."""
    led = answers.owed(request.user, on=today()).annotate(due_or_never=DUE_OR_NEVER)
    drafted = led.filter(draft_key__isnull=False)
    found = page(led.filter(draft_key__isnull=True), MOST_URGENT_FIRST, request.GET)
    returned = _returned(drafted.filter(draft_returned__isnull=False)[:RETURNED])
    waiting = [_shown(row) for row in drafted.filter(draft_returned__isnull=True)[:WAITING]]
    rows = [_shown(row) for row in found.rows]
    owed = [*rows, *[each["one"] for each in returned]]
    told = _told(request)
    return show(
        request,
        "desk/unit",
        rows=rows,
        pager=found.pager,
        returned=returned,
        waiting=waiting,
        told=told,
        late=sum(1 for one in owed if one.due_on and one.due_on < today()),
        units=sorted({name for _path, name in offices(request.user, on=today())}),
        sample=any(one.commune.is_sample for one in [*owed, *waiting, *[each["one"] for each in told]]),
    )


def _shown(row: Any) -> Shown:
    return Shown(row, row.title, row.commune, localdate(row.opened_at))


def _returned(rows: "QuerySet[Any]") -> list[dict[str, Any]]:
    """Return what the chair gave back, each with the remark, in two questions."""
    matters = list(rows)
    remarks: dict[int, Any] = {}
    if matters:
        for draft in reduce(or_, (answers.drafts(each) for each in matters)):
            remarks.setdefault(draft.matter_id, draft.remark)
    return [{"one": _shown(each), "remark": remarks[each.pk]} for each in matters]


def _told(request: StaffRequest) -> list[dict[str, Any]]:
    """Return what was answered last."""
    led = answers.with_answers(queries.of_unit(request.user, on=today())).filter(answered_at__isnull=False)
    return [
        {"one": _shown(row), "outcome": OUTCOMES[row.answer_outcome][1], "at": row.answered_at}
        for row in led.order_by("-answered_at")[:TOLD]
    ]
