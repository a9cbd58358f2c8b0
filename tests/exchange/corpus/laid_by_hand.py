"""Papers laid out by hand (the files of `by_hand/`), each in a way some ward office writes, and what must be found.

A line is a paragraph. "| a | b |" is a row of a table, "^" in a cell continues the cell above it, "<" the cell on its
left, "¶" parts paragraphs of one cell and "⏎" breaks a line inside a paragraph. "#", "##", "-#" in front let Word make
the mark.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.exchange.corpus import word
from tests.exchange.corpus.maker import Expected, Sample
from tests.exchange.corpus.word import Word, cell, paragraph, run

_LISTED = {
    "# ": ("decimal", 0),
    "## ": ("decimal", 1),
    "-# ": ("bullet", 0),
    "--# ": ("bullet", 1),
    "a# ": ("lowerLetter", 1),
}

FOLDER = Path(__file__).parent / "by_hand"
_PARTS = re.compile(r"(.*)\n=== paper\n(.*)\n=== must be found\n(.*)\n", re.DOTALL)


def _rows(lines: list[str]) -> str:
    grid = [[part.strip() for part in line.strip().strip("|").split("|")] for line in lines]
    rows = []
    for index, texts in enumerate(grid):
        cells = []
        for column, text in enumerate(texts):
            if text == "<":
                continue
            span = 1
            while column + span < len(texts) and texts[column + span] == "<":
                span += 1
            below = index + 1 < len(grid) and column < len(grid[index + 1]) and grid[index + 1][column] == "^"
            merge = "continue" if text == "^" else "restart" if below else ""
            paragraphs = [] if text in ("", "^") else [_line(part) for part in text.split("¶")]
            cells.append(cell(*paragraphs, span=span, merge=merge))
        rows.append(cells)
    return word.table(rows)


def _line(text: str) -> str:
    for sign, (listed, depth) in _LISTED.items():
        if text.startswith(sign):
            return paragraph(run(text[len(sign) :].replace("⏎", "\n")), listed=listed, depth=depth)
    return paragraph(run(text.replace("⏎", "\n")))


def _laid(text: str) -> bytes:
    paper = Word()
    rows: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            paper.add(_rows(rows))
            rows = []
        if line:
            paper.add(_line(line))
    return paper.bytes()


def _expected(lines: str) -> Iterator[Expected]:
    for line in lines.split("\n"):
        hamlet, text, answer, topic, *_ = [part.strip() for part in (line + " | | |").split("|")]
        yield Expected(text, hamlet or None, answer, topic or None)


def papers() -> list[Sample]:
    """Return every paper laid out by hand, with the names that stand in it."""
    samples = []
    for path in sorted(FOLDER.glob("*.txt")):
        parts = _PARTS.fullmatch(path.read_text("utf-8"))
        assert parts, path
        name, text, expected = parts.groups()
        names = sorted(
            set(re.findall(r"(?:\w+ )*Mẫu[a-zđăâêôơưáàảãạấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộúùủũụứừửữựýỳỷỹỵ]{2,}", text))
        )
        samples.append(Sample("bien-ban.docx", _laid(text), list(_expected(expected)), name, names))
    return samples
