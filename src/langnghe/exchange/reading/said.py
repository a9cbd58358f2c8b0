"""An opinion and a reply while the paper is still being read."""

from dataclasses import dataclass, field
from datetime import date

from langnghe.exchange.reading.accounting import Book, Span
from langnghe.exchange.reading.blocks import Line

_TRAILING = " \t\n"
_QUOTES = ("“", "”", '"')


@dataclass(eq=False)
class Said:
    """One opinion being put together; its text is the spans of its words. `is_own`: a row of our own paper."""

    words: list[Span] = field(default_factory=list)
    hamlet: str | None = None
    topic: str | None = None
    number: int | None = None
    speakers: frozenset[str] = frozenset()
    answer: list[Span] = field(default_factory=list)
    answered_by: str = ""
    competence: str | None = None
    unit: str | None = None
    held_on: date | None = None
    dialogue: str | None = None
    group: int = 0
    is_own: bool = False

    def text(self, book: Book) -> str:
        """Return the words as they may be shown."""
        return _joined(book, self.words)

    def answer_text(self, book: Book) -> str:
        """Return what was answered in the hall, or nothing."""
        return _joined(book, self.answer)


@dataclass(eq=False)
class Reply:
    """One answer that stands apart from its opinions, with what it says about which ones it answers."""

    words: list[Span] = field(default_factory=list)
    numbers: tuple[int, ...] = ()
    order: int | None = None
    hamlet: str | None = None
    speakers: frozenset[str] = frozenset()
    by: str = ""
    to_all: bool = False


def _joined(book: Book, spans: list[Span]) -> str:
    return " ".join(text for span in spans if (text := book.text(span)))


def trimmed(line: Line, start: int, end: int) -> tuple[int, int]:
    """Return the place of the words proper: without quotation marks around them and the clerk's last full stop."""
    text = line.text
    while start < end and text[start] in _TRAILING:
        start += 1
    while end > start and text[end - 1] in _TRAILING + ";,":
        end -= 1
    if end > start and text[end - 1] == "." and not text[:end].endswith(("..", "v.v.", "…")):
        end -= 1
    while end > start and text[end - 1] in _TRAILING + ";,":
        end -= 1
    opened = text[start : start + 1] in _QUOTES or text[max(0, start - 1) : start] in _QUOTES
    if (
        end - start > 2
        and text[end - 1] in _QUOTES
        and opened
        and not any(quote in text[start + 1 : end - 1] for quote in _QUOTES)
    ):
        return trimmed(line, start + (text[start] in _QUOTES), end - 1)
    return start, end


def append(spans: list[Span], span: Span) -> None:
    """Add a further stretch of words; what ended the one before is then in the middle and shown again."""
    if spans:
        last = spans[-1]
        end = last.end
        while end < len(last.line.text) and last.line.text[end] in ".;,":
            end += 1
        spans[-1] = Span(last.line, last.start, end)
    spans.append(span)


def take_words(book: Book, line: Line, start: int, end: int, *, role: str = "opinion") -> Span:
    """Give the words between `start` and `end` to an opinion or an answer; what was trimmed is punctuation."""
    first, last = trimmed(line, start, end)
    span = book.take(line, first, last, role)
    book.take(line, start, end, "mark")
    return span
