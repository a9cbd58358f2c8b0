"""Any list of rows as .xlsx or .csv, streamed: the list is never whole in memory, and no cell of it ever runs."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from typing import BinaryIO

from django.utils import timezone

from langnghe.documents import workbook
from langnghe.documents.legible import legible
from langnghe.documents.workbook import Cell, Column, Sheet
from langnghe.refusals import Refused

PIECE = 1 << 16
# What a spreadsheet takes for a formula (OWASP, CSV Injection), also behind spaces and in full width.
_RUNS = re.compile(r"\s*[\t\r\n\0]|\s*[=+\-@＝＋－＠]")


def pieces(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], form: str, sheet: Sheet) -> Iterator[bytes]:
    """Yield the list as a file of `form` (xlsx, csv), piece by piece, for a download that starts at once.

    `sheet` says what stands around the rows of a workbook. Raises Refused: "no-such-form", "list-too-long".
    """
    if form not in FORMS:
        raise Refused("no-such-form", form=form, known=", ".join(FORMS))
    return FORMS[form](columns, rows, sheet)


def write(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], form: str, sheet: Sheet, target: BinaryIO) -> None:
    """Write the list into `target`. Raises Refused as `pieces` does."""
    for piece in pieces(columns, rows, form, sheet):
        target.write(piece)


def csv_pieces(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], sheet: Sheet) -> Iterator[bytes]:
    """Yield UTF-8 CSV (RFC 4180) with a byte order mark. Texts are made harmless; numbers stay numbers."""
    with closing(StringIO(newline="")) as buffer:
        writer = csv.writer(buffer)
        buffer.write("\ufeff")
        writer.writerow([harmless(column.heading) for column in columns])
        for row in rows:
            writer.writerow([_plain(cell) for cell in row])
            if buffer.tell() > PIECE:
                yield buffer.getvalue().encode()
                buffer.seek(0)
                buffer.truncate()
        yield buffer.getvalue().encode()


def harmless(text: str) -> str:
    """Return `text` with an apostrophe before it if a spreadsheet would run it."""
    text = legible(text)
    return f"'{text}" if _RUNS.match(text) else text


def _plain(cell: Cell) -> str | int | float | Decimal | None:
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, datetime):
        return f"{timezone.make_naive(cell) if timezone.is_aware(cell) else cell:%Y-%m-%d %H:%M}"
    return cell.isoformat() if isinstance(cell, date) else cell


FORMS: dict[str, Callable[[Sequence[Column], Iterable[Sequence[Cell]], Sheet], Iterator[bytes]]] = {
    "xlsx": workbook.pieces,
    "csv": csv_pieces,
}
