"""Who is heard by whom, and when voters may demand to be heard. No Django here."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from langnghe.language.folding import normal
from langnghe.refusals import Refused


def lines(text: str | Iterable[str]) -> tuple[str, ...]:
    """Return the lines that say something, each in one form: the members of a working group, by function."""
    parts = text.splitlines() if isinstance(text, str) else text
    return tuple(filter(None, map(normal, parts)))


def group_name(name: str, taken: Iterable[str]) -> str:
    """Return a working group's name in one form. Raises Refused: "group-without-name", "group-name-taken"."""
    name = normal(name)[:200]
    if not name:
        raise Refused("group-without-name")
    if same(name) in map(same, taken):
        raise Refused("group-name-taken", name=name)
    return name


def same(words: str) -> str:
    """Return what two writings of one name or subject share: spaces and capitals aside, they are equal."""
    return normal(words).casefold()


def check_count(asking: int, voters: int, counted_on: date, *, today: date) -> None:
    """Voters who ask are some of all voters, counted by now. Raises Refused: "request-impossible"."""
    if not 0 <= asking <= voters or voters < 1 or counted_on > today:
        raise Refused("request-impossible")


def share(asking: int, voters: int) -> float:
    """Return the per cent of voters who ask, cut to one decimal: just under the threshold never looks like it."""
    return asking * 1000 // voters / 10


def is_reached(asking: int, voters: int, percent: int) -> bool:
    """Whether so many voters ask that a conference is owed (Law 72/2025/QH15, Art 43)."""
    return asking * 100 >= voters * percent


def day_there(at: datetime, zone: str) -> date:
    """Return the day of a moment where people live."""
    return at.astimezone(ZoneInfo(zone)).date()
