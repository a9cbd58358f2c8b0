"""Papers that tell somebody: a hamlet (F10), a competent body (F7), who asked (F12), who must go elsewhere (F13)."""

from langnghe.documents import blocks
from langnghe.documents.blocks import Column, each, paragraph, when
from langnghe.documents.forms.parts import LISTED, SENTENCE, addressed, bases, letter_opening, lines, listed, opening
from langnghe.documents.layouts import Layout

TOLD = [
    Column("STT", 14, "{{ row.number }}", centred=True),
    Column("Bà con nói", 46, "{{ row.said }}{{ row.times | raised }}"),
    Column("{{ tier }} trả lời, làm gì", 45, "{{ [row.answer, row.state] | joined }}"),
    Column("Ai", 24, "{{ row.who }}"),
    Column("Khi nào", 26, "{{ row.when }}", centred=True),
    Column("Tra cứu", 21, "{{ row.references | joined }}", centred=True),
]
MEASURES = [
    Column("Việc", 90, "{{ row.what }}"),
    Column("Ai làm", 45, "{{ row.who }}"),
    Column("Khi nào", 30, "{{ row.when }}", centred=True),
]
_NEXT = "<w:keepNext/>"
_LAST = "<w:keepNext/><w:keepLines/>"


def result(layout: Layout, measure: float) -> str:
    """Return form F10: what people said, what the commune answers and does, who, when, and where to look it up."""
    return (
        opening(layout, measure, "THÔNG BÁO")
        + bases()
        + paragraph("body", _RESULT)
        + each("line", "numbers", paragraph("body", "{{ line }}."))
        + when("rows", paragraph("gap", ""), blocks.rows_table(measure, TOLD, "row in rows"))
        + listed("Bà con tra cứu và hỏi lại ở đâu?", "ask_again")
        + paragraph("body", "Thông báo này được niêm yết tại {{ hamlet }} và gửi trưởng thôn, tổ trưởng./.", _LAST)
        + blocks.signature(measure)
    )


_RESULT = (
    "{{ head.issuer }} đã đối thoại với Nhân dân {{ hamlet }} vào {{ held_on | full_day }}, "
    "nay thông báo kết quả như sau:"
)


def referral(layout: Layout, measure: float) -> str:
    """Return form F7, as a letter where the head says what it is about, else as a transfer slip."""
    return (
        letter_opening(layout, measure, "PHIẾU CHUYỂN")
        + addressed(measure)
        + bases()
        + paragraph("body", "{{ head.issuer }} chuyển đến quý cơ quan kiến nghị sau đây của Nhân dân:")
        + paragraph("section", "1. Nội dung kiến nghị (rút gọn, không nêu danh tính):")
        + each("line", "content", paragraph("body", SENTENCE))
        + paragraph("body", "- Số lượt nêu: {{ voices }}{{ asked_in }}.")
        + when("reference", paragraph("body", "- Mã tra cứu: {{ reference }}."))
        + paragraph("section", "2. Ý kiến của {{ tier | lower }}:")
        + paragraph("body", "a) Đã thực hiện:", _NEXT)
        + each("line", "done", paragraph("body", SENTENCE))
        + paragraph("body", "b) Đề xuất:", _NEXT)
        + each("line", "proposals", paragraph("body", SENTENCE))
        + paragraph("section", "3. Lý do chuyển:")
        + paragraph("body", "{{ reason }}")
        + paragraph("section", "4. Tài liệu kèm theo:{{ '' if attachments else ' không có.' }}")
        + each("line", "attachments", paragraph("body", LISTED))
        + paragraph("section", "5. Trả lời:")
        + paragraph("body", _REPLY_BY, _LAST)
        + blocks.signature(measure)
    )


_REPLY_BY = (
    "Đề nghị quý cơ quan xem xét, giải quyết theo thẩm quyền và trả lời trước {{ reply_by }}"
    "{{ '; nơi nhận trả lời: ' if reply_to else '' }}{{ reply_to }}./."
)


def reply(layout: Layout, measure: float) -> str:
    """Return form F12, as a letter where the head says what it is about, else as an announcement."""
    return (
        letter_opening(layout, measure, "THÔNG BÁO")
        + when("addressees", addressed(measure))
        + paragraph("body", "{{ head.issuer }} trả lời kiến nghị của Nhân dân như sau:")
        + paragraph("section", "1. Nội dung kiến nghị:")
        + paragraph("body", "{{ raised or dots }}")
        + when("reference", paragraph("body", "Mã tra cứu: {{ reference }}."))
        + paragraph("section", "2. Đã kiểm tra, xem xét:")
        + each("line", "findings", paragraph("body", SENTENCE))
        + paragraph("section", "3. Hướng giải quyết:")
        + when("measures", paragraph("gap", ""), blocks.rows_table(measure, MEASURES, "row in measures"))
        + when("reason", paragraph("body", "Nội dung chưa thực hiện được, lý do: {{ reason }}"))
        + when("not measures and not reason", paragraph("body", "{{ dots }}"))
        + paragraph("section", "4. Nếu chưa đồng ý hoặc cần hỏi thêm, bà con có thể:")
        + each("line", "next_steps", paragraph("body", LISTED))
        + paragraph("body", "{{ head.issuer }} trả lời để bà con được biết./.", _LAST)
        + blocks.signature(measure)
    )


def guidance(layout: Layout, measure: float) -> str:
    """Return form F13: where to go, what to bring, by when, on which basis; never what was said."""
    return (
        opening(layout, measure, "PHIẾU HƯỚNG DẪN")
        + lines(
            "body",
            "Nội dung ông/bà nêu thuộc loại: {{ kind }}. Loại việc này có trình tự giải quyết riêng theo quy định của "
            "pháp luật, không giải quyết tại hội nghị đối thoại. Đề nghị ông/bà thực hiện theo hướng dẫn sau đây.",
        )
        + listed("1. Nơi tiếp nhận", "where")
        + listed("2. Giấy tờ cần mang theo", "bring")
        + paragraph("section", "3. Thời hạn")
        + paragraph("body", "{{ time_limit }}")
        + listed("4. Căn cứ", "basis")
        + paragraph("body", _NO_COPY, _LAST)
        + blocks.signature(measure)
    )


_NO_COPY = (
    "Phiếu này giao cho ông/bà giữ, không ghi tên và không chép lại nội dung ông/bà đã nêu; cơ quan không lưu bản sao."
)
