"""A commune's hamlets: add, confirm, rename, merge and split them."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.places import actions, queries
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.days import DayField
from langnghe.web.office.places import kept, trail
from langnghe.web.office.tables import TableForm
from langnghe.web.pages import answered_by, done, show

if TYPE_CHECKING:
    from langnghe.places.models import Place


class ChangeForm(forms.Form):
    """What every change of the map says: from which day, by which decision."""

    on = DayField(label=_("Từ ngày"))
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=300, help_text=_("Ví dụ: Nghị quyết số 12/NQ-HĐND ngày 20/6/2026")
    )

    def __init__(self, places: "list[Place]", data: Any) -> None:
        super().__init__(data)
        self.known = {place.code: place for place in places}
        for name in ("place", "places"):
            if name in self.fields:
                self.fields[name].choices = [(place.code, place.name) for place in places]  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """Return what the action asks for, with places in the stead of their codes."""
        facts = dict(self.cleaned_data)
        if "place" in facts:
            facts["place"] = self.known[facts["place"]]
        if "places" in facts:
            facts["places"] = [self.known[code] for code in facts["places"]]
        return facts


class RenameForm(ChangeForm):
    place = forms.ChoiceField(label=_("Đổi tên nơi nào"))
    name = forms.CharField(label=_("Tên mới"), max_length=200)
    field_order = ("place", "name", "on", "basis")

    def clean(self) -> dict[str, Any]:
        """A second sending of the same renaming changes nothing, and says so."""
        said = self.cleaned_data
        is_whole = {"place", "name", "on"} <= said.keys()
        if is_whole and queries.name_on(self.known[said["place"]], said["on"]) == said["name"].strip():
            self.add_error("name", gettext("Nơi này đã mang tên ấy vào ngày đó."))
        return said


class MergeForm(ChangeForm):
    places = forms.MultipleChoiceField(label=_("Những nơi sáp nhập"), widget=forms.CheckboxSelectMultiple)
    name = forms.CharField(label=_("Tên của nơi mới"), max_length=200)
    field_order = ("places", "name", "on", "basis")


class SplitForm(ChangeForm):
    place = forms.ChoiceField(label=_("Nơi được chia"))
    names = forms.CharField(label=_("Tên các nơi mới"), help_text=_("Mỗi dòng một tên."), widget=forms.Textarea)
    field_order = ("place", "names", "on", "basis")

    def clean_names(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]


@for_work(Verb.MAP)
def add(request: StaffRequest, code: str) -> HttpResponse:
    commune = kept(request, code)
    form = TableForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        with answered_by(form):
            added = actions.add_hamlets(commune=commune, listing=form.text, by=str(request.user.key), at=now())
            words = ngettext("Đã thêm %(n)s thôn, tổ dân phố.", "Đã thêm %(n)s thôn, tổ dân phố.", len(added))
            return done(request, words % {"n": len(added)}, _page_of(commune))
    return show(
        request, "office/hamlets_add", at=[commune], trail=trail(commune, (_("Thêm"), "")), form=form, commune=commune
    )


@require_POST
@for_work(Verb.MAP)
def confirm(request: StaffRequest, code: str) -> HttpResponse:
    commune = kept(request, code)
    hamlet = queries.place(request.POST.get("hamlet", ""))
    people.require(request.user, Verb.MAP, hamlet, on=today())
    if not hamlet.is_confirmed:
        actions.confirm_hamlet(hamlet=hamlet, by=str(request.user.key), at=now())
    return done(request, gettext("Đã xác nhận %(name)s.") % {"name": hamlet.name}, _page_of(commune))


@for_work(Verb.MAP)
def rename(request: StaffRequest, code: str) -> HttpResponse:
    commune = kept(request, code)
    form = RenameForm(_nameable(request, commune), request.POST or None)
    if form.is_valid():
        with answered_by(form):
            actions.rename(**form.facts(), by=str(request.user.key), at=now())
            return done(request, gettext("Đã ghi tên mới. Các hội nghị trước ngày đó giữ tên cũ."), _page_of(commune))
    return _change(request, commune, form, _("Đổi tên"), _("Hội nghị trước ngày này vẫn giữ tên cũ."))


@for_work(Verb.MAP)
def merge(request: StaffRequest, code: str) -> HttpResponse:
    commune = kept(request, code)
    form = MergeForm(list(queries.hamlets(commune, on=today())), request.POST or None)
    if form.is_valid():
        with answered_by(form):
            actions.merge(**form.facts(), by=str(request.user.key), at=now())
            return done(
                request, gettext("Đã ghi việc sáp nhập. Các hội nghị trước ngày đó giữ tên cũ."), _page_of(commune)
            )
    return _change(request, commune, form, _("Sáp nhập"), _("Từ ngày này các nơi cũ không còn, một nơi mới bắt đầu."))


@for_work(Verb.MAP)
def split(request: StaffRequest, code: str) -> HttpResponse:
    commune = kept(request, code)
    form = SplitForm(list(queries.hamlets(commune, on=today())), request.POST or None)
    if form.is_valid():
        with answered_by(form):
            actions.split(**form.facts(), by=str(request.user.key), at=now())
            return done(
                request, gettext("Đã ghi việc chia tách. Các hội nghị trước ngày đó giữ tên cũ."), _page_of(commune)
            )
    return _change(request, commune, form, _("Chia tách"), _("Từ ngày này nơi cũ không còn, các nơi mới bắt đầu."))


def _change(request: StaffRequest, commune: "Place", form: ChangeForm, what: object, says: object) -> HttpResponse:
    facts = {"form": form, "commune": commune, "what": what, "says": says}
    return show(request, "office/place_change", at=[commune], trail=trail(commune, (what, "")), **facts)


def _nameable(request: StaffRequest, commune: "Place") -> "list[Place]":
    """Return what may be renamed: the hamlets, and the commune itself by who keeps the map above it."""
    keeps_above = commune.parent and people.may(request.user, Verb.MAP, commune.parent, on=today())
    return [*([commune] if keeps_above else []), *queries.hamlets(commune, on=today())]


def _page_of(commune: "Place") -> str:
    return reverse("place", args=[commune.code])
