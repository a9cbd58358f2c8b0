"""Tables too long for an office program, typeset by typst: the same head, columns, marks and signatures, in seconds.

Everything a paper says reaches the typesetter as data (JSON), never as markup.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from langnghe.documents import layouts, press
from langnghe.documents.blocks import Column
from langnghe.documents.forms import sheets
from langnghe.documents.layouts import HeadLine, Layout
from langnghe.documents.shapes import ConsolidatedTable, Register, Signature
from langnghe.documents.typesetting import fits, said
from langnghe.documents.words import words_of

LONG = 200  # rows, above which an office program takes more than ten seconds
PART = 1_000  # rows that are laid out at once
FONT = "Tinos"  # as wide as Times New Roman, letter by letter
SHEET = layouts.FOLDER / "sheet.typ"

_CELL, _ROW = "\x1f", "\x1e"  # no text holds these once it is legible
_PADDING = 0.8  # millimetres at each side of a cell
_POINT = 25.4 / 72
_WORD = re.compile(r"\S{6,}")


def pdf(paper: ConsolidatedTable | Register, kind: str) -> bytes:
    """Return `paper` as PDF; the same bytes each time. Raises Refused: "print-failed"."""
    layout = layouts.layout(paper.head.profile)
    words = words_of(paper, layout)
    data = {
        "title": paper.title,
        "kind": sheets.NAMES[kind],
        "counted": said(sheets.COUNTED[kind], words),
        **_look(layout, words),
        **_table(paper, sheets.COLUMNS[kind], layout),
        **_end(words),
    }
    return press.pdf(SHEET, json.dumps(data), on=paper.head.on)


def _look(layout: Layout, words: Mapping[str, object]) -> dict[str, Any]:
    """Return the page, the styles, the marks of each page and the head."""
    return {
        "font": FONT,
        "page": asdict(layout.page.turned()),
        "styles": {name: asdict(style) for name, style in layout.styles.items()},
        "marks": {"draft": words["draft_mark"], "sample": words["sample_mark"], "size": layout.header.mark_size},
        "left_share": layout.left_share,
        "subject_rule": layout.subject_rule,
        "head": [[list(_lines(side, words)) for side in (row.left, row.right)] for row in layout.head],
    }


def _lines(side: tuple[HeadLine, ...], words: Mapping[str, object]) -> Iterator[dict[str, object]]:
    for line in side:
        if not line.when or said(f"{{{{ {line.when} }}}}", words):
            yield {"style": line.style, "words": said(line.text, words), "rule": line.rule}


def _table(paper: ConsolidatedTable | Register, columns: list[Column], layout: Layout) -> dict[str, Any]:
    """Return the columns, and the cells of each part; `tall` are the places of those that may run on over the page."""
    template = _CELL.join(column.text for column in columns)
    filled = said(f"{{% for row in rows %}}{template}{_ROW}{{% endfor %}}", {"rows": paper.rows}).split(_ROW)
    measure = layout.page.turned().measure
    em = layout.styles["small_cell"].size * _POINT
    shares = sum(column.share for column in columns)
    rooms = [(measure * column.share / shares - 2 * _PADDING) / em for column in columns]
    parts = []
    for first in range(0, len(paper.rows), PART):
        rows = paper.rows[first : first + PART]
        cells = [
            _breakable(text, room)
            for line in filled[first : first + len(rows)]
            for text, room in zip(line.split(_CELL), rooms, strict=True)
        ]
        tall = [number * len(columns) + place for number in _tall(rows) for place in range(len(columns))]
        parts.append({"cells": cells, "tall": tall})
    return {"columns": [asdict(column) for column in columns], "parts": parts, "padding": _PADDING}


def _tall(rows: Sequence[object]) -> list[int]:
    return [number for number, row in enumerate(rows) if not fits(row)]


def _breakable(text: str, room: float) -> str:
    """Return `text` so that a word too wide for its cell, `room` ems, breaks anywhere in it."""
    return _WORD.sub(lambda word: "\u200b".join(word[0]) if _width(word[0]) > room else word[0], text)


def _width(word: str) -> float:
    """Return how wide a word is at most, in ems of a serif."""
    return sum(0.5 if letter.islower() or letter.isdigit() else 0.8 for letter in word)


def _end(words: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stands beneath the table: who signs, and who receives it."""
    receivers = said(
        "{% for line in recipients %}- {{ line }}{{ '.' if loop.last else ';\n' }}{% endfor %}", words
    ).splitlines()
    return {"signatures": [_place(signature) for signature in words["signatures"]], "recipients": receivers}


def _place(signature: Signature) -> dict[str, object]:
    above = [*signature.authority.splitlines(), signature.role]
    return {"above": [line.upper() for line in above], "name": signature.name}
