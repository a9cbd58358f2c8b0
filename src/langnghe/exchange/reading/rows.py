"""The rows of a table of opinions: which are groups or totals, and what each cell of the others says."""

import re
from dataclasses import replace
from datetime import date

from langnghe.exchange.reading import columns, dates, hamlets, headings, labels, marks, names, speaker_cells, topics
from langnghe.exchange.reading import plan as plans
from langnghe.exchange.reading.answer_cells import AnswerCells
from langnghe.exchange.reading.blocks import Cell, Line, Table, lines_of
from langnghe.exchange.reading.plan import Plan
from langnghe.exchange.reading.prose import Prose
from langnghe.exchange.reading.said import Said, append, take_words
from langnghe.exchange.reading.words import count, flat

_TOTAL = re.compile(r"^(?:tong(?: cong| so)?|cong|tong hop chung|tong cong y kien)\b.{0,40}$")
_AS_ABOVE = re.compile(r"^(?:[-–\"“”'〃,.]+|nt|n\.t|nhu tren|-nt-|//|\")$")
_GOES_ON = re.compile(
    r"^(?:de nghi|do do|vi vay|vi the|mong|kinh|cu the|ngoai ra|nen|do vay|tuy nhien|nhat la|dac biet|de dam bao|rat "
    r"mong|xin|kien nghi)\b"
)


class Rows:
    """Reads the body of one table into the opinions of `prose`."""

    def __init__(self, prose: Prose, table: Table, made: Plan) -> None:
        self.prose, self.transcript = prose, prose.transcript
        self.book, self.table, self.plan = prose.book, table, made
        self.hamlet: str | None = prose.outline.hamlet
        self.topic: str | None = prose.outline.topic
        self.column_hamlet: str | None = None
        self.column_topic: str | None = None
        self.number: int | None = None
        self.row_said: list[Said] = []
        self.answers = AnswerCells(prose.transcript, made)
        self.held: tuple[date | None, str | None] = (None, None)
        self.per_row = self._one_row_per_hamlet()
        self.keyed = made.column("opinion") is None
        self.transcript.group += 1

    def read(self) -> None:
        """Read every row; heads are fields."""
        for row in self.table.rows[: self.plan.body]:
            self._field(row, "heading")
        for row in self.table.rows[self.plan.body :]:
            if not self._group(row):
                self._row(row)
        self.prose.tabled, self.transcript.last = True, ""

    def _field(self, row: list[Cell], role: str) -> None:
        for cell in row:
            for line in lines_of(cell.blocks):
                self.book.whole(line, role)

    # Rows that are no opinion

    def _group(self, row: list[Cell]) -> bool:
        filled = [cell for cell in row if cell.text.strip() and not cell.continued]
        if not filled:
            return not any(cell.tables for cell in row)
        words = " ".join(cell.text for cell in filled)
        if _TOTAL.match(flat(words).strip(" .:")) or self._is_head_again(row):
            self._field(row, "total" if _TOTAL.match(flat(words).strip(" .:")) else "heading")
            return True
        body = self._group_text(filled, row)
        return body is not None and self._open_group(row, body)

    def _is_head_again(self, row: list[Cell]) -> bool:
        heads = {flat(head) for head in self.plan.heads.values()}
        texts = [flat(cell.text) for cell in row if cell.text.strip() and not cell.continued]
        return bool(texts) and len(heads) > 1 and all(text in heads for text in texts)

    def _group_text(self, filled: list[Cell], row: list[Cell]) -> str | None:
        """The words of a row that stands over other rows: one wide cell, or one cell beside its own number."""
        if len(filled) == 1 and (filled[0].span >= max(2, self.plan.width - 1) or self._stands_alone(filled[0], row)):
            return filled[0].text
        if len(filled) == 2 and filled[0].column == 0 and plans.ENUMERATED.match(flat(filled[0].text)):
            return filled[1].text
        return None

    def _stands_alone(self, cell: Cell, row: list[Cell]) -> bool:
        if self.plan.kinds.get(cell.column) in ("hamlet",) and any(cell_.continued for cell_ in row):
            return False
        return bool(hamlets.is_one(self._bare(cell.text)) or topics.heading(self._bare(cell.text))) and len(row) > 1

    @staticmethod
    def _bare(text: str) -> str:
        return text[marks.read(text)[1] :].strip(" .:*-–")

    def _open_group(self, row: list[Cell], text: str) -> bool:
        bare = self._bare(text)
        label = labels.cover(bare, 0, len(bare), as_heading=True) or self._whole_label(bare)
        code = topics.heading(bare)
        if label and label.has("hamlet") and not label.has("name"):
            first, last = label.places("hamlet")[0]
            self.hamlet, self.column_hamlet = bare[first:last], None
            self.topic = self.topic if code is None else code
            self._field(row, "hamlet")
        elif code:
            self.topic, self.column_topic = code, None
            self._field(row, "topic")
        elif (
            label
            and not label.has("name")
            and (len(row) == 1 or self.plan.width > 1)
            and count(bare) <= 12
            and self._is_wide(row)
        ):
            self._field(row, "heading")
        else:
            return False
        self.row_said = []
        return True

    @staticmethod
    def _whole_label(text: str) -> labels.Label | None:
        label = labels.read(text)
        return label if label and label.end >= len(text) else None

    def _is_wide(self, row: list[Cell]) -> bool:
        filled = [cell for cell in row if cell.text.strip()]
        return len(filled) == 1 and filled[0].span > 1

    # Rows that are opinions

    def _row(self, row: list[Cell]) -> None:
        cells = {
            column: cell
            for cell in row
            for column in range(cell.column, cell.column + cell.span)
            if column in self.plan.kinds
        }
        facts = Said(group=self.transcript.group)
        is_new = self._read_number(cells, facts)
        for column, cell in cells.items():
            if cell.column == column or cell.span == 1:
                self._fact(self.plan.kinds[column], cell, facts)
        self._as_above(cells, facts)
        if self.keyed:
            self.answers.keyed(cells, facts)
            return
        opinion = self.plan.cell(cells, "opinion")
        parts = self._parts(opinion) if opinion else []
        if opinion:
            self._nested(opinion, facts)
        if not parts:
            self._answer_above(cells)
            return
        if not is_new and self._continues(row, parts):
            self._append(parts, cells)
            return
        self.row_said = self._voices(parts, facts)
        self.answers.give(cells, self.row_said)

    def _read_number(self, cells: dict[int, Cell], facts: Said) -> bool:
        cell = self.plan.cell(cells, "number")
        if cell is None:
            return True
        found = re.search(r"\d+", cell.text)
        facts.number = int(found[0]) if found else (self.number if cell.continued else None)
        self.number = facts.number
        for line in cell.lines:
            self.book.whole(line, "number")
        return bool(cell.text.strip()) or cell.continued

    def _fact(self, kind: str, cell: Cell, facts: Said) -> None:
        if not cell.text.strip() or kind in ("opinion", "number", *columns.ANSWERS):
            return
        if kind == "hamlet":
            self._hamlet(cell, facts)
        elif kind == "topic":
            facts.topic = topics.code(cell.text) or self._unknown_topic(cell)
            self._all(cell, "topic")
        elif kind in ("speaker", "contact"):
            speaker_cells.withhold(self.book, cell, facts)
        elif kind == "date":
            found = dates.find_day(cell.text)
            facts.held_on = found[0] if found else None
            self._all(cell, "date")
        elif kind in ("competence", "unit", "dialogue"):
            self._plain_fact(kind, cell, facts)
        elif kind in ("count", "code", "deadline", "status", "document", "money", "place", "answerer", "function"):
            self._all(cell, kind)

    def _plain_fact(self, kind: str, cell: Cell, facts: Said) -> None:
        value = " ".join(cell.text.split())
        if kind == "competence":
            facts.competence = columns.competence(value)
        elif kind == "unit":
            facts.unit = facts.unit or value
        else:
            facts.dialogue = value
        self._all(cell, kind)

    @staticmethod
    def _unknown_topic(cell: Cell) -> str | None:
        return "other" if re.search(r"khac|chung", flat(cell.text)) else None

    def _all(self, cell: Cell, role: str) -> None:
        for line in cell.lines:
            self.book.whole(line, role)

    def _hamlet(self, cell: Cell, facts: Said) -> None:
        text = " ".join(cell.text.split())
        if _AS_ABOVE.match(flat(text)):
            self._all(cell, "hamlet")
            return
        named: set[str] = set()
        for line in cell.lines:
            for start, end in names.all_names(line.text):
                named |= {names.key(line.text[start:end])}
                self.book.hide(line, start, end)
        facts.speakers |= named
        place = hamlets.find(text)
        if place and place[1] - place[0] < len(text):
            facts.hamlet = text[slice(*place)]
        elif place or not named:
            facts.hamlet = text
        self._all(cell, "hamlet")

    def _as_above(self, cells: dict[int, Cell], facts: Said) -> None:
        """An empty or merged hamlet or field cell means the one above, within the same group."""
        if facts.hamlet:
            self.column_hamlet = facts.hamlet
        elif self.plan.column("hamlet") is not None:
            facts.hamlet = self.column_hamlet
        facts.hamlet = facts.hamlet or self.hamlet
        cell = self.plan.cell(cells, "topic")
        if facts.topic:
            self.column_topic = facts.topic
        elif cell is not None and (cell.continued or _AS_ABOVE.match(flat(cell.text))):
            facts.topic = self.column_topic
        elif cell is None or not cell.text.strip():
            facts.topic = self.topic
        self._dated_as_above(cells, facts)

    def _dated_as_above(self, cells: dict[int, Cell], facts: Said) -> None:
        if facts.held_on or facts.dialogue:
            self.held = (facts.held_on, facts.dialogue)
        elif any(self.plan.kinds[column] in ("date", "dialogue") for column in cells):
            facts.held_on, facts.dialogue = self.held

    def _parts(self, cell: Cell) -> list[list[tuple[Line, int]]]:
        """Return the opinions of one cell, each as its lines with where their words begin."""
        parts: list[list[tuple[Line, int]]] = []
        marked: set[tuple[str, str]] = set()
        splits = self._splits(cell)
        for line in cell.lines:
            typed, start = marks.read(line.text)
            mark = typed or line.mark
            self.book.take(line, 0, start, "mark")
            label = labels.read(line.text, start)
            named = label is not None and not label.answers and label.has("hamlet", "name", "reference")
            is_answer = bool(parts) and label is not None and label.answers
            deeper = mark is not None and marked and (mark.kind, mark.style) not in marked
            if (
                not parts
                or named
                or (mark and not is_answer and not (deeper and self._introduces(parts[-1])))
                or (not mark and not is_answer and splits and not line.soft)
            ):
                if mark:
                    marked.add((mark.kind, mark.style))
                parts.append([(line, start)])
            else:
                parts[-1].append((line, start))
        return [
            part
            for part in parts
            if any(count(line.text[start:]) for line, start in part) and not self._says_nothing(part)
        ]

    def _says_nothing(self, part: list[tuple[Line, int]]) -> bool:
        if len(part) == 1 and headings.says_nothing(part[0][0].text[part[0][1] :]):
            self.book.whole(part[0][0], "nothing")
            return True
        return False

    @staticmethod
    def _introduces(part: list[tuple[Line, int]]) -> bool:
        return part[-1][0].text.rstrip().endswith(":")

    def _splits(self, cell: Cell) -> bool:
        """Whether unmarked paragraphs of a cell are opinions of their own: only where a row gathers a hamlet's."""
        lines = [line for line in cell.lines if not line.soft]
        if len(lines) < 2 or any(marks.read(line.text)[0] or line.mark for line in lines):
            return False
        if any(_GOES_ON.match(flat(line.text)) or line.text[:1].islower() for line in lines[1:]):
            return False
        return self.per_row and all(count(line.text) >= 3 for line in lines)

    def _one_row_per_hamlet(self) -> bool:
        column = self.plan.column("hamlet")
        if column is None:
            return False
        found = [
            cell.text
            for row in self.table.rows[self.plan.body :]
            for cell in row
            if cell.column == column and not cell.continued
        ]
        filled = [text for text in found if text.strip()]
        return (
            len(filled) >= 2
            and len(filled) == len(found)
            and len(set(map(hamlets.key, filled))) == len(filled)
            and not self._has_merged(column)
        )

    def _has_merged(self, column: int) -> bool:
        return any(cell.continued for row in self.table.rows[self.plan.body :] for cell in row if cell.column == column)

    def _continues(self, row: list[Cell], parts: list[list[tuple[Line, int]]]) -> bool:
        """A row without number and hamlet goes on with the one above when it reads like the middle of a sentence."""
        if not self.row_said or len(parts) != 1:
            return False
        own = {self.plan.kinds.get(cell.column) for cell in row if cell.text.strip() and not cell.continued}
        if own - {"opinion", *columns.ANSWERS}:
            return False
        line, start = parts[0][0]
        above = self.row_said[-1].words[-1]
        ended = above.line.text.rstrip().endswith((".", ";", "!", "?"))
        return bool(
            line.text[start : start + 1].islower() or (not ended and above.line.text.rstrip().endswith((",", "-", ":")))
        )

    def _append(self, parts: list[list[tuple[Line, int]]], cells: dict[int, Cell]) -> None:
        for line, start in parts[0]:
            append(self.row_said[-1].words, take_words(self.book, line, start, len(line.text)))
        self.answers.give(cells, self.row_said[-1:])

    def _voices(self, parts: list[list[tuple[Line, int]]], facts: Said) -> list[Said]:
        """Return the opinions of a cell; a label alone on its line holds for what follows in the cell."""
        found = []
        for part in parts:
            said = replace(facts, words=[], answer=[])
            for line, start in part:
                self._voice(line, start, said)
            if said.words:
                found.append(said)
            else:
                facts = said
        self.transcript.said += found
        self.transcript.last = "opinion"
        return found

    def _voice(self, line: Line, start: int, said: Said) -> None:
        label = labels.read(line.text, start)
        if label and label.answers and said.words:
            self.transcript.take_label(line, label, start)
            said.answered_by = said.answered_by or label.by(line.text)
            if label.end < len(line.text):
                self.transcript.answer(said, line, label.end, len(line.text))
            return
        if label and not label.answers and label.identifies and not said.words:
            said.speakers |= self.transcript.take_label(line, label, start)
            own = label.hamlet(line.text)
            said.hamlet = said.hamlet if self.plan.column("hamlet") is not None else own or said.hamlet
            said.hamlet = said.hamlet or own
            start = label.end
        if start < len(line.text) and said.answer:
            self.transcript.answer(said, line, start, len(line.text))
        elif start < len(line.text):
            self.transcript.words(said, line, start)

    def _answer_above(self, cells: dict[int, Cell]) -> None:
        """A row with an answer only goes on with the answer above."""
        number = self.plan.cell(cells, "number")
        if self.row_said and not (number and number.text.strip()):
            self.answers.give(cells, self.row_said)

    def _nested(self, cell: Cell, facts: Said) -> None:
        for table in cell.tables:
            made = plans.plan(table, among_opinions=True)
            kinds = {table.width - 1: "opinion"} if made is None else made.kinds
            if made is None and table.width > 1:
                kinds[0] = "number"
            rows = Rows(self.prose, table, made or Plan(0, kinds, table.width))
            rows.hamlet, rows.topic = facts.hamlet or rows.hamlet, facts.topic or rows.topic
            rows.read()
