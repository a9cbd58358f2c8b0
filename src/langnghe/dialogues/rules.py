"""What a dialogue is, when it may be moved, and how many came. No Django here."""

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from enum import StrEnum

from langnghe.language.folding import fold
from langnghe.refusals import Refused


class Kind(StrEnum):
    """The four ways of meeting; only a conference stands under the two legal clocks (Law 72/2025/QH15, Art 43)."""

    CONFERENCE = "conference"
    WORKING_GROUP = "working-group"
    RECEPTION = "reception"
    FIELD_VISIT = "field-visit"


def check_attendance(*, invited: int | None, present: int, women: int | None, bodies: Iterable[int] = ()) -> None:
    """Numbers only, and possible ones. Raises Refused: "attendance-impossible"."""
    if any(number < 0 for number in (present, invited or 0, *bodies)) or not 0 <= (women or 0) <= present:
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


def notice_due(held_on: date, days: int) -> date:
    """Return the last day to make a dialogue public, `days` calendar days before (Law 72/2025/QH15, Art 43)."""
    return held_on - timedelta(days=days)


def result_due(held_on: date, days: int) -> date:
    """Return the last day to publish the result, `days` calendar days after (Law 72/2025/QH15, Art 43)."""
    return held_on + timedelta(days=days)


def changes(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, list[str]]:
    """Return what differs between two plans of a dialogue, field by field: what was and what is, as text.

    A day is ISO 8601, an hour HH:MM, nothing is "".
    """
    pairs = {name: [_text(before[name]), _text(value)] for name, value in after.items()}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _text(value: object) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value or "")


def check_move(*, is_held: bool, is_called_off: bool, held_on: date, today: date) -> None:
    """What was called off stays so, and what was held was held by now.

    Raises Refused: "dialogue-called-off", "held-cannot-be-ahead".
    """
    if is_called_off and not is_held:
        raise Refused("dialogue-called-off")
    if is_held and held_on > today:
        raise Refused("held-cannot-be-ahead")
