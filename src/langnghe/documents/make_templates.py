"""Make the templates of every layout profile again: `python -m langnghe.documents.make_templates`.

A template is an ordinary .docx which a clerk may open and change; this command writes the ones the product ships.
"""

from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm

from langnghe.documents import blocks, layouts
from langnghe.documents.blocks import Column, each, paragraph, when
from langnghe.documents.layouts import Layout, Page, Style
from langnghe.documents.packing import pack, unpack

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
        + paragraph("body", "{{ opinions_heard }}", "<w:keepNext/>")
        + paragraph("gap", "")
        + when("opinions", blocks.rows_table(measure, MINUTES, "row in opinions"))
        + paragraph("section", "3. Trả lời, giải trình trực tiếp:")
        + paragraph("body", "{{ answers_given }}")
        + each("line", "answered", paragraph("body", LISTED))
        + paragraph("section", "4. Nội dung tiếp thu, chuyển cấp trên:")
        + when("not taken_up", paragraph("body", "………"))
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
        + paragraph("body", "Tổng số: {{ rows | length }} nội dung ý kiến, kiến nghị.", "<w:keepNext/>")
        + paragraph("gap", "")
        + when("rows", blocks.rows_table(measure, CONSOLIDATED, "row in rows", small=True))
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


TEMPLATES = {"minutes": minutes, "table": table, "guidance": guidance}
LYING = {"table"}
# The parts a paper needs; python-docx's own template brings a picture, another's styles and a program's name.
KEPT = {
    getattr(RELATION, name)
    for name in ("OFFICE_DOCUMENT", "CORE_PROPERTIES", "STYLES", "SETTINGS", "HEADER", "FONT_TABLE", "THEME")
}


def template(layout: Layout, kind: str) -> bytes:
    """Return the .docx template of one kind of paper in one layout; the same bytes each time."""
    document = Document()
    page = layout.page.turned() if kind in LYING else layout.page
    _refill(document.styles.element, "styles", blocks.styles(layout))
    _refill(document.settings.element, "settings", blocks.settings(layout))
    _set_page(document.sections[0], page, layout)
    for element in parse_xml(f"<w:body {nsdecls('w')}>{TEMPLATES[kind](layout, page.measure)}</w:body>"):
        document.element.body.insert(-1, element)
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype not in KEPT]:
            del relations[key]
    whole = BytesIO()
    document.save(whole)
    return pack(unpack(whole.getvalue()))


def _refill(part: BaseOxmlElement, name: str, content: str) -> None:
    """Put `content` in place of what python-docx's own template has in this part."""
    for known in list(part):
        part.remove(known)
    for element in parse_xml(f"<w:{name} {nsdecls('w')}>{content}</w:{name}>"):
        part.append(element)


def _set_page(section: Section, page: Page, layout: Layout) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if page.width > page.height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance = section.footer_distance = Mm(page.header)
    section.different_first_page_header_footer = True
    for header, number in ((section.first_page_header, ""), (section.header, '<w:fldSimple w:instr="PAGE"/>')):
        header.is_linked_to_previous = False
        for element in list(header._element):
            header._element.remove(element)
        header._element.append(parse_xml(_header(layout, page.measure, number)))


def _header(layout: Layout, measure: float, number: str) -> str:
    middle, end = blocks.twips(measure / 2), blocks.twips(measure)
    tabs = f'<w:tabs><w:tab w:val="center" w:pos="{middle}"/><w:tab w:val="right" w:pos="{end}"/></w:tabs>'
    look = blocks.font(Style("", layout.header.mark_size, "left", bold=True), layout)
    mark = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{{{{ %s }}}}</w:t></w:r>'
    tab = "<w:r><w:tab/></w:r>"
    return (
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{layout.header.style}"/>{tabs}</w:pPr>'
        f"{mark % 'draft_mark'}{tab}{number}{tab}{mark % 'sample_mark'}</w:p>"
    )


def main() -> None:
    """Write every template of every profile beside its profile."""
    for profile in layouts.profiles():
        for kind in TEMPLATES:
            target: Path = layouts.FOLDER / profile / f"{kind}.docx"
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(template(layouts.layout(profile), kind))


if __name__ == "__main__":
    main()
