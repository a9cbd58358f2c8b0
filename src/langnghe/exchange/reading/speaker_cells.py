"""The column of speakers: whatever stands in it is a name and is withheld, unless it is a hamlet or a function."""

import re

from langnghe.exchange.reading import hamlets, labels, marks, names
from langnghe.exchange.reading.accounting import Book
from langnghe.exchange.reading.blocks import Cell, Line
from langnghe.exchange.reading.said import Said
from langnghe.exchange.reading.words import count

_PIECE = re.compile(r"(?:[^,;/()–-]|(?<=\S)-(?=\S))+")


def withhold(book: Book, cell: Cell, facts: Said) -> None:
    """Withhold the names in a speaker's cell; a hamlet beside them is kept."""
    for line in cell.lines:
        start = marks.read(line.text)[1]
        book.take(line, 0, start, "mark")
        place = hamlets.find(line.text)
        if place:
            facts.hamlet = facts.hamlet or line.text[slice(*place)]
            book.take(line, *place, "hamlet")
        for first, last in _stretches(line, start, place):
            for name in _names(line, first, last):
                facts.speakers |= {names.key(line.text[slice(*name)])}
                book.hide(line, *name)
        book.whole(line, "label")


def _stretches(line: Line, start: int, place: tuple[int, int] | None) -> list[tuple[int, int]]:
    end = len(line.text)
    return [(start, place[0]), (place[1], end)] if place else [(start, end)]


def _names(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    for piece in _PIECE.finditer(line.text, start, end):
        first, last = piece.span()
        label = labels.cover(line.text, first, last)
        if not count(piece[0]):
            continue
        if label is None:
            first += len(line.text[first:last]) - len(line.text[first:last].lstrip())
            found.append((names.title_at(line.text, first) or first, last))
        else:
            found += label.places("name")
    return [(first, first + len(line.text[first:last].rstrip(" .:"))) for first, last in found if first < last]
