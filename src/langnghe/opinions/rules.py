"""What people said: how it is kept, and which room it stands in. No Django here."""

import random
from collections.abc import Callable
from enum import StrEnum

from langnghe.language.folding import normal
from langnghe.refusals import Refused


class Channel(StrEnum):
    """The ways an opinion reaches the register."""

    HALL = "hall"
    SLIP = "slip"
    HAMLET_HEAD = "hamlet-head"
    RECEPTION = "reception"
    PASTED = "pasted"
    IMPORTED = "imported"


class Room(StrEnum):
    """Waiting: just heard. Held: waiting and suspected to belong to another procedure. Open: a person said it is an
    opinion. Dismissed: a person said it is none (a heading that was misread)."""

    WAITING = "waiting"
    HELD = "held"
    OPEN = "open"
    DISMISSED = "dismissed"


class Procedure(StrEnum):
    """The four procedures of their own that the register never takes in."""

    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    CRIME_TIP = "crime_tip"
    PRIVATE_DISPUTE = "private_dispute"


def as_spoken(words: str) -> str:
    """Return `words` in NFC with white space folded; nothing else is changed. Raises Refused: "nothing-said"."""
    spoken = normal(words.replace("\x00", " "))
    if not spoken:
        raise Refused("nothing-said")
    return spoken


def free_reference(is_taken: Callable[[str], bool]) -> str:
    """Return a public reference of seven random digits that is not taken yet."""
    source = random.SystemRandom()
    return next(
        reference for _ in range(10_000) if not is_taken(reference := f"{source.randrange(1_000_000, 10_000_000)}")
    )


def check_public(words: str, is_personal: bool, *, is_checked: bool) -> str:
    """Return the text for everybody. Personal data in it needs a person who says the text was checked.

    Raises Refused: "nothing-said", "personal-data".
    """
    public = as_spoken(words)
    if is_personal and not is_checked:
        raise Refused("personal-data")
    return public
