"""The way to a page of the desk: from the register, or from the matters of one's own unit."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from langnghe.web.pages import Step, step

if TYPE_CHECKING:
    from langnghe.dialogues.models import Dialogue


def below_register(*steps: Step) -> tuple[Step, ...]:
    """Return the way from the register down to a page."""
    return (step(gettext("Sổ ý kiến"), "register"), *steps)


def below_unit(*steps: Step) -> tuple[Step, ...]:
    """Return the way for whoever may not read the register: from the matters of their unit."""
    return (step(gettext("Việc của phòng tôi"), "unit"), *steps)


def of_dialogue(dialogue: "Dialogue") -> Step:
    """Return the step of the trail for a dialogue."""
    label = gettext("Hội nghị %(day)s") % {"day": f"{dialogue.held_on:%d/%m/%Y}"}
    return step(label, "dialogue", dialogue.code)
