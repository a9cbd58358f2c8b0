"""Mandates: a role given from a day on, ended, or done by somebody else for some days."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from langnghe.people import actions, queries
from langnghe.people.rules import Role, Verb
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.days import DayField
from langnghe.web.office.people import appointable, page_of, trail
from langnghe.web.office.wording import ROLES
from langnghe.web.pages import answered_by, done, show

if TYPE_CHECKING:
    from langnghe.people.models import Mandate, Person


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
def appoint(request: StaffRequest, login: str) -> HttpResponse:
    """Give somebody a role at a place for a time."""
    person = appointable(request, login)
    form = MandateForm(request.user, request.POST or None)
    if form.is_valid():
        facts = form.facts()
        known = queries.same_mandate(person, facts["role"], facts["place"], facts["unit"], facts["valid_from"])
        with answered_by(form):
            if known is None:
                actions.appoint(person=person, **facts, by=request.user, at=now())
            return done(request, gettext("Đã giao quyền cho %(name)s.") % {"name": person.name}, page_of(person))
    facts = {"form": form, "what": _("Giao quyền"), "says": person.name}
    return show(request, "office/mandate_change", trail=trail((_("Giao quyền"), "")), **facts)


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
    return show(request, "office/mandate_change", at=[mandate.place], trail=trail((_("Cho thôi"), "")), **facts)


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
            return done(request, gettext("Đã ghi người làm thay."), page_of(facts["person"]))
    facts = {"form": form, "what": _("Làm thay"), "says": _says(mandate)}
    return show(request, "office/mandate_change", at=[mandate.place], trail=trail((_("Làm thay"), "")), **facts)


def _says(mandate: "Mandate") -> str:
    return f"{mandate.person.name}: {ROLES[mandate.role]}, {mandate.place.name}"
