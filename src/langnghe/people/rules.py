"""Who may do what, where and when. No Django here.

A mandate gives a role at a place, from one day to another; it reaches the place and everything below it.
What no mandate allows is refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import NAMESPACE_URL, uuid5

from langnghe.refusals import Refused


class Role(StrEnum):
    SECRETARY = "secretary"
    DESK = "desk"
    UNIT = "unit"
    CHAIR = "chair"
    CITY = "city"
    FRONT = "front"
    ADMINISTRATOR = "administrator"


SAMPLE_NAME = "Cán bộ mẫu"
"""How the names of staff begin who do not exist."""


class Verb(StrEnum):
    PLAN = "plan"
    HEAR = "hear"
    READ = "read"
    TRIAGE = "triage"
    CONFIRM = "confirm"
    PUBLISH = "publish"
    DECIDE = "decide"
    DRAFT = "draft"
    RELEASE = "release"
    ISSUE = "issue"
    SEE_UNIT = "see-unit"
    SEE_COVERAGE = "see-coverage"
    MAP = "map"
    APPOINT = "appoint"


_R = Role
ALLOWED: dict[Verb, frozenset[Role]] = {
    Verb.PLAN: frozenset({_R.SECRETARY, _R.DESK, _R.CHAIR}),
    Verb.HEAR: frozenset({_R.SECRETARY, _R.DESK}),
    Verb.READ: frozenset({_R.SECRETARY, _R.DESK, _R.CHAIR, _R.FRONT}),
    Verb.TRIAGE: frozenset({_R.SECRETARY, _R.DESK}),
    Verb.CONFIRM: frozenset({_R.SECRETARY, _R.DESK, _R.CHAIR}),
    Verb.PUBLISH: frozenset({_R.DESK, _R.CHAIR}),
    Verb.DECIDE: frozenset({_R.DESK, _R.CHAIR}),
    Verb.DRAFT: frozenset({_R.UNIT, _R.DESK, _R.CHAIR}),
    Verb.RELEASE: frozenset({_R.CHAIR}),
    Verb.ISSUE: frozenset({_R.DESK, _R.CHAIR}),
    Verb.SEE_UNIT: frozenset({_R.UNIT, _R.DESK, _R.CHAIR}),
    Verb.SEE_COVERAGE: frozenset({_R.SECRETARY, _R.DESK, _R.CHAIR, _R.FRONT, _R.CITY}),
    Verb.MAP: frozenset({_R.ADMINISTRATOR, _R.DESK}),
    Verb.APPOINT: frozenset({_R.ADMINISTRATOR}),
}


@dataclass(frozen=True)
class Grant:
    """A mandate as the rules see it. `path` is the place's path; `valid_to` is the first day it no longer holds."""

    role: Role
    path: str
    unit: str
    valid_from: date
    valid_to: date | None


def holding(grants: Iterable[Grant], verb: Verb, *, on: date) -> list[Grant]:
    """Return the grants that allow `verb` on a day, somewhere."""
    return [
        grant
        for grant in grants
        if grant.role in ALLOWED[verb] and grant.valid_from <= on and (grant.valid_to is None or on < grant.valid_to)
    ]


def may(grants: Iterable[Grant], verb: Verb, path: str, *, on: date) -> bool:
    """Whether one of `grants` allows `verb` at the place with `path` on a day."""
    return any(path.startswith(grant.path) for grant in holding(grants, verb, on=on))


def check_dates(valid_from: date, valid_to: date | None) -> None:
    """A mandate ends after it begins. Raises Refused: "ends-before-it-begins"."""
    if valid_to is not None and valid_to <= valid_from:
        raise Refused("ends-before-it-begins")


def check_login(login: str) -> str:
    """Return a sign-in name in one form: small letters, digits, dot and hyphen. Raises Refused: "login-unclear"."""
    login = login.strip().lower()
    if not login or any(not (letter.isascii() and (letter.isalnum() or letter in ".-")) for letter in login):
        raise Refused("login-unclear", login=login)
    return login


def installation() -> str:
    """Return the key under which the installation itself acts, as when it loads a pack's units."""
    return str(uuid5(NAMESPACE_URL, "langnghe:installation"))
