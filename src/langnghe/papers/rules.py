"""What an office issues, under which number, and when it counts as made public. No Django here."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from hashlib import sha256

from langnghe.refusals import Refused


class Kind(StrEnum):
    """The papers a commune issues about listening to its residents."""

    PLAN = "plan"
    NOTICE = "notice"
    INVITATION = "invitation"
    MINUTES = "minutes"
    TABLE = "table"
    RESULT = "result"
    REGISTER = "register"
    REFERRAL = "referral"
    REPLY = "reply"


PUBLIC = frozenset({Kind.NOTICE, Kind.RESULT})
"""What hangs on the wall of the community house, and may be taken home from the board."""

SYMBOLS = {
    Kind.PLAN: "KH-UBND",
    Kind.NOTICE: "TB-UBND",
    Kind.INVITATION: "GM-UBND",
    Kind.MINUTES: "BB-UBND",
    Kind.TABLE: "BC-UBND",
    Kind.RESULT: "TB-UBND",
    Kind.REGISTER: "BC-UBND",
    Kind.REFERRAL: "PC-UBND",
    Kind.REPLY: "TB-UBND",
}
"""The symbol beside the number by kind (Decree 30/2020/NĐ-CP, Annex III), as the office usually writes it."""

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The forms a paper is issued in, and what a browser calls each."""

_SYMBOL = re.compile(r"[\w&.]+(-[\w&.]+)*")


def digest(content: bytes) -> str:
    """Return the SHA-256 of a paper's bytes, 64 hexadecimal digits."""
    return sha256(content).hexdigest()


def check_number(number: int, symbol: str) -> None:
    """A number counts from 1 within its year and symbol ("TB-UBND"). Raises Refused: "number-unclear"."""
    if not 1 <= number <= 99_999 or not _SYMBOL.fullmatch(symbol):
        raise Refused("number-unclear")


def check_days(issued_on: date, postings: Iterable[tuple[str, date]], *, today: date) -> None:
    """A paper is issued before it is posted, and neither happens in the future.

    Raises Refused: "issued-in-the-future", "posted-nowhere", "posted-before-issued", "posted-in-the-future".
    """
    if issued_on > today:
        raise Refused("issued-in-the-future")
    for where, on in postings:
        if not where.strip():
            raise Refused("posted-nowhere")
        if on < issued_on:
            raise Refused("posted-before-issued")
        if on > today:
            raise Refused("posted-in-the-future")
