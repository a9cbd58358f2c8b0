"""Registers in spreadsheets (.xlsx, ECMA-376): the cells that are there, whatever size the sheet claims to have."""

import re
from collections.abc import Iterator
from datetime import datetime, time
from zipfile import ZipFile

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.cell import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import from_excel

from langnghe.exchange.reading.blocks import Cell, Line, Paper, Table
from langnghe.exchange.reading.docx import parse
from langnghe.exchange.reading.gate import LARGEST
from langnghe.exchange.reading.words import tidy
from langnghe.refusals import Refused

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MOST_ROWS = 50_000
_MOST_COLUMNS = 200
_MOST_MERGED = 500_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class _Workbook:
    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.names = set(archive.namelist())
        self.shared = list(self._shared())
        self.dates = self._date_styles()

    def read(self) -> Paper:
        paper = Paper("xlsx")
        for name, path in self._sheets():
            table, loose = self._sheet(name, path)
            paper.aside += loose
            paper.blocks += _blocks(table)
        paper.aside += list(self._drawn())
        return paper

    def _shared(self) -> Iterator[str]:
        if "xl/sharedStrings.xml" in self.names:
            for item in parse(self.archive.read("xl/sharedStrings.xml")).iter(_S + "si"):
                yield _rich(item)

    def _date_styles(self) -> set[int]:
        if "xl/styles.xml" not in self.names:
            return set()
        root = parse(self.archive.read("xl/styles.xml"))
        formats = dict(BUILTIN_FORMATS)
        formats |= {int(one.get("numFmtId") or 0): one.get("formatCode") or "" for one in root.iter(_S + "numFmt")}
        styles = root.find(_S + "cellXfs")
        if styles is None:
            return set()
        return {
            index for index, style in enumerate(styles) if is_date_format(formats.get(int(style.get("numFmtId") or 0)))
        }

    def _sheets(self) -> Iterator[tuple[str, str]]:
        relations = parse(self.archive.read("xl/_rels/workbook.xml.rels"))
        targets = {one.get("Id"): (one.get("Target") or "") for one in relations}
        for sheet in parse(self.archive.read("xl/workbook.xml")).iter(_S + "sheet"):
            target = targets.get(sheet.get(_R + "id"), "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if path in self.names and "worksheets" in path:
                yield sheet.get("name") or "", path

    def _sheet(self, name: str, path: str) -> tuple[Table, list[Line]]:
        root = parse(self.archive.read(path))
        table = Table(f"trang {name}", sheet=name)
        loose = list(self._loose(root, name))
        spans, covered = _merges(root)
        for row in root.iter(_S + "row"):
            found = [cell for element in row.iter(_S + "c") if (cell := self._cell(element, name, spans, covered))]
            loose += [line for cell in found if cell.column >= _MOST_COLUMNS for line in cell.lines]
            cells = [cell for cell in found if cell.column < _MOST_COLUMNS]
            if cells:
                table.rows.append(_with_gaps(cells, covered))
            if len(table.rows) > _MOST_ROWS:
                raise Refused("paper-too-large", megabytes=LARGEST // 2**20)
        return table, loose

    def _cell(
        self, element: etree._Element, name: str, spans: dict[str, tuple[int, bool]], covered: set[str]
    ) -> Cell | None:
        reference = element.get("r") or ""
        found = _REFERENCE.fullmatch(reference)
        if not found:
            return None
        column = column_index_from_string(found[1]) - 1
        text = self._value(element)
        if reference in covered and not text:
            return None
        span, is_tall = spans.get(reference, (1, False))
        cell = Cell(column, span, starts_merge=is_tall)
        where = f"trang {name}, ô {reference}"
        cell.blocks = [Line(where, line, soft=False) for line in tidy(text).split("\n") if line]
        return cell if cell.blocks or reference in spans else None

    def _value(self, element: etree._Element) -> str:
        kind, held = element.get("t"), element.find(_S + "v")
        if kind == "inlineStr":
            inline = element.find(_S + "is")
            return _rich(inline) if inline is not None else ""
        if held is None or held.text is None:
            return ""
        if kind == "s":
            index = int(held.text)
            return self.shared[index] if index < len(self.shared) else ""
        if kind in ("str", "e", "d", "b"):
            return held.text
        return _number(held.text, is_date=int(element.get("s") or 0) in self.dates)

    def _loose(self, root: etree._Element, name: str) -> Iterator[Line]:
        for element in root.iter(
            _S + "oddHeader", _S + "oddFooter", _S + "evenHeader", _S + "firstHeader", _S + "firstFooter"
        ):
            text = tidy(re.sub(r'&(?:"[^"]*"|[A-Z]|\d+|K[0-9A-F]{6})', " ", element.text or ""))
            if text:
                yield Line(f"trang {name}, đầu và cuối trang in", text)

    def _drawn(self) -> Iterator[Line]:
        for path in sorted(self.names):
            if re.fullmatch(r"xl/(?:comments\d*|comments/comment\d+|threadedComments/\w+)\.xml", path):
                for comment in parse(self.archive.read(path)).iter("{*}comment", "{*}threadedComment"):
                    if text := tidy("".join(one.text or "" for one in comment.iter("{*}t", "{*}text"))):
                        yield Line(f"nhận xét, ô {comment.get('ref') or ''}", text)
            elif re.fullmatch(r"xl/drawings/drawing\d+\.xml", path):
                for body in parse(self.archive.read(path)).iter("{*}txBody"):
                    if text := tidy(" ".join(one.text or "" for one in body.iter(_A + "t"))):
                        yield Line("khung chữ", text)


def _rich(item: etree._Element) -> str:
    """Return the text of a cell; "_x000A_" is the letter with that number (ECMA-376, ST_Xstring)."""
    text = "".join(
        one.text or "" for one in item.iter(_S + "t") if (parent := one.getparent()) is None or parent.tag != _S + "rPh"
    )
    return _ESCAPED.sub(_letter, text) if "_x" in text else text


def _letter(escaped: re.Match[str]) -> str:
    letter = chr(int(escaped[1], 16))
    return letter if letter.isprintable() or letter in "\t\n\r" else " "


def _number(text: str, *, is_date: bool) -> str:
    try:
        number = float(text)
    except ValueError:
        return text
    if is_date and 0 < number < 2_958_466:
        moment = from_excel(number)
        if isinstance(moment, datetime):
            return moment.strftime("%d/%m/%Y")
        return moment.strftime("%H:%M") if isinstance(moment, time) else str(moment)
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else text


def _merges(root: etree._Element) -> tuple[dict[str, tuple[int, bool]], set[str]]:
    """Return each merged range's first cell with its width and whether it is tall, and the cells it covers."""
    spans: dict[str, tuple[int, bool]] = {}
    covered: set[str] = set()
    for merge in root.iter(_S + "mergeCell"):
        bounds = range_boundaries(merge.get("ref") or "A1")
        if None in bounds or len(covered) > _MOST_MERGED:
            continue
        left, top, right, bottom = (int(bound or 0) for bound in bounds)
        right, bottom = min(right, left + _MOST_COLUMNS - 1), min(bottom, top + _MOST_ROWS // 10)
        spans[f"{_letters(left)}{top}"] = (right - left + 1, bottom > top)
        covered |= {f"{_letters(column)}{row}" for row in range(top, bottom + 1) for column in range(left, right + 1)}
        covered.discard(f"{_letters(left)}{top}")
    return spans, covered


def _letters(index: int) -> str:
    letters = ""
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _with_gaps(cells: list[Cell], covered: set[str]) -> list[Cell]:
    """Add the empty cells between the filled ones: an empty cell of a register means something."""
    first = next((line.where for cell in cells for line in cell.lines), "0")
    row = first.rstrip("0123456789")
    number = first[len(row) :]
    taken = {column for cell in cells for column in range(cell.column, cell.column + cell.span)}
    width = max(taken) + 1
    for column in range(width):
        if column not in taken:
            cells.append(Cell(column, continued=f"{_letters(column + 1)}{number}" in covered))
    return sorted(cells, key=lambda cell: cell.column)


def _blocks(table: Table) -> list[Line | Table]:
    """A sheet is one table; what stands alone in its rows above the head is a line of its own."""
    blocks: list[Line | Table] = []
    index = 0
    for index, row in enumerate(table.rows):  # noqa: B007 the index is used after the loop
        filled = [cell for cell in row if cell.blocks]
        if len(filled) > 1 and not _is_letterhead(filled):
            break
        blocks += [line for cell in filled for line in cell.lines]
    else:
        index = len(table.rows)
    rest = Table(table.where, table.rows[index:], table.sheet)
    return [*blocks, rest] if rest.rows else blocks


def _is_letterhead(cells: list[Cell]) -> bool:
    return len(cells) == 2 and any(re.search("CỘNG H|Độc lập|ĐẢNG CỘNG", cell.text) for cell in cells)


def read(archive: ZipFile) -> Paper:
    """Return the sheets of an opened .xlsx as tables, in the workbook's order."""
    return _Workbook(archive).read()
