"""From a neutral paper to a reading: parts and tables in order, answers joined to opinions, the account closed."""

import re
from dataclasses import replace
from datetime import date

from langnghe.exchange.reading import dates, form_lines, forms, hamlets, own_forms, own_rows
from langnghe.exchange.reading import plan as plans
from langnghe.exchange.reading.accounting import Book
from langnghe.exchange.reading.blocks import Line, Paper, Table, lines_of
from langnghe.exchange.reading.headings import Part
from langnghe.exchange.reading.outline import Level
from langnghe.exchange.reading.own_prose import OwnProse
from langnghe.exchange.reading.prose import Prose
from langnghe.exchange.reading.rows import Rows
from langnghe.exchange.reading.said import Said
from langnghe.exchange.reading.shapes import Heard, Reading
from langnghe.exchange.reading.words import flat

_REPEATED = 0.8
_CAPTION = 3
_ANOTHER_PAPER = re.compile(r"kem theo|\bso:? ?\d+\s*[/-]|can cu|theo (?:ke hoach|cong van|quyet dinh|thong bao)")


class _Reader:
    def __init__(self, paper: Paper, *, lenient: bool = False) -> None:
        self.paper = paper
        self.book = Book(paper.lines())
        self.is_own = own_forms.are_in(paper)
        self.prose = OwnProse(self.book) if self.is_own else Prose(self.book, bare=paper.bare, lenient=lenient)
        self.plan: plans.Plan | None = None
        self.above: list[Line] = []

    def read(self) -> None:
        """Read the body: runs of lines as prose, tables as tables, then settle what is still open."""
        run: list[Line] = []
        for block in self.paper.blocks:
            if isinstance(block, Line):
                run.append(block)
                continue
            self.lines(run)
            self.above = run[-_CAPTION:]
            run = []
            self.table(block)
            self.above = []
        self.lines(run)
        self.prose.transcript.settle()
        for line in self.paper.struck:
            self.book.whole(line, "deleted")
        for line in self.paper.aside:
            if name := form_lines.beside(line.text):
                self.book.whole(line, name)

    def lines(self, run: list[Line]) -> None:
        """Read a run of lines; the text boxes in it are read each on its own afterwards."""
        body = [line for line in run if not line.boxed]
        self.prose.read(body)
        boxed = [line for line in run if line.boxed]
        if boxed:
            self.box(boxed)

    def box(self, lines: list[Line]) -> None:
        """Read a text box as a small paper of its own."""
        apart = Prose(self.book)
        apart.read(lines)
        apart.transcript.settle()
        self.prose.transcript.said += apart.transcript.said

    def table(self, table: Table) -> None:
        """Read a table of opinions or answers; any other table is its lines in reading order."""
        prose = self.prose
        if prose.part is Part.EARLIER:
            return
        if kinds := own_forms.columns(table):
            if not (self.is_own or prose.part in (Part.OPINIONS, Part.ANSWERS)):
                prose.open(Part.OPINIONS)
            own_rows.read(prose, table, kinds)
            return
        among = prose.part is Part.OPINIONS or bool(table.sheet)
        made = (
            plans.plan(table, among_opinions=among) or self._goes_on(table) or (plans.guess(table) if among else None)
        )
        if made is None and forms.is_form(table):
            forms.read(prose, table)
            return
        if made is None:
            self._loose(table)
            return
        self.plan = made
        if made.column("opinion") is not None and prose.part not in (Part.OPINIONS, Part.ANSWERS):
            prose.open(Part.OPINIONS)
        before = len(prose.transcript.said)
        if table.sheet:
            self.outline_of_sheet(table)
        Rows(prose, table, made).read()
        self._repetition(before)

    def outline_of_sheet(self, table: Table) -> None:
        """A sheet stands for itself; its name or the title above its table may name its hamlet."""
        outline = self.prose.outline
        outline.clear()
        named = [hamlets.find(line.text) for line in self.above]
        titles = [line.text[slice(*place)] for line, place in zip(self.above, named, strict=True) if place]
        if hamlets.is_one(table.sheet):
            titles = [table.sheet.strip()]
        if len(set(titles)) == 1:
            outline.open_group(Level("hamlet", hamlet=titles[0]))

    def _goes_on(self, table: Table) -> plans.Plan | None:
        """A table cut in two by a page keeps its columns."""
        if (
            self.plan is None
            or table.sheet
            or table.width != self.plan.width
            or self.prose.part not in (Part.OPINIONS, Part.ANSWERS)
        ):
            return None
        return plans.Plan(0, self.plan.kinds, self.plan.width, self.plan.heads)

    def _loose(self, table: Table) -> None:
        """A table that only lays a page out is its lines; any other one says nothing a heading could open."""
        run: list[Line] = []
        is_layout = table.width == 1 or len(table.rows) == 1
        for block in (block for row in table.rows for cell in row for block in cell.blocks):
            if isinstance(block, Table):
                self.table(block)
            elif is_layout:
                self.lines([block])
            else:
                run.append(block)
        self.prose.stamp(run)

    def _repetition(self, before: int) -> None:
        """A later table that says the same opinions again adds its columns to them, not the opinions twice."""
        earlier, later = self.prose.transcript.said[:before], self.prose.transcript.said[before:]
        known: dict[str, list[Said]] = {}
        for said in earlier:
            known.setdefault(self._key(said), []).append(said)
        again = [said for said in later if self._key(said) in known]
        if not later or len(again) < _REPEATED * len(later):
            return
        for said in again:
            first = known[self._key(said)][0]
            if len(known[self._key(said)]) > 1:
                first = known[self._key(said)].pop(0)
            self._complete(first, said)
        self.prose.transcript.said[before:] = [said for said in later if self._key(said) not in known]

    def _key(self, said: Said) -> str:
        return " ".join(flat(said.text(self.book)).split())

    @staticmethod
    def _complete(first: Said, again: Said) -> None:
        first.hamlet = first.hamlet or again.hamlet
        first.topic = first.topic or again.topic
        first.answer = first.answer or again.answer
        first.answered_by = first.answered_by or again.answered_by
        first.competence = first.competence or again.competence
        first.unit = first.unit or again.unit


def understand(paper: Paper, *, file: str, sha256: str) -> Reading:
    """Return what `paper` says. Never refuses: what is not understood is unread."""
    reader = _read(paper)
    book, said = reader.book, reader.prose.transcript.said
    held_on, outside = _day(paper, book), _outside(paper, book)
    commune = dates.best_commune(outside)
    single = _single_hamlet(paper, book)
    book.hide_known()
    heard = tuple(_heard(book, one, single) for one in said)
    if held_on is None and len({one.held_on for one in heard}) == 1:
        held_on = heard[0].held_on
    return Reading(
        file=file,
        commune=commune,
        held_on=held_on,
        opinions=tuple(one for one in heard if one.text),
        fields=tuple(book.fields()),
        unread=tuple(book.unread()),
        speakers=book.names_withheld(),
        kind=paper.kind,
        sha256=sha256,
        accounts=tuple(book.accounts()),
    )


def _read(paper: Paper) -> _Reader:
    """Read a paper; where no heading opens the opinions, "Nội dung" may open them, or it is a bare list."""
    reader = _Reader(paper)
    reader.read()
    if not reader.prose.transcript.said and not reader.is_own:
        lenient = _Reader(paper, lenient=True)
        lenient.read()
        reader = lenient if lenient.prose.transcript.said else reader
    if (
        not reader.prose.transcript.said
        and not reader.is_own
        and paper.kind == "text"
        and not reader.book.holds_any("opening", "title", "heading")
    ):
        bare = _Reader(replace(paper, bare=True))
        bare.read()
        reader = bare if bare.prose.transcript.said else reader
    return reader


def _heard(book: Book, said: Said, single: str | None) -> Heard:
    return Heard(
        text=said.text(book),
        hamlet=said.hamlet or (None if said.is_own else single),
        topic=said.topic,
        answer=said.answer_text(book),
        where=said.words[0].line.where if said.words else "",
        answered_by=said.answered_by,
        competence=said.competence,
        unit=said.unit,
        held_on=said.held_on,
        dialogue=said.dialogue,
    )


def _outside(paper: Paper, book: Book) -> list[str]:
    """The lines that hold no opinion or answer."""
    return [line.text for line in [*lines_of(paper.blocks), *paper.aside] if not book.holds(line, "opinion", "answer")]


def _day(paper: Paper, book: Book) -> date | None:
    lines = [line for line in lines_of(paper.blocks) if not book.holds(line, "opinion", "answer", "number")]
    own = [line for line in lines if not _ANOTHER_PAPER.search(flat(line.text)) or book.holds(line, "opening")]
    found = [(line, day) for line in own if (day := dates.find_day(line.text))]
    for roles in (("opening", "time"), ("title",), ("date",), ("intro", "present", "heading")):
        for line, day in found:
            if book.holds(line, *roles):
                return day[0]
    told = [
        day[0] for line, day in found if dates.tells_the_day(line.text) and not book.holds(line, "deadline", "document")
    ]
    return told[0] if told else None


def _single_hamlet(paper: Paper, book: Book) -> str | None:
    """The one hamlet that the title, the opening or the venue names: the dialogue was held there."""
    named: dict[str, str] = {}
    for line in lines_of(paper.blocks):
        if book.holds(line, "title", "opening", "venue", "place"):
            for hamlet in hamlets.all_in(line.text.replace(":", " ")):
                named.setdefault(hamlets.key(hamlet), " ".join(hamlet.split()))
    return next(iter(named.values())) if len(named) == 1 else None
