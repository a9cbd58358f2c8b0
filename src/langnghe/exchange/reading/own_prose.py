"""The lines of our own papers: their opinions stand in the table, and only our own headings open a section."""

from langnghe.exchange.reading import form_lines, own_forms
from langnghe.exchange.reading.blocks import Line, Mark
from langnghe.exchange.reading.headings import Part
from langnghe.exchange.reading.prose import Prose


class OwnProse(Prose):
    """Reads the lines around our own table.

    What somebody typed below the table or below the answers is read as in any paper; what stands in another section is
    never an opinion.
    """

    is_own = True

    def _line(self, line: Line) -> None:
        opened = None if self.is_concluding else own_forms.part(line)
        if opened:
            self.book.whole(line, "heading")
            self.open(opened)
            self.is_concluding = own_forms.is_conclusion(line)
            self.tabled = opened is Part.OPINIONS
        elif told := form_lines.answerer(line.text):
            self._answered(line, *told)
        else:
            super()._line(line)

    def _answered(self, line: Line, by: str, numbers: tuple[int, ...]) -> None:
        self.book.whole(line, "answerer")
        for said in self.transcript.said:
            if said.is_own and said.answer and said.number in numbers:
                said.answered_by = said.answered_by or by

    def _standing(self, line: Line) -> str | None:
        if self.part is Part.OPENING and self.at and own_forms.is_kind(self.lines[self.at - 1]):
            return "title"
        return super()._standing(line)

    def _may_open(self, opened: Part, line: Line, mark: Mark | None) -> bool:
        return opened not in (Part.OPINIONS, Part.ANSWERS) and super()._may_open(opened, line, mark)

    def _elsewhere(self, line: Line, mark: Mark | None, start: int) -> None:
        if self.part is Part.CONCLUSION:
            self._conclusion(line, start)
        elif self.part is Part.PRESENT and mark and not form_lines.may_be_a_voice(line.text):
            self.book.whole(line, "present")
