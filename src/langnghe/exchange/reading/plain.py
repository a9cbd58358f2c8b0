"""Pasted text, .txt and .csv: bytes to characters, and rows of separated cells to a table."""

import csv
import io
import re
import unicodedata

from langnghe.exchange.reading import columns
from langnghe.exchange.reading.blocks import Cell, Line, Paper, Table
from langnghe.exchange.reading.words import tidy
from langnghe.language import encodings

_SEPARATORS = (";", ",", "\t", "|")
_MOST_CELL = 200_000


def decode(data: bytes) -> str:
    """Return `data` as text: Unicode by its mark or its shape, else Windows-1258, TCVN3 or VNI; composed (NFC)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    elif data[:400].count(0) > len(data[:400]) // 4:
        text = data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", errors="replace")
    else:
        text = _eight_bit(data)
    legacy = encodings.detect(text)
    return unicodedata.normalize("NFC", encodings.convert(text, legacy) if legacy else text)


def _eight_bit(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    latin = data.decode("latin-1")
    windows = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    proper = len(re.findall("[\u1ea0-\u1ef9đĐơưƠƯăĂ]", windows))
    legacy = encodings.detect(latin)
    strange = len(re.findall("[\xa1-\xbe]", windows))
    return windows if proper > strange and (legacy is None or re.search("[\u1ea0-\u1ef9]", windows)) else latin


def text_paper(text: str) -> Paper:
    """Return pasted text as a paper: runs of tabbed or piped lines become tables, the rest lines."""
    paper = Paper("text")
    rows: list[list[str]] = []
    legacy = encodings.detect(text)
    whole = encodings.convert(text, legacy) if legacy else text
    lines = re.split(r"\r\n|[\n\r\v\f\u2028\u2029]", unicodedata.normalize("NFC", whole))
    for number, raw in enumerate([*lines, ""], start=1):
        cells = _tabbed(raw)
        if cells is not None and (not rows or len(rows[0]) == len(cells) or "|" not in raw):
            rows.append(cells)
            continue
        paper.blocks += _table(rows, number - len(rows), "dòng")
        rows = [cells] if cells is not None else []
        if cells is None and (line := tidy(raw)):
            paper.blocks.append(Line(f"dòng {number}", line))
    paper.blocks = _bare_rows(paper.blocks)
    return paper


def _tabbed(raw: str) -> list[str] | None:
    if "\t" in raw.strip() and raw.count("\t") >= 1:
        return raw.strip("\n").split("\t")
    piped = raw.strip()
    if piped.startswith("|") and piped.endswith("|") and piped.count("|") >= 3:
        return [cell.strip() for cell in piped[1:-1].split("|")]
    return None


def _table(rows: list[list[str]], first: int, unit: str) -> list[Line | Table]:
    """Return rows of cells as one table; rows that only draw a rule under the head are left out with nothing lost."""
    if not rows:
        return []
    table = Table(f"bảng ở {unit} {first}")
    for index, row in enumerate(rows):
        if all(re.fullmatch(r":?-{2,}:?|", cell.strip()) for cell in row):
            continue
        cells = []
        for column, text in enumerate(row):
            where = f"{unit} {first + index}, cột {column + 1}"
            cells.append(Cell(column, 1, [Line(where, line) for line in tidy(text).split("\n") if line]))
        table.rows.append(cells)
    return [table] if table.rows else []


def _bare_rows(blocks: list[Line | Table]) -> list[Line | Table]:
    """A pasted line with a tab after its number is no table: "1.<tab>Đường hỏng" is an item of a list."""
    result: list[Line | Table] = []
    for block in blocks:
        if isinstance(block, Table) and (block.width < 2 or not _has_head(block)):
            for row in block.rows:
                text = tidy(" ".join(cell.text for cell in row if cell.text))
                if text:
                    where = next(line.where for cell in row for line in cell.lines).split(",")[0]
                    result.append(Line(where, text))
        else:
            result.append(block)
    return result


def _has_head(table: Table) -> bool:
    known = [columns.of_head(cell.text) for row in table.rows[:6] for cell in row]
    return len({kind for kind in known if kind}) >= 2


def csv_paper(data: bytes) -> Paper:
    """Return a .csv as one table, whatever separates its cells."""
    text = decode(data)
    body = re.sub(r"^sep=.\r?\n", "", text)
    usual = csv.field_size_limit(_MOST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(body, newline=""), delimiter=_separator(body)))
    finally:
        csv.field_size_limit(usual)
    paper = Paper("csv")
    for table in _table([row for row in rows if any(cell.strip() for cell in row)], 1, "hàng"):
        assert isinstance(table, Table)
        paper.blocks += _split_title(table)
    return paper


def _split_title(table: Table) -> list[Line | Table]:
    lines: list[Line | Table] = []
    for index, row in enumerate(table.rows):
        filled = [cell for cell in row if cell.blocks]
        if len(filled) > 1:
            return [*lines, Table(table.where, table.rows[index:])]
        lines += [line for cell in filled for line in cell.lines]
    return lines


def _separator(text: str) -> str:
    """Return the separator that gives the most rows the same number of cells, more than one."""
    best, best_score = ",", 0.0
    for separator in _SEPARATORS:
        try:
            rows = [row for row in csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=separator) if any(row)]
        except csv.Error:
            continue
        widths = [len(row) for row in rows]
        common = max(set(widths), key=widths.count, default=1)
        heads = max((sum(columns.of_head(cell) is not None for cell in row) for row in rows[:10]), default=0)
        score = widths.count(common) / len(widths) + heads if common > 1 else 0.0
        if score > best_score:
            best, best_score = separator, score
    return best
