"""Word papers (.docx, ECMA-376): every text in them, in reading order, as lines and tables.

Read from the XML itself, because the usual library leaves out insertions, content controls and text boxes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

from lxml import etree

from langnghe.exchange.reading.blocks import Cell, Line, Paper, Table
from langnghe.exchange.reading.styles import Lists, Styles, W, font_of, is_on, value
from langnghe.exchange.reading.words import tidy
from langnghe.language import encodings

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_THROUGH = {
    W + name
    for name in (
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "sdt",
        "sdtContent",
        "hyperlink",
        "fldSimple",
        "dir",
        "bdo",
        "rt",
        "rubyBase",
        "ruby",
    )
}
_GONE = {W + "del", W + "moveFrom"}
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-"}
_SYMBOLS = {
    "f0b7": "•",
    "f0a7": "▪",
    "f0d8": "➢",
    "f0fc": "✓",
    "f02d": "-",
    "f0e0": "→",
    "f0de": "⇒",
    "f0ae": "→",
    "f0ad": "→",
}
# LibreOffice writes "_x0041_" as "_x005F_x0041_".
_ESCAPE = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
_MOST_COLUMNS = 200
_BOXES = (W + "txbxContent",)
_PARTS = [
    ("header", "đầu trang"),
    ("footer", "cuối trang"),
    ("footnotes", "chú thích cuối trang"),
    ("endnotes", "chú thích cuối bài"),
    ("comments", "nhận xét bên lề"),
]


def parse(data: bytes) -> etree._Element:
    """Return the root of an XML part; entities are not resolved and nothing is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    return etree.fromstring(data, parser)


@dataclass
class _Words:
    """The text of one paragraph while it is gathered, run by run, with what stands inside it but is not its text."""

    pieces: list[tuple[str, str | None]] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)

    def text(self) -> str:
        """Return the text, with runs in fonts of before Unicode converted together so that no letter is cut in two."""
        merged: list[tuple[str, str | None]] = []
        for text, font in self.pieces:
            legacy = font if encodings.of_font(font) else None
            if merged and merged[-1][1] == legacy:
                merged[-1] = (merged[-1][0] + text, legacy)
            else:
                merged.append((text, legacy))
        return tidy("".join(_converted(text, font) for text, font in merged).replace("\t", " "))


def _converted(text: str, font: str | None) -> str:
    encoding = encodings.of_font(font)
    if encoding is None or re.search(r"[\u0102-\u01b0\u1ea0-\u1ef9]", text):
        return text
    return encodings.convert(text, encoding, capitals=encodings.is_capital_font(font))


class _Document:
    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.names = archive.namelist()
        self.main = self._main()
        self.folder = self.main.rsplit("/", 1)[0] + "/" if "/" in self.main else ""
        self.styles = Styles(self._part("styles.xml"))
        self.lists = Lists.read(self._part("numbering.xml"))
        self.struck: list[Line] = []
        self.paragraphs = 0
        self.tables = 0
        self.boxes = 0

    def _main(self) -> str:
        root = parse(self.archive.read("[Content_Types].xml"))
        for override in root:
            if "document.main" in (override.get("ContentType") or "") or "template.main" in (
                override.get("ContentType") or ""
            ):
                return (override.get("PartName") or "").lstrip("/")
        return "word/document.xml"

    def _part(self, name: str) -> etree._Element | None:
        path = self.folder + name
        return parse(self.archive.read(path)) if path in self.names else None

    def read(self) -> Paper:
        paper = Paper("docx")
        root = parse(self.archive.read(self.main))
        body = root.find(W + "body")
        paper.blocks = list(self._blocks(body, None)) if body is not None else []
        paper.aside = list(self._aside())
        paper.struck = self.struck
        return paper

    def _blocks(self, parent: etree._Element, place: str | None, *, boxed: bool = False) -> Iterator[Line | Table]:
        for element in parent:
            if element.tag == W + "p":
                yield from self._paragraph(element, place, boxed=boxed)
            elif element.tag == W + "tbl":
                yield self._table(element, place, boxed=boxed)
            elif element.tag in _GONE:
                self._strike(element, place or "thân văn bản")
            elif element.tag in _THROUGH:
                yield from self._blocks(element, place, boxed=boxed)
            elif element.tag == _MC + "AlternateContent":
                yield from self._blocks(_choice(element), place, boxed=boxed)

    def _strike(self, element: etree._Element, place: str) -> None:
        text = tidy(" ".join(one.text or "" for one in element.iter(W + "delText", W + "t")))
        if text:
            self.struck.append(Line(f"{place} (đã bị gạch)", text))

    # Paragraphs

    def _paragraph(self, element: etree._Element, place: str | None, *, boxed: bool) -> Iterator[Line | Table]:
        if place is None:
            self.paragraphs += 1
        where = place or f"đoạn {self.paragraphs}"
        properties = element.find(W + "pPr")
        style = self.styles.style(
            value(properties.find(W + "pStyle")) if properties is not None else None or self.styles.default
        )
        words = _Words()
        self._inline(element, style.font, words)
        if words.struck and (text := tidy(" ".join(words.struck))):
            self.struck.append(Line(f"{where} (đã bị gạch)", text))
        yield from self._lines(words, properties, where, boxed=boxed)
        for box in words.boxes:
            self.boxes += 1
            yield from self._blocks(box, f"khung chữ {self.boxes}", boxed=True)

    def _lines(self, words: _Words, properties: etree._Element | None, where: str, *, boxed: bool) -> Iterator[Line]:
        text = words.text()
        if not text:
            return
        style = self.styles.style(
            value(properties.find(W + "pStyle")) if properties is not None else None or self.styles.default
        )
        list_id, depth = style.list_id, style.list_level
        numbering = properties.find(W + "numPr") if properties is not None else None
        if numbering is not None:
            list_id = value(numbering.find(W + "numId")) or list_id
            depth = int(value(numbering.find(W + "ilvl")) or depth)
        mark = self.lists.mark(list_id, depth)
        alignment = value(properties.find(W + "jc")) if properties is not None else None
        bold = bool(words.bold) and all(words.bold)
        for index, one in enumerate(text.split("\n")):
            yield Line(
                where, one, mark if index == 0 else None, bold, alignment == "center", style.titled, index > 0, boxed
            )

    def _inline(self, parent: etree._Element, font: str | None, words: _Words) -> None:
        for element in parent:
            if element.tag == W + "r":
                self._run(element, font, words)
            elif element.tag in _GONE:
                words.struck += [one.text or "" for one in element.iter(W + "delText", W + "t")]
            elif element.tag in _THROUGH:
                self._inline(element, font, words)
            elif element.tag == _MC + "AlternateContent":
                self._inline(_choice(element), font, words)
            elif element.tag.startswith(_M):
                words.pieces.append((" ".join(one.text or "" for one in element.iter(_M + "t")), None))

    def _run(self, run: etree._Element, font: str | None, words: _Words) -> None:
        properties = run.find(W + "rPr")
        named = value(properties.find(W + "rStyle")) if properties is not None else None
        own = font_of(properties) or (self.styles.style(named).font if named else None) or font
        before = len(words.pieces)
        self._run_content(run, own, words)
        if any(text.strip() for text, _ in words.pieces[before:]):
            words.bold.append(is_on(properties, "b"))

    def _run_content(self, run: etree._Element, font: str | None, words: _Words) -> None:
        for element in run:
            if (letters := _letters(element, font)) is not None:
                words.pieces.append((letters, font))
            elif element.tag == W + "delText":
                words.struck.append(element.text or "")
            elif element.tag == _MC + "AlternateContent":
                self._run_content(_choice(element), font, words)
            elif element.tag in _THROUGH:
                self._inline(element, font, words)
            elif element.tag in (W + "drawing", W + "pict", W + "object"):
                self._drawing(element, words)

    def _drawing(self, element: etree._Element, words: _Words) -> None:
        """Text boxes inside a drawing, each once; letters drawn as a shape become a line of their own."""
        for content in element.iter(*_BOXES):
            if not any(ancestor.tag in (*_BOXES, _MC + "Fallback") for ancestor in _between(content, element)):
                words.boxes.append(content)
        drawn = " ".join(one.text or "" for one in element.iter(_A + "t")).strip()
        if drawn:
            box = etree.Element(W + "txbxContent")
            run = etree.SubElement(etree.SubElement(box, W + "p"), W + "r")
            etree.SubElement(run, W + "t").text = drawn
            words.boxes.append(box)

    # Tables

    def _table(self, element: etree._Element, place: str | None, *, boxed: bool) -> Table:
        self.tables += 1
        name = f"{place}, bảng {self.tables}" if place else f"bảng {self.tables}"
        table = Table(name)
        for index, row in enumerate(_through(element, W + "tr"), start=1):
            table.rows.append(self._row(row, f"{name}, hàng {index}", boxed=boxed))
        self._mark_merges(table)
        return table

    def _row(self, row: etree._Element, where: str, *, boxed: bool) -> list[Cell]:
        properties = row.find(W + "trPr")
        skipped = value(properties.find(W + "gridBefore")) if properties is not None else None
        column = min(int(skipped or 0), _MOST_COLUMNS)
        cells = []
        for element in _through(row, W + "tc"):
            own = element.find(W + "tcPr")
            span = int(value(own.find(W + "gridSpan")) or 1) if own is not None else 1
            cell = Cell(column, min(max(1, span), _MOST_COLUMNS))
            merge = own.find(W + "vMerge") if own is not None else None
            cell.continued = merge is not None and value(merge) in (None, "continue")
            cell.starts_merge = merge is not None and value(merge) == "restart"
            cell.blocks = list(self._blocks(element, f"{where}, cột {column + 1}", boxed=boxed))
            cells.append(cell)
            column += cell.span
        return cells

    @staticmethod
    def _mark_merges(table: Table) -> None:
        for row in table.rows:
            for cell in row:
                cell.continued = cell.continued and not cell.blocks

    # What stands aside

    def _aside(self) -> Iterator[Line]:
        for prefix, name in _PARTS:
            paths = sorted(
                path for path in self.names if re.fullmatch(rf"{re.escape(self.folder)}{prefix}\d*\.xml", path)
            )
            for path in paths:
                yield from self._notes(parse(self.archive.read(path)), name)
        for path in sorted(
            path for path in self.names if re.fullmatch(r"word/(?:diagrams/data|charts/chart)\d*\.xml", path)
        ):
            for drawn in parse(self.archive.read(path)).iter(_A + "t"):
                if text := tidy(drawn.text or ""):
                    yield Line("hình vẽ", text)

    def _notes(self, root: etree._Element, name: str) -> Iterator[Line]:
        notes = list(root.iter(W + "footnote", W + "endnote", W + "comment")) or [root]
        for note in notes:
            label = f"{name} {value(note, 'id')}" if value(note, "id") else name
            for block in self._blocks(note, label):
                if isinstance(block, Line):
                    yield block
                else:
                    yield from (line for row in block.rows for cell in row for line in cell.lines)


def _letters(element: etree._Element, font: str | None) -> str | None:
    """Return what an element of a run writes, or None when it writes nothing. In TCVN3 a soft hyphen is a letter."""
    if element.tag == W + "t":
        return _ESCAPE.sub("_", element.text or "")
    if element.tag == W + "softHyphen":
        return "\xad" if encodings.of_font(font) else ""
    if element.tag == W + "sym":
        return _SYMBOLS.get((value(element, "char") or "").lower(), "□")
    return _BREAKS.get(str(element.tag))


def _choice(element: etree._Element) -> etree._Element:
    chosen = element.find(_MC + "Choice")
    fallback = element.find(_MC + "Fallback")
    if chosen is not None and (fallback is None or next(chosen.iter(W + "t", _A + "t"), None) is not None):
        return chosen
    return fallback if fallback is not None else element


def _between(inner: etree._Element, outer: etree._Element) -> Iterator[etree._Element]:
    for ancestor in inner.iterancestors():
        if ancestor is outer:
            return
        yield ancestor


def _through(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _THROUGH:
            yield from _through(element, tag)


def read(archive: ZipFile) -> Paper:
    """Return the lines and tables of an opened .docx."""
    return _Document(archive).read()
