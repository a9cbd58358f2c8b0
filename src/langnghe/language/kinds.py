"""What sort of opinion it is: a wish, a fact, thanks, a view on policy. No Django here.

Complaints, denunciations, crime tips and private disputes are not told by these words but by `suspicion`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from langnghe.language.patterns import Pattern
from langnghe.language.syllables import read


@dataclass(frozen=True)
class OpinionKind:
    """A sort of opinion. The first of the pack with a pattern that fits, and no `unless` that does, is suggested."""

    code: str
    names: tuple[tuple[str, str], ...]
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    is_guided: bool
    """Whether it has a procedure of its own and never enters the open register."""

    def name(self, language: str) -> str:
        """Return the name in `language`, else in the pack's own."""
        return dict(self.names).get(language, self.names[0][1])


def suggest_kind(text: str, kinds: Sequence[OpinionKind]) -> str:
    """Return the code of the open kind that fits `text`; where none does, the last one without patterns."""
    reading = read(text)
    open_kinds = [kind for kind in kinds if not kind.is_guided]
    for kind in open_kinds:
        fits = any(pattern.find(reading) for pattern in kind.patterns)
        if fits and not any(pattern.find(reading) for pattern in kind.unless):
            return kind.code
    return next(kind.code for kind in reversed(open_kinds) if not kind.patterns)
