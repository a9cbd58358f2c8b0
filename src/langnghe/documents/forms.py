"""What stands in each form and in which order: the words of the paper, with placeholders for what the shape fills."""

from collections.abc import Callable

from langnghe.documents import blocks
from langnghe.documents.blocks import Column, each, paragraph, when
from langnghe.documents.layouts import Layout

LISTED = "- {{ line }}{{ '.' if loop.last else ';' }}"
MINUTES = [
    Column("STT", 13, "{{ row.number }}", centred=True),
    Column("Nội dung ý kiến, kiến nghị", 62, "{{ row.text }}"),
    Column("Lĩnh vực", 25, "{{ row.topic }}"),
    Column("Thôn/TDP", 21, "{{ row.hamlet }}"),
    Column("Trả lời tại hội nghị", 44, "{{ row.answer }}"),
]
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


def minutes(layout: Layout, measure: float) -> str:
    """Return form F4, section by section."""
    return (
        _opening(layout, measure, "BIÊN BẢN")
        + _lines(
            "body",
            "Thời gian bắt đầu: hồi {{ opened }}, {{ held }}.",
            "Địa điểm: {{ venue }}.",
            "Chủ trì: {{ chair }}.",
            "Thư ký: {{ secretary }}.",
        )
        + paragraph("part", "I. THÀNH PHẦN")
        + each("line", "composition", paragraph("body", "- {{ line }};"))
        + paragraph("body", "- Số người dân được mời: {{ invited }}; có mặt: {{ present }}.")
        + paragraph("part", "II. NỘI DUNG")
        + paragraph("section", "1. Báo cáo tình hình; kết quả giải quyết kiến nghị kỳ trước:")
        + paragraph("body", "{{ report }}")
        + paragraph("section", "2. Ý kiến, kiến nghị của Nhân dân:")
        + when(
            "opinions",
            paragraph("body", "Hội nghị đã nghe {{ opinions | length }} ý kiến, kiến nghị:", "<w:keepNext/>"),
            paragraph("gap", ""),
            blocks.rows_table(measure, MINUTES, "row in opinions"),
        )
        + paragraph("section", "3. Trả lời, giải trình trực tiếp:")
        + when("answered", paragraph("body", "Nội dung trả lời ghi trong bảng trên:", "<w:keepNext/>"))
        + each("line", "answered", paragraph("body", LISTED))
        + paragraph("section", "4. Nội dung tiếp thu, chuyển cấp trên:{{ '' if taken_up else ' ………' }}")
        + each("line", "taken_up", paragraph("body", LISTED))
        + paragraph("section", "5. Kết luận của chủ trì:")
        + each("line", "concluded", paragraph("body", "{{ line }}"))
        + paragraph("body", _CLOSING, "<w:keepNext/><w:keepLines/>")
        + blocks.signatures(measure, 3)
    )


_CLOSING = (
    "Biên bản được đọc lại cho những người dự hội nghị cùng nghe, nhất trí thông qua. "
    "Hội nghị kết thúc hồi {{ closed }} cùng ngày."
)


def table(layout: Layout, measure: float) -> str:
    """Return form F6, on sheets lying on their side."""
    return (
        _opening(layout, measure, "BẢNG TỔNG HỢP")
        + paragraph("gap", "")
        + when("rows", blocks.rows_table(measure, CONSOLIDATED, "row in rows", small=True))
        + paragraph("body", "Bảng này có {{ rows | length }} nội dung ý kiến, kiến nghị.", "<w:keepNext/>")
        + when("signatures | length == 1", blocks.signature(measure))
        + when("signatures | length > 1", blocks.signatures(measure, 2))
    )


def guidance(layout: Layout, measure: float) -> str:
    """Return form F13: where to go, what to bring, by when, on which basis; never what was said."""
    return (
        _opening(layout, measure, "PHIẾU HƯỚNG DẪN")
        + _lines(
            "body",
            "Nội dung ông/bà nêu thuộc loại: {{ kind }}. Loại việc này có trình tự giải quyết riêng theo quy định của "
            "pháp luật, không giải quyết tại hội nghị đối thoại. Đề nghị ông/bà thực hiện theo hướng dẫn sau đây.",
        )
        + _listed("1. Nơi tiếp nhận", "where")
        + _listed("2. Giấy tờ cần mang theo", "bring")
        + paragraph("section", "3. Thời hạn")
        + paragraph("body", "{{ time_limit }}")
        + _listed("4. Căn cứ", "basis")
        + paragraph("body", _NO_COPY, "<w:keepNext/><w:keepLines/>")
        + blocks.signature(measure)
    )


_NO_COPY = (
    "Phiếu này giao cho ông/bà giữ, không ghi tên và không chép lại nội dung ông/bà đã nêu; cơ quan không lưu bản sao."
)


def _opening(layout: Layout, measure: float, kind: str) -> str:
    return (
        blocks.head(layout, measure)
        + paragraph("kind", kind)
        + paragraph("subject", "{{ title }}")
        + blocks.rule(layout.subject_rule, measure)
    )


def _lines(style: str, *texts: str) -> str:
    return "".join(paragraph(style, text) for text in texts)


def _listed(heading: str, items: str) -> str:
    return when(items, paragraph("section", heading), each("line", items, paragraph("body", LISTED)))


FORMS: dict[str, Callable[[Layout, float], str]] = {"minutes": minutes, "table": table, "guidance": guidance}
LYING = {"table"}
