"""Minutes in prose: headings, lists and labels, line by line, become opinions, answers, fields and the unread.

A line belongs to the part that the last heading opened. Inside the opinions a mark or a label begins an opinion, an
answering label begins an answer, and a line with neither goes on with whatever stands above it.
"""

import re

from langnghe.exchange.reading import form_lines, formulas, hamlets, headings, labels, marks, topics
from langnghe.exchange.reading.accounting import Book
from langnghe.exchange.reading.answering import Answering
from langnghe.exchange.reading.blocks import Line, Mark
from langnghe.exchange.reading.headings import Part
from langnghe.exchange.reading.labels import Label
from langnghe.exchange.reading.outline import Level, sign
from langnghe.exchange.reading.transcript import Transcript, label_of
from langnghe.exchange.reading.words import count, flat

_HEADCOUNT = re.compile(
    r"^\W*(?:co\s+)?(?:tren |khoang )?\d+\s*(?:nguoi|dai bieu|ho|cu tri|dong chi|d/c|y kien|luot)?\W*(?:\(.*\))?\W*$"
)
_TITLE_OF_A_VOICE = re.compile(r"(?:cac\s+)?(?:y kien|kien nghi|phan anh|cau hoi)\s+(?:\w+\s+){0,4}cua\b")
_VOICE = re.compile(r"^\W*(?:nguoi dan|cu tri|ba con|ho dan|dai dien|ong|ba|nhan dan)\b")
_FIELD = re.compile(r"\W*(?:\w{1,4}[.)]\s*)?(?:linh vuc|nhom|ve)\b")
_BARE_FIELD = re.compile(r"\W*(?:ve |thuoc )?(?:linh vuc|nhom van de|chu de|nhom)\W*")
_LEADS_OVER = (":", "sau", "sau.")
_INNER_MARKS = ("dash", "plus", "dot", "letter")


class Prose:
    """Reads lines in order into a transcript."""

    is_own = False

    def __init__(self, book: Book, *, bare: bool = False, lenient: bool = False) -> None:
        self.book = book
        self.transcript = Transcript(book)
        self.answering = Answering(self.transcript)
        self.outline = self.transcript.outline
        self.part = Part.OPINIONS if bare else Part.OPENING
        self.lenient = lenient
        self.is_concluding = False
        self.above = ("", "")
        self.tabled = False
        self.is_plain = False
        self.is_fresh = True
        self.lines: list[Line] = []
        self.at = 0

    # The parts

    def read(self, lines: list[Line]) -> None:
        """Read `lines` in order; lines already accounted for are passed over."""
        self.lines = lines
        if self.part is Part.OPINIONS and self.is_fresh:
            self.at = -1
            self.is_plain = self._plain_ahead()
        for self.at, line in enumerate(lines):
            if self.book.is_free(line):
                self._line(line)

    def stamp(self, lines: list[Line]) -> None:
        """Recognise standing formulas in the cells of a table that is no register; the rest stays unread."""
        for line in lines:
            self._formula(line)

    def open(self, part: Part, *, by: str = "", is_local: bool = False) -> None:
        """Open a part: what the part before left open is settled first."""
        if self.part is Part.ANSWERS:
            self.transcript.settle()
        groups = [level for level in self.outline.levels if level.kind in ("hamlet", "topic")]
        if part is Part.ANSWERS or self.part is not part:
            self.outline.levels = groups if is_local else []
        self.answering.begin(by=by, is_local=is_local)
        self.part, self.tabled = part, False
        self._new_group()

    def _line(self, line: Line) -> None:
        mark, start = self._mark(line)
        if self._formula(line) or self._heading(line, mark, start):
            return
        if self.part is Part.OPINIONS:
            self._opinions(line, mark, start)
        elif self.part is Part.ANSWERS:
            self._answers(line, mark, start)
        else:
            self._elsewhere(line, mark, start)

    def _new_group(self) -> None:
        self.transcript.group += 1
        self.transcript.last = ""
        self.is_fresh = True
        self.is_plain = self._plain_ahead()

    def _mark(self, line: Line) -> tuple[Mark | None, int]:
        typed, start = marks.read(line.text)
        if typed:
            self.book.take(line, 0, start, "mark")
        return (typed or line.mark), start

    def _formula(self, line: Line) -> bool:
        above, where = self.above
        below = form_lines.below(above, line, is_own=self.is_own, is_same_place=where == line.where)
        name = form_lines.known(line.text) or below or self._standing(line)
        self.above = (name or "", line.where)
        if name is None:
            return False
        self.book.whole(line, name)
        if name in ("closing", "signature", "recipients"):
            self.open(Part.CLOSING)
        elif name == "opening" and self.part is Part.OPINIONS and not self.transcript.said:
            self.part = Part.OPENING
        if name == "opening" and headings.gathers_opinions(line.text):
            self.open(Part.OPINIONS)
        return True

    def _standing(self, line: Line) -> str | None:
        """The standing formula that `line` is; among opinions and answers fewer lines are one."""
        is_among = self.part is Part.OPINIONS
        is_closing = self.part in (Part.CONCLUSION, Part.CLOSING)
        name = formulas.known(line, is_opening=self.part is Part.OPENING, is_closing=is_closing, is_among=is_among)
        if name in ("attendance", "page") and self.part in (Part.OPINIONS, Part.ANSWERS):
            return None
        return None if name in ("opening", "closing") and not line.text[:1].isupper() else name

    def _heading(self, line: Line, mark: Mark | None, start: int) -> bool:
        if mark and mark.kind == "arrow":
            return False
        found = headings.part(line.text, start, self.part, is_marked=bool(mark) or line.titled or line.bold)
        if found is None or not self._may_open(found[0], line, mark):
            return False
        opened, rest = found
        if opened is self.part is Part.OPINIONS and rest < len(line.text):
            return False
        self.book.take(line, 0, rest, "heading")
        self.open(Part.OPINIONS if self.lenient and opened is Part.CONTENT else opened)
        self.is_concluding = "ket luan" in flat(line.text[start:rest])
        if opened in (Part.OPINIONS, Part.ANSWERS):
            self._heading_names(line, mark, start, rest)
        if rest < len(line.text):
            self._rest(line, rest)
        return True

    def _heading_names(self, line: Line, mark: Mark | None, start: int, rest: int) -> None:
        place = hamlets.find(line.text[:rest])
        code = topics.heading(line.text[start:rest])
        if place:
            self.outline.open_group(Level("hamlet", mark, hamlet=line.text[slice(*place)]))
        elif code and "linh vuc" in flat(line.text):
            self.outline.open_group(Level("topic", mark, topic=code))

    def _may_open(self, opened: Part, line: Line, mark: Mark | None) -> bool:
        """Inside the opinions an item's own words may look like a heading; only a heading's place makes it one."""
        if self.part is not Part.OPINIONS:
            return True
        is_title = line.titled or line.text.isupper() or (mark is not None and mark.kind in ("roman", "upper"))
        if opened in (Part.CONTENT, Part.PRESENT, Part.REPORT):
            return is_title
        if opened is Part.ANSWERS:
            if mark and mark.kind in _INNER_MARKS:
                return False
            return is_title or (mark is not None and self._is_among_items(mark))
        return True

    def _is_among_items(self, mark: Mark) -> bool:
        return mark.kind == "number" and (self.outline.has_item_like(mark) or self.outline.item is not None)

    def _rest(self, line: Line, rest: int) -> None:
        gathers = headings.gathers_opinions(line.text[rest:])
        if self.part is Part.CONTENT and gathers:
            self.book.take(line, rest, len(line.text), "intro")
            self.open(Part.OPINIONS)
        elif self.part is Part.OPINIONS and not gathers:
            self._begin(line, None, rest, None)
        elif self.part in (Part.PRESENT, Part.OPINIONS):
            self.book.take(line, rest, len(line.text), "intro" if gathers else "present")
        else:
            self._conclusion(line, rest)

    def _conclusion(self, line: Line, start: int) -> None:
        if self.is_concluding and self.part is Part.CONCLUSION and form_lines.is_conclusion(line.text[start:]):
            self.book.take(line, start, len(line.text), "conclusion")

    def _elsewhere(self, line: Line, mark: Mark | None, start: int) -> None:
        text = line.text[start:]
        if self.part is Part.EARLIER:
            return
        if headings.hands_over(text) and self.transcript.said and self.part in (Part.CONTENT, Part.OPENING):
            self.book.whole(line, "intro")
            self.open(Part.ANSWERS)
        elif headings.gathers_opinions(text):
            self.book.whole(line, "intro")
            self.open(Part.OPINIONS)
        elif self._is_voice(line, start) or self._is_field_of_a_list(line, start):
            self.open(Part.OPINIONS)
            self._opinions(line, mark, start)
        elif self.part is Part.PRESENT and (mark or count(text) <= 12):
            self.book.whole(line, "present")
        else:
            self._conclusion(line, start)

    def _is_voice(self, line: Line, start: int) -> bool:
        """Whether a line outside the opinions is nevertheless one: somebody from a hamlet, and what was said."""
        label = label_of(line.text, start)
        if label is None or label.answers or not label.has("hamlet", "reference"):
            return False
        words = flat(line.text[label.end :])
        if self.part in (Part.OPENING, Part.CONTENT):
            is_group = not words and label.has("hamlet") and self._leads_a_list()
            return is_group or (count(words) >= 3 and not _HEADCOUNT.match(words))
        return bool(_VOICE.match(flat(line.text[start:])) and count(words) >= 5 and not _HEADCOUNT.match(words))

    def _is_field_of_a_list(self, line: Line, start: int) -> bool:
        """Whether a paper without headings begins its opinions here, with a field's name over a list."""
        if self.part not in (Part.OPENING, Part.CONTENT) or not _FIELD.match(flat(line.text[start:])):
            return False
        return topics.heading(line.text[start:]) not in (None, "other") and self._leads_a_list()

    def _leads_a_list(self) -> bool:
        following = self._following()
        return bool(following and (following.mark or marks.read(following.text)[0] or label_of(following.text, 0)))

    def _following(self) -> Line | None:
        return self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None

    def _plain_ahead(self) -> bool:
        """Whether each line of the group that begins here is an opinion: none has a mark, and the first no label."""
        has_begun = False
        for line in self.lines[self.at + 1 :]:
            mark, start = marks.read(line.text)
            label = label_of(line.text, start)
            if self._ends_group(line, start, label, is_marked=mark is not None):
                break
            is_answer = (mark is not None and mark.kind == "arrow") or (label is not None and label.answers)
            if not is_answer and (mark or line.mark or (label and not has_begun)):
                return False
            has_begun = True
        return True

    def _ends_group(self, line: Line, start: int, label: Label | None, *, is_marked: bool) -> bool:
        if label and label.end >= len(line.text):
            return True
        if headings.part(line.text, start, self.part, is_marked=is_marked):
            return True
        return formulas.known(line, is_opening=False, is_closing=True) is not None

    # The opinions

    def _opinions(self, line: Line, mark: Mark | None, start: int) -> None:
        text, label, said = line.text, label_of(line.text, start), self.transcript.said
        if mark and mark.kind == "arrow":
            self._answer(line, label if label and label.answers else None, start)
        elif said and not mark and headings.ends_opinions(text) and not (label and label.has("hamlet")):
            self.open(Part.CONTENT)
        elif said and not label and headings.hands_over(text[start:]) and text.rstrip().endswith(_LEADS_OVER):
            self.book.whole(line, "intro")
            self.open(Part.ANSWERS)
        elif label and label.answers and (said or label.has("answer")):
            self._answer(line, label, start)
        elif label and label.end >= len(text):
            self._group(line, mark, label, start)
        elif not self._topic(line, mark, start) and not self._unknown_part(line, mark, start):
            self._voice(line, mark, label, start)

    def _unknown_part(self, line: Line, mark: Mark | None, start: int) -> bool:
        """Capitals behind a roman number or a letter open a part, even one that nobody has a name for."""
        is_title = line.titled or (mark is not None and mark.kind in ("roman", "upper"))
        if not is_title or not line.text[start:].isupper() or count(line.text[start:]) < 2:
            return False
        self.open(Part.CONTENT)
        return True

    def _answer(self, line: Line, label: Label | None, start: int) -> None:
        if self.answering.below(line, label, start, self._following()):
            self.open(Part.ANSWERS, by=self.answering.by, is_local=True)

    def _group(self, line: Line, mark: Mark | None, label: Label, start: int) -> None:
        """A label with nothing behind it holds for the lines below it."""
        speakers = self.transcript.take_label(line, label, start)
        if label.has("hamlet") and not speakers and not label.has("reference"):
            kind = "hamlet"
        elif speakers or label.has("resident", "reference"):
            kind = "speaker"
        else:
            return
        self.outline.open_group(Level(kind, mark, hamlet=label.hamlet(line.text), speakers=speakers))
        self._new_group()
        if kind == "speaker" and not label.has("counted"):
            self.is_plain = False

    def _topic(self, line: Line, mark: Mark | None, start: int) -> bool:
        """Read a field's heading, or the field in front of an opinion on the same line."""
        head, rest = headings.split(line.text, start)
        if _BARE_FIELD.fullmatch(flat(line.text[start:head])):
            head = rest = len(line.text)
        code = topics.heading(line.text[start:head]) if count(line.text[start:head]) <= 14 else None
        if code is None:
            return False
        if rest < len(line.text) and self.part is Part.OPINIONS:
            self.book.take(line, start, rest, "topic")
            self._voice(line, mark, label_of(line.text, rest), rest, topic=code)
            return True
        if rest < len(line.text) or not self._stands_as_heading(line, mark):
            return False
        self.book.take(line, start, len(line.text), "topic")
        self.outline.open_group(Level("topic", mark, topic=code))
        self._new_group()
        return True

    @staticmethod
    def _stands_as_heading(line: Line, mark: Mark | None) -> bool:
        names_field = _FIELD.match(flat(line.text)) is not None
        if line.text.rstrip().endswith("."):
            return names_field
        return bool(mark or names_field or line.bold or line.titled or line.text.rstrip().endswith(":"))

    def _voice(
        self, line: Line, mark: Mark | None, label: Label | None, start: int, *, topic: str | None = None
    ) -> None:
        body = label.end if label else start
        if (label or mark) and headings.says_nothing(line.text[body:]):
            if label:
                self.transcript.take_label(line, label, start)
            self.book.take(line, body, len(line.text), "nothing")
        elif label is None and self._titles_a_voice(line, mark, start):
            return
        elif self._leads_over(line, label, body):
            self._intro(line, mark, label, start)
        elif label or (mark and self._is_item(mark)):
            self._begin(line, mark, start, label, topic=topic)
        elif mark or (line.soft and self.transcript.last):
            self.transcript.go_on(line, start)
        elif not self.tabled:
            self._unmarked(line, start, topic)

    def _unmarked(self, line: Line, start: int, topic: str | None) -> None:
        if line.text.isupper() and count(line.text) > 1 and self._following():
            return
        if self.is_fresh or self.is_plain or not self.transcript.last:
            self._begin(line, None, start, None, topic=topic)
        else:
            self.transcript.go_on(line, start)

    def _begin(
        self, line: Line, mark: Mark | None, start: int, label: Label | None, *, topic: str | None = None
    ) -> None:
        self.is_fresh = False
        self.transcript.begin(line, mark, start, label, topic=topic)

    @staticmethod
    def _leads_over(line: Line, label: Label | None, body: int) -> bool:
        if headings.announces(line.text[body:]):
            return True
        ends = line.text.rstrip().endswith(_LEADS_OVER)
        return label is None and ends and headings.gathers_opinions(line.text[body:])

    def _intro(self, line: Line, mark: Mark | None, label: Label | None, start: int) -> None:
        speakers = self.transcript.take_label(line, label, start) if label else frozenset()
        self.book.take(line, label.end if label else start, len(line.text), "intro")
        if label:
            self.outline.open_group(Level("speaker", mark, hamlet=label.hamlet(line.text), speakers=speakers))
        elif mark:
            self.outline.open_group(Level("other", mark))
        self._new_group()

    def _titles_a_voice(self, line: Line, mark: Mark | None, start: int) -> bool:
        """A line "Ý kiến của …, Thôn 3 về việc …:" is a title; what was said stands below it."""
        is_title = line.text.rstrip().endswith(":") and _TITLE_OF_A_VOICE.match(flat(line.text), start)
        opening = labels.opening(line.text, start) if is_title and self._following() else None
        if opening is None or not opening.has("name", "hamlet"):
            return False
        speakers = self.transcript.take_label(line, opening, start)
        self.book.take(line, start, len(line.text), "intro")
        self.outline.open_group(Level("speaker", mark, hamlet=opening.hamlet(line.text), speakers=speakers))
        self._new_group()
        self.is_plain = False
        return True

    def _is_item(self, mark: Mark) -> bool:
        """Whether a mark begins an opinion; a deeper list may be part of an answer or of an unfinished sentence."""
        item = self.outline.item
        if item is None or any(sign(level.mark) == sign(mark) for level in self.outline.levels):
            return True
        return not (item.merges or self.transcript.last == "answer")

    # The answers

    def _answers(self, line: Line, mark: Mark | None, start: int) -> None:
        label = label_of(line.text, start)
        if self.answering.speaks_again(label):
            self.open(Part.OPINIONS)
            self._opinions(line, mark, start)
        elif not self._topic(line, mark, start):
            self.answering.line(line, mark, label, start)
