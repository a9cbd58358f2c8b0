"""The consolidated table (F6) and the register (F14) as workbooks: one column for each fact, to sort and to filter."""

from collections.abc import Iterable
from typing import BinaryIO

from langnghe.documents import layouts, lists
from langnghe.documents.shapes import ConsolidatedTable, Register, RegisterRow, TableRow
from langnghe.documents.workbook import Cell, Column, Sheet

COLUMNS = [
    Column("STT", 6),
    Column("Mã ý kiến", 16),
    Column("Thôn, tổ dân phố", 16),
    Column("Buổi đối thoại, ngày", 20),
    Column("Nội dung ý kiến, kiến nghị", 56),
    Column("Số lượt nêu", 8),
    Column("Lĩnh vực / nhóm vấn đề", 18),
    Column("Thẩm quyền", 14),
    Column("Đơn vị chủ trì", 22),
    Column("Đơn vị phối hợp", 22),
    Column("Nội dung trả lời tại hội nghị", 40),
    Column("Hướng giải quyết, cam kết", 32),
    Column("Kinh phí dự kiến, nguồn", 18),
    Column("Thời hạn", 12),
    Column("Văn bản chuyển (số, ngày)", 18),
    Column("Văn bản trả lời (số, ngày)", 18),
    Column("Tình trạng", 18),
    Column("Xác nhận của người dân", 16),
    Column("Ghi chú", 20),
]


REGISTER = [
    Column("Mã ý kiến", 16),
    Column("Ngày", 12),
    Column("Thôn, tổ dân phố", 16),
    Column("Nội dung ý kiến, kiến nghị", 56),
    Column("Lĩnh vực", 18),
    Column("Đơn vị", 22),
    Column("Hạn", 12),
    Column("Ngày trả lời", 12),
    Column("Hạn kéo dài", 12),
    Column("Lý do kéo dài", 32),
    Column("Xác nhận của người dân", 18),
]


def write(paper: ConsolidatedTable | Register, target: BinaryIO) -> None:
    """Write `paper` as .xlsx; its marks stand above the rows and on each printed page."""
    header = layouts.layout(paper.head.profile).header
    draft = header.draft_mark(draft=paper.draft, checked=paper.checked)
    marks = [mark for mark in (draft, header.sample if paper.sample else "") if mark]
    rows: Iterable[list[Cell]]
    if isinstance(paper, Register):
        name, columns, rows = "Sổ theo dõi", REGISTER, map(_register_cells, paper.rows)
    else:
        name, columns, rows = "Bảng tổng hợp", COLUMNS, map(_cells, paper.rows)
    above = (*marks, paper.head.issuer.upper(), name.upper(), paper.title)
    sheet = Sheet(name=name, above=above, mark="   ".join(marks), on=paper.head.on)
    lists.write(columns, rows, "xlsx", sheet, target)


def _register_cells(row: RegisterRow) -> list[Cell]:
    return [
        row.code,
        row.on,
        row.hamlet,
        row.text,
        row.topic,
        row.unit,
        row.deadline,
        row.answered_on,
        row.extended_to,
        row.extension_reason,
        row.confirmation,
    ]


def _cells(row: TableRow) -> list[Cell]:
    return [
        row.number,
        row.code,
        row.hamlet,
        row.dialogue,
        row.text,
        row.times,
        row.topic,
        row.competence,
        row.lead_unit,
        row.supporting_units,
        row.answer,
        row.direction,
        row.budget,
        row.deadline,
        row.forwarded_by,
        row.replied_by,
        row.status,
        row.confirmation,
        row.note,
    ]
