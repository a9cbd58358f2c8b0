"""A paper as it came, row by row, and what the reader took each part for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from langnghe.exchange.rules import row_of

if TYPE_CHECKING:
    from uuid import UUID

    from langnghe.exchange.models import Piece

FIELDS: dict[str, Promise | str] = {
    "issuer": _("Cơ quan ra giấy"),
    "motto": _("Quốc hiệu"),
    "title": _("Tên giấy"),
    "opening": _("Mở đầu"),
    "intro": _("Mở đầu"),
    "chair": _("Chủ trì"),
    "secretary": _("Thư ký"),
    "venue": _("Địa điểm"),
    "attendance": _("Người dự"),
    "present": _("Người dự"),
    "invited": _("Người dự"),
    "women": _("Người dự"),
    "heading": _("Đề mục"),
    "label": _("Lời dẫn"),
    "number": _("Số thứ tự"),
    "hamlet": _("Thôn, tổ dân phố"),
    "topic": _("Lĩnh vực"),
    "competence": _("Thẩm quyền"),
    "unit": _("Phòng, đơn vị"),
    "closing": _("Kết thúc"),
    "signature": _("Chỗ ký"),
    "speaker": _("Tên người nói"),
    "draft": _("Dấu dự thảo"),
    "forwarded": _("Chuyển cấp trên"),
    "answerer": _("Người trả lời"),
    "conclusion": _("Kết luận"),
    "recipients": _("Nơi nhận"),
}


@dataclass
class Row:
    """One paragraph, or one row of a table. `role` is opinion, field or unread."""

    role: str
    pieces: "list[Piece]"
    opinions: list[Any] = field(default_factory=list)

    @property
    def word(self) -> str:
        """What it was taken for, in words."""
        if self.role == "unread":
            return gettext("Chưa hiểu")
        if self.role == "opinion":
            numbers = ", ".join(str(each.number) for each in self.opinions)
            return gettext("Ý kiến %(n)s") % {"n": numbers} if numbers else gettext("Ý kiến")
        return str(FIELDS.get(self.pieces[0].name, _("Phần khác")))

    @property
    def is_hidden(self) -> bool:
        """Whether something here may not be shown: held until a person decides, or erased."""
        return self.role == "opinion" and len(self.opinions) < sum(each.role == "opinion" for each in self.pieces)

    @property
    def fields(self) -> list[tuple[str, str]]:
        """What is known here: the name and the words of each field. A speaker's name is not kept."""
        not_kept = gettext("tên người nói: không lưu")
        known = [each for each in self.pieces if each.role == "field"]
        return [(each.name, not_kept if each.name == "speaker" else each.words) for each in known]


def rows(pieces: "Iterable[Piece]", spoken: "Mapping[UUID, Any]") -> list[Row]:
    """Return a paper's pieces by rows; `spoken` are the opinions that may be shown, by key."""
    found = []
    for _place, group in groupby(pieces, key=_row_of):
        together = list(group)
        role = next((role for role in ("unread", "opinion") if any(each.role == role for each in together)), "field")
        keys = [each.opinion_key for each in together if each.opinion_key]
        found.append(Row(role, together, [spoken[key] for key in keys if key in spoken]))
    return found


def _row_of(piece: "Piece") -> tuple[str, int]:
    """Return what the pieces of one row share; what was not understood stands alone."""
    return row_of(piece.where), piece.number if piece.role == "unread" else 0
