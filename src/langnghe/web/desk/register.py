"""The register: what people said and a person confirmed, to be found again, sorted and taken along."""

from collections.abc import Iterable, Iterator

from django.http import HttpResponse
from django.http.response import StreamingHttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from langnghe.documents import lists
from langnghe.documents.workbook import Cell, Column, Sheet
from langnghe.insights import desk as insights
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import today
from langnghe.web.context import navigation
from langnghe.web.desk.asking import Asking
from langnghe.web.desk.lines import Line, line, table
from langnghe.web.pages import show
from langnghe.web.paging import page


@require_safe
@staff_only
def register(request: StaffRequest) -> HttpResponse:
    """Show the open opinions a viewer may read, as they are asked for."""
    asking = _asking(request)
    desk, lines = asking.desk, asking.lines
    found = page(lines, lines.order, request.GET)
    rows = [line(row, desk) for row in found.rows]
    return show(
        request,
        "desk/register",
        asking=asking,
        desk=desk,
        navigation=navigation(request.path, set(desk.verbs)),
        rows=rows,
        table=table(rows, today()),
        may_hear=Verb.HEAR in desk.verbs,
        pager=found.pager,
        asked=request.GET.urlencode(),
        place_name=desk.within.name if desk.within and len(desk.communes) == 1 else "",
        sample=desk.is_sample,
    )


@require_safe
@staff_only
def register_list(request: StaffRequest, form: str) -> StreamingHttpResponse:
    """Hand over what the register shows, all pages of it, as a spreadsheet."""
    asking = _asking(request)
    rows = asking.lines.all()
    sheet = Sheet(
        name=gettext("Sổ ý kiến"),
        above=(gettext("DỮ LIỆU MẪU"),) if asking.desk.is_sample else (),
        mark=gettext("DỮ LIỆU MẪU") if asking.desk.is_sample else "",
        on=today(),
    )
    cells = _cells(line(row, asking.desk) for row in rows.iterator(chunk_size=500))
    response = StreamingHttpResponse(lists.pieces(_columns(), cells, form, sheet), content_type=_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="so-y-kien-{today().isoformat()}.{form}"'
    return response


_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _asking(request: StaffRequest) -> Asking:
    commune, dialogue = request.GET.get("commune", ""), request.GET.get("dialogue", "")
    desk = insights.before(request.user, on=today(), commune=commune, dialogue=dialogue)
    if Verb.READ not in desk.verbs:
        raise Refused("not-yours", place=gettext("nơi nào"))
    return Asking(request.GET, desk)


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


def _cells(rows: Iterable[Line]) -> Iterator[list[Cell]]:
    for one in rows:
        yield [
            one.row.reference,
            one.words,
            one.row.hamlet_then,
            one.commune.name,
            one.held_on,
            gettext("đã quyết định") if one.is_decided else gettext("máy gợi ý, chưa quyết định"),
            one.topic,
            one.competence,
            one.unit,
            one.due_on,
            one.row.matter_code,
        ]
