"""The papers around a dialogue: plan (F1), notice (F2), invitation (F3) and minutes (F4)."""

from langnghe.documents import blocks
from langnghe.documents.blocks import Column, each, paragraph, when
from langnghe.documents.forms.parts import (
    HAMLETS,
    HOUR,
    LISTED,
    SENTENCE,
    addressed,
    bases,
    lines,
    opening,
)
from langnghe.documents.layouts import Layout

NUMBER = Column("STT", 14, "{{ loop.index }}", centred=True)
VENUE = Column("Địa điểm", 36, "{{ row.venue }}")
PLANNED = [
    NUMBER,
    HAMLETS,
    HOUR,
    VENUE,
    Column("Chủ trì", 28, "{{ row.chair }}"),
    Column("Thư ký", 27, "{{ row.secretary }}"),
]
ANNOUNCED = [NUMBER, HAMLETS, HOUR, VENUE, Column("Chủ trì", 30, "{{ row.chair }}")]
GROUPS = [
    NUMBER,
    Column("Tổ công tác", 32, "{{ row.name }}"),
    Column("Thành viên", 72, "{{ row.members | joined }}"),
    Column("Phụ trách thôn/TDP", 50, "{{ row.hamlets | list_of }}"),
]
HEARD = [
    Column("STT", 13, "{{ row.number }}", centred=True),
    Column("Nội dung ý kiến, kiến nghị", 62, "{{ row.text }}"),
    Column("Lĩnh vực", 25, "{{ row.topic }}"),
    Column("Thôn/TDP", 21, "{{ row.hamlet }}"),
    Column("Trả lời tại hội nghị", 44, "{{ row.answer }}"),
]
_NEXT = "<w:keepNext/>"
_LAST = "<w:keepNext/><w:keepLines/>"


def plan(layout: Layout, measure: float) -> str:
    """Return form F1, sections I to VIII."""
    return (
        opening(layout, measure, "KẾ HOẠCH")
        + bases()
        + paragraph("body", "{{ head.issuer }} xây dựng kế hoạch như sau:")
        + _section("I. MỤC ĐÍCH, YÊU CẦU", "purposes")
        + _section("II. NỘI DUNG, CHỦ ĐỀ ĐỐI THOẠI", "themes")
        + _section("III. HÌNH THỨC", "manner")
        + _section("IV. THỜI GIAN, ĐỊA ĐIỂM", "timing")
        + _table("schedule", "Lịch đối thoại:", PLANNED, measure)
        + _section("V. THÀNH PHẦN", "attendance")
        + when("bodies", paragraph("body", "Cơ quan, tổ chức được mời:", _NEXT))
        + each("line", "bodies", paragraph("body", LISTED))
        + _table("groups", "Các tổ công tác:", GROUPS, measure)
        + _section("VI. PHÂN CÔNG NHIỆM VỤ", "tasks")
        + _section("VII. KINH PHÍ", "costs")
        + _section("VIII. TỔ CHỨC THỰC HIỆN; CHẾ ĐỘ BÁO CÁO", "carrying_out")
        + paragraph("body", "Trên đây là kế hoạch của {{ head.issuer }}./.", _LAST)
        + blocks.signature(measure)
    )


def _section(heading: str, items: str) -> str:
    return paragraph("part", heading) + each("line", items, paragraph("body", SENTENCE))


def _table(items: str, heading: str, columns: list[Column], measure: float) -> str:
    return when(
        items,
        paragraph("body", heading, _NEXT),
        paragraph("gap", ""),
        blocks.rows_table(measure, columns, f"row in {items}"),
    )


def notice(layout: Layout, measure: float) -> str:
    """Return form F2; one dialogue is told in lines, several in a table."""
    return (
        opening(layout, measure, "THÔNG BÁO")
        + bases()
        + paragraph("body", "{{ head.issuer }} thông báo đến bà con Nhân dân {{ invited }} như sau:")
        + paragraph("section", "1. Thời gian, địa điểm:")
        + when(
            "schedule | length == 1",
            lines(
                "body",
                "- Thời gian: {{ schedule[0].starts_at | hour }}, {{ schedule[0].held_on | full_day }}.",
                "- Địa điểm: {{ schedule[0].venue or dots }}.",
            ),
            when("schedule[0].chair", paragraph("body", "- Chủ trì: {{ schedule[0].chair }}.")),
        )
        + when(
            "schedule | length > 1",
            paragraph("gap", ""),
            blocks.rows_table(measure, ANNOUNCED, "row in schedule"),
        )
        + paragraph("section", "2. Nội dung:")
        + each("line", "content", paragraph("body", SENTENCE))
        + paragraph("section", "3. Cách thức tham gia:")
        + each("line", "taking_part", paragraph("body", SENTENCE))
        + paragraph("body", "{{ head.issuer }} trân trọng kính mời bà con đến dự đông đủ./.", _LAST)
        + blocks.signature(measure)
    )


def invitation(layout: Layout, measure: float) -> str:
    """Return form F3."""
    return (
        opening(layout, measure, "GIẤY MỜI")
        + addressed(measure)
        + paragraph("body", "{{ head.issuer }} trân trọng kính mời quý cơ quan, quý ông/bà dự {{ to_attend }}.")
        + lines(
            "body",
            "1. Thời gian: {{ starts_at | hour }}, {{ held_on | full_day }}.",
            "2. Địa điểm: {{ venue }}.",
            "3. Chủ trì: {{ chair }}.",
        )
        + when("prepare", paragraph("body", "4. Đề nghị chuẩn bị:", _NEXT))
        + each("line", "prepare", paragraph("body", SENTENCE))
        + paragraph("body", "Rất mong quý cơ quan, quý ông/bà đến dự đúng thời gian./.", _LAST)
        + blocks.signature(measure)
    )


def minutes(layout: Layout, measure: float) -> str:
    """Return form F4, section by section."""
    return (
        opening(layout, measure, "BIÊN BẢN")
        + lines(
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
        + _table("opinions", "Hội nghị đã nghe {{ opinions | length }} ý kiến, kiến nghị:", HEARD, measure)
        + paragraph("section", "3. Trả lời, giải trình trực tiếp:")
        + when("answered", paragraph("body", "Nội dung trả lời ghi trong bảng trên:", _NEXT))
        + each("line", "answered", paragraph("body", LISTED))
        + paragraph("section", "4. Nội dung tiếp thu, chuyển cấp trên:{{ '' if taken_up else ' ………' }}")
        + each("line", "taken_up", paragraph("body", LISTED))
        + paragraph("section", "5. Kết luận của chủ trì:")
        + each("line", "concluded", paragraph("body", "{{ line }}"))
        + paragraph("body", _CLOSING, _LAST)
        + blocks.signatures(measure, 3)
    )


_CLOSING = (
    "Biên bản được đọc lại cho những người dự hội nghị cùng nghe, nhất trí thông qua. "
    "Hội nghị kết thúc hồi {{ closed }} cùng ngày."
)
