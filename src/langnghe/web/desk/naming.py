"""What the files of papers are called: letters without marks, so that every machine keeps them."""

import re
from datetime import date
from typing import TYPE_CHECKING

from langnghe.language.folding import fold
from langnghe.papers.rules import Kind

if TYPE_CHECKING:
    from langnghe.papers.models import Issued
    from langnghe.web.desk.outgoing.paper import Outgoing

STEMS: dict[str, str] = {
    Kind.PLAN: "ke-hoach-doi-thoai",
    Kind.NOTICE: "thong-bao-doi-thoai",
    Kind.INVITATION: "giay-moi",
    Kind.MINUTES: "bien-ban",
    Kind.TABLE: "bang-tong-hop",
    Kind.RESULT: "thong-bao-ket-qua",
    Kind.REGISTER: "so-theo-doi",
    Kind.REFERRAL: "phieu-chuyen",
    Kind.REPLY: "van-ban-tra-loi",
}
_OTHER = re.compile(r"[^a-z0-9]+")


def issued_name(paper: "Issued") -> str:
    """Return the name of an issued paper's file: "50-tb-ubnd-2025-thong-bao-ket-qua-thon-05.docx"."""
    hamlet = paper.hamlet.name if paper.hamlet else ""
    return f"{_plain(f'{paper.number:02}', paper.symbol, paper.year, STEMS[paper.kind], hamlet)}.{paper.form}"


def draft_name(this: "Outgoing", on: date) -> str:
    """Return the name of a draft's file, without its ending."""
    return f"du-thao-{_plain(STEMS[this.kind], this.commune.name, on.isoformat())}"


def _plain(*parts: object) -> str:
    return _OTHER.sub("-", fold(" ".join(map(str, parts)))).strip("-")
