"""Answers: below an opinion, or in a part of their own, where words or order tell which opinions they answer."""

import re

from langnghe.exchange.reading import headings, labels, marks, names
from langnghe.exchange.reading.blocks import Line, Mark
from langnghe.exchange.reading.labels import Label
from langnghe.exchange.reading.outline import Level, sign
from langnghe.exchange.reading.said import Reply, append, take_words
from langnghe.exchange.reading.transcript import Transcript, label_of
from langnghe.exchange.reading.words import flat

_TO_ALL = re.compile(r"chung|cac y kien tren|tat ca|cac y kien|cac kien nghi|cac noi dung tren")


class Answering:
    """Reads answers into a transcript. `is_local` while answers stand inside one hamlet's opinions."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript
        self.book = transcript.book
        self.by = ""
        self.is_local = False

    def begin(self, *, by: str = "", is_local: bool = False) -> None:
        """Begin a part of answers, or the answers inside one hamlet's opinions."""
        self.by, self.is_local = by, is_local

    # Among the opinions

    def below(self, line: Line, label: Label | None, start: int, following: Line | None) -> bool:
        """Read an answer among the opinions; True when it opens a list of answers of its own."""
        body = label.end if label else start
        by = label.by(line.text) if label else ""
        self.by = by
        if label and _says_which(line, label, start):
            return self._named(line, label, start, by)
        if label:
            self.transcript.take_label(line, label, start)
        if body >= len(line.text) and self._opens_a_list(following):
            return True
        if self.transcript.said:
            current = self.transcript.said[-1]
            current.answered_by = current.answered_by or by
            self.transcript.last = "answer"
            if body < len(line.text):
                self.transcript.answer(current, line, body, len(line.text))
        return False

    def _named(self, line: Line, label: Label, start: int, by: str) -> bool:
        speakers = self.transcript.take_label(line, label, start)
        hamlet = label.hamlet(line.text)
        to_all = not (label.numbers or hamlet or speakers)
        reply = Reply([], label.numbers, None, hamlet, speakers, by, to_all)
        self.transcript.replies.append(reply)
        if label.end >= len(line.text):
            return True
        append(reply.words, take_words(self.book, line, label.end, len(line.text), role="answer"))
        self.transcript.settle()
        return False

    def _opens_a_list(self, following: Line | None) -> bool:
        if following is None:
            return False
        typed, start = marks.read(following.text)
        label = label_of(following.text, start)
        if label and label.has("about"):
            return True
        item = self.transcript.outline.item
        mark = following.mark or typed
        if item is None or mark is None:
            return False
        if item.mark is None:
            return sum(not said.answer for said in self.transcript.said) > 1
        return sign(mark) == sign(item.mark) and (mark.value is None or mark.value == 1)

    # In a part of their own

    def speaks_again(self, label: Label | None) -> bool:
        """Whether a resident speaks again, so that the answers inside a hamlet's opinions are over."""
        if label is None or not self.is_local or label.answers:
            return False
        return label.has("hamlet", "name") and not label.has("reference")

    def line(self, line: Line, mark: Mark | None, label: Label | None, start: int) -> None:
        """Read one line of a part of answers."""
        replies = self.transcript.replies
        if label and label.end >= len(line.text) and not label.numbers:
            self._group(line, mark, label, start)
        elif replies and label is None and self._goes_on(line, mark):
            append(replies[-1].words, take_words(self.book, line, start, len(line.text), role="answer"))
        else:
            self._reply(line, mark, label, start)

    def _goes_on(self, line: Line, mark: Mark | None) -> bool:
        if mark is None:
            return not headings.gathers_opinions(line.text)
        levels, item = self.transcript.outline.levels, self.transcript.outline.item
        return item is not None and item.replies and not any(sign(level.mark) == sign(mark) for level in levels)

    def _group(self, line: Line, mark: Mark | None, label: Label, start: int) -> None:
        speakers = self.transcript.take_label(line, label, start)
        hamlet = label.hamlet(line.text)
        if label.has("official", "unit", "answer") and not hamlet:
            self.by = label.by(line.text) or self.by
            level = Level("other", mark)
        else:
            level = Level("hamlet" if hamlet else "speaker", mark, hamlet=hamlet, speakers=speakers)
        self.transcript.outline.open_group(level)

    def _reply(self, line: Line, mark: Mark | None, label: Label | None, start: int) -> None:
        outline, body = self.transcript.outline, start
        reply = Reply(order=mark.value if mark and mark.kind == "number" else None, by=self.by)
        if label:
            body = label.end
            reply.speakers = self.transcript.take_label(line, label, start)
            reply.hamlet, reply.numbers = label.hamlet(line.text), label.numbers
            reply.by = label.by(line.text) or self.by
            if label.answers and label.has("official", "unit"):
                reply.order = None
        else:
            self._about(reply, line, start)
        reply.hamlet = reply.hamlet or outline.hamlet
        reply.speakers = reply.speakers or outline.speakers
        reply.to_all = bool(_TO_ALL.search(flat(line.text[start:body])))
        outline.open_item(Level("item", mark, replies=True), names_someone=False)
        if body < len(line.text):
            append(reply.words, take_words(self.book, line, body, len(line.text), role="answer"))
        self.transcript.replies.append(reply)

    def _about(self, reply: Reply, line: Line, start: int) -> None:
        """An answer may open with what it is about, in words that stay: "Về ý kiến của … (thôn 3) về đường …"."""
        opening = labels.opening(line.text, start)
        reply.numbers, reply.hamlet = opening.numbers, opening.hamlet(line.text)
        reply.speakers = frozenset(names.key(line.text[first:last]) for first, last in opening.places("name"))
        for first, last in opening.places("name"):
            self.book.hide(line, first, last)


def _says_which(line: Line, label: Label, start: int) -> bool:
    about = label.has("reference", "about") or _TO_ALL.search(flat(line.text[start : label.end]))
    return bool(label.numbers or about)
