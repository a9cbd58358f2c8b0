"""An answer as the desk shows it: a draft or a released one, with the shape and word of its outcome."""

from dataclasses import dataclass
from typing import Any

from langnghe.answers.rules import Outcome
from langnghe.web.wording import OUTCOMES


@dataclass(frozen=True)
class Proposed:
    """What was drafted, as a row of answers or as the chronicle tells it."""

    row: Any

    @property
    def shape(self) -> str:
        return OUTCOMES[self.row.outcome][0]

    @property
    def word(self) -> str:
        return str(OUTCOMES[self.row.outcome][1])

    @property
    def by(self) -> str:
        return str(self.row.by)

    @property
    def is_promise(self) -> bool:
        return bool(self.row.outcome == Outcome.WILL_DO)

    @property
    def is_referred(self) -> bool:
        return bool(self.row.outcome == Outcome.REFERRED)
