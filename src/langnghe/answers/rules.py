"""What an official answer must say, so that people can hold somebody to it. No Django here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from langnghe.language.folding import normal
from langnghe.refusals import Refused


class Outcome(StrEnum):
    """What becomes of a matter: a reasoned response in six forms."""

    DONE = "done"
    WILL_DO = "will-do"
    PARTLY = "partly"
    NOT_POSSIBLE = "not-possible"
    REFERRED = "referred"
    GUIDED = "guided"


ACTS = frozenset({Outcome.DONE, Outcome.PARTLY})
"""Outcomes that tell of something done, on a day."""
PROMISES = frozenset({Outcome.WILL_DO, Outcome.REFERRED})
"""Outcomes that name a day to come."""
REASONED = frozenset({Outcome.PARTLY, Outcome.NOT_POSSIBLE, Outcome.GUIDED})
"""Outcomes that owe a reason."""
ADDRESSED = frozenset({Outcome.NOT_POSSIBLE, Outcome.REFERRED, Outcome.GUIDED})
"""Outcomes that name whom to turn to, or to whom the matter goes."""

Empty = Callable[[str], Sequence[str]]
"""Returns the empty formulas of a text that says nothing besides them; nothing where it says something."""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What an answer says. `words` is for everybody; `money` is in đồng.

    `done_on` goes with what was done, `due_on` with what will be; `owner` is a unit or a function, never a resident.
    """

    outcome: Outcome
    words: str
    done_on: date | None = None
    due_on: date | None = None
    reason: str = ""
    whom: str = ""
    owner: str = ""
    money: int | None = None
    source: str = ""

    def needed(self) -> "Contents":
        """Return the same in one form, and only what this outcome asks for."""
        outcome = Outcome(self.outcome)
        promises, acts, will_do = outcome in PROMISES, outcome in ACTS, outcome is Outcome.WILL_DO
        return Contents(
            outcome=outcome,
            words=normal(self.words),
            done_on=self.done_on if acts else None,
            due_on=self.due_on if promises else None,
            reason=normal(self.reason) if self.outcome in REASONED else "",
            whom=normal(self.whom) if self.outcome in ADDRESSED else "",
            owner=normal(self.owner) if will_do else "",
            money=self.money if will_do else None,
            source=normal(self.source) if will_do else "",
        )

    @property
    def said(self) -> str:
        """Everything in it that people will read."""
        return "\n".join(part for part in (self.words, self.reason, self.whom, self.owner, self.source) if part)


def check(contents: Contents, *, today: date, empty: Empty) -> None:
    """An answer says what was done and when, what will be done by whom and when, or why not and whom to ask.

    Raises Refused: "answer-without-words", "answer-says-nothing", "answer-without-day", "act-in-the-future",
    "answer-without-deadline", "deadline-passed", "answer-without-owner", "money-impossible", "money-without-source",
    "answer-without-reason", "answer-without-address".
    """
    if not contents.words:
        raise Refused("answer-without-words")
    _check_words(contents, empty)
    if contents.outcome in ACTS:
        _check_act(contents.done_on, today=today)
    if contents.outcome in PROMISES:
        _check_deadline(contents.due_on, today=today)
    if contents.outcome is Outcome.WILL_DO:
        _check_promise(contents)
    if contents.outcome in ADDRESSED and not contents.whom:
        raise Refused("answer-without-address")


def _check_words(contents: Contents, empty: Empty) -> None:
    """The words, or for what is not done the reason, must say something."""
    if contents.outcome in REASONED:
        if not contents.reason:
            raise Refused("answer-without-reason")
        if found := empty(contents.reason):
            raise Refused("answer-says-nothing", formulas=_quoted(found))
    if found := empty(contents.words):
        raise Refused("answer-says-nothing", formulas=_quoted(found))


def _check_act(done_on: date | None, *, today: date) -> None:
    if done_on is None:
        raise Refused("answer-without-day")
    if done_on > today:
        raise Refused("act-in-the-future")


def _check_deadline(due_on: date | None, *, today: date) -> None:
    if due_on is None:
        raise Refused("answer-without-deadline")
    if due_on < today:
        raise Refused("deadline-passed")


def _check_promise(contents: Contents) -> None:
    if not contents.owner:
        raise Refused("answer-without-owner")
    if contents.money is not None and contents.money <= 0:
        raise Refused("money-impossible")
    if contents.money and not contents.source:
        raise Refused("money-without-source")


def _quoted(formulas: Sequence[str]) -> str:
    return ", ".join(f"“{formula}”" for formula in formulas[:3])
