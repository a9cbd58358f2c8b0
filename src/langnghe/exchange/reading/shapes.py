"""What reading a paper gives: what was heard, what was recognised, and what was not understood."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Heard:
    """One opinion as the paper has it: the resident's words only, in NFC, white space folded."""

    text: str
    hamlet: str | None = None
    topic: str | None = None
    answer: str = ""
    where: str = ""
    answered_by: str = ""
    competence: str | None = None
    unit: str | None = None
    held_on: date | None = None
    dialogue: str | None = None


@dataclass(frozen=True)
class Field:
    """A part of the paper whose meaning is known. A speaker's field has no value: the name is not kept."""

    name: str
    value: str
    where: str


@dataclass(frozen=True)
class Unread:
    """A part of the paper nobody understood; a person looks at it."""

    where: str
    text: str


@dataclass(frozen=True)
class Account:
    """How many words of one place went where: opinion, answer, a field's name, name (not kept) or unread."""

    where: str
    role: str
    words: int


@dataclass(frozen=True)
class Reading:
    """Everything one paper says. `speakers` counts the names that were not kept."""

    file: str
    commune: str | None = None
    held_on: date | None = None
    opinions: tuple[Heard, ...] = ()
    fields: tuple[Field, ...] = ()
    unread: tuple[Unread, ...] = ()
    speakers: int = 0
    kind: str = ""
    sha256: str = ""
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True)
class Failure:
    """A paper that could not be read: the code of a refusal and its facts."""

    file: str
    error: str
    facts: dict[str, object] = field(default_factory=dict)


def to_json(result: Reading | Failure) -> dict[str, Any]:
    """Return `result` as plain values that JSON can carry; `from_json` undoes it."""
    plain = asdict(result)
    if isinstance(result, Reading):
        plain["held_on"] = _iso(result.held_on)
        for heard in plain["opinions"]:
            heard["held_on"] = _iso(heard["held_on"])
    return plain


def from_json(plain: dict[str, Any]) -> Reading | Failure:
    """Return the reading or the failure that `to_json` wrote."""
    if "error" in plain:
        return Failure(**plain)
    return Reading(
        **{
            **plain,
            "held_on": _day(plain["held_on"]),
            "opinions": tuple(Heard(**{**heard, "held_on": _day(heard["held_on"])}) for heard in plain["opinions"]),
            "fields": tuple(Field(**one) for one in plain["fields"]),
            "unread": tuple(Unread(**one) for one in plain["unread"]),
            "accounts": tuple(Account(**one) for one in plain["accounts"]),
        }
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
