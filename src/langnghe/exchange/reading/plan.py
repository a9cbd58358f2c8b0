"""How a table of opinions or answers is to be read: where its head ends and what each column holds."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from langnghe.exchange.reading import columns, hamlets, names, topics
from langnghe.exchange.reading.blocks import Cell, Table
from langnghe.exchange.reading.words import count, flat

_HEAD_WITHIN = 40
_COLUMN_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=.*)?$")
ENUMERATED = re.compile(r"^(?:[ivxlc]+|\d{1,3}|[a-h])\s*[.)]?$")


@dataclass
class Plan:
    """How to read a table: the row its body begins at and what each column holds."""

    body: int
    kinds: dict[int, str]
    width: int
    heads: dict[int, str] = field(default_factory=dict)

    def column(self, *kinds: str) -> int | None:
        """Return the first column of the first kind that the table has."""
        for kind in kinds:
            for column, one in sorted(self.kinds.items()):
                if one == kind:
                    return column
        return None

    def cell(self, cells: dict[int, Cell], *kinds: str) -> Cell | None:
        """Return the row's cell in that column."""
        column = self.column(*kinds)
        return None if column is None else cells.get(column)


def plan(table: Table, *, among_opinions: bool) -> Plan | None:
    """Return how to read `table` as opinions or as answers, or None when it is something else."""
    for index, row in enumerate(table.rows[:_HEAD_WITHIN]):
        kinds, heads, height = _head(table, index)
        found = set(kinds.values())
        if len(found - {"unsure"}) < 2 and not (len(row) == 1 and found == {"opinion"} and table.width == 1):
            continue
        body = index + height
        cells = _samples(table, body)
        kinds = columns.settle(kinds, heads, cells)
        return _checked(Plan(body, kinds, table.width, heads), among_opinions=among_opinions)
    return None


def guess(table: Table) -> Plan | None:
    """Return how to read a table of opinions without a head, told by its cells alone."""
    cells = _samples(table, 0)
    if table.width < 2 or not cells:
        return None
    kinds = {column: kind for column, texts in cells.items() if (kind := _kind_of_cells(texts))}
    rest = [column for column in cells if column not in kinds]
    if not kinds or not rest:
        return None
    longest = max(rest, key=lambda column: sum(map(count, cells[column])))
    if sum(map(count, cells[longest])) < 4 * sum(1 for text in cells[longest] if text.strip()):
        return None
    kinds[longest] = "opinion"
    return Plan(0, kinds, table.width)


def _kind_of_cells(texts: list[str]) -> str | None:
    filled = [text for text in texts if text.strip()]
    tests: list[tuple[str, Callable[[str], object]]] = [
        ("number", lambda text: ENUMERATED.match(flat(text).strip())),
        ("hamlet", hamlets.is_one),
        ("speaker", names.is_only_names),
        ("topic", topics.code),
    ]
    return next((kind for kind, fits in tests if filled and all(fits(text) for text in filled)), None)


def _checked(made: Plan, *, among_opinions: bool) -> Plan | None:
    """ "Nội dung" alone is an opinion only among opinions; a table of attendance, times or tasks is none."""
    kinds = set(made.kinds.values())
    is_register = kinds & {"hamlet", "speaker", "topic", "competence"} and "function" not in kinds
    if "opinion" not in kinds and "content" in kinds and (is_register or among_opinions):
        made.kinds = {column: "opinion" if kind == "content" else kind for column, kind in made.kinds.items()}
        kinds.add("opinion")
    if "opinion" in kinds:
        return made
    return made if "number" in kinds and kinds & set(columns.ANSWERS) else None


def _head(table: Table, index: int) -> tuple[dict[int, str], dict[int, str], int]:
    """Return the columns' kinds, their heads and how many rows the head takes; merged heads cover several columns."""
    row = table.rows[index]
    upper = {column: cell.text for cell in row for column in range(cell.column, cell.column + cell.span)}
    spans = any(cell.span > 1 and cell.span < table.width for cell in row)
    merged_down = any(cell.starts_merge for cell in row)
    lower: dict[int, str] = {}
    if (spans or merged_down) and index + 1 < len(table.rows) and _is_under_head(table.rows[index + 1]):
        lower = {cell.column: cell.text for cell in table.rows[index + 1] if not cell.continued and cell.text.strip()}
    kinds, heads = {}, {}
    for column, head in upper.items():
        own = lower.get(column, "")
        kind = (columns.of_head(own) if own else None) or columns.of_head(f"{head} {own}")
        if own and columns.of_head(own) in ("unsure", None):
            kind = columns.of_head(head) if columns.of_head(own) is None else _joined_kind(head, own)
        first = next(cell.column for cell in row if cell.column <= column < cell.column + cell.span)
        if kind and (own or column == first):
            kinds[column], heads[column] = kind, own or head
    height = 1 + bool(lower)
    if index + height < len(table.rows) and _is_numbers(table.rows[index + height]):
        height += 1
    return kinds, heads, height


def _joined_kind(head: str, own: str) -> str | None:
    return columns.of_head(head) or columns.of_head(own)


def _is_under_head(row: list[Cell]) -> bool:
    filled = [cell.text for cell in row if cell.text.strip() and not cell.continued]
    return (
        bool(filled)
        and all(count(text) <= 8 and not text.strip().isdigit() for text in filled)
        and any(columns.of_head(text) for text in filled)
    )


def _is_numbers(row: list[Cell]) -> bool:
    filled = [cell.text.strip() for cell in row if cell.text.strip()]
    return len(filled) >= 2 and all(_COLUMN_NUMBER.match(text) for text in filled)


def _samples(table: Table, body: int) -> dict[int, list[str]]:
    cells: dict[int, list[str]] = {}
    for row in table.rows[body : body + 60]:
        if len(row) > 1:
            for cell in row:
                cells.setdefault(cell.column, []).append(cell.text)
    return cells
