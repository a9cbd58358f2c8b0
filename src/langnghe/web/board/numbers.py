"""How much a commune has heard and answered: sums over dialogues and hamlets, never over persons."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Sum:
    """How many texts there are, how many are answered, how many wait, and how many of either are late."""

    about: dict[str, Any] = field(default_factory=dict)
    texts: int = 0
    answered: int = 0
    waiting: int = 0
    late: int = 0

    def add(self, row: dict[str, Any]) -> None:
        self.texts += row["texts"]
        self.answered += row["answered"]
        self.waiting += row["waiting"]
        self.late += row["late"]


@dataclass
class Numbers:
    """The sums of a commune: of all of it, of each dialogue (the newest first), of each hamlet (by name)."""

    whole: Sum
    dialogues: list[Sum]
    hamlets: list[Sum]


def summed(rows: Iterable[dict[str, Any]]) -> Numbers:
    """Return the sums of what `feedback.wall.counts` counted."""
    whole, dialogues, hamlets = Sum(), dict[str, Sum](), dict[str, Sum]()
    for row in rows:
        whole.add(row)
        dialogues.setdefault(row["code"], Sum(row)).add(row)
        if row["from_hamlet"]:
            hamlets.setdefault(row["from_hamlet"], Sum(row)).add(row)
    return Numbers(whole, list(dialogues.values()), sorted(hamlets.values(), key=lambda each: each.about["name"]))
