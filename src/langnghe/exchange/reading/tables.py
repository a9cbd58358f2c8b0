"""Tables of opinions: which row is the head, which rows are groups or totals, and what each cell says."""

import re
from dataclasses import dataclass, field, replace

from langnghe.exchange.reading import columns, dates, hamlets, headings, labels, marks, names, topics
from langnghe.exchange.reading.accounting import Book, Span
from langnghe.exchange.reading.blocks import Cell, Line, Table, lines_of
from langnghe.exchange.reading.prose import Prose
from langnghe.exchange.reading.said import Reply, Said, append, take_words
from langnghe.exchange.reading.words import count, flat

_HEAD_WITHIN = 40
_TOTAL = re.compile(r"^(?:tong(?: cong| so)?|cong|tong hop chung|tong cong y kien)\b.{0,40}$")
_AS_ABOVE = re.compile(r"^(?:[-–\"“”'〃,.]+|nt|n\.t|nhu tren|-nt-|//|\")$")
_COLUMN_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=.*)?$")
_ENUMERATED = re.compile(r"^(?:[ivxlc]+|\d{1,3}|[a-h])\s*[.)]?$")
_GOES_ON = re.compile(
    r"^(?:de nghi|do do|vi vay|vi the|mong|kinh|cu the|ngoai ra|nen|do vay|tuy nhien|nhat la|dac biet|de dam bao|rat mong|xin|kien nghi)\b"
)
_NO_ANSWER = re.compile(r"^(?:[-–/xX.…]+|khong|chua|k)$")


@dataclass
class Plan:
    """How to read a table: the row its body begins at and what each column holds."""

    body: int
    kinds: dict[int, str]
    width: int
    heads: dict[int, str] = field(default_factory=dict)

    def column(self, *kinds: str) -> int | None:
        """Return the first column of the first kind that the table has."""
        for kind in kinds:
            for column, one in sorted(self.kinds.items()):
                if one == kind:
                    return column
        return None


def plan(table: Table, *, among_opinions: bool) -> Plan | None:
    """Return how to read `table` as opinions or as answers, or None when it is something else."""
    for index, row in enumerate(table.rows[:_HEAD_WITHIN]):
        kinds, heads, height = _head(table, index)
        found = set(kinds.values())
        if len(found - {"unsure"}) < 2 and not (len(row) == 1 and found == {"opinion"} and table.width == 1):
            continue
        body = index + height
        cells = _samples(table, body)
        kinds = columns.settle(kinds, heads, cells)
        return _checked(Plan(body, kinds, table.width, heads), among_opinions=among_opinions)
    return None


def guess(table: Table) -> Plan | None:
    """Return how to read a table of opinions without a head, told by its cells alone."""
    cells = _samples(table, 0)
    if table.width < 2 or not cells:
        return None
    kinds: dict[int, str] = {}
    for column, texts in cells.items():
        filled = [text for text in texts if text.strip()]
        if filled and all(_ENUMERATED.match(flat(text).strip()) for text in filled):
            kinds[column] = "number"
        elif filled and all(hamlets.is_one(text) for text in filled):
            kinds[column] = "hamlet"
        elif filled and all(names.is_only_names(text) for text in filled):
            kinds[column] = "speaker"
        elif filled and all(topics.code(text) for text in filled):
            kinds[column] = "topic"
    rest = [column for column in cells if column not in kinds]
    if not kinds or not rest:
        return None
    longest = max(rest, key=lambda column: sum(map(count, cells[column])))
    if sum(map(count, cells[longest])) < 4 * sum(1 for text in cells[longest] if text.strip()):
        return None
    kinds[longest] = "opinion"
    return Plan(0, kinds, table.width)


def _checked(made: Plan, *, among_opinions: bool) -> Plan | None:
    """ "Nội dung" alone is an opinion only among opinions; a table of attendance, times or tasks is none."""
    kinds = set(made.kinds.values())
    if "opinion" not in kinds and "content" in kinds:
        if (kinds & {"hamlet", "speaker", "topic", "competence"} and not kinds & {"function"}) or among_opinions:
            made.kinds = {column: "opinion" if kind == "content" else kind for column, kind in made.kinds.items()}
            kinds.add("opinion")
    if "opinion" in kinds:
        return made
    return made if "number" in kinds and kinds & set(columns.ANSWERS) else None


def _head(table: Table, index: int) -> tuple[dict[int, str], dict[int, str], int]:
    """Return the columns' kinds, their heads and how many rows the head takes; merged heads cover several columns."""
    row = table.rows[index]
    upper = {column: cell.text for cell in row for column in range(cell.column, cell.column + cell.span)}
    spans = any(cell.span > 1 and cell.span < table.width for cell in row)
    merged_down = any(cell.starts_merge for cell in row)
    lower: dict[int, str] = {}
    if (spans or merged_down) and index + 1 < len(table.rows) and _is_under_head(table.rows[index + 1]):
        lower = {cell.column: cell.text for cell in table.rows[index + 1] if not cell.continued and cell.text.strip()}
    kinds, heads = {}, {}
    for column, head in upper.items():
        own = lower.get(column, "")
        kind = (columns.of_head(own) if own else None) or columns.of_head(f"{head} {own}")
        if own and columns.of_head(own) in ("unsure", None):
            kind = columns.of_head(head) if columns.of_head(own) is None else _joined_kind(head, own)
        first = next(cell.column for cell in row if cell.column <= column < cell.column + cell.span)
        if kind and (own or column == first):
            kinds[column], heads[column] = kind, own or head
    height = 1 + bool(lower)
    if index + height < len(table.rows) and _is_numbers(table.rows[index + height]):
        height += 1
    return kinds, heads, height


def _joined_kind(head: str, own: str) -> str | None:
    return columns.of_head(head) or columns.of_head(own)


def _is_under_head(row: list[Cell]) -> bool:
    filled = [cell.text for cell in row if cell.text.strip() and not cell.continued]
    return (
        bool(filled)
        and all(count(text) <= 8 and not text.strip().isdigit() for text in filled)
        and any(columns.of_head(text) for text in filled)
    )


def _is_numbers(row: list[Cell]) -> bool:
    filled = [cell.text.strip() for cell in row if cell.text.strip()]
    return len(filled) >= 2 and all(_COLUMN_NUMBER.match(text) for text in filled)


def _samples(table: Table, body: int) -> dict[int, list[str]]:
    cells: dict[int, list[str]] = {}
    for row in table.rows[body : body + 60]:
        if len(row) > 1:
            for cell in row:
                cells.setdefault(cell.column, []).append(cell.text)
    return cells


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
        self.held: tuple[object, str | None] = (None, None)
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
        if len(filled) == 2 and filled[0].column == 0 and _ENUMERATED.match(flat(filled[0].text)):
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
            self._keyed_answer(cells, facts)
            return
        column = self.plan.column("opinion")
        cell = cells.get(column) if column is not None else None
        parts = self._parts(cell) if cell else []
        if cell:
            self._nested(cell, facts)
        if not parts:
            self._answer_above(cells, facts)
            return
        if not is_new and self._continues(row, parts):
            self._append(parts, cells)
            return
        self.row_said = [self._said(part, facts) for part in parts]
        self._answer(cells, self.row_said)

    def _read_number(self, cells: dict[int, Cell], facts: Said) -> bool:
        column = self.plan.column("number")
        cell = cells.get(column) if column is not None else None
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
            self._speaker(cell, facts)
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
        for line in cell.lines:
            for start, end in names.all_names(line.text):
                facts.speakers |= {names.key(line.text[start:end])}
                self.book.hide(line, start, end)
        place = hamlets.find(text)
        if place and place[1] - place[0] < len(text):
            facts.hamlet = text[slice(*place)]
        elif place or not facts.speakers:
            facts.hamlet = text
        self._all(cell, "hamlet")

    def _speaker(self, cell: Cell, facts: Said) -> None:
        """A speaker's cell is a name whatever it looks like; a hamlet or a function beside it is kept."""
        for line in cell.lines:
            start = marks.read(line.text)[1]
            self.book.take(line, 0, start, "mark")
            place = hamlets.find(line.text)
            if place:
                facts.hamlet = facts.hamlet or line.text[slice(*place)]
                self.book.take(line, *place, "hamlet")
            for first, last in self._name_places(line, start, place):
                facts.speakers |= {names.key(line.text[first:last])}
                self.book.hide(line, first, last)
            self.book.whole(line, "label")

    @staticmethod
    def _name_places(line: Line, start: int, place: tuple[int, int] | None) -> list[tuple[int, int]]:
        found = [one for one in names.all_names(line.text) if not place or one[1] <= place[0] or one[0] >= place[1]]
        if found:
            return found
        end = place[0] if place else len(line.text)
        text = line.text[start:end]
        label = labels.cover(line.text, start, end)
        if label and not label.has("name"):
            return []
        after = names.title_at(line.text, start) or start
        body = line.text[after:end].rstrip(" ,;.(–-")
        return [(after, after + len(body))] if count(text) else []

    def _as_above(self, cells: dict[int, Cell], facts: Said) -> None:
        """An empty or merged hamlet or field cell means the one above, within the same group."""
        column = self.plan.column("hamlet")
        if facts.hamlet:
            self.column_hamlet = facts.hamlet
        elif column is not None:
            facts.hamlet = self.column_hamlet
        facts.hamlet = facts.hamlet or self.hamlet
        column = self.plan.column("topic")
        cell = cells.get(column) if column is not None else None
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
            facts.held_on, facts.dialogue = self.held  # type: ignore[assignment]

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
            is_first = not parts
            deeper = mark is not None and marked and (mark.kind, mark.style) not in marked
            if (
                is_first
                or named
                or (mark and not (deeper and self._introduces(parts[-1])))
                or (not mark and splits and not line.soft)
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
        self._answer(cells, self.row_said[-1:])

    def _said(self, part: list[tuple[Line, int]], facts: Said) -> Said:
        said = replace(facts, words=[], answer=[])
        for index, (line, start) in enumerate(part):
            label = labels.read(line.text, start) if index == 0 else None
            if label and not label.answers and label.end < len(line.text) and label.identifies:
                said.speakers |= self.transcript.take_label(line, label, start)
                said.hamlet = (
                    label.hamlet(line.text) if self.plan.column("hamlet") is None else None
                ) or said.hamlet
                said.hamlet = said.hamlet or label.hamlet(line.text)
                start = label.end
            self.transcript.words(said, line, start)
        self.transcript.said.append(said)
        self.transcript.last = "opinion"
        return said

    # Answers

    def _answer_cell(self, cells: dict[int, Cell]) -> Cell | None:
        for kind in columns.ANSWERS:
            for column, one in sorted(self.plan.kinds.items()):
                cell = cells.get(column)
                if (
                    one == kind
                    and cell is not None
                    and cell.text.strip()
                    and not _NO_ANSWER.match(flat(cell.text).strip())
                ):
                    return cell
        return None

    def _answer(self, cells: dict[int, Cell], said: list[Said]) -> None:
        cell = self._answer_cell(cells)
        if cell is None:
            self._merged_answer(cells, said)
            return
        parts = self._answer_parts(cell)
        paired = len(parts) == len(said) and len(said) > 1
        for index, one in enumerate(said):
            one.answer += parts[index] if paired else [span for part in parts for span in part]

    def _merged_answer(self, cells: dict[int, Cell], said: list[Said]) -> None:
        """An answer cell merged over several rows answers each of them."""
        column = self.plan.column(*columns.ANSWERS)
        cell = cells.get(column) if column is not None else None
        earlier = [one for one in self.transcript.said if one not in said and one.group == self.transcript.group]
        if cell is not None and cell.continued and earlier:
            for one in said:
                one.answer += earlier[-1].answer

    def _answer_parts(self, cell: Cell) -> list[list[Span]]:
        parts: list[list[Span]] = []
        for line in cell.lines:
            mark, start = marks.read(line.text)
            self.book.take(line, 0, start, "mark")
            label = labels.read(line.text, start)
            if label and label.answers and label.end < len(line.text) and not label.numbers:
                self.transcript.take_label(line, label, start)
                start = label.end
            span = take_words(self.book, line, start, len(line.text), role="answer")
            if mark or line.mark or not parts or not line.soft:
                parts.append([span])
            else:
                parts[-1].append(span)
        return parts

    def _answer_above(self, cells: dict[int, Cell], facts: Said) -> None:
        """A row with an answer only goes on with the answer above."""
        cell = self._answer_cell(cells)
        column = self.plan.column("number")
        number = cells.get(column) if column is not None else None
        if cell and self.row_said and not (number and number.text.strip()):
            for part in self._answer_parts(cell):
                for one in self.row_said:
                    one.answer += part

    def _keyed_answer(self, cells: dict[int, Cell], facts: Said) -> None:
        cell = self._answer_cell(cells)
        if cell is None or facts.number is None:
            return
        spans = [span for part in self._answer_parts(cell) for span in part]
        self.transcript.replies.append(Reply(spans, (facts.number,), None, facts.hamlet, by=facts.unit or ""))

    def _nested(self, cell: Cell, facts: Said) -> None:
        for table in cell.tables:
            made = plan(table, among_opinions=True)
            kinds = {table.width - 1: "opinion"} if made is None else made.kinds
            if made is None and table.width > 1:
                kinds[0] = "number"
            rows = Rows(self.prose, table, made or Plan(0, kinds, table.width))
            rows.hamlet, rows.topic = facts.hamlet or rows.hamlet, facts.topic or rows.topic
            rows.read()
