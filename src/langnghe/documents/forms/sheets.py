"""Forms that are one long table on sheets lying on their side: the consolidated table (F6) and the register (F14)."""

from langnghe.documents import blocks
from langnghe.documents.blocks import Column, paragraph, when
from langnghe.documents.forms.parts import opening
from langnghe.documents.layouts import Layout

CONSOLIDATED = [
    Column("STT / Mã ý kiến", 17, "{{ [row.number, row.code] | joined }}", centred=True),
    Column("Thôn, tổ dân phố; buổi đối thoại, ngày", 23, "{{ [row.hamlet, row.dialogue] | joined }}"),
    Column("Nội dung ý kiến, kiến nghị (số lượt nêu)", 46, "{{ row.text }}{{ row.times | raised }}"),
    Column("Lĩnh vực / nhóm vấn đề", 16, "{{ row.topic }}"),
    Column("Thẩm quyền", 14, "{{ row.competence }}"),
    Column("Đơn vị chủ trì; phối hợp", 20, "{{ [row.lead_unit, row.supporting_units] | joined }}"),
    Column("Nội dung trả lời tại hội nghị", 27, "{{ row.answer }}"),
    Column("Hướng giải quyết, cam kết", 22, "{{ row.direction }}"),
    Column("Kinh phí dự kiến, nguồn", 13, "{{ row.budget }}"),
    Column("Thời hạn", 18, "{{ row.deadline }}", centred=True),
    Column("Văn bản chuyển; văn bản trả lời (số, ngày)", 17, "{{ [row.forwarded_by, row.replied_by] | joined }}"),
    Column("Tình trạng", 14, "{{ row.status }}"),
    Column("Xác nhận của người dân", 13, "{{ row.confirmation }}"),
    Column("Ghi chú", 13, "{{ row.note }}"),
]
REGISTER = [
    Column("Mã ý kiến", 20, "{{ row.code }}", centred=True),
    Column("Ngày", 18, "{{ row.on }}", centred=True),
    Column("Thôn/TDP", 22, "{{ row.hamlet }}"),
    Column("Nội dung ý kiến, kiến nghị", 70, "{{ row.text }}"),
    Column("Lĩnh vực", 22, "{{ row.topic }}"),
    Column("Đơn vị", 28, "{{ row.unit }}"),
    Column("Hạn", 18, "{{ row.deadline }}", centred=True),
    Column("Ngày trả lời", 18, "{{ row.answered_on }}", centred=True),
    Column("Hạn kéo dài; lý do", 27, "{{ [row.extended_to | day, row.extension_reason] | joined }}"),
    Column("Xác nhận của người dân", 22, "{{ row.confirmation }}"),
]
COLUMNS = {"table": CONSOLIDATED, "register": REGISTER}
NAMES = {"table": "BẢNG TỔNG HỢP", "register": "SỔ THEO DÕI"}
COUNTED = {
    "table": "Bảng này có {{ rows | length }} nội dung ý kiến, kiến nghị.",
    "register": "Sổ này có {{ rows | length }} ý kiến, kiến nghị.",
}


def table(layout: Layout, measure: float) -> str:
    """Return form F6."""
    return _sheet(layout, measure, "table")


def register(layout: Layout, measure: float) -> str:
    """Return form F14."""
    return _sheet(layout, measure, "register")


def _sheet(layout: Layout, measure: float, kind: str) -> str:
    return (
        opening(layout, measure, NAMES[kind])
        + paragraph("gap", "")
        + when("rows", blocks.rows_table(measure, COLUMNS[kind], "row in rows", small=True))
        + paragraph("body", COUNTED[kind], "<w:keepNext/>")
        + when("signatures | length == 1", blocks.signature(measure))
        + when("signatures | length > 1", blocks.signatures(measure, 2))
    )
