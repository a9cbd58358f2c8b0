"""Staff: who works where, in which role, from when to when, and who stands in for whom."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.hashers import check_password
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from langnghe.people import actions, queries
from langnghe.people.rules import Role, Verb
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.office.days import DayField
from langnghe.web.office.pages import Step, answered_by, done, show, step
from langnghe.web.office.passwords import SealedPassword
from langnghe.web.office.wording import ROLES, last_day
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


class DatesForm(forms.Form):
    valid_from = DayField(label=_("Từ ngày"))
    last_on = DayField(label=_("Đến hết ngày"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, initial={"valid_from": today()})

    def facts(self) -> dict[str, Any]:
        """Return what `people.appoint` asks for: the day after the last one in the stead of the last one."""
        facts = dict(self.cleaned_data)
        last = facts.pop("last_on")
        return {**facts, "valid_to": last + timedelta(days=1) if last else None}


class MandateForm(DatesForm):
    role = forms.ChoiceField(label=_("Vai trò"), choices=list(ROLES.items()), widget=forms.RadioSelect)
    place = forms.ChoiceField(label=_("Ở nơi nào"))
    unit = forms.CharField(
        label=_("Phòng"), max_length=120, required=False, help_text=_("Cần với cán bộ phòng chuyên môn.")
    )
    function = forms.CharField(label=_("Chức vụ"), max_length=160, required=False)
    field_order = ("role", "place", "unit", "function", "valid_from", "last_on")

    def __init__(self, viewer: "Person", data: Any) -> None:
        super().__init__(data)
        self.known = {place.code: place for place in queries.offices(viewer, on=today())}
        self.fields["place"].choices = [(code, place.name) for code, place in self.known.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("role") == Role.UNIT and not self.cleaned_data.get("unit"):
            self.add_error("unit", gettext("Xin ghi tên phòng."))
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        return {**facts, "role": Role(facts["role"]), "place": self.known[facts["place"]]}


class StandInForm(DatesForm):
    person = forms.ChoiceField(label=_("Ai làm thay"))
    field_order = ("person", "valid_from", "last_on")

    def __init__(self, mandate: "Mandate", viewer: "Person", data: Any) -> None:
        super().__init__(data)
        others = queries.appointable(viewer, on=today()).exclude(pk=mandate.person_id)
        self.known = {person.login: person for person in others}
        self.fields["person"].choices = [(login, person.name) for login, person in self.known.items()]  # type: ignore[attr-defined]
        self.fields["last_on"].required = True
        self.mandate = mandate

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        same = {name: getattr(self.mandate, name) for name in ("place", "unit", "function")}
        own = {"person": self.known[facts["person"]], "role": Role(self.mandate.role)}
        return {**facts, **same, **own, "stands_in_for": self.mandate}


class EndForm(forms.Form):
    last_on = DayField(label=_("Ngày cuối cùng còn quyền"))


@for_work(Verb.APPOINT)
def staff(request: StaffRequest) -> HttpResponse:
    shown = page(queries.staff(request.user, on=today()), _ORDER, request.GET)
    facts = {
        "rows": [_row(mandate) for mandate in shown.rows],
        "pager": shown.pager,
        "idle": queries.appointable(request.user, on=today()).filter(mandates__isnull=True),
    }
    return show(request, "people", at=[each.place for each in shown.rows], trail=_trail(), **facts)


@for_work(Verb.APPOINT)
def person(request: StaffRequest, login: str) -> HttpResponse:
    """One member of staff: what they may do where, and what can be changed about it."""
    found = _appointable(request, login)
    rows = [_row(mandate) for mandate in queries.staff(request.user, on=today()).filter(person=found)]
    at = [row["mandate"].place for row in rows]
    return show(request, "person", at=at, trail=_trail((found.name, "")), person=found, rows=rows)


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
            return show(request, "password_given", trail=_trail(), person=person, password=said["sealed"], is_new=True)
    return show(request, "person_new", trail=_trail((_("Thêm cán bộ"), "")), form=form)


@for_work(Verb.APPOINT)
def appoint(request: StaffRequest, login: str) -> HttpResponse:
    """Give somebody a role at a place for a time."""
    person = _appointable(request, login)
    form = MandateForm(request.user, request.POST or None)
    if form.is_valid():
        facts = form.facts()
        known = queries.same_mandate(person, facts["role"], facts["place"], facts["unit"], facts["valid_from"])
        with answered_by(form):
            if known is None:
                actions.appoint(person=person, **facts, by=request.user, at=now())
            return done(request, gettext("Đã giao quyền cho %(name)s.") % {"name": person.name}, _page_of(person))
    facts = {"form": form, "what": _("Giao quyền"), "says": person.name}
    return show(request, "mandate_change", trail=_trail((_("Giao quyền"), "")), **facts)


@for_work(Verb.APPOINT)
def end(request: StaffRequest, key: int) -> HttpResponse:
    mandate = queries.mandate(key, request.user, on=today())
    form = EndForm(request.POST or None, initial={"last_on": today()})
    if form.is_valid():
        with answered_by(form):
            after = form.cleaned_data["last_on"] + timedelta(days=1)
            actions.end(mandate=mandate, on=after, by=request.user, at=now())
            return done(
                request, gettext("Đã ghi ngày thôi của %(name)s.") % {"name": mandate.person.name}, reverse("people")
            )
    facts = {"form": form, "what": _("Cho thôi"), "says": _says(mandate)}
    return show(request, "mandate_change", at=[mandate.place], trail=_trail((_("Cho thôi"), "")), **facts)


@for_work(Verb.APPOINT)
def stand_in(request: StaffRequest, key: int) -> HttpResponse:
    """Let somebody do another's work for some days."""
    mandate = queries.mandate(key, request.user, on=today())
    form = StandInForm(mandate, request.user, request.POST or None)
    if form.is_valid():
        facts = form.facts()
        known = queries.same_mandate(facts["person"], facts["role"], facts["place"], facts["unit"], facts["valid_from"])
        with answered_by(form):
            if known is None:
                actions.appoint(**facts, by=request.user, at=now())
            return done(request, gettext("Đã ghi người làm thay."), _page_of(facts["person"]))
    facts = {"form": form, "what": _("Làm thay"), "says": _says(mandate)}
    return show(request, "mandate_change", at=[mandate.place], trail=_trail((_("Làm thay"), "")), **facts)


def _appointable(request: StaffRequest, login: str) -> "Person":
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


def _page_of(person: "Person") -> str:
    return reverse("person", args=[person.login])


def _says(mandate: "Mandate") -> str:
    return f"{mandate.person.name}: {ROLES[mandate.role]}, {mandate.place.name}"


def _trail(*more: Step) -> tuple[Step, ...]:
    return (step(_("Cán bộ"), "people"), *more)
