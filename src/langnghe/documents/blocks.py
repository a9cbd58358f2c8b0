"""The blocks a paper's template is built from: styles, head, tables, signatures, as WordprocessingML.

All text stands in ordinary paragraphs and cells, never in text boxes, so that any reader finds it.
"""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from langnghe.documents.layouts import HeadLine, Layout, Style

ALIGN = {"left": "left", "right": "right", "center": "center", "justify": "both"}
GRID = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True)
class Column:
    """One column of a table: its heading, its share of the width, what stands in it, and in which cell style."""

    heading: str
    share: float
    text: str
    centred: bool = False


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def styles(layout: Layout) -> str:
    """Return the style sheet of a layout: its font for everything, and one named paragraph style per kind of line."""
    plain = layout.styles["body"]
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font(plain, layout)}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + "".join(_style(key, look, layout) for key, look in layout.styles.items())
    )


def settings(layout: Layout) -> str:
    """Return the settings of a paper: today's Word (15), and the language its spelling is checked in."""
    return (
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{layout.language}"/>'
    )


def _style(key: str, look: Style, layout: Layout) -> str:
    spacing = f'w:before="{round(look.before * 20)}" w:after="0" w:line="{round(look.line * 240)}" w:lineRule="auto"'
    keep = "<w:keepNext/>" if look.keep else ""
    indent = f'<w:ind w:firstLine="{twips(look.first_line)}"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}<w:spacing {spacing}/>{indent}'
        f'<w:jc w:val="{ALIGN[look.align]}"/></w:pPr><w:rPr>{font(look, layout)}</w:rPr></w:style>'
    )


def _borders(sides: tuple[str, ...], weight: int, space: int = 0) -> str:
    look = f'w:val="single" w:sz="{weight}" w:space="{space}" w:color="000000"'
    return "".join(f"<w:{side} {look}/>" for side in sides)


def font(look: Style, layout: Layout) -> str:
    """Return the run properties of a style."""
    faces = " ".join(f'w:{script}="{layout.font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    weight = "<w:b/><w:bCs/>" * look.bold + "<w:i/><w:iCs/>" * look.italic
    size = round(look.size * 2)
    frame = '<w:bdr w:val="single" w:sz="8" w:space="0" w:color="000000"/>' * look.frame
    return (
        f'<w:rFonts {faces}/>{weight}<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{frame}'
        f'<w:lang w:val="{layout.language}" w:eastAsia="{layout.language}" w:bidi="{layout.language}"/>'
    )


def paragraph(style_key: str, text: str, properties: str = "") -> str:
    """Return one paragraph of plain text, which may hold placeholders."""
    words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_key}"/>{properties}</w:pPr>{words}</w:p>'


def when(condition: str, *content: str) -> str:
    """Return `content` so that it stands only where `condition` holds."""
    return control(f"if {condition}") + "".join(content) + control("endif")


def each(item: str, items: str, *content: str) -> str:
    """Return `content` repeated for each of `items`."""
    return control(f"for {item} in {items}") + "".join(content) + control("endfor")


def control(tag: str) -> str:
    """Return a paragraph that only steers the template and leaves nothing behind."""
    return paragraph("cell", f"{{%p {tag} %}}")


def rule(length: float, width: float) -> str:
    """Return a line `length` millimetres long in the middle of a column `width` millimetres wide."""
    side = twips((width - length) / 2)
    border = f"<w:pBdr>{_borders(('top',), 6, 1)}</w:pBdr>"
    spacing = '<w:spacing w:before="40" w:line="60" w:lineRule="exact"/>'
    return paragraph("rule", "", f'<w:keepNext/>{border}{spacing}<w:ind w:left="{side}" w:right="{side}"/>')


def cell(width: float, content: str, properties: str = "") -> str:
    """Return one table cell, `width` in millimetres."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def table(widths: list[float], rows: str, ruled: bool = False, padding: float = 0) -> str:
    """Return a table of fixed `widths`; lengths in millimetres."""
    borders = f"<w:tblBorders>{_borders(GRID, 4)}</w:tblBorders>" * ruled
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    sides = "".join(
        f'<w:{side} w:w="{twips(padding * share)}" w:type="dxa"/>'
        for side, share in (("top", 0.5), ("left", 1), ("bottom", 0.5), ("right", 1))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        f'{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def head(layout: Layout, measure: float) -> str:
    """Return the two-column head: who issues the paper at the left, the nation at the right."""
    left, right = measure * layout.left_share, measure * (1 - layout.left_share)
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + cell(left, "".join(_head_line(line, left) for line in row.left))
        + cell(right, "".join(_head_line(line, right) for line in row.right))
        + "</w:tr>"
        for row in layout.head
    )
    return table([left, right], rows)


def _head_line(line: HeadLine, width: float) -> str:
    block = paragraph(line.style, line.text) + (rule(line.rule, width) if line.rule else "")
    return when(line.when, block) if line.when else block


def rows_table(measure: float, columns: list[Column], loop: str, small: bool = False) -> str:
    """Return a ruled table with one row per item of `loop` ("row in rows"). Its heading comes again on each page."""
    prefix = "small_" if small else ""
    widths = [measure * column.share / sum(column.share for column in columns) for column in columns]
    middle = '<w:vAlign w:val="center"/>'
    headings = "".join(
        cell(width, paragraph(f"{prefix}column", column.heading), middle)
        for width, column in zip(widths, columns, strict=True)
    )
    cells = "".join(
        cell(width, paragraph(f"{prefix}cell_centre" if column.centred else f"{prefix}cell", column.text))
        for width, column in zip(widths, columns, strict=True)
    )
    rows = (
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{headings}</w:tr>"
        + _row_control(f"for {loop}", len(columns), sum(widths))
        + f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        + _row_control("endfor", len(columns), sum(widths))
    )
    return table(widths, rows, ruled=True, padding=0.8 if small else 1.5)


def _row_control(tag: str, span: int, width: float) -> str:
    across = f'<w:gridSpan w:val="{span}"/>'
    return f"<w:tr>{cell(width, paragraph('cell', f'{{%tr {tag} %}}'), across)}</w:tr>"


def signatures(measure: float, places: int) -> str:
    """Return several places to sign, side by side, then the recipients; on one page with the line before them."""
    width = measure / places
    block = "".join(cell(width, _signature(f"signatures[{place}]")) for place in range(places))
    below = cell(measure, _recipients() + paragraph("recipient", ""), f'<w:gridSpan w:val="{places}"/>')
    rows = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>" for row in (block, below))
    return paragraph("gap", "") + table([width] * places, rows) + paragraph("recipient", "")


def signature(measure: float) -> str:
    """Return one place to sign at the right and the recipients at its left, on one page with the line before."""
    width = measure / 2
    left = cell(width, _recipients() + paragraph("recipient", ""))
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{left}{cell(width, _signature('signatures[0]'))}</w:tr>"
    return paragraph("gap", "") + table([width, width], row) + paragraph("recipient", "")


def _recipients() -> str:
    return when(
        "recipients",
        paragraph("recipients", "Nơi nhận:"),
        each("recipient", "recipients", paragraph("recipient", "- {{ recipient }}{{ '.' if loop.last else ';' }}")),
    )


def _signature(place: str) -> str:
    return (
        when(f"{place}.authority", paragraph("signatory", f"{{{{ {place}.authority | upper }}}}"))
        + paragraph("signatory", f"{{{{ {place}.role | upper }}}}")
        + when(f"not {place}.name", paragraph("signing", "(Ký, ghi rõ họ tên)"))
        + paragraph("signatory_name", f"{{{{ {place}.name }}}}")
    )
