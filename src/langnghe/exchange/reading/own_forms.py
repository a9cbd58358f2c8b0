"""Our own papers, known by their forms word for word: minutes (F4), consolidated table (F6), register (F14).

In these forms each row is one opinion exactly as it stands: whatever a cell looks like, nothing in it is a list, a
label or an answer.
"""

import re
from itertools import pairwise

from langnghe.exchange.reading.blocks import Cell, Line, Paper, Table
from langnghe.exchange.reading.headings import Part
from langnghe.exchange.reading.words import count

_MINUTES = {
    "STT": "number",
    "Nội dung ý kiến, kiến nghị": "opinion",
    "Lĩnh vực": "topic",
    "Thôn/TDP": "hamlet",
    "Trả lời tại hội nghị": "answer",
}
_TABLE = {
    "STT / Mã ý kiến": "number and code",
    "Thôn, tổ dân phố; buổi đối thoại, ngày": "hamlet and dialogue",
    "Nội dung ý kiến, kiến nghị (số lượt nêu)": "opinion and count",
    "Lĩnh vực / nhóm vấn đề": "topic",
    "Thẩm quyền": "competence",
    "Đơn vị chủ trì; phối hợp": "unit and support",
    "Nội dung trả lời tại hội nghị": "answer",
    "Hướng giải quyết, cam kết": "direction",
    "Kinh phí dự kiến, nguồn": "money",
    "Thời hạn": "deadline",
    "Văn bản chuyển; văn bản trả lời (số, ngày)": "document",
    "Tình trạng": "status",
    "Xác nhận của người dân": "confirmation",
    "Ghi chú": "note",
}
_TABLE_SHEET = {
    "STT": "number",
    "Mã ý kiến": "code",
    "Thôn, tổ dân phố": "hamlet",
    "Buổi đối thoại, ngày": "dialogue",
    "Nội dung ý kiến, kiến nghị": "opinion",
    "Số lượt nêu": "count",
    "Lĩnh vực / nhóm vấn đề": "topic",
    "Thẩm quyền": "competence",
    "Đơn vị chủ trì": "unit",
    "Đơn vị phối hợp": "support",
    "Nội dung trả lời tại hội nghị": "answer",
    "Hướng giải quyết, cam kết": "direction",
    "Kinh phí dự kiến, nguồn": "money",
    "Thời hạn": "deadline",
    "Văn bản chuyển (số, ngày)": "document",
    "Văn bản trả lời (số, ngày)": "document",
    "Tình trạng": "status",
    "Xác nhận của người dân": "confirmation",
    "Ghi chú": "note",
}
_REGISTER = {
    "Mã ý kiến": "code",
    "Ngày": "date",
    "Thôn/TDP": "hamlet",
    "Nội dung ý kiến, kiến nghị": "opinion",
    "Lĩnh vực": "topic",
    "Đơn vị": "unit",
    "Hạn": "deadline",
    "Ngày trả lời": "answered",
    "Hạn kéo dài; lý do": "extension",
    "Xác nhận của người dân": "confirmation",
}
_REGISTER_SHEET = {
    "Mã ý kiến": "code",
    "Ngày": "date",
    "Thôn, tổ dân phố": "hamlet",
    "Nội dung ý kiến, kiến nghị": "opinion",
    "Lĩnh vực": "topic",
    "Đơn vị": "unit",
    "Hạn": "deadline",
    "Ngày trả lời": "answered",
    "Hạn kéo dài": "extension",
    "Lý do kéo dài": "extension",
    "Xác nhận của người dân": "confirmation",
}
_FORMS = {tuple(form): tuple(form.values()) for form in (_MINUTES, _TABLE, _TABLE_SHEET, _REGISTER, _REGISTER_SHEET)}
_OPINIONS = "Ý kiến, kiến nghị của Nhân dân:"
_ANSWERS = "Trả lời, giải trình trực tiếp:"
_FORWARDED = "Nội dung tiếp thu, chuyển cấp trên:"
_CONCLUSION = "Kết luận của chủ trì:"
_PARTS = {
    _OPINIONS: Part.OPINIONS,
    _ANSWERS: Part.ANSWERS,
    _FORWARDED: Part.CONCLUSION,
    _CONCLUSION: Part.CONCLUSION,
}
_SHEETS = ("BẢNG TỔNG HỢP", "SỔ THEO DÕI")
_KINDS = ("BIÊN BẢN", *_SHEETS)
_COUNTS_NONE = re.compile(r"(?:Bảng|Sổ) này có 0 (?:nội dung )?ý kiến, kiến nghị\.")
_NUMBERED = re.compile(r"\d\. ")


def columns(table: Table) -> tuple[str, ...] | None:
    """Return what each column of one of our own tables holds, or None when the table is none of ours."""
    return _FORMS.get(_texts(table.rows[0])) if table.rows else None


def is_head(row: list[Cell]) -> bool:
    """Whether a row repeats the head of one of our tables."""
    return _texts(row) in _FORMS


def _texts(row: list[Cell]) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.split()) for cell in row)


def are_in(paper: Paper) -> bool:
    """Whether `paper` is one of ours from its head to its end, and not somebody's who took over a table of ours."""
    lines = [block for block in paper.blocks if isinstance(block, Line)]
    tables = (block for block in paper.blocks if isinstance(block, Table))
    is_form = any(line.text in _SHEETS or _section(line) == _OPINIONS for line in lines)
    return is_form and (any(map(columns, tables)) or _is_empty_minutes(lines) or _is_empty_sheet(lines))


def _is_empty_minutes(lines: list[Line]) -> bool:
    """A form printed for the pen has its sections; as soon as somebody typed into them it is read as anybody's."""
    sections = [_section(line) for line in lines]
    return (_OPINIONS, _ANSWERS) in pairwise(sections) and _CONCLUSION in sections


def _is_empty_sheet(lines: list[Line]) -> bool:
    return any(_COUNTS_NONE.fullmatch(line.text) for line in lines)


def part(line: Line) -> Part | None:
    """Return the part that a section's heading of our minutes opens."""
    return _PARTS.get(_section(line) or "")


def is_conclusion(line: Line) -> bool:
    """Whether `line` is the heading of what the chair concluded."""
    return _section(line) == _CONCLUSION


def is_kind(line: Line) -> bool:
    """Whether `line` is the name of one of our kinds of paper; what the paper is about stands below it."""
    return line.text in _KINDS


def _section(line: Line) -> str | None:
    """Return the heading without its number, and without the dots where nothing is to be written."""
    numbered = _NUMBERED.match(line.text)
    if not numbered:
        return None
    text = line.text[numbered.end() :]
    head = text[: text.find(":") + 1]
    return head if head and not count(text[len(head) :]) else None
