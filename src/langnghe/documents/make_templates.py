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

from langnghe.documents import blocks, forms, layouts
from langnghe.documents.layouts import Layout, Page, Style
from langnghe.documents.packing import pack, unpack

# The parts a paper needs; python-docx's own template brings a picture, another's styles and a program's name.
KEPT = {
    getattr(RELATION, name)
    for name in ("OFFICE_DOCUMENT", "CORE_PROPERTIES", "STYLES", "SETTINGS", "HEADER", "FONT_TABLE", "THEME")
}


def template(layout: Layout, kind: str) -> bytes:
    """Return the .docx template of one kind of paper in one layout; the same bytes each time."""
    document = Document()
    page = layout.page.turned() if kind in forms.LYING else layout.page
    _refill(document.styles.element, "styles", blocks.styles(layout))
    _refill(document.settings.element, "settings", blocks.settings(layout))
    _set_page(document.sections[0], page, layout)
    for element in parse_xml(f"<w:body {nsdecls('w')}>{forms.FORMS[kind](layout, page.measure)}</w:body>"):
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
        for kind in forms.FORMS:
            target: Path = layouts.FOLDER / profile / f"{kind}.docx"
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(template(layouts.layout(profile), kind))


if __name__ == "__main__":
    main()
