# ruff: noqa: E501 long lines are papers' own
"""Writes .docx files from their XML, so that the corpus can lay papers out in every way Word does."""

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/></Types>"""
_RELS = """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
_LISTS = {"decimal": "1", "bullet": "2", "lowerLetter": "3"}


def run(text: str, *, font: str = "", bold: bool = False) -> str:
    """Return a run; line breaks and tabs become Word's own."""
    properties = (f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else "") + ("<w:b/>" if bold else "")
    body = ""
    for index, line in enumerate(text.split("\n")):
        body += "<w:br/>" if index else ""
        body += "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{body}</w:r>"


def paragraph(*runs: str, listed: str = "", depth: int = 0, centred: bool = False) -> str:
    """Return a paragraph; `listed` (decimal, bullet, lowerLetter) lets Word make its mark."""
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{_LISTS[listed]}"/></w:numPr>' if listed else ""
    properties += '<w:jc w:val="center"/>' if centred else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def inserted(content: str) -> str:
    """Return runs that somebody inserted with changes tracked."""
    return f'<w:ins w:id="7" w:author="Cán bộ mẫu">{content}</w:ins>'


def deleted(text: str) -> str:
    """Return words that somebody struck out with changes tracked."""
    return f'<w:del w:id="8" w:author="Cán bộ mẫu"><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def footnote(number: int) -> str:
    """Return the sign of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def box(*paragraphs: str) -> str:
    """Return a run with a text box, written twice as Word does, for new and for old readers."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
        f"{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def control(content: str) -> str:
    """Return blocks inside a content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(*paragraphs: str, span: int = 1, merge: str = "") -> str:
    """Return a cell; `merge` is "restart" or "continue"."""
    properties = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + (
        f'<w:vMerge w:val="{merge}"/>' if merge else ""
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def table(rows: list[list[str]]) -> str:
    """Return a table of rows of cells made by `cell`."""
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


@dataclass
class Word:
    """A .docx being laid out: its body, footnotes, head and foot."""

    body: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    header: str = ""
    comments: list[str] = field(default_factory=list)

    def add(self, *blocks: str) -> None:
        """Add paragraphs and tables to the body."""
        self.body += blocks

    def bytes(self) -> bytes:
        """Return the file."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _TYPES)
            archive.writestr("_rels/.rels", _RELS)
            archive.writestr("word/document.xml", _root("document", f"<w:body>{''.join(self.body)}</w:body>"))
            archive.writestr("word/numbering.xml", _root("numbering", _numbering()))
            if self.footnotes:
                notes = "".join(
                    f'<w:footnote w:id="{i}">{paragraph(run(t))}</w:footnote>' for i, t in enumerate(self.footnotes, 1)
                )
                archive.writestr("word/footnotes.xml", _root("footnotes", notes))
            if self.comments:
                notes = "".join(
                    f'<w:comment w:id="{i}">{paragraph(run(t))}</w:comment>' for i, t in enumerate(self.comments, 1)
                )
                archive.writestr("word/comments.xml", _root("comments", notes))
            if self.header:
                archive.writestr("word/header1.xml", _root("hdr", paragraph(run(self.header))))
        return buffer.getvalue()


def _root(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {_NAMESPACES}>{content}</w:{name}>'


def _numbering() -> str:
    abstracts = numbers = ""
    for form, number in _LISTS.items():
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%{depth + 1}."/></w:lvl>'
            for depth in range(3)
        )
        abstracts += f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
        numbers += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    return abstracts + numbers
