"""Where a matter stands, and what its reader does next."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from langnghe.people.rules import Verb
from langnghe.web.desk.chronicle import Chronicle

if TYPE_CHECKING:
    from langnghe.matters.queries import Weighed


class Stage(StrEnum):
    """What a matter waits for."""

    UNDECIDED = "undecided"
    OWED = "owed"
    RETURNED = "returned"
    PENDING = "pending"
    UNSENT = "unsent"
    ANSWERED = "answered"


@dataclass(frozen=True)
class Standing:
    """A matter as one viewer finds it. `verbs`: what they may do in its commune; `is_ours`: their office leads it."""

    matter: "Weighed"
    told: Chronicle
    verbs: frozenset[Verb]
    is_ours: bool

    @property
    def stage(self) -> Stage:
        if self.told.pending:
            return Stage.PENDING
        if self.told.returned:
            return Stage.RETURNED
        if self.told.answer:
            return Stage.UNSENT if self.told.is_unsent else Stage.ANSWERED
        return Stage.OWED if self.matter.topic else Stage.UNDECIDED

    @property
    def is_owed(self) -> bool:
        """Whether people still wait for an answer: only then a deadline may be late."""
        return self.told.answer is None

    @property
    def may_decide(self) -> bool:
        return Verb.DECIDE in self.verbs

    @property
    def may_draft(self) -> bool:
        return self.may_decide or (self.is_ours and Verb.DRAFT in self.verbs)

    @property
    def may_release(self) -> bool:
        return Verb.RELEASE in self.verbs

    @property
    def may_publish(self) -> bool:
        return Verb.PUBLISH in self.verbs

    @property
    def may_read(self) -> bool:
        return Verb.READ in self.verbs

    @property
    def may_issue(self) -> bool:
        return Verb.ISSUE in self.verbs

    @property
    def next(self) -> str:
        """The one primary action of the page: "decide", "answer", "release", "refer", or "" where nothing waits."""
        wanted = {
            Stage.UNDECIDED: ("decide", self.may_decide),
            Stage.OWED: ("answer", self.may_draft),
            Stage.RETURNED: ("answer", self.may_draft),
            Stage.PENDING: ("release", self.may_release),
            Stage.UNSENT: ("refer", self.may_issue),
            Stage.ANSWERED: ("", False),
        }
        act, may = wanted[self.stage]
        return act if may else ""
