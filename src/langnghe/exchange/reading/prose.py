"""Minutes in prose: headings, lists and labels, line by line, become opinions, answers, fields and the unread.

A line belongs to the part that the last heading opened. Inside the opinions a mark or a label begins an opinion, an
answering label begins an answer, and a line with neither goes on with whatever stands above it.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from langnghe.exchange.reading import formulas, hamlets, headings, labels, marks, names, topics
from langnghe.exchange.reading.accounting import Book
from langnghe.exchange.reading.blocks import Line, Mark
from langnghe.exchange.reading.headings import Part
from langnghe.exchange.reading.labels import Label
from langnghe.exchange.reading.outline import Level, Outline, sign
from langnghe.exchange.reading.said import Reply, Said, append, take_words
from langnghe.exchange.reading.words import count, flat

_INLINE = re.compile(r"[.;!?…,]\s+|\s[-–]\s|\s*[(\[]\s*|\s*(?:=+>|-+>|→|⇒|➔)\s*")
_ARROW = re.compile(r"\s*(?:=+>|-+>|→|⇒|➔)\s*")
_HEADCOUNT = re.compile(r"^\W*(?:co\s+)?(?:tren |khoang )?\d+\s*(?:nguoi|dai bieu|ho|cu tri|dong chi|d/c|y kien|luot)?\W*(?:\(.*\))?\W*$")
_TO_ALL = re.compile(r"chung|cac y kien tren|tat ca|cac y kien|cac kien nghi|cac noi dung tren")
_VOICE = re.compile(r"^\W*(?:nguoi dan|cu tri|ba con|ho dan|dai dien|ong|ba|nhan dan)\b")


@lru_cache(maxsize=20_000)
def label_of(text: str, start: int) -> Label | None:
    """Return the label at `start`, looked up once for each line however often it is asked."""
    return labels.read(text, start)


class Prose:
    """Reads lines in order; `said` and `replies` grow, the book knows where every word went."""

    def __init__(self, book: Book, *, bare: bool) -> None:
        self.book = book
        self.part = Part.OPINIONS if bare else Part.OPENING
        self.bare = bare
        self.said: list[Said] = []
        self.outline = Outline()
        self.replies: list[Reply] = []
        self.settle: Callable[[], None] = lambda: None
        self.by = ""
        self.group = 0
        self.last = ""
        self.is_plain = False
        self.is_local = False
        self.fresh = True
        self.seen_part = False
        self.lines: list[Line] = []
        self.at = 0

    # The parts

    def read(self, lines: list[Line], *, boxed: bool = False) -> None:
        """Read `lines`; a text box is read as a small paper of its own and changes nothing around it."""
        self.lines = lines
        for self.at, line in enumerate(lines):
            if self.book.is_free(line):
                self.line(line)

    def line(self, line: Line) -> None:
        """Read one line as the part it stands in asks."""
        mark, start = self._mark(line)
        if self._formula(line):
            return
        if self._heading(line, mark, start):
            return
        if self.part is Part.OPINIONS:
            self._opinions(line, mark, start)
        elif self.part is Part.ANSWERS:
            self._answers(line, mark, start)
        else:
            self._elsewhere(line, mark, start)

    def open(self, part: Part) -> None:
        """Open a part: what the part before left open is settled first."""
        if self.part is Part.ANSWERS:
            self.settle()
        if part is Part.ANSWERS or self.part is not part:
            self.outline.clear()
        self.part, self.by, self.last, self.is_local, self.seen_part = part, "", "", False, True
        self._new_group()

    def _new_group(self) -> None:
        self.group += 1
        self.fresh = True
        self.is_plain = self._plain_ahead()

    def _mark(self, line: Line) -> tuple[Mark | None, int]:
        typed, start = marks.read(line.text)
        if typed:
            self.book.take(line, 0, start, "mark")
        return (typed or line.mark), start

    def _formula(self, line: Line) -> bool:
        is_closing = self.part in (Part.CONCLUSION, Part.CLOSING)
        name = formulas.known(line, is_opening=self.part is Part.OPENING, is_closing=is_closing)
        if name is None or (name in ("attendance", "page") and self.part in (Part.OPINIONS, Part.ANSWERS)):
            return False
        if name in ("opening", "closing") and not line.text[:1].isupper():
            return False
        self.book.whole(line, name)
        if name in ("closing", "signature"):
            self.open(Part.CLOSING)
        elif name == "opening" and self.part is Part.OPINIONS and not self.said:
            self.part = Part.OPENING
        if name == "opening" and headings.gathers_opinions(line.text):
            self.open(Part.OPINIONS)
        return True

    def _heading(self, line: Line, mark: Mark | None, start: int) -> bool:
        if mark and mark.kind == "arrow":
            return False
        found = headings.part(line.text, start, self.part, is_marked=bool(mark) or line.titled or line.bold)
        if found is None or not self._may_open(found[0], line, mark):
            return False
        opened, rest = found
        self.book.take(line, 0, rest, "heading")
        self.open(opened)
        if opened in (Part.OPINIONS, Part.ANSWERS):
            place = hamlets.find(line.text[:rest])
            code = topics.heading(line.text[start:rest])
            if place:
                self.outline.open_group(Level("hamlet", mark, hamlet=line.text[slice(*place)]))
            elif code and "lĩnh vực" in line.text.lower():
                self.outline.open_group(Level("topic", mark, topic=code))
        if rest < len(line.text):
            self._rest(line, rest)
        return True

    def _may_open(self, opened: Part, line: Line, mark: Mark | None) -> bool:
        """Inside the opinions an item's own words may look like a heading; only a heading's place makes it one."""
        if self.part is Part.OPINIONS and opened in (Part.CONTENT, Part.PRESENT, Part.REPORT):
            return bool(line.titled or (mark and mark.kind in ("roman", "upper")) or line.text.isupper())
        if opened is Part.ANSWERS and self.part is Part.OPINIONS:
            if mark and mark.kind in ("dash", "plus", "dot", "letter"):
                return False
            is_title = line.titled or line.text.isupper() or bool(mark and mark.kind in ("roman", "upper"))
            return is_title or bool(mark and not self._is_beside_items(mark))
        return True

    def _is_beside_items(self, mark: Mark) -> bool:
        return mark.kind != "number" or (not self.outline.has_item_like(mark) and self.outline.item is None)

    def _rest(self, line: Line, rest: int) -> None:
        if self.part is Part.CONTENT and headings.gathers_opinions(line.text[rest:]):
            self.book.take(line, rest, len(line.text), "intro")
            self.open(Part.OPINIONS)
        elif self.part is Part.OPINIONS and not headings.gathers_opinions(line.text[rest:]):
            self._new_opinion(line, None, rest, None)
        elif self.part in (Part.PRESENT, Part.OPINIONS):
            self.book.take(line, rest, len(line.text), "intro" if self.part is Part.OPINIONS else "present")

    def _elsewhere(self, line: Line, mark: Mark | None, start: int) -> None:
        text = line.text
        if headings.hands_over(text[start:]) and self.said and self.part in (Part.CONTENT, Part.OPENING):
            self.book.whole(line, "intro")
            self.open(Part.ANSWERS)
        elif headings.gathers_opinions(text[start:]) and self.part is not Part.EARLIER:
            self.book.whole(line, "intro")
            self.open(Part.OPINIONS)
        elif self.part is not Part.EARLIER and self._is_voice(line, start):
            self.open(Part.OPINIONS)
            self._opinions(line, mark, start)
        elif self.part is Part.PRESENT and (mark or count(text) <= 12):
            self.book.whole(line, "present")

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

    def _leads_a_list(self) -> bool:
        following = self._next(1)
        return bool(following and (following.mark or marks.read(following.text)[0] or label_of(following.text, 0)))

    def _next(self, step: int) -> Line | None:
        return self.lines[self.at + step] if self.at + step < len(self.lines) else None

    # The opinions

    def _opinions(self, line: Line, mark: Mark | None, start: int) -> None:
        text = line.text
        label = label_of(text, start)
        if mark and mark.kind == "arrow":
            self._answer(line, mark, label if label and label.answers else None, start)
        elif self.said and not mark and headings.ends_opinions(text) and count(text) <= 40 and not (label and label.has("hamlet")):
            self.open(Part.CONTENT)
        elif not label and headings.hands_over(text[start:]) and self.said and text.rstrip().endswith((":", "sau", "sau.")):
            self.book.whole(line, "intro")
            self.open(Part.ANSWERS)
        elif label and label.answers and (self.said or label.has("answer")):
            self._answer(line, mark, label, start)
        elif label and label.end >= len(text):
            self._group(line, mark, label, start)
        elif self._topic(line, mark, start):
            return
        else:
            self._voice(line, mark, label, start)

    def _group(self, line: Line, mark: Mark | None, label: Label, start: int) -> None:
        """A label with nothing behind it holds for the lines below it."""
        speakers = self._take_label(line, label, start)
        kind = "speaker" if speakers or label.has("resident", "reference") else "hamlet" if label.has("hamlet") else "other"
        level = Level(kind, mark, hamlet=self._hamlet(line, label), speakers=speakers)
        if kind == "other":
            return
        self.outline.open_group(level)
        self.last = ""
        self._new_group()
        if kind == "speaker" and not label.has("counted"):
            self.is_plain = False

    def _topic(self, line: Line, mark: Mark | None, start: int) -> bool:
        head, rest = headings.split(line.text, start)
        code = topics.heading(line.text[start:head]) if count(line.text[start:head]) <= 14 else None
        if code is None:
            return False
        if rest < len(line.text):
            is_label = head < rest
            if not is_label:
                return False
            self.book.take(line, start, rest, "topic")
            label = label_of(line.text, rest)
            self._voice(line, mark, label, rest, topic=code)
            return True
        if mark is None and not (line.bold or line.titled or line.text.rstrip().endswith(":") or re.match(r"(?i)(?:\W*)(?:lĩnh vực|về|nhóm|linh vuc)", line.text)):
            return False
        self.book.take(line, start, len(line.text), "topic")
        self.outline.open_group(Level("topic", mark, topic=code))
        self.last = ""
        self._new_group()
        return True

    def _voice(self, line: Line, mark: Mark | None, label: Label | None, start: int, *, topic: str | None = None) -> None:
        body = label.end if label else start
        is_intro = headings.announces(line.text[body:]) or (not label and headings.gathers_opinions(line.text[start:]) and line.text.rstrip().endswith((":", "sau", "sau.")))
        if is_intro:
            self._intro(line, mark, label, start)
        elif label:
            self._new_opinion(line, mark, start, label, topic=topic)
        elif mark:
            self._marked(line, mark, start, topic=topic)
        elif line.soft and self.last:
            self._go_on(line, start)
        elif self.fresh or self.is_plain or not self.last:
            self._new_opinion(line, None, start, None, topic=topic)
        else:
            self._go_on(line, start)

    def _intro(self, line: Line, mark: Mark | None, label: Label | None, start: int) -> None:
        speakers = self._take_label(line, label, start) if label else frozenset()
        self.book.take(line, label.end if label else start, len(line.text), "intro")
        if label:
            self.outline.open_group(Level("speaker", mark, hamlet=self._hamlet(line, label), speakers=speakers))
        elif mark:
            self.outline.open_group(Level("other", mark))
        self._new_group()
        self.last = ""

    def _marked(self, line: Line, mark: Mark, start: int, *, topic: str | None) -> None:
        item = self.outline.item
        is_known = self.outline.has_item_like(mark) or any(sign(level.mark) == sign(mark) for level in self.outline.levels)
        if self.last == "answer" and item and not is_known:
            self._go_on(line, start)
        elif item and item.merges and not is_known:
            self._go_on(line, start)
        else:
            self._new_opinion(line, mark, start, None, topic=topic)

    def _go_on(self, line: Line, start: int) -> None:
        """The line continues the opinion or the answer above it."""
        if not self.said:
            return
        current = self.said[-1]
        end = len(line.text)
        if self.last == "answer":
            append(current.answer, take_words(self.book, line, start, end, role="answer"))
            return
        self._words(current, line, start)

    def _new_opinion(self, line: Line, mark: Mark | None, start: int, label: Label | None, *, topic: str | None = None) -> None:
        said = Said(group=self.group)
        speakers: frozenset[str] = frozenset()
        hamlet, body = None, start
        if label:
            speakers = self._take_label(line, label, start)
            hamlet, body = self._hamlet(line, label), label.end
            said.number = label.numbers[0] if label.numbers else None
        if said.number is None and mark and mark.kind == "number":
            said.number = mark.value
        level = Level("item", mark, hamlet=hamlet, speakers=speakers, said=said)
        self.outline.open_item(level, names_someone=bool(speakers or hamlet))
        said.speakers = self.outline.speakers
        self.said.append(said)
        self.last, self.fresh = "opinion", False
        said.topic = topic or self.outline.topic
        self._words(said, line, body)
        said.hamlet = said.hamlet or self.outline.hamlet or self._hamlet_of_voice(line, body)
        level.merges = line.text.rstrip().endswith(":")

    def _words(self, said: Said, line: Line, start: int) -> None:
        """Take the words from `start` on, without an attribution in brackets and an answer on the same line."""
        end = self._inline_answer(said, line, start)
        tail = labels.tail(line.text[:end], start)
        if tail and (tail[1].has("name") or not (said.hamlet or self.outline.hamlet)):
            speakers = self._take_label(line, tail[1], tail[0])
            said.speakers |= speakers
            said.hamlet = self._hamlet(line, tail[1]) or said.hamlet
            self.book.take(line, tail[0], end, "mark")
            end = tail[0]
        append(said.words, take_words(self.book, line, start, end))

    def _inline_answer(self, said: Said, line: Line, start: int) -> int:
        for gap in _INLINE.finditer(line.text, start + 1):
            is_arrow = _ARROW.fullmatch(gap[0]) is not None
            label = label_of(line.text, gap.end())
            names_answer = label is not None and label.has("answer") and line.text[gap.end() : label.end].rstrip().endswith(":")
            if not is_arrow and not names_answer:
                continue
            body = gap.end()
            if label and label.answers:
                self._take_label(line, label, gap.end())
                said.answered_by, body = label.by(line.text), label.end
            self.book.take(line, gap.start(), gap.end(), "mark")
            end = len(line.text) - (gap[0].strip() in ("(", "[") and line.text.rstrip(" .;").endswith((")", "]")))
            append(said.answer, take_words(self.book, line, body, end, role="answer"))
            self.book.take(line, body, len(line.text), "mark")
            self.last = "answer"
            return gap.start()
        return len(line.text)

    def _hamlet_of_voice(self, line: Line, start: int) -> str | None:
        opening = labels.cover(line.text, start, min(len(line.text), start + 80), until_verb=True)
        if opening and opening.has("hamlet") and opening.has("resident"):
            return self._hamlet(line, opening)
        return None

    @staticmethod
    def _hamlet(line: Line, label: Label) -> str | None:
        places = label.places("hamlet")
        return line.text[slice(*places[0])] if places else None

    def _take_label(self, line: Line, label: Label, start: int) -> frozenset[str]:
        """Account for a label: its names are withheld, its hamlet and the rest are known fields."""
        speakers = set()
        for first, last in label.places("name"):
            speakers.add(names.key(line.text[first:last]))
            self.book.hide(line, first, last)
        for first, last in label.places("hamlet"):
            self.book.take(line, first, last, "hamlet")
        self.book.take(line, start, label.end, "label")
        return frozenset(speakers)

    def _plain_ahead(self) -> bool:
        """Whether no line of the group that begins here has a mark or a label: then each line is an opinion."""
        for line in self.lines[self.at + 1 :]:
            mark, start = marks.read(line.text)
            if headings.part(line.text, start, self.part, is_marked=bool(mark)) or formulas.known(line, is_opening=False, is_closing=True):
                break
            label = label_of(line.text, start)
            if label and label.end >= len(line.text):
                break
            if mark or line.mark or (label and not label.answers):
                return False
        return True

    # The answers

    def _answer(self, line: Line, mark: Mark | None, label: Label | None, start: int) -> None:
        body = label.end if label else start
        by = label.by(line.text) if label else ""
        if label and (label.numbers or label.has("reference") or _TO_ALL.search(flat(line.text[start:body]))):
            self._reply_here(line, label, start, by)
            return
        if label:
            self._take_label(line, label, start)
        if body >= len(line.text) and self._opens_answers():
            self.open_local(by)
            return
        if not self.said:
            self.book.give_back(self.book.take(line, body, len(line.text), "unread"))
            return
        current = self.said[-1]
        current.answered_by = current.answered_by or by
        self.last = "answer"
        if body < len(line.text):
            append(current.answer, take_words(self.book, line, body, len(line.text), role="answer"))

    def open_local(self, by: str) -> None:
        """Open answers to the opinions of this group: "Trả lời:" with a list of its own below it."""
        levels = [level for level in self.outline.levels if level.kind in ("hamlet", "topic")]
        self.open(Part.ANSWERS)
        self.outline.levels = levels
        self.by, self.is_local = by, True

    def _opens_answers(self) -> bool:
        following, item = self._next(1), self.outline.item
        if following is None or item is None or item.mark is None:
            return False
        mark = following.mark or marks.read(following.text)[0]
        return mark is not None and sign(mark) == sign(item.mark) and (mark.value is None or mark.value == 1)

    def _reply_here(self, line: Line, label: Label, start: int, by: str) -> None:
        """An answer among the opinions that says which ones it answers."""
        speakers = self._take_label(line, label, start)
        to_all = not label.numbers
        self.replies.append(Reply([], label.numbers, None, self._hamlet(line, label), speakers, by, to_all))
        if label.end >= len(line.text):
            self.open_local(by)
            return
        append(self.replies[-1].words, take_words(self.book, line, label.end, len(line.text), role="answer"))
        self.settle()

    def _answers(self, line: Line, mark: Mark | None, start: int) -> None:
        text = line.text
        label = label_of(text, start)
        if self.is_local and label and not label.answers and label.has("hamlet", "name") and not label.has("reference"):
            self.open(Part.OPINIONS)
            self._opinions(line, mark, start)
        elif label and label.end >= len(text) and not label.numbers:
            self._answering_group(line, mark, label, start)
        elif self._topic(line, mark, start) if mark is None or text.rstrip().endswith(":") else False:
            return
        elif mark is None and label is None and self.replies and not headings.gathers_opinions(text):
            append(self.replies[-1].words, take_words(self.book, line, start, len(text), role="answer"))
        elif mark and self.replies and label is None and self._is_deeper(mark):
            append(self.replies[-1].words, take_words(self.book, line, start, len(text), role="answer"))
        else:
            self._reply(line, mark, label, start)

    def _is_deeper(self, mark: Mark) -> bool:
        item = self.outline.item
        return item is not None and item.replies and not any(sign(level.mark) == sign(mark) for level in self.outline.levels)

    def _answering_group(self, line: Line, mark: Mark | None, label: Label, start: int) -> None:
        speakers = self._take_label(line, label, start)
        hamlet = self._hamlet(line, label)
        if label.has("official", "unit", "answer") and not hamlet:
            self.by = label.by(line.text) or self.by
            self.outline.open_group(Level("other", mark))
        else:
            self.outline.open_group(Level("hamlet" if hamlet else "speaker", mark, hamlet=hamlet, speakers=speakers))

    def _reply(self, line: Line, mark: Mark | None, label: Label | None, start: int) -> None:
        body, by = start, self.by
        reply = Reply(order=mark.value if mark and mark.kind == "number" else None)
        if label:
            reply.speakers = self._take_label(line, label, start)
            reply.hamlet, reply.numbers, body = self._hamlet(line, label), label.numbers, label.end
            by = label.by(line.text) or by
            if label.answers and not label.numbers and label.has("official", "unit"):
                reply.order = None
        else:
            self._about(reply, line, start)
        reply.by = by
        reply.hamlet = reply.hamlet or self.outline.hamlet
        reply.speakers = reply.speakers or self.outline.speakers
        reply.to_all = bool(_TO_ALL.search(flat(line.text[start:body])))
        self.outline.open_item(Level("item", mark, replies=True), names_someone=False)
        if body < len(line.text):
            append(reply.words, take_words(self.book, line, body, len(line.text), role="answer"))
        self.replies.append(reply)

    def _about(self, reply: Reply, line: Line, start: int) -> None:
        """An answer may open with what it is about, in words that stay: "Về ý kiến của … (thôn 3) về đường …"."""
        opening = labels.cover(line.text, start, min(len(line.text), start + 160), until_verb=True)
        if opening is None or not opening.has("noun", "reference", "hamlet", "name"):
            return
        reply.numbers, reply.hamlet = opening.numbers, self._hamlet(line, opening)
        reply.speakers = frozenset(names.key(line.text[first:last]) for first, last in opening.places("name"))
        for first, last in opening.places("name"):
            self.book.hide(line, first, last)
