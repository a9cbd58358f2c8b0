"""Slips and other forms: a table of two columns whose left one says what the right one holds."""

from langnghe.exchange.reading import columns, dates, hamlets, topics
from langnghe.exchange.reading.blocks import Cell, Table, lines_of
from langnghe.exchange.reading.prose import Prose
from langnghe.exchange.reading.said import Said, take_words


def is_form(table: Table) -> bool:
    """Whether the left column names an opinion and at least one other fact."""
    pairs = [(columns.of_head(row[0].text), row[1]) for row in table.rows if len(row) == 2]
    kinds = {kind for kind, _ in pairs if kind}
    return len(pairs) >= 2 and len(pairs) == len(table.rows) and "opinion" in kinds and len(kinds) >= 2


def read(prose: Prose, table: Table) -> None:
    """Read a form into one opinion, or several when its questions come again."""
    said: Said | None = None
    for row in table.rows:
        head, cell = row
        kind = columns.of_head(head.text)
        for line in lines_of(head.blocks):
            prose.book.whole(line, "heading")
        if said is None or (kind == "opinion" and said.words):
            said = Said(hamlet=prose.outline.hamlet, topic=prose.outline.topic)
        _fill(prose, said, kind, cell)
        if kind == "opinion" and said.words:
            prose.transcript.said.append(said)


def _fill(prose: Prose, said: Said, kind: str | None, cell: Cell) -> None:
    role = {"opinion": "opinion", "answer": "answer", "result": "answer"}.get(kind or "")
    for line in cell.lines:
        if role:
            span = take_words(prose.book, line, 0, len(line.text), role=role)
            (said.words if role == "opinion" else said.answer).append(span)
        elif kind == "speaker":
            prose.book.hide(line, 0, len(line.text))
        elif kind:
            prose.book.whole(line, kind)
    text = " ".join(cell.text.split())
    if kind == "hamlet":
        place = hamlets.find(text)
        said.hamlet = text[slice(*place)] if place else text or None
    elif kind == "topic":
        said.topic = topics.code(text)
    elif kind == "date" and (day := dates.find_day(text)):
        said.held_on = day[0]
