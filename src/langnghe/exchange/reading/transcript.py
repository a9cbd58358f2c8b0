"""What has been heard so far: opinions and answers as they are put together from stretches of lines."""

import re
from functools import lru_cache

from langnghe.exchange.reading import answers, labels, names
from langnghe.exchange.reading.accounting import Book
from langnghe.exchange.reading.blocks import Line, Mark
from langnghe.exchange.reading.labels import Label
from langnghe.exchange.reading.outline import Level, Outline
from langnghe.exchange.reading.said import Reply, Said, append, take_words
from langnghe.exchange.reading.words import flat

_INLINE = re.compile(r"[.;!?…,]?\s*[(\[]\s*|[.;!?…,]\s+|\s[-–]\s|\s*(?:=+>|-+>|→|⇒|➔)\s*")
_ARROW = re.compile(r"\s*(?:=+>|-+>|→|⇒|➔)\s*")
_SENTENCE = re.compile(r"[.;]\s+")
_STRETCH = re.compile(r"\b(?:tu|doan|tuyen)\b[^-–]{0,60}\s[-–]\s[^-–]*$")
_WINDOW = 300


@lru_cache(maxsize=20_000)
def label_of(text: str, start: int) -> Label | None:
    """Return the label at `start`, looked up once for each line however often it is asked."""
    return labels.read(text, start)


def label_within(text: str, start: int) -> Label | None:
    """Look for a label inside a line, in a window, so that a very long line costs no more than its length."""
    found = label_of(text[start : start + _WINDOW], 0)
    if found is None:
        return None
    kinds = [(kind, first + start, last + start) for kind, first, last in found.kinds]
    return Label(found.end + start, kinds, found.numbers)


class Transcript:
    """Opinions, and answers that still look for theirs; the book knows where every word went."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.said: list[Said] = []
        self.replies: list[Reply] = []
        self.outline = Outline()
        self.group = 0
        self.last = ""

    def settle(self) -> None:
        """Join the answers heard apart to their opinions."""
        answers.join(self.book, self.replies, self.said)
        self.replies.clear()

    def take_label(self, line: Line, label: Label, start: int) -> frozenset[str]:
        """Account for a label: its names are withheld, its hamlet and the rest are known fields."""
        speakers = set()
        for first, last in label.places("name"):
            speakers.add(names.key(line.text[first:last]))
            self.book.hide(line, first, last)
        for first, last in label.places("hamlet"):
            self.book.take(line, first, last, "hamlet")
        self.book.take(line, start, label.end, "label")
        return frozenset(speakers)

    def begin(
        self, line: Line, mark: Mark | None, start: int, label: Label | None, *, topic: str | None = None
    ) -> None:
        """Begin an opinion with this line; one that lets several people speak begins several."""
        following = _next_voice(line.text, label)
        end = following[0] if following else len(line.text)
        self._begin(line, mark, start, label, topic=topic, end=end)
        if following:
            self.begin(line, mark, following[0], following[1], topic=topic)

    def _begin(  # noqa: PLR0913
        self, line: Line, mark: Mark | None, start: int, label: Label | None, *, topic: str | None, end: int
    ) -> None:
        said = Said(group=self.group)
        speakers: frozenset[str] = frozenset()
        hamlet, body = None, start
        if label:
            speakers = self.take_label(line, label, start)
            hamlet, body = label.hamlet(line.text), label.end
            said.number = label.numbers[0] if label.numbers else None
        if said.number is None and mark and mark.kind == "number":
            said.number = mark.value
        level = Level("item", mark, hamlet=hamlet, speakers=speakers, said=said)
        self.outline.open_item(level, names_someone=bool(speakers or hamlet))
        said.speakers = self.outline.speakers
        said.topic = topic or self.outline.topic
        self.said.append(said)
        self.last = "opinion"
        self.words(said, line, body, end)
        said.hamlet = said.hamlet or self.outline.hamlet or _hamlet_of_voice(line, body)
        level.merges = line.text.rstrip().endswith(":")

    def go_on(self, line: Line, start: int) -> None:
        """Continue with this line the opinion or the answer above it."""
        if not self.said:
            return
        if self.last == "answer":
            self.answer(self.said[-1], line, start, len(line.text))
        else:
            self.words(self.said[-1], line, start)

    def answer(self, said: Said, line: Line, start: int, end: int) -> None:
        """Add a stretch of words to the answer that `said` was given in the hall."""
        append(said.answer, take_words(self.book, line, start, end, role="answer"))
        self.last = "answer"

    def words(self, said: Said, line: Line, start: int, stop: int | None = None) -> None:
        """Take the words from `start` on, without an attribution at their end and an answer on the same line."""
        end = self._inline_answer(said, line, start, len(line.text) if stop is None else stop)
        tail = None if _STRETCH.search(flat(line.text[start:end])) else labels.tail(line.text[:end], start)
        if tail and (tail[1].has("name") or not (said.hamlet or self.outline.hamlet)):
            said.speakers |= self.take_label(line, tail[1], tail[0])
            said.hamlet = tail[1].hamlet(line.text) or said.hamlet
            self.book.take(line, tail[0], end, "mark")
            end = tail[0]
        append(said.words, take_words(self.book, line, start, end))

    def _inline_answer(self, said: Said, line: Line, start: int, stop: int) -> int:
        """Take the answer that follows on the same line, and return where the opinion's own words end."""
        for gap in _INLINE.finditer(line.text, start + 1, stop):
            label = label_within(line.text, gap.end())
            if not _ARROW.fullmatch(gap[0]) and not _announces_answer(line.text, gap.end(), label):
                continue
            body = gap.end()
            if label and label.answers:
                self.take_label(line, label, gap.end())
                said.answered_by, body = label.by(line.text), label.end
            self.book.take(line, gap.start(), gap.end(), "mark")
            bare = line.text[:stop].rstrip(" .;")
            is_bracketed = gap[0].strip()[-1:] in ("(", "[") and bare.endswith((")", "]"))
            self.answer(said, line, body, len(bare) - 1 if is_bracketed else stop)
            self.book.take(line, body, stop, "mark")
            return gap.start()
        return stop


def _next_voice(text: str, label: Label | None) -> tuple[int, Label] | None:
    """Return where on the same line somebody else speaks: "Thôn 1: …; thôn 2: …"."""
    if label is None or not label.has("hamlet"):
        return None
    for gap in _SENTENCE.finditer(text, label.end):
        other = label_within(text, gap.end())
        if other and other.has("hamlet") and not other.answers and text[gap.end() : other.end].rstrip().endswith(":"):
            return gap.end(), other
    return None


def _announces_answer(text: str, start: int, label: Label | None) -> bool:
    return label is not None and label.has("answer") and text[start : label.end].rstrip().endswith(":")


def _hamlet_of_voice(line: Line, start: int) -> str | None:
    """Words may begin with who has them: "Bà con thôn 3 chưa có nước" stays whole, and is thôn 3's."""
    opening = labels.cover(line.text, start, min(len(line.text), start + 80), until_verb=True)
    return opening.hamlet(line.text) if opening and opening.has("hamlet") and opening.has("resident") else None
