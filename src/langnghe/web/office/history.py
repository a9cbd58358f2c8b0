"""What was changed in the plan of a dialogue, in the reader's words."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format

from langnghe.web.office.wording import PLANNED_ANEW
from langnghe.web.wording import MEETINGS

if TYPE_CHECKING:
    from langnghe.dialogues.models import Rescheduling


def told(move: "Rescheduling") -> dict[str, Any]:
    """Return when and by whom a plan was changed, and for each field its name, what was and what is."""
    changes = [(PLANNED_ANEW[name], _shown(name, was), _shown(name, now)) for name, (was, now) in move.changes.items()]
    return {"at": move.at, "by": move.by, "changes": changes, "is_moved": move.moved_on is not None}


def _shown(name: str, value: str) -> object:
    if name == "kind":
        return MEETINGS[value]
    if name == "held_on":
        return date_format(date.fromisoformat(value), "j/n/Y")
    return value
