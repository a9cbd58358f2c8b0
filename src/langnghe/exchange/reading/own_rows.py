"""The rows of our own tables: one opinion each, word for word; only a speaker's name is withheld, as everywhere."""

import re

from langnghe.exchange.reading import columns, dates, hamlets, labels, names, own_forms, topics
from langnghe.exchange.reading.blocks import Cell, Line, Table
from langnghe.exchange.reading.prose import Prose
from langnghe.exchange.reading.said import Said
from langnghe.exchange.reading.words import count, flat

_TOTAL = re.compile(r"tong (?:cong|so)\b.{0,40}")
_NUMBER = re.compile(r"[0-9]{1,6}")
_RAISED = re.compile(r"\(nêu \d+ lượt\)")


def read(prose: Prose, table: Table, kinds: tuple[str, ...]) -> None:
    """Read one of our own tables into the opinions of `prose`; `kinds` says what each column holds."""
    _OwnRows(prose, kinds).read(table)


class _OwnRows:
    def __init__(self, prose: Prose, kinds: tuple[str, ...]) -> None:
        self.prose, self.book, self.kinds = prose, prose.book, kinds

    def read(self, table: Table) -> None:
        transcript = self.prose.transcript
        transcript.group += 1
        for row in table.rows:
            if own_forms.is_head(row):
                self._whole([line for cell in row for line in cell.lines], "heading")
            elif _is_total(row):
                self._whole([line for cell in row for line in cell.lines], "total")
            elif all(cell.span == 1 and cell.column < len(self.kinds) for cell in row):
                self._row(row)
        self.prose.tabled, transcript.last = True, ""

    def _row(self, row: list[Cell]) -> None:
        """Read a row; what stands beside an empty opinion is nobody's answer and stays unread."""
        said = Said(group=self.prose.transcript.group, is_own=True)
        facts = [fact for cell in row for fact in _parts(self.kinds[cell.column], cell.lines)]
        for fact, lines in sorted(facts, key=lambda one: one[0] != "opinion"):
            if lines and (fact != "answer" or said.words):
                self._fact(fact, lines, said)
        if said.words:
            self.prose.transcript.said.append(said)

    def _fact(self, fact: str, lines: list[Line], said: Said) -> None:
        text = " ".join(line.text for line in lines)
        if fact in ("opinion", "answer"):
            self._words(fact, lines, said)
        elif fact == "hamlet":
            self._hamlet(lines, text, said)
        elif fact == "number":
            said.number = int(text) if _NUMBER.fullmatch(text) else None
        elif fact == "topic":
            said.topic = topics.code(text)
        elif fact == "competence":
            said.competence = columns.competence(text)
        elif fact == "unit":
            said.unit = text
        elif fact in ("dialogue", "date"):
            self._day(fact, text, said)
        self._whole(lines, fact)

    def _whole(self, lines: list[Line], role: str) -> None:
        for line in lines:
            self.book.whole(line, role)

    def _words(self, role: str, lines: list[Line], said: Said) -> None:
        words = said.words if role == "opinion" else said.answer
        for line in lines:
            words.append(self.book.whole(line, role))
            for place in _speakers(line.text):
                said.speakers |= {names.key(line.text[slice(*place)])}
                self.book.hide(line, *place)

    def _hamlet(self, lines: list[Line], text: str, said: Said) -> None:
        """Keep the cell as it stands; a name that a clerk wrote into it is withheld and the hamlet beside it kept."""
        place = hamlets.find(text)
        if hamlets.is_one(text) or not names.all_names(text):
            said.hamlet = text
            return
        said.hamlet = text[slice(*place)] if place else None
        for line in lines:
            for name in names.all_names(line.text):
                self.book.hide(line, *name)

    @staticmethod
    def _day(fact: str, text: str, said: Said) -> None:
        found = dates.find_day(text)
        said.held_on = found[0] if found else None
        said.dialogue = text if fact == "dialogue" else None


def _is_total(row: list[Cell]) -> bool:
    """Whether a clerk counted the rows in a row of its own, which has no number."""
    return _TOTAL.fullmatch(flat(" ".join(cell.text for cell in row)).strip(" .")) is not None


def _parts(kind: str, lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """Return the facts of one cell with their lines; two facts stand below one another."""
    first, _, second = kind.partition(" and ")
    if not second:
        return [(first, lines)]
    if second == "count":
        cut = len(lines) - bool(len(lines) > 1 and _RAISED.fullmatch(lines[-1].text))
    elif second == "dialogue":
        cut = int(not _is_dialogue(lines))
    else:
        cut = 1
    return [(first, lines[:cut]), (second, lines[cut:])]


def _is_dialogue(lines: list[Line]) -> bool:
    """A single line with a day in it says in which dialogue, and no hamlet is named."""
    return len(lines) == 1 and dates.find_day(lines[0].text) is not None


def _speakers(text: str) -> list[tuple[int, int]]:
    """Return the names of whoever speaks, in front of the words or behind them; a third person's name stays."""
    found = [labels.read(text)]
    tail = labels.tail(text, 0)
    found.append(tail[1] if tail else None)
    places = [place for label in found if label for place in label.places("name")]
    sure = names.all_names(text) if places else []
    return [
        (start, end)
        for start, end in places
        if not count(text[start:end].strip("0123456789 .+")) or any(one < end and start < other for one, other in sure)
    ]
