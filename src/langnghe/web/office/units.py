"""Loading units below a place from any table; nothing is loaded when one line is wrong."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.places import actions, importing, queries
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.office.tables import TableForm
from langnghe.web.pages import done, show, step

if TYPE_CHECKING:
    from langnghe.places.importing import Problem
    from langnghe.places.models import Place
    from langnghe.places.packs import Unit

PROBLEMS: dict[str, Promise | str] = {
    "table-unreadable": _("không đọc được như một bảng CSV"),
    "heading-missing": _("dòng tiêu đề thiếu một cột bắt buộc"),
    "no-lines": _("dưới dòng tiêu đề chưa có dòng nào"),
    "code-missing": _("thiếu mã"),
    "name-missing": _("thiếu tên"),
    "code-unclear": _("mã chỉ gồm chữ không dấu, chữ số, dấu chấm và gạch, nhiều nhất 36 ký tự"),
    "name-too-long": _("tên dài quá 200 ký tự"),
    "code-twice": _("mã xuất hiện hai lần"),
    "kind-unknown": _("không rõ là phường, xã hay thôn"),
    "parent-unknown": _("không có nơi nào mang mã cấp trên này"),
    "parent-not-above": _("nơi này không phải cấp trên"),
    "number-unclear": _("tọa độ không phải là số"),
    "day-unclear": _("ngày viết chưa đúng, ví dụ đúng: 1/7/2026"),
}


@for_work(Verb.MAP)
def load(request: StaffRequest, code: str) -> HttpResponse:
    top = queries.place(code)
    people.require(request.user, Verb.MAP, top, on=today())
    form = TableForm(request.POST or None, request.FILES or None)
    problems: list[tuple[Problem, object]] = []
    if form.is_valid():
        units, problems = _read(form.text, top)
        if not problems:
            added = actions.load_units(units=units, by=str(request.user.key), at=now())
            words = ngettext("Đã thêm %(n)s đơn vị.", "Đã thêm %(n)s đơn vị.", added) % {"n": added}
            return done(request, words, reverse("places"))
        form.add_error(None, gettext("Có dòng chưa đúng, nên chưa thêm gì. Xin sửa các dòng dưới đây rồi gửi lại."))
    trail = (step(_("Địa bàn"), "places"), (_("Nhập đơn vị"), ""))
    return show(request, "office/units_load", at=[top], trail=trail, form=form, top=top, problems=problems)


def _read(text: str, top: "Place") -> "tuple[list[Unit], list[tuple[Problem, object]]]":
    """Return the units of a table, or what is wrong in which line."""
    try:
        units = importing.units(text, within=queries.kinds_within(top), top=top.code)
    except Refused as refusal:
        found: list[Problem] = refusal.facts["problems"]  # type: ignore[assignment]
        return [], [(problem, PROBLEMS[problem.what]) for problem in found]
    return [replace(unit, is_sample=top.is_sample) for unit in units], []
