"""The two legal clocks of a dialogue conference: made public in time before, its result told in time after. No Django.

Law 72/2025/QH15, Art 43. Which day stops a clock is asked elsewhere; here it is only compared.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from langnghe.dialogues import rules
from langnghe.dialogues.rules import Kind as Meeting
from langnghe.papers.rules import Kind as Paper
from langnghe.places.packs import Pack

SOON_DAYS = 3


class State(StrEnum):
    """How a clock stands: none runs, far off, near, run out; or stopped, in time or after it."""

    NONE = "none"
    DUE = "due"
    SOON = "soon"
    LATE = "late"
    MET = "met"
    MET_LATE = "met-late"


@dataclass(frozen=True)
class Clock:
    """One clock of one conference; `given_on` is the day that stopped it."""

    state: State
    due_on: date | None = None
    given_on: date | None = None


_STEPS = {Paper.NOTICE: "public_notice_before", Paper.RESULT: "publish_result"}


def days(paper: Paper, meeting: str, pack: Pack, held_on: date) -> int | None:
    """Return how many days the pack gives for a paper of a meeting on a day; None where no clock runs."""
    clock = pack.on(held_on).deadline("dialogue", _STEPS[paper]) if meeting == Meeting.CONFERENCE else None
    return clock.amount if clock else None


def clock(  # noqa: PLR0913
    kind: Paper,
    held_on: date,
    *,
    given_on: date | None,
    days: int | None,
    today: date,
    noted_on: date | None = None,
) -> Clock:
    """Return how the clock of a notice or a result stands for a conference held on a day.

    `days` None: no clock runs. What had run out before the conference came into the book, on `noted_on`,
    is not known here.
    """
    if days is None:
        return Clock(State.NONE)
    due_on = rules.notice_due(held_on, days) if kind is Paper.NOTICE else rules.result_due(held_on, days)
    if given_on:
        return Clock(State.MET if given_on <= due_on else State.MET_LATE, due_on, given_on)
    if noted_on and noted_on > due_on:
        return Clock(State.NONE)
    if today > due_on:
        return Clock(State.LATE, due_on)
    return Clock(State.SOON if (due_on - today).days <= SOON_DAYS else State.DUE, due_on)
