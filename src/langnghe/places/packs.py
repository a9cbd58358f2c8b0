"""What a country brings: units, topics, rules and clocks, read from the tables of `langnghe/packs/<code>/`.

Another country is another folder; `docs/packs.md` says how to make one. No Django here.
"""

import csv
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from langnghe.language.competence import CompetenceRule
from langnghe.language.kinds import OpinionKind
from langnghe.language.patterns import Marks, Pattern, pattern
from langnghe.language.suspicion import SuspicionRule
from langnghe.language.topics import Topic
from langnghe.refusals import Refused

PACKS = Path(__file__).resolve().parent.parent / "packs"
COMPETENCES = ("commune", "city", "both", "central", "utility", "redirect")
MARKS = ("verified", "inferred", "recollection", "house_default")

T = TypeVar("T")


@dataclass(frozen=True)
class Unit:
    """A country, city, commune or ward, with its centre in degrees where known."""

    code: str
    name: str
    kind: str
    parent: str
    latitude: float | None
    longitude: float | None
    merged_from: tuple[str, ...]
    is_sample: bool = False
    """Whether the unit does not exist and is there to practise with."""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Deadline:
    """One clock: `amount` of `unit` from `from_event`, with its legal basis and how sure we are of it."""

    kind: str
    step: str
    amount: int
    unit: str
    from_event: str
    basis: str
    mark: str
    source: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Procedure:
    """One paragraph of the guidance slip for a guided kind: `part` is title, where, bring, limit, clock or note."""

    kind: str
    part: str
    texts: tuple[tuple[str, str], ...]
    basis: str
    mark: str
    valid_from: date | None = None
    valid_to: date | None = None

    def text(self, language: str) -> str:
        """Return the paragraph in `language`, else in the pack's own."""
        return dict(self.texts).get(language, self.texts[0][1])


@dataclass(frozen=True)
class Holidays:
    """What the calendar of the `holidays` package does not know: days off, make-up working days, sure years."""

    confirmed: tuple[int, ...]
    off: tuple[date, ...]
    working: tuple[date, ...]
    note: str


@dataclass(frozen=True)
class Pack:
    """All that a country brings. `language` is the one its words are in; `calendar` names its public holidays."""

    code: str
    language: str
    names: tuple[tuple[str, str], ...]
    timezone: str
    calendar: str
    units: tuple[Unit, ...]
    topics: tuple[Topic, ...]
    kinds: tuple[OpinionKind, ...]
    competence: tuple[CompetenceRule, ...]
    suspicion: tuple[SuspicionRule, ...]
    deadlines: tuple[Deadline, ...]
    procedures: tuple[Procedure, ...]
    holidays: Holidays

    def on(self, day: date) -> "Pack":
        """Return the pack as it stands on `day`: only what is valid then."""
        return _on(self, day)

    def topic(self, code: str) -> Topic | None:
        """Return the topic with `code`, if the pack has it."""
        return next((topic for topic in self.topics if topic.code == code), None)

    def kind(self, code: str) -> OpinionKind | None:
        """Return the kind of opinion with `code`, if the pack has it."""
        return next((kind for kind in self.kinds if kind.code == code), None)

    def deadline(self, kind: str, step: str) -> Deadline | None:
        """Return the clock for a step, if the pack sets one."""
        return next((one for one in self.deadlines if (one.kind, one.step) == (kind, step)), None)

    def procedure(self, kind: str) -> tuple[Procedure, ...]:
        """Return the paragraphs of the guidance slip for `kind`, in their order."""
        return tuple(one for one in self.procedures if one.kind == kind)


def codes() -> tuple[str, ...]:
    """Return the codes of the packs at hand."""
    return tuple(sorted(folder.parent.name for folder in PACKS.glob("*/pack.toml")))


@lru_cache(maxsize=8)
def pack(code: str) -> Pack:
    """Return the pack of a country. Raises Refused: "pack-unknown", "pack-broken"."""
    if code not in codes():
        raise Refused("pack-unknown", pack=code, known=", ".join(codes()))
    return load(PACKS / code)


def load(folder: Path) -> Pack:
    """Read a pack from `folder`. Raises Refused: "pack-broken" with the file, the line and what is wrong there."""
    about = _toml(folder / "pack.toml")
    language = str(about["language"])
    groups = {row.text("name"): row.text("words") for row in _rows(folder / "groups.csv", language, {})}

    def table(name: str, one: Callable[[Row], T]) -> tuple[T, ...]:
        return tuple(_checked(one, row) for row in _rows(folder / name, language, groups))

    suspicion = table("suspicion.csv", _suspicion)
    return Pack(
        code=str(about["code"]),
        language=language,
        names=_own_first(about["names"], language),
        timezone=str(about["timezone"]),
        calendar=str(about["calendar"]),
        units=table("units.csv", _unit),
        topics=table("topics.csv", _topic),
        kinds=table("kinds.csv", _kind),
        competence=table("competence.csv", _competence),
        suspicion=tuple(rule for rules in suspicion for rule in rules),
        deadlines=table("deadlines.csv", _deadline),
        procedures=table("procedures.csv", _procedure),
        holidays=_holidays(_toml(folder / "holidays.toml")),
    )


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
        return _own_first(dict(self.by_suffix(prefix)), self.language)

    def validity(self) -> dict[str, date | None]:
        return {"valid_from": self.day("valid_from"), "valid_to": self.day("valid_to")}

    def authority(self) -> dict[str, str]:
        return {"basis": self.needed("basis"), "mark": self.one_of("mark", MARKS)}


def _unit(row: Row) -> Unit:
    return Unit(
        code=row.needed("code"),
        name=row.needed("name"),
        kind=row.needed("kind"),
        parent=row.text("parent"),
        latitude=row.number("latitude"),
        longitude=row.number("longitude"),
        merged_from=row.several("merged_from"),
        is_sample=row.flag("is_sample"),
        **row.validity(),
    )


def _topic(row: Row) -> Topic:
    return Topic(
        code=row.needed("code"),
        names=row.in_languages("name_"),
        aliases=row.words("aliases"),
        keywords=row.words("keywords"),
        hints=row.words("hints"),
        **row.validity(),
    )


def _kind(row: Row) -> OpinionKind:
    return OpinionKind(
        code=row.needed("code"),
        names=row.in_languages("name_"),
        patterns=row.patterns(f"patterns_{row.language}"),
        unless=row.patterns(f"unless_{row.language}"),
        is_guided=row.flag("is_guided"),
    )


def _competence(row: Row) -> CompetenceRule:
    return CompetenceRule(
        code=row.needed("code"),
        topics=row.several("topics"),
        patterns=row.patterns(f"patterns_{row.language}"),
        competence=row.one_of("competence", COMPETENCES),
        units=row.by_suffix("unit_"),
        city_department=row.text("city_department"),
        other_bodies=row.text("other_bodies"),
        **row.authority(),
        **row.validity(),
    )


def _suspicion(row: Row) -> tuple[SuspicionRule, ...]:
    marks = Marks(row.one_of("marks", tuple(Marks)))
    unless, without = row.patterns("unless", marks), row.patterns("without", marks)
    return tuple(
        SuspicionRule(row.needed("kind"), one, unless, without, **row.validity()) for one in row.patterns("patterns", marks)
    )


def _deadline(row: Row) -> Deadline:
    return Deadline(
        kind=row.needed("kind"),
        step=row.needed("step"),
        amount=int(row.needed("amount")),
        unit=row.needed("unit"),
        from_event=row.text("from_event"),
        source=row.text("source"),
        **row.authority(),
        **row.validity(),
    )


def _procedure(row: Row) -> Procedure:
    return Procedure(
        kind=row.needed("kind"),
        part=row.needed("part"),
        texts=row.in_languages("text_"),
        **row.authority(),
        **row.validity(),
    )


def _holidays(table: dict[str, Any]) -> Holidays:
    return Holidays(
        confirmed=tuple(table["confirmed"]),
        off=tuple(table["off"]),
        working=tuple(table["working"]),
        note=table["note"],
    )


def _rows(path: Path, language: str, groups: dict[str, str]) -> Iterator[Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="", strict=True)
            for cells in reader:
                if None in cells:
                    raise ValueError(f"more cells than columns in line {reader.line_num}")
                yield Row(path.name, reader.line_num, cells, language, groups)
    except (OSError, UnicodeDecodeError, csv.Error, ValueError) as error:
        raise Refused("pack-broken", file=path.name, line=0, why=str(error)) from error


def _checked(one: Callable[[Row], T], row: Row) -> T:
    try:
        return one(row)
    except ValueError as error:
        raise Refused("pack-broken", file=row.file, line=row.line, why=str(error)) from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Refused("pack-broken", file=path.name, line=0, why=str(error)) from error


def _own_first(texts: dict[str, str], language: str) -> tuple[tuple[str, str], ...]:
    if not texts.get(language):
        raise ValueError(f"no text in {language}, the pack's own language")
    return tuple(sorted(texts.items(), key=lambda one: one[0] != language))


@lru_cache(maxsize=32)
def _on(whole: Pack, day: date) -> Pack:
    def valid(rules: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(rule for rule in rules if _is_valid(rule, day))

    return replace(
        whole,
        units=valid(whole.units),
        topics=valid(whole.topics),
        competence=valid(whole.competence),
        suspicion=valid(whole.suspicion),
        deadlines=valid(whole.deadlines),
        procedures=valid(whole.procedures),
    )


def _is_valid(rule: Any, day: date) -> bool:
    """Whether a rule holds on `day`; `valid_to` is its last day."""
    return (rule.valid_from or date.min) <= day <= (rule.valid_to or date.max)
