"""What a matter is about, who decides it and by when. No Django here."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from langnghe.refusals import Refused

NEVER = date(9999, 12, 31)
"""The day by which a matter without a deadline is due: it comes last."""


class Competence(StrEnum):
    COMMUNE = "commune"
    CITY = "city"
    BOTH = "both"
    CENTRAL = "central"
    UTILITY = "utility"
    REDIRECT = "redirect"


def clock_for(competence: Competence) -> tuple[str, str]:
    """Return the kind and step of the pack's clock: for what the commune may decide itself, and for what it refers."""
    if competence in {Competence.COMMUNE, Competence.BOTH}:
        return "petition_within_competence", "answer"
    return "petition_referred", "expect_reply"


def working_days_after(start: date, days: int, is_day_off: Callable[[date], bool]) -> date:
    """Return the day `days` working days after `start`; days off (weekends, holidays) do not count."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        if not is_day_off(day):
            days -= 1
    return day


def title_of(words: str, *, limit: int = 90) -> str:
    """Return a matter's first title: the beginning of the words, cut at a word."""
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0] + "…"


def check_due(due_on: date | None, *, held_on: date) -> None:
    """A matter cannot be due before it was heard. Raises Refused: "due-before-heard"."""
    if due_on is not None and due_on < held_on:
        raise Refused("due-before-heard")
