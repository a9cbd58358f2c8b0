"""What every kind of paper becomes before anyone tries to understand it: lines and tables, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Mark:
    """A list mark: `kind` (roman, upper, number, letter, dash, plus, star, dot), its style, value and depth."""

    kind: str
    style: str
    value: int | None = None
    path: tuple[int, ...] = ()


@dataclass(eq=False)
class Line:
    """One line of a paper. `soft` continues the paragraph above it; `mark` was made by the word processor."""

    where: str
    text: str
    mark: Mark | None = None
    bold: bool = False
    centred: bool = False
    titled: bool = False
    soft: bool = False
    boxed: bool = False


@dataclass(eq=False)
class Cell:
    """One cell: its grid column, how many columns it spans, and whether it continues the cell above it."""

    column: int
    span: int = 1
    blocks: list["Line | Table"] = field(default_factory=list)
    continued: bool = False
    starts_merge: bool = False

    @property
    def lines(self) -> list[Line]:
        return [block for block in self.blocks if isinstance(block, Line)]

    @property
    def tables(self) -> list["Table"]:
        return [block for block in self.blocks if isinstance(block, Table)]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(eq=False)
class Table:
    """Rows of cells; cells merged sideways stand once with their span."""

    where: str
    rows: list[list[Cell]] = field(default_factory=list)
    sheet: str = ""

    @property
    def width(self) -> int:
        return max((cell.column + cell.span for row in self.rows for cell in row), default=0)


@dataclass(eq=False)
class Paper:
    """A paper's body in reading order, what stands aside (notes, heads, comments), and what was struck out."""

    kind: str
    blocks: list[Line | Table] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)
    struck: list[Line] = field(default_factory=list)
    bare: bool = False

    def lines(self) -> Iterator[Line]:
        """Yield every line of the paper, wherever it stands."""
        yield from lines_of(self.blocks)
        yield from self.aside
        yield from self.struck


def lines_of(blocks: "list[Line | Table]") -> Iterator[Line]:
    """Yield the lines of `blocks` and of the tables in them, in reading order."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from lines_of(cell.blocks)
