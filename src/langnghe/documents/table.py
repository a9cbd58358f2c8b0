"""The consolidated table as a workbook: form F6 with one column for each fact, to sort and to filter."""

from typing import BinaryIO

from langnghe.documents import layouts, lists
from langnghe.documents.shapes import ConsolidatedTable, TableRow
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


def write(paper: ConsolidatedTable, target: BinaryIO) -> None:
    """Write `paper` as .xlsx; its marks stand above the rows and on each printed page."""
    header = layouts.layout(paper.head.profile).header
    draft = header.draft_mark(draft=paper.draft, checked=paper.checked)
    marks = [mark for mark in (draft, header.sample if paper.sample else "") if mark]
    above = (*marks, paper.head.issuer.upper(), "BẢNG TỔNG HỢP", paper.title)
    sheet = Sheet(name="Bảng tổng hợp", above=above, mark="   ".join(marks), on=paper.head.on)
    lists.write(COLUMNS, map(_cells, paper.rows), "xlsx", sheet, target)


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
