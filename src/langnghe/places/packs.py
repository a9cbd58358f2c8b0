"""What a country brings: units, topics, rules and clocks, read from the tables of `langnghe/packs/<code>/`.

Another country is another folder; `docs/packs.md` says how to make one. No Django here.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from langnghe.language.competence import ANY_TOPIC, CompetenceRule
from langnghe.language.empty_answers import Formula
from langnghe.language.kinds import OpinionKind
from langnghe.language.patterns import Marks
from langnghe.language.suspicion import SuspicionRule
from langnghe.language.topics import Topic
from langnghe.places.tables import Row, checked, own_first, rows, toml
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
class Body:
    """A body that communes meet when they go out to listen: a party cell, heads of hamlets, an association."""

    code: str
    names: tuple[tuple[str, str], ...]
    basis: str
    mark: str
    valid_from: date | None = None
    valid_to: date | None = None

    def name(self, language: str) -> str:
        """Return its name in `language`, else in the pack's own."""
        return dict(self.names).get(language, self.names[0][1])


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


@dataclass(frozen=True, eq=False)
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
    empty_answers: tuple[Formula, ...]
    deadlines: tuple[Deadline, ...]
    procedures: tuple[Procedure, ...]
    bodies: tuple[Body, ...]
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

    def body(self, code: str) -> Body | None:
        """Return the body with `code`, if the pack has it."""
        return next((body for body in self.bodies if body.code == code), None)

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
    about = toml(folder / "pack.toml", ("code", "language", "names", "timezone", "calendar"))
    language = str(about["language"])
    groups = dict(checked(_group, row) for row in rows(folder / "groups.csv", language, {}))

    def table(name: str, one: Callable[[Row], T]) -> tuple[T, ...]:
        return tuple(checked(one, row) for row in rows(folder / name, language, groups))

    suspicion = table("suspicion.csv", _suspicion)
    read = Pack(
        code=str(about["code"]),
        language=language,
        names=_names(about["names"], language),
        timezone=str(about["timezone"]),
        calendar=str(about["calendar"]),
        units=table("units.csv", _unit),
        topics=table("topics.csv", _topic),
        kinds=table("kinds.csv", _kind),
        competence=table("competence.csv", _competence),
        suspicion=tuple(rule for rules in suspicion for rule in rules),
        empty_answers=table("empty_answers.csv", _formula),
        deadlines=table("deadlines.csv", _deadline),
        procedures=table("procedures.csv", _procedure),
        bodies=table("bodies.csv", _body),
        holidays=_holidays(toml(folder / "holidays.toml", ("confirmed", "off", "working", "note"))),
    )
    _check_links(read)
    return read


def _names(names: dict[str, str], language: str) -> tuple[tuple[str, str], ...]:
    try:
        return own_first(names, language)
    except ValueError as error:
        raise Refused("pack-broken", file="pack.toml", line=0, why=str(error)) from error


def _group(row: Row) -> tuple[str, str]:
    return row.needed("name"), row.needed("words")


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
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def _topic(row: Row) -> Topic:
    return Topic(
        code=row.needed("code"),
        names=row.in_languages("name_"),
        aliases=row.words("aliases"),
        keywords=row.words("keywords"),
        hints=row.words("hints"),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
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
        basis=row.needed("basis"),
        mark=row.one_of("mark", MARKS),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def _suspicion(row: Row) -> tuple[SuspicionRule, ...]:
    marks = Marks(row.one_of("marks", tuple(Marks)))
    unless, without = row.patterns("unless", marks), row.patterns("without", marks)
    return tuple(
        SuspicionRule(
            kind=row.needed("kind"),
            pattern=one,
            unless=unless,
            without=without,
            valid_from=row.day("valid_from"),
            valid_to=row.day("valid_to"),
        )
        for one in row.patterns("patterns", marks)
    )


def _formula(row: Row) -> Formula:
    is_filler = row.one_of("kind", ("formula", "filler")) == "filler"
    return Formula(language=row.needed("language"), text=row.needed("text"), is_filler=is_filler)


def _deadline(row: Row) -> Deadline:
    return Deadline(
        kind=row.needed("kind"),
        step=row.needed("step"),
        amount=int(row.needed("amount")),
        unit=row.needed("unit"),
        from_event=row.text("from_event"),
        source=row.text("source"),
        basis=row.needed("basis"),
        mark=row.one_of("mark", MARKS),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def _procedure(row: Row) -> Procedure:
    return Procedure(
        kind=row.needed("kind"),
        part=row.needed("part"),
        texts=row.in_languages("text_"),
        basis=row.needed("basis"),
        mark=row.one_of("mark", MARKS),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def _body(row: Row) -> Body:
    return Body(
        code=row.needed("code"),
        names=row.in_languages("name_"),
        basis=row.needed("basis"),
        mark=row.one_of("mark", MARKS),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def _holidays(table: dict[str, Any]) -> Holidays:
    return Holidays(
        confirmed=tuple(table["confirmed"]),
        off=tuple(table["off"]),
        working=tuple(table["working"]),
        note=table["note"],
    )


def _check_links(read: Pack) -> None:
    """Refuse a table that speaks of a topic, kind or unit which the table that lists them does not have."""
    topics, kinds = {topic.code for topic in read.topics} | {ANY_TOPIC}, {kind.code for kind in read.kinds}
    asked = [("competence.csv", topic, topics) for rule in read.competence for topic in rule.topics]
    asked += [("suspicion.csv", rule.kind, kinds) for rule in read.suspicion]
    asked += [("procedures.csv", one.kind, kinds) for one in read.procedures]
    asked += [("units.csv", unit.parent, {"", *(one.code for one in read.units)}) for unit in read.units]
    for file, code, known in asked:
        if code not in known:
            raise Refused("pack-broken", file=file, line=0, why=f"{code} is in no list")


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
        bodies=valid(whole.bodies),
    )


def _is_valid(rule: Any, day: date) -> bool:
    """Whether a rule holds on `day`; `valid_to` is its last day."""
    return (rule.valid_from or date.min) <= day <= (rule.valid_to or date.max)
