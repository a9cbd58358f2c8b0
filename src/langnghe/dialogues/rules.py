"""What a dialogue is and how many came. No Django here."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from langnghe.language.folding import fold
from langnghe.refusals import Refused


class Kind(StrEnum):
    """The four ways of meeting; only a conference stands under the two legal clocks (Law 72/2025/QH15, Art 43)."""

    CONFERENCE = "conference"
    WORKING_GROUP = "working-group"
    RECEPTION = "reception"
    FIELD_VISIT = "field-visit"


def check_attendance(*, invited: int | None, present: int, women: int | None) -> None:
    """Numbers only, and possible ones. Raises Refused: "attendance-impossible"."""
    if present < 0 or (invited is not None and invited < 0) or (women is not None and not 0 <= women <= present):
        raise Refused("attendance-impossible")


def code_stem(commune: str, on: date) -> str:
    """Return the beginning of a dialogue's code: the commune's name without marks and the day."""
    return "-".join([*fold(commune).split(), on.isoformat()])


def check_notice(days: Iterable[date], *, on: date) -> None:
    """A notice or invitation comes before what it tells of.

    Raises Refused: "notice-of-nothing", "notice-after-dialogue".
    """
    days = list(days)
    if not days:
        raise Refused("notice-of-nothing")
    if min(days) < on:
        raise Refused("notice-after-dialogue")
