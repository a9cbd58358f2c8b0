"""The tables of a country pack, line by line; what is wrong is said with its file and line. No Django here."""

import csv
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from langnghe.language.patterns import Marks, Pattern, pattern
from langnghe.refusals import Refused

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """One line of a pack's table. A cell with several values has ";" between them."""

    file: str
    line: int
    cells: dict[str, str]
    language: str
    groups: dict[str, str]

    def text(self, name: str) -> str:
        if name not in self.cells:
            raise ValueError(f"no column {name}")
        return self.cells[name].strip()

    def needed(self, name: str) -> str:
        if not self.text(name):
            raise ValueError(f"{name} is empty")
        return self.text(name)

    def one_of(self, name: str, allowed: Sequence[str]) -> str:
        if self.text(name) not in allowed:
            raise ValueError(f"{name} is {self.text(name)!r}, not one of {', '.join(allowed)}")
        return self.text(name)

    def flag(self, name: str) -> bool:
        return self.one_of(name, ("yes", "")) == "yes"

    def several(self, name: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.text(name).split(";") if part.strip())

    def words(self, name: str) -> tuple[str, ...]:
        return self.several(f"{name}_{self.language}")

    def patterns(self, name: str, marks: Marks = Marks.COMPARED) -> tuple[Pattern, ...]:
        return tuple(pattern(source, self.groups, marks) for source in self.several(name))

    def day(self, name: str) -> date | None:
        return date.fromisoformat(self.text(name)) if self.text(name) else None

    def number(self, name: str) -> float | None:
        return float(self.text(name)) if self.text(name) else None

    def by_suffix(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """Return what stands in the columns `prefix…`, by the rest of their names."""
        return tuple(
            (name[len(prefix) :], text.strip()) for name, text in self.cells.items() if name.startswith(prefix)
        )

    def in_languages(self, prefix: str) -> tuple[tuple[str, str], ...]:
        return own_first(dict(self.by_suffix(prefix)), self.language)


def rows(path: Path, language: str, groups: dict[str, str]) -> Iterator[Row]:
    """Read the lines of a table. Raises Refused: "pack-broken"."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="", strict=True)
            for cells in reader:
                if None in cells:
                    raise ValueError(f"more cells than columns in line {reader.line_num}")
                yield Row(path.name, reader.line_num, cells, language, groups)
    except (OSError, UnicodeDecodeError, csv.Error, ValueError) as error:
        raise Refused("pack-broken", file=path.name, line=0, why=str(error)) from error


def checked(one: Callable[[Row], T], row: Row) -> T:
    """Return what `one` makes of `row`. Raises Refused: "pack-broken" where it raises ValueError."""
    try:
        return one(row)
    except ValueError as error:
        raise Refused("pack-broken", file=row.file, line=row.line, why=str(error)) from error


def toml(path: Path, needed: tuple[str, ...]) -> dict[str, Any]:
    """Read a file of settings that has all of `needed`. Raises Refused: "pack-broken"."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Refused("pack-broken", file=path.name, line=0, why=str(error)) from error
    missing = [name for name in needed if name not in table]
    if missing:
        raise Refused("pack-broken", file=path.name, line=0, why=f"no {', '.join(missing)}")
    return table


def own_first(texts: dict[str, str], language: str) -> tuple[tuple[str, str], ...]:
    """Return `texts` by language, the pack's own first. Raises ValueError where that one is missing."""
    if not texts.get(language):
        raise ValueError(f"no text in {language}, the pack's own language")
    return tuple(sorted(texts.items(), key=lambda one: one[0] != language))
