"""The register: what people said and a person confirmed, to be found again, sorted and taken along."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.http.response import StreamingHttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from langnghe.documents import lists
from langnghe.documents.workbook import Cell, Column, Sheet
from langnghe.insights import queries as insights
from langnghe.opinions import queries as opinions
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import today
from langnghe.web.context import navigation
from langnghe.web.desk.asking import RegisterForm
from langnghe.web.desk.suggestions import shown
from langnghe.web.pages import show
from langnghe.web.paging import page

if TYPE_CHECKING:
    from langnghe.insights.queries import Desk


@require_safe
@staff_only
def register(request: StaffRequest) -> HttpResponse:
    """Show the open opinions a viewer may read, as they are asked for."""
    desk = _desk(request)
    form = RegisterForm(request.GET, desk)
    shown_page = page(form.of(opinions.register(request.user, on=today())), form.order, request.GET)
    return show(
        request,
        "desk/register",
        form=form,
        desk=desk,
        navigation=navigation(request.path, set(desk.verbs)),
        rows=[shown(row) for row in shown_page.rows],
        may_hear=Verb.HEAR in desk.verbs,
        pager=shown_page.pager,
        asked=request.GET.urlencode(),
        place_name=next(iter(desk.communes.values())) if len(desk.communes) == 1 else "",
        sample=desk.is_sample,
    )


@require_safe
@staff_only
def register_list(request: StaffRequest, form: str) -> StreamingHttpResponse:
    """Hand over what the register shows, all pages of it, as a spreadsheet."""
    desk = _desk(request)
    asked = RegisterForm(request.GET, desk)
    rows = asked.of(opinions.register(request.user, on=today())).order_by(*asked.order)
    sheet = Sheet(
        name=gettext("Sổ ý kiến"),
        above=(gettext("DỮ LIỆU MẪU"),) if desk.is_sample else (),
        mark=gettext("DỮ LIỆU MẪU") if desk.is_sample else "",
        on=today(),
    )
    pieces = lists.pieces(_columns(), _cells(rows.iterator(chunk_size=500)), form, sheet)
    response = StreamingHttpResponse(pieces, content_type=_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="so-y-kien-{today().isoformat()}.{form}"'
    return response


_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _desk(request: StaffRequest) -> "Desk":
    desk = insights.desk(request.user, on=today())
    if Verb.READ not in desk.verbs:
        raise Refused("not-yours", place=gettext("nơi nào"))
    return desk


def _columns() -> list[Column]:
    return [
        Column(gettext("Số"), 10),
        Column(gettext("Lời bà con"), 70),
        Column(gettext("Thôn, tổ dân phố"), 18),
        Column(gettext("Xã, phường"), 18),
        Column(gettext("Ngày nói"), 12),
        Column(gettext("Phân loại"), 22),
        Column(gettext("Lĩnh vực"), 22),
        Column(gettext("Thẩm quyền"), 18),
        Column(gettext("Phòng, đơn vị"), 24),
        Column(gettext("Hạn"), 12),
        Column(gettext("Vụ việc"), 12),
    ]


def _cells(rows: Iterator[Any]) -> Iterator[list[Cell]]:
    for row in rows:
        one = shown(row)
        yield [
            row.reference,
            one.words,
            row.hamlet_then,
            row.commune.name,
            row.dialogue.held_on,
            gettext("đã quyết định") if one.is_decided else gettext("máy gợi ý, chưa quyết định"),
            one.topic,
            one.competence,
            one.unit,
            one.due_on,
            row.matter_code or "",
        ]
