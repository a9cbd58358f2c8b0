"""A list as a workbook. XlsxWriter makes all but the rows; these are streamed beside it as inline strings.

A text is always a text: no cell is a formula or a link. Same rows, same bytes.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from math import ceil, isfinite
from typing import BinaryIO, cast

from django.utils import timezone

from langnghe.documents import packing
from langnghe.documents.legible import as_xml, legible
from langnghe.refusals import Refused

Cell = str | int | float | Decimal | date | datetime | None

# Excel's limits: characters in a cell, rows on a sheet; and the largest part it opens from a streamed package.
LONGEST_CELL = 32_767
LONGEST_SHEET = 1_048_576
LARGEST_PART = (1 << 31) - (1 << 24)
CUT = " […ô Excel chỉ chứa được 32.767 ký tự]"

LINE = 15.75  # points; the highest a row may be is 409
FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
TEXT = {**FONT, "text_wrap": True}
DAY = {**FONT, "num_format": "dd/mm/yyyy", "align": "center"}
MOMENT = {**DAY, "num_format": "dd/mm/yyyy hh:mm"}
HEADING = {**TEXT, "bold": True, "align": "center", "valign": "vcenter", "border": 1, "bg_color": "#EFEBE4"}
TITLE = {**FONT, "bold": True, "font_size": 14}

_SHEET = "xl/worksheets/sheet1.xml"
_BOOK = "xl/workbook.xml"
_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 (a workbook counts days of the clock on the wall)
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_PIECE = 1 << 18


@dataclass(frozen=True)
class Column:
    """One column: its heading, and its width in characters."""

    heading: str
    width: float = 16


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What stands around the rows: name, lines above the header, a mark on each printed page, the file's day."""

    name: str
    above: tuple[str, ...] = ()
    mark: str = ""
    on: date = date(2000, 1, 1)


@dataclass(frozen=True)
class Styles:
    """The numbers under which a workbook keeps the looks of its cells."""

    text: str
    day: str
    moment: str
    number: str


def pieces(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], sheet: Sheet) -> Iterator[bytes]:
    """Yield a workbook of `rows`: styled header, frozen pane, filter, widths, dates as dates, print set-up.

    Raises Refused: "list-too-long" beyond what a sheet holds.
    """
    drain = _Drain()
    shell = _shell(columns, sheet, 1)
    before, styles = _opened(shell[_SHEET])
    with zipfile.ZipFile(cast(BinaryIO, drain), "w", compresslevel=2) as package:
        for name, content in shell.items():
            if name not in (_SHEET, _BOOK):
                package.writestr(packing.part(name), content)
        with package.open(packing.part(_SHEET), "w") as part:
            part.write(before)
            count = 0
            for so_far, piece in _rows(rows, [column.width for column in columns], len(sheet.above) + 2, styles):
                count = so_far
                part.write(piece)
                yield drain.taken()
            shell = _shell(columns, sheet, count)
            part.write(shell[_SHEET][shell[_SHEET].index(b"</sheetData>") :])
        package.writestr(packing.part(_BOOK), shell[_BOOK])
    yield drain.taken()


class _Drain:
    """A file without an end: what is written is taken away at once."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._waiting.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: all that is written already waits."""

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        taken, self._waiting = b"".join(self._waiting), []
        return taken


def _shell(columns: Sequence[Column], sheet: Sheet, count: int) -> dict[str, bytes]:
    """Return the parts of a workbook for `count` rows, with one row of four empty cells that shows the styles."""
    whole = BytesIO()
    # Heavy, and most processes never write a workbook.
    from xlsxwriter import Workbook
    from xlsxwriter.utility import xl_col_to_name

    book = Workbook(whole, {"in_memory": True, "default_format_properties": FONT})
    book.set_properties({"title": sheet.name, "created": datetime.combine(sheet.on, time())})
    page = book.add_worksheet(_NOT_IN_NAMES.sub(" ", sheet.name)[:31])
    heading, title = book.add_format(HEADING), book.add_format(TITLE)
    for line, text in enumerate(sheet.above):
        page.set_row(line, 1.25 * LINE)
        page.write_string(line, 0, legible(text), title)
    top = len(sheet.above)
    page.set_row(top, LINE * _lines([column.heading for column in columns], [column.width for column in columns]))
    for place, column in enumerate(columns):
        page.set_column(place, place, column.width)
        page.write_string(top, place, legible(column.heading), heading)
    for place, look in enumerate((TEXT, DAY, MOMENT, FONT)):
        page.write_blank(top + 1, place, None, book.add_format(look))
    last = max(top + count, top + 1)
    page.freeze_panes(top + 1, 0)
    page.autofilter(top, 0, last, len(columns) - 1)
    page.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(len(columns) - 1)}{last + 1}"})
    page.repeat_rows(top)
    page.hide_gridlines(0)  # shows them, on paper too
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_header(f'&C&"Times New Roman,Bold"&16{sheet.mark.replace("&", "&&")}' if sheet.mark else "")
    page.set_footer("&C&P/&N")
    book.close()
    return packing.unpack(whole.getvalue())


def _opened(sheet: bytes) -> tuple[bytes, Styles]:
    """Return a sheet up to its first row of data, and the styles the sample row there shows."""
    sheet = re.sub(rb"<dimension [^>]*/>", b"", sheet)
    rows = list(re.finditer(rb"<row ", sheet))
    sample = sheet[rows[-1].start() :]
    return sheet[: rows[-1].start()], Styles(*(style.decode() for style in re.findall(rb's="(\d+)"', sample)[:4]))


def _rows(
    rows: Iterable[Sequence[Cell]], widths: Sequence[float], first: int, styles: Styles
) -> Iterator[tuple[int, bytes]]:
    """Yield rows as XML in pieces, each with the number of rows so far."""
    waiting: list[str] = []
    size = total = count = 0
    from xlsxwriter.utility import xl_col_to_name

    names = [xl_col_to_name(place) for place in range(len(widths))]
    for count, row in enumerate(rows, 1):
        number = first + count - 1
        cells = "".join([_cell(cell, f"{name}{number}", styles) for name, cell in zip(names, row, strict=True)])
        lines = _lines(row, widths)
        height = f' ht="{min(409, lines * LINE)}"' if lines > 1 else ""
        waiting.append(f'<row r="{number}"{height}>{cells}</row>')
        size += len(cells)
        if size > _PIECE:
            total += size
            if number > LONGEST_SHEET or total > LARGEST_PART:
                raise Refused("list-too-long", rows=LONGEST_SHEET)
            yield count, "".join(waiting).encode()
            waiting, size = [], 0
    yield count, "".join(waiting).encode()


def _lines(row: Sequence[Cell], widths: Sequence[float]) -> int:
    """Return how many lines the row needs, rather too many: LibreOffice takes a row's height from the file alone."""
    lines = 1
    for cell, width in zip(row, widths, strict=True):
        if isinstance(cell, str) and (len(cell) > width or "\n" in cell):
            lines = max(lines, sum(ceil(len(line) * 1.15 / width) or 1 for line in cell.split("\n")))
    return lines


def _cell(cell: Cell, place: str, styles: Styles) -> str:
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        return f'<c r="{place}" s="{styles.text}" t="inlineStr"><is><t xml:space="preserve">{_text(cell)}</t></is></c>'
    if isinstance(cell, datetime):
        return f'<c r="{place}" s="{styles.moment}"><v>{_days(cell)}</v></c>'
    if isinstance(cell, date):
        return f'<c r="{place}" s="{styles.day}"><v>{cell.toordinal() - _ZERO.toordinal()}</v></c>'
    if not isfinite(cell):
        return _cell(str(cell), place, styles)
    return f'<c r="{place}" s="{styles.number}"><v>{cell}</v></c>'


def _text(text: str) -> str:
    if len(text) > LONGEST_CELL // 2:
        text = _shortened(text)
    escaped = as_xml(text)
    return _ESCAPE.sub("_x005F_", escaped) if "_x" in escaped else escaped


def _shortened(text: str) -> str:
    """Return `text`, or as much of it as a cell holds, saying so. A cell counts UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) // 2 <= LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _days(moment: datetime) -> float:
    local = timezone.make_naive(moment) if timezone.is_aware(moment) else moment
    return (local - _ZERO).total_seconds() / 86_400
