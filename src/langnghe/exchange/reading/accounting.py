"""The account of a paper's words: each letter is taken once, and what nobody took is unread.

An opinion's text is never typed anew: it is made of spans of the paper, so nothing can be invented.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from langnghe.exchange.reading import names
from langnghe.exchange.reading.blocks import Line
from langnghe.exchange.reading.shapes import Account, Field, Unread
from langnghe.exchange.reading.words import count

WITHHELD = "…"
_NAMES_STAY = ("opinion", "answer", "hamlet", "topic", "unit")


@dataclass(frozen=True)
class Span:
    """A stretch of one line."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end].strip()


class Book:
    """Who took which letters of which line."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = list(lines)
        self._taken: dict[int, list[tuple[int, int, str]]] = {id(line): [] for line in self.lines}
        self.speakers: set[str] = set()

    def take(self, line: Line, start: int, end: int, role: str) -> Span:
        """Give letters `start` to `end` of `line` to `role`; letters already given stay where they are."""
        for first, last in self._free(line, start, end):
            self._taken[id(line)].append((first, last, role))
        return Span(line, start, end)

    def whole(self, line: Line, role: str) -> Span:
        """Give all of `line` that is still free to `role`."""
        return self.take(line, 0, len(line.text), role)

    def hide(self, line: Line, start: int, end: int) -> None:
        """Withhold a speaker's name, and remember it while this paper is open so that it shows nowhere else."""
        name = names.key(line.text[start:end])
        self.speakers |= {name, name.split()[-1]} if name else set()
        self._override(line, start, end)

    def give_back(self, span: Span) -> None:
        """Free what `span` had taken, so that it will be shown as unread."""
        self._taken[id(span.line)] = [
            taken for taken in self._taken[id(span.line)] if taken[1] <= span.start or taken[0] >= span.end
        ]

    def hide_known(self) -> None:
        """Withhold every name: a known speaker's anywhere, any person's outside residents' words and answers."""
        for line in self.lines:
            if not self.speakers and self._is_kept(line):
                continue
            for start, end in names.all_names(line.text):
                known = names.key(line.text[start:end]) in self.speakers
                if known or self._role_at(line, start) not in _NAMES_STAY:
                    self._override(line, start, end)
            for start, end in names.known_names(line.text, self.speakers):
                self._override(line, start, end)

    def text(self, span: Span) -> str:
        """Return what may be shown of `span`: withheld names become an ellipsis."""
        shown, at = [], span.start
        for start, end, role in sorted(self._taken[id(span.line)]):
            if role == "name" and start >= at and end <= span.end:
                shown += [span.line.text[at:start], WITHHELD]
                at = end
        shown.append(span.line.text[at : span.end])
        return " ".join("".join(shown).split())

    def fields(self) -> list[Field]:
        """Return every field with its value; a name has none."""
        return [
            Field(
                "speaker" if role == "name" else role,
                "" if role == "name" else self.text(Span(line, start, end)),
                line.where,
            )
            for line, start, end, role in self._pieces()
            if role not in ("opinion", "answer", "unread", "mark") and (role == "name" or count(line.text[start:end]))
        ]

    def unread(self) -> list[Unread]:
        """Return what nobody took and holds a word, one entry a line, names withheld."""
        shown = []
        for line in self.lines:
            pieces = [(start, end) for one, start, end, role in self._pieces([line]) if role == "unread"]
            if any(count(line.text[start:end]) for start, end in pieces):
                span = Span(line, pieces[0][0], pieces[-1][1])
                shown.append(Unread(line.where, self._only(span, pieces)))
        return shown

    def accounts(self) -> list[Account]:
        """Return the account: the words of each place by who took them."""
        totals: dict[tuple[str, str], int] = {}
        for line, start, end, role in self._pieces():
            totals[line.where, role] = totals.get((line.where, role), 0) + count(line.text[start:end])
        return [Account(where, role, words) for (where, role), words in totals.items() if words]

    def names_withheld(self) -> int:
        """Return how many times a name was withheld."""
        return sum(role == "name" for *_, role in self._pieces())

    def holds(self, line: Line, *roles: str) -> bool:
        """Whether part of `line` went to one of `roles`."""
        return any(role in roles for *_, role in self._taken[id(line)])

    def holds_any(self, *roles: str) -> bool:
        """Whether any line went to one of `roles`."""
        return any(self.holds(line, *roles) for line in self.lines)

    def is_free(self, line: Line) -> bool:
        """Whether nobody has taken a letter of `line`."""
        return not self._taken[id(line)]

    def _only(self, span: Span, pieces: list[tuple[int, int]]) -> str:
        texts = []
        for at, (start, end) in enumerate(pieces):
            text = self.text(Span(span.line, start, end))
            if at and self._is_name_between(span.line, pieces[at - 1][1], start):
                texts.append(WITHHELD)
            texts.append(text)
        return " ".join(" ".join(texts).split())

    def _is_name_between(self, line: Line, start: int, end: int) -> bool:
        return any(role == "name" and start <= first < end for first, _, role in self._taken[id(line)])

    def _is_kept(self, line: Line) -> bool:
        return all(role in _NAMES_STAY for *_, role in self._pieces([line]))

    def _override(self, line: Line, start: int, end: int) -> None:
        kept: list[tuple[int, int, str]] = []
        for first, last, role in self._taken[id(line)]:
            if last <= start or first >= end:
                kept.append((first, last, role))
                continue
            if first < start:
                kept.append((first, start, role))
            if last > end:
                kept.append((end, last, role))
        self._taken[id(line)] = [*kept, (start, end, "name")]

    def _role_at(self, line: Line, index: int) -> str:
        return next((role for start, end, role in self._taken[id(line)] if start <= index < end), "unread")

    def _free(self, line: Line, start: int, end: int) -> list[tuple[int, int]]:
        free, at = [], start
        for first, last, _ in sorted(self._taken[id(line)]):
            if last <= at or first >= end:
                continue
            if first > at:
                free.append((at, first))
            at = max(at, last)
        if at < end:
            free.append((at, end))
        return free

    def _pieces(self, lines: list[Line] | None = None) -> list[tuple[Line, int, int, str]]:
        pieces = []
        for line in self.lines if lines is None else lines:
            taken = sorted(self._taken[id(line)])
            free = [(start, end, "unread") for start, end in self._free(line, 0, len(line.text))]
            pieces += [(line, start, end, role) for start, end, role in sorted([*taken, *free])]
        return pieces
