"""Staff: who works where, and somebody new."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.hashers import check_password
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from langnghe.people import actions, queries
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.office.passwords import SealedPassword
from langnghe.web.office.wording import ROLES, last_day
from langnghe.web.pages import Step, answered_by, show, step
from langnghe.web.paging import page

if TYPE_CHECKING:
    from langnghe.people.models import Mandate, Person

_ORDER = ("place__path", "role", "person__name", "pk")


class PersonForm(SealedPassword):
    name = forms.CharField(label=_("Họ tên"), max_length=120)
    login = forms.CharField(
        label=_("Tên đăng nhập"), max_length=40, help_text=_("Chữ không dấu, chữ số, dấu chấm và gạch nối.")
    )

    def known(self) -> "Person | None":
        """Return the person whom an earlier sending of this very form has added."""
        person = queries.maybe(self.cleaned_data["login"].strip().lower())
        return person if person and check_password(self.cleaned_data["sealed"], person.password) else None


@for_work(Verb.APPOINT)
def staff(request: StaffRequest) -> HttpResponse:
    shown = page(queries.staff(request.user, on=today()), _ORDER, request.GET)
    facts = {
        "rows": [_row(mandate) for mandate in shown.rows],
        "pager": shown.pager,
        "idle": queries.appointable(request.user, on=today()).filter(mandates__isnull=True),
    }
    return show(request, "office/people", at=[each.place for each in shown.rows], trail=trail(), **facts)


@for_work(Verb.APPOINT)
def person(request: StaffRequest, login: str) -> HttpResponse:
    """One member of staff: what they may do where, and what can be changed about it."""
    found = appointable(request, login)
    rows = [_row(mandate) for mandate in queries.staff(request.user, on=today()).filter(person=found)]
    at = [row["mandate"].place for row in rows]
    return show(request, "office/person", at=at, trail=trail((found.name, "")), person=found, rows=rows)


@never_cache
@sensitive_post_parameters()
@for_work(Verb.APPOINT)
def add(request: StaffRequest) -> HttpResponse:
    form = PersonForm(request.POST or None)
    if form.is_valid():
        with answered_by(form):
            said = form.cleaned_data
            facts = {"login": said["login"], "name": said["name"], "password": said["sealed"]}
            person = form.known() or actions.add(**facts, by=request.user, at=now())
            return show(
                request, "office/password_given", trail=trail(), person=person, password=said["sealed"], is_new=True
            )
    return show(request, "office/person_new", trail=trail((_("Thêm cán bộ"), "")), form=form)


def appointable(request: StaffRequest, login: str) -> "Person":
    """Return the person whom the viewer may appoint. Raises Refused: "no-such-person"."""
    found = queries.appointable(request.user, on=today()).filter(login=login).first()
    if found is None:
        raise Refused("no-such-person", login=login)
    return found


def _row(mandate: "Mandate") -> dict[str, Any]:
    """Return a mandate as the list shows it; one whose days are over or to come says so."""
    state = "done" if mandate.valid_to and mandate.valid_to <= today() else "open"
    if mandate.valid_from > today():
        state = "planned"
    words = {"done": _("Đã thôi"), "open": _("Đang làm"), "planned": _("Sắp tới")}
    facts = {"role": ROLES[mandate.role], "last_on": last_day(mandate.valid_to), "state": (state, words[state])}
    return {"mandate": mandate, "is_over": state == "done", **facts}


def page_of(person: "Person") -> str:
    """Return the address of the page of somebody on the staff."""
    return reverse("person", args=[person.login])


def trail(*more: Step) -> tuple[Step, ...]:
    """Return the way from the staff to one person and further."""
    return (step(_("Cán bộ"), "people"), *more)
