# ruff: noqa: E501 long lines are papers' own
"""Papers made from a seed, and what a reader must find in them."""

import csv
import io
import unicodedata

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.exchange.corpus.maker import Maker, Sample
from tests.exchange.corpus.running_text import (
    prose_answers_apart,
    prose_auto,
    prose_changed,
    prose_continued,
    prose_grouped,
    prose_labelled,
    prose_named,
    prose_nested,
    prose_sentences,
    prose_topics,
)
from tests.exchange.corpus.tables import (
    columns,
    table_each_hamlet,
    table_group_rows,
    table_many_in_a_cell,
    table_merged_hamlet,
    table_plain,
    table_two,
    table_two_heads,
    value_of,
)

LAYOUTS = [
    table_plain, table_merged_hamlet, table_group_rows, table_two, table_two_heads, table_many_in_a_cell, table_each_hamlet,
    prose_labelled, prose_named, prose_grouped, prose_auto, prose_nested, prose_answers_apart, prose_sentences, prose_continued,
    prose_topics, prose_changed,
]  # fmt: skip


# Old encodings, decomposed letters, sheets


def decomposed(seed: int) -> Sample:
    """Minutes whose letters and marks are apart (NFD)."""
    maker = Maker(seed)
    layout = maker.random.choice([prose_labelled, table_plain, prose_grouped])
    line = maker.line
    maker.line = lambda text, **options: line(unicodedata.normalize("NFD", text), **options)  # type: ignore[method-assign]
    sample = maker.minutes(layout)
    sample.layout = f"nfd:{layout.__name__}"
    return sample


_TCVN3 = {}
for _small, _code in zip(
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ",
    bytes.fromhex(
        "b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbaecccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9aceaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfe"
    ),
    strict=True,
):
    _TCVN3[_small] = chr(_code)
_TCVN3 |= dict(zip("ĂÂÊÔƠƯĐ", "\xa1\xa2\xa3\xa4\xa5\xa6\xa7", strict=True))


def old_font(seed: int) -> Sample:
    """Minutes in .VnTime: TCVN3 letters; words in capitals are left as small letters would read."""
    maker = Maker(seed)
    layout = maker.random.choice([prose_labelled, table_plain, prose_grouped])
    maker.font = ".VnTime"
    line = maker.line

    def typed(text: str, **options: object) -> str:
        if any(letter.isupper() and not letter.isascii() and letter not in _TCVN3 for letter in text):
            maker.font = "Times New Roman"
            made = line(text, **options)
            maker.font = ".VnTime"
            return made
        return line("".join(_TCVN3.get(letter, letter) for letter in text), **options)

    maker.line = typed  # type: ignore[method-assign]
    sample = maker.minutes(layout)
    sample.layout = f"tcvn3:{layout.__name__}"
    return sample


def _rows(maker: Maker) -> list[list[str | int]]:
    kinds = columns(maker)
    rows: list[list[str | int]] = [[maker.head(kind) for kind in kinds]]
    for number, one in enumerate(maker.expected, 1):
        values: list[str | int] = [value_of(maker, kind, one, number) for kind in kinds]
        values[kinds.index("number")] = number
        rows.append(values)
    return rows


def register(seed: int) -> Sample:
    """An .xlsx register under a title, sometimes with merged hamlets."""
    maker = Maker(seed)
    rows = _rows(maker)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = maker.random.choice(["Tổng hợp", "Sheet1", "Biểu 01"])
    skip = maker.random.randint(0, 3)
    if skip:
        sheet.cell(1, 1, "BẢNG TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN XÃ MẪU")
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(rows[0]))
    for offset, row in enumerate(rows, skip + 1):
        for column, value in enumerate(row, 1):
            if value not in ("", "-"):
                sheet.cell(offset, column, value)
    if maker.random.random() < 0.5:
        _merge_hamlets(maker, sheet, rows, skip)
    buffer = io.BytesIO()
    book.save(buffer)
    return Sample("so.xlsx", buffer.getvalue(), maker.expected, "register", maker.names)


def _merge_hamlets(maker: Maker, sheet: Worksheet, rows: list[list[str | int]], skip: int) -> None:
    hamlets = [one.hamlet for one in maker.expected]
    column = next(index for index, head in enumerate(rows[1]) if head == hamlets[0]) + 1
    for hamlet, found in maker.by_hamlet():
        first = skip + 2 + hamlets.index(hamlet)
        last = first + len(found) - 1
        for row in range(first + 1, last + 1):
            sheet.cell(row, column).value = None
        if len(found) > 1 and maker.random.random() < 0.7:
            sheet.merge_cells(start_row=first, start_column=column, end_row=last, end_column=column)


def separated(seed: int) -> Sample:
    """A .csv register in one of the encodings and separators of real machines."""
    maker = Maker(seed)
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=maker.random.choice([",", ";", "\t"])).writerows(_rows(maker))
    encoding = maker.random.choice(["utf-8", "utf-8-sig", "utf-16", "cp1258"])
    text = buffer.getvalue()
    data = _cp1258(text) if encoding == "cp1258" else text.encode(encoding)
    return Sample("so.csv", data, maker.expected, f"csv:{encoding}", maker.names)


def _cp1258(text: str) -> bytes:
    result = b""
    for letter in text:
        try:
            result += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", letter)
            tone = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
            rest = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in tone))
            result += (rest + "".join(tone)).encode("cp1258", errors="replace")
    return result


def pasted(seed: int) -> Sample:
    """Text pasted from somewhere: no heading at all, only the list."""
    maker = Maker(seed)
    mark = maker.random.choice(["{n}. {h}: {t}", "- {h}: {t}", "{n}) Người dân {h}: {t}", "{h} - {t}"])
    lines = [
        mark.format(n=number, h=one.hamlet, t=maker.stop(one.text)) for number, one in enumerate(maker.expected, 1)
    ]
    for one in maker.expected:
        one.answer = ""
    return Sample("dan.txt", "\r\n".join(lines).encode(), maker.expected, "pasted")


def corpus(count: int = 320, seed: int = 2025) -> list[Sample]:
    """Return `count` papers; the same seed makes the same papers."""
    samples = []
    others = [decomposed, old_font, register, register, separated, pasted]
    for index in range(count):
        if index % 4 == 3:
            samples.append(others[(index // 4) % len(others)](seed + index))
        else:
            samples.append(Maker(seed + index).minutes(LAYOUTS[index % len(LAYOUTS)]))
    return samples
