"""Papers of the fictional Xã Mẫu, and how the tests look at them."""

import io
import subprocess
import tempfile
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from docx import Document

from langnghe.documents import papers
from langnghe.documents.shapes import (
    ConsolidatedTable,
    Forwarded,
    GuidanceSlip,
    Head,
    Minutes,
    Paper,
    Said,
    Signature,
    TableRow,
)

EVENING = date(2026, 2, 5)
DRAFT, SAMPLE = "DỰ THẢO – chưa kiểm", "DỮ LIỆU MẪU"
TEXTS = (
    "Đường liên thôn xuống cấp, mùa mưa lầy lội, đề nghị xã sớm sửa chữa",
    "Thanh thiếu niên không có sân chơi, chưa có nhà văn hóa để sinh hoạt",
    "Rác để lâu bốc mùi, đề nghị thu gom đúng lịch",
    "Kênh mương sạt lở, nước không vào được ruộng",
    "Xin hỗ trợ bà con vùng gò đồi phát triển sản xuất",
)
ANSWER = "Xã sẽ kiểm tra và trả lời bà con"
HEAD = Head(issuer="Ủy ban nhân dân xã Mẫu", code="BB-UBND", place="Mẫu", on=EVENING)


def said(count: int) -> tuple[Said, ...]:
    """Return `count` opinions, each with a word of its own; every fourth was answered in the hall."""
    return tuple(
        Said(
            number=number,
            text=f"{TEXTS[number % len(TEXTS)]} (việc số {number:04})",
            topic="Hạ tầng",
            hamlet=f"Thôn {number % 22 + 1:02}",
            answer=ANSWER if number % 4 == 0 else "",
            answered_by="Chủ tịch Ủy ban nhân dân xã" if number % 8 == 0 else "",
        )
        for number in range(1, count + 1)
    )


def minutes(count: int = 6, **changes: object) -> Minutes:
    """Return the minutes of one evening with `count` opinions."""
    paper = Minutes(
        head=HEAD,
        draft=True,
        sample=True,
        title="Hội nghị đối thoại với Nhân dân năm 2026",
        held_on=EVENING,
        opened_at=time(19),
        closed_at=time(21, 15),
        venue="nhà sinh hoạt cộng đồng",
        chair="Chủ tịch Ủy ban nhân dân xã",
        secretary="Công chức Văn phòng",
        composition=("Đại biểu cấp ủy, Hội đồng nhân dân, Ủy ban nhân dân xã",),
        invited=120,
        present=87,
        report="Chủ trì thông báo tình hình và kết quả giải quyết kiến nghị kỳ trước.",
        opinions=said(count),
        forwarded=(Forwarded(number=2, to="Ủy ban nhân dân thành phố"),),
        conclusion="Giao Văn phòng tổng hợp, theo dõi, đôn đốc.",
        recipients=("Đảng ủy xã", "Lưu: VT"),
    )
    return replace(paper, **changes)


def table(count: int = 6, **changes: object) -> ConsolidatedTable:
    """Return a consolidated table of `count` rows."""
    rows = tuple(
        TableRow(
            number=one.number,
            code=f"{4821000 + one.number}",
            hamlet=one.hamlet,
            dialogue="Đối thoại 05/02/2026",
            text=one.text,
            times=1 + one.number % 3,
            topic=one.topic,
            competence="xã và thành phố",
            lead_unit="Phòng Kinh tế",
            answer=one.answer,
            deadline=date(2026, 3, 1),
            status="Đang giải quyết",
        )
        for one in said(count)
    )
    signatures = (Signature(role="Người tổng hợp"), Signature(role="Chủ tịch", authority="TM. Ủy ban nhân dân"))
    paper = ConsolidatedTable(
        head=HEAD, draft=True, sample=True, title="Ý kiến của Nhân dân", rows=rows, signatures=signatures
    )
    return replace(paper, **changes)


def guidance(**changes: object) -> GuidanceSlip:
    """Return a guidance slip for a complaint."""
    paper = GuidanceSlip(
        head=HEAD,
        draft=False,
        sample=True,
        title="Về việc thực hiện quyền khiếu nại",
        kind="khiếu nại",
        where=("Bộ phận tiếp công dân, trụ sở Ủy ban nhân dân xã",),
        bring=("Đơn khiếu nại", "Bản sao quyết định bị khiếu nại"),
        time_limit="90 ngày kể từ ngày nhận được quyết định.",
        basis=("Luật Khiếu nại",),
        signatures=(Signature(role="Người hướng dẫn"),),
    )
    return replace(paper, **changes)


def written(paper: Paper, form: str = "docx") -> bytes:
    """Return `paper` as bytes of `form`."""
    whole = io.BytesIO()
    papers.write(paper, whole, form)
    return whole.getvalue()


def words_in(document: bytes) -> list[str]:
    """Return every paragraph and cell of a .docx, in its order."""
    lines = []
    for block in Document(io.BytesIO(document)).iter_inner_content():
        if hasattr(block, "rows"):
            lines += [cell.text for row in block.rows for cell in row.cells]
        else:
            lines.append(block.text)
    return lines


def cells_in(document: bytes, heading: str) -> list[list[str]]:
    """Return the cells of the table whose first cell says `heading`."""
    tables = Document(io.BytesIO(document)).tables
    wanted = next(table for table in tables if table.rows[0].cells[0].text == heading)
    return [[cell.text for cell in row.cells] for row in wanted.rows]


def pages(printed: bytes) -> list[str]:
    """Return the text of each page of a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(printed)
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, timeout=60).stdout
    return text.decode().split("\f")[:-1]
