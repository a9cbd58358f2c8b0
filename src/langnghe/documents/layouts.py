"""How a paper looks: page, head and styles of one profile, read as data from `layouts/<profile>.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from langnghe.refusals import Refused

FOLDER = Path(__file__).with_name("layouts")


@dataclass(frozen=True)
class Style:
    """One named paragraph style. Sizes and spaces in points, `first_line` in millimetres, `line` in lines."""

    name: str
    size: float
    align: str
    bold: bool = False
    italic: bool = False
    before: float = 0
    line: float = 1
    first_line: float = 0
    keep: bool = False
    frame: bool = False


@dataclass(frozen=True)
class HeadLine:
    """One line of the head, perhaps with a rule beneath, `rule` millimetres long."""

    style: str
    text: str
    when: str = ""
    rule: float = 0


@dataclass(frozen=True)
class HeadRow:
    """Lines that begin at the same height, left and right."""

    left: tuple[HeadLine, ...]
    right: tuple[HeadLine, ...]


@dataclass(frozen=True)
class Page:
    """A sheet of paper and its margins, in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    def turned(self) -> "Page":
        """Return the same sheet lying on its side, with the same margins."""
        return Page(self.height, self.width, self.top, self.bottom, self.left, self.right, self.header)


@dataclass(frozen=True)
class Header:
    """What stands at the top of each page: the page number, and the marks of a draft and of sample data."""

    style: str
    mark_size: float
    draft: str
    checked: str
    sample: str

    def draft_mark(self, *, draft: bool, checked: bool) -> str:
        """Return what a draft says of itself, "" for an issued paper."""
        return (self.checked if checked else self.draft) if draft else ""


@dataclass(frozen=True)
class Layout:
    """A whole profile; `basis` is the rule it follows and `mark` how far that was checked."""

    profile: str
    title: str
    basis: str
    mark: str
    language: str
    font: str
    page: Page
    header: Header
    left_share: float
    subject_rule: float
    head: tuple[HeadRow, ...]
    with_number: str
    without_number: str
    styles: dict[str, Style]

    def number(self, number: int | None) -> str:
        """Return a paper's number as this profile writes it, or the blank where a clerk will write it."""
        return self.without_number if number is None else self.with_number.format(number=number)


def profiles() -> list[str]:
    """Return the names of the profiles at hand."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def layout(profile: str) -> Layout:
    """Return the layout called `profile`. Raises Refused: "no-such-layout"."""
    if profile not in profiles():
        raise Refused("no-such-layout", profile=profile, known=", ".join(profiles()))
    return _layout(profile, tomllib.loads((FOLDER / f"{profile}.toml").read_text("utf-8")))


def _layout(profile: str, data: dict[str, Any]) -> Layout:
    return Layout(
        profile=profile,
        **{name: data[name] for name in ("title", "basis", "mark", "language", "font")},
        page=Page(**_without_source(data["page"])),
        header=Header(**_without_source(data["header"])),
        left_share=data["head"]["left_share"],
        subject_rule=data["head"]["subject_rule"],
        head=tuple(HeadRow(_lines(row["left"]), _lines(row["right"])) for row in data["head"]["rows"]),
        with_number=data["number"]["with"],
        without_number=data["number"]["without"],
        styles={name: Style(**style) for name, style in data["styles"].items()},
    )


def _lines(lines: list[dict[str, Any]]) -> tuple[HeadLine, ...]:
    return tuple(HeadLine(**line) for line in lines)


def _without_source(section: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in section.items() if name not in ("basis", "mark")}
