"""The answers in a register's own column: one for each opinion of the row, or one for all of them."""

import re

from langnghe.exchange.reading import columns, labels, marks
from langnghe.exchange.reading.accounting import Span
from langnghe.exchange.reading.blocks import Cell
from langnghe.exchange.reading.plan import Plan
from langnghe.exchange.reading.said import Reply, Said, append, take_words
from langnghe.exchange.reading.transcript import Transcript
from langnghe.exchange.reading.words import flat

_NO_ANSWER = re.compile(r"^(?:[-–/xX.…]+|khong|chua|k)$")


class AnswerCells:
    """Reads the answer column of one table."""

    def __init__(self, transcript: Transcript, plan: Plan) -> None:
        self.transcript, self.book, self.plan = transcript, transcript.book, plan

    def give(self, cells: dict[int, Cell], said: list[Said]) -> None:
        """Give the row's answer to its opinions, one each when there are as many answers as opinions."""
        cell = self._cell(cells)
        if cell is None:
            self._merged(cells, said)
            return
        parts = self._parts(cell)
        paired = len(parts) == len(said) and len(said) > 1
        for index, one in enumerate(said):
            for span in parts[index] if paired else [span for part in parts for span in part]:
                append(one.answer, span)

    def keyed(self, cells: dict[int, Cell], facts: Said) -> None:
        """Keep the answer of a table of answers by the number of the opinion that it answers."""
        cell = self._cell(cells)
        if cell is not None and facts.number is not None:
            reply = Reply([], (facts.number,), None, facts.hamlet, by=facts.unit or "")
            for part in self._parts(cell):
                for span in part:
                    append(reply.words, span)
            self.transcript.replies.append(reply)

    def _cell(self, cells: dict[int, Cell]) -> Cell | None:
        for kind in columns.ANSWERS:
            for column, one in sorted(self.plan.kinds.items()):
                cell = cells.get(column) if one == kind else None
                if cell and cell.text.strip() and not _NO_ANSWER.match(flat(cell.text).strip()):
                    return cell
        return None

    def _merged(self, cells: dict[int, Cell], said: list[Said]) -> None:
        """An answer's cell merged over several rows answers each of them."""
        cell = self.plan.cell(cells, *columns.ANSWERS)
        earlier = [one for one in self.transcript.said if one not in said and one.group == self.transcript.group]
        if cell is not None and cell.continued and earlier:
            for one in said:
                one.answer += earlier[-1].answer

    def _parts(self, cell: Cell) -> list[list[Span]]:
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
                append(parts[-1], span)
        return parts
