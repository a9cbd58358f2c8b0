"""A table of units from anywhere, under the usual headings: codes, names, kinds, what lies in what. No Django here."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from langnghe.language.folding import fold, normal
from langnghe.places.packs import Unit
from langnghe.places.rules import Kind, kind_of
from langnghe.refusals import Refused

HEADINGS = {
    "code": ("code", "ma", "ma so", "ma don vi", "ma dvhc", "ma xa", "ma thon", "id", "kod", "teryt"),
    "name": ("name", "ten", "ten don vi", "ten dvhc", "ten xa", "ten thon", "don vi", "nazwa"),
    "kind": ("kind", "type", "loai", "cap", "loai don vi", "cap hanh chinh", "rodzaj", "typ"),
    "parent": ("parent", "parent code", "thuoc", "truc thuoc", "ma cha", "ma cap tren", "ma tinh", "nadrzedna"),
    "latitude": ("latitude", "lat", "vi do", "szerokosc"),
    "longitude": ("longitude", "lon", "lng", "kinh do", "dlugosc"),
    "valid_from": ("valid from", "tu ngay", "hieu luc tu", "od"),
    "valid_to": ("valid to", "den ngay", "het hieu luc", "do"),
}
KINDS = {
    "city": ("city", "province", "tinh", "thanh pho", "miasto"),
    "ward": ("ward", "phuong"),
    "commune": ("commune", "xa", "thi tran", "gmina"),
    "zone": ("zone", "dac khu"),
    "hamlet": ("hamlet", "thon", "to dan pho", "tdp", "ban", "ap", "khu pho", "lang", "solectwo", "osiedle"),
}
_LEVELS = (Kind.COUNTRY, Kind.CITY, Kind.COMMUNE, Kind.HAMLET)
_CODE = re.compile(r"[A-Za-z0-9._-]{1,36}")
_LONGEST_NAME = 200
_VIETNAMESE_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")


@dataclass(frozen=True)
class Problem:
    """What is wrong in one line of the table.

    `what` is table-unreadable, heading-missing, no-lines, code-missing, code-unclear, code-twice, name-missing,
    name-too-long, kind-unknown, parent-unknown, parent-not-above, number-unclear or day-unclear; `cell` is the text it
    is about.
    """

    line: int
    what: str
    cell: str = ""


def units(text: str, *, within: Mapping[str, Kind], top: str) -> list[Unit]:
    """Return the units of a table with a heading line, whatever lies above first; all of it or nothing.

    `within` are the places already there, by code; a unit that names no parent lies in `top`. Columns may stand in any
    order, between commas, semicolons or tabs. Raises Refused: "units-csv-broken" with `line`, `why` and `problems`.
    """
    table = _table(text)
    columns = _columns(table[0][1]) if table else {}
    problems = [Problem(1, "heading-missing", name) for name in ("code", "name") if name not in columns]
    if not problems and len(table) < 2:
        problems = [Problem(1, "no-lines")]
    found: dict[str, tuple[int, Unit]] = {}
    for line, cells in [] if problems else table[1:]:
        try:
            unit = _unit({name: _cell(cells, place) for name, place in columns.items()}, top)
            if unit.code in found:
                raise _Unclear("code-twice", unit.code)
        except _Unclear as unclear:
            problems.append(Problem(line, unclear.what, unclear.cell))
        else:
            found[unit.code] = (line, unit)
    problems += _misplaced(found.values(), within)
    if problems:
        raise _broken(problems)
    return sorted((unit for _, unit in found.values()), key=lambda unit: _LEVELS.index(kind_of(unit.kind)))


def _broken(problems: list[Problem]) -> Refused:
    told = sorted(problems, key=lambda problem: problem.line)
    return Refused("units-csv-broken", line=told[0].line, why=told[0].cell or told[0].what, problems=told)


class _Unclear(Exception):
    def __init__(self, what: str, cell: str) -> None:
        super().__init__(what)
        self.what, self.cell = what, cell


def _table(text: str) -> list[tuple[int, list[str]]]:
    try:
        return list(_lines(text))
    except csv.Error:
        raise _broken([Problem(1, "table-unreadable")]) from None


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines that say something, with their numbers in the file."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    between = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=between)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells


def _columns(heading: list[str]) -> dict[str, int]:
    """Return the place of each column we know; where two headings mean the same, the first one counts."""
    said = [fold(cell).replace("_", " ") for cell in heading]
    found = {name: [place for place, cell in enumerate(said) if cell in known] for name, known in HEADINGS.items()}
    return {name: places[0] for name, places in found.items() if places}


def _cell(cells: list[str], place: int) -> str:
    return normal(cells[place]) if place < len(cells) else ""


def _unit(cells: Mapping[str, str], top: str) -> Unit:
    for name in ("code", "name"):
        if not cells[name]:
            raise _Unclear(f"{name}-missing", "")
    if not _CODE.fullmatch(cells["code"]):
        raise _Unclear("code-unclear", cells["code"])
    if len(cells["name"]) > _LONGEST_NAME:
        raise _Unclear("name-too-long", cells["name"])
    return Unit(
        code=cells["code"],
        name=cells["name"],
        kind=_kind(cells.get("kind", ""), cells["name"]),
        parent=cells.get("parent") or top,
        latitude=_degrees(cells.get("latitude", "")),
        longitude=_degrees(cells.get("longitude", "")),
        merged_from=(),
        valid_from=_day(cells.get("valid_from", "")),
        valid_to=_day(cells.get("valid_to", "")),
    )


def _kind(said: str, name: str) -> str:
    """Return the kind a cell says, else the one the name begins with: "Phường An Cựu" is a ward."""
    folded, called = fold(said), f"{fold(name)} "
    for kind, words in KINDS.items():
        if folded in words or (not folded and any(called.startswith(f"{word} ") for word in words)):
            return kind
    raise _Unclear("kind-unknown", said or name)


def _degrees(said: str) -> float | None:
    try:
        return float(said.replace(",", ".")) if said else None
    except ValueError:
        raise _Unclear("number-unclear", said) from None


def _day(said: str) -> date | None:
    try:
        if _VIETNAMESE_DAY.fullmatch(said):
            return datetime.strptime(said, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise _Unclear("day-unclear", said) from None


def _misplaced(found: Iterable[tuple[int, Unit]], within: Mapping[str, Kind]) -> Iterator[Problem]:
    """Yield the units whose parent is neither in the table nor in the map, or does not lie above them."""
    lines = list(found)
    kinds = {**within, **{unit.code: kind_of(unit.kind) for _, unit in lines}}
    for line, unit in lines:
        if unit.parent not in kinds:
            yield Problem(line, "parent-unknown", unit.parent)
        elif _LEVELS.index(kinds[unit.parent]) >= _LEVELS.index(kind_of(unit.kind)):
            yield Problem(line, "parent-not-above", unit.parent)
