"""The words of the pages for codes that several of them show, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from langnghe.answers.rules import Outcome
from langnghe.dialogues.rules import Kind
from langnghe.matters.rules import Competence

COMPETENCES: dict[str, Promise | str] = {
    Competence.COMMUNE: _("Xã, phường"),
    Competence.CITY: _("Thành phố"),
    Competence.BOTH: _("Xã, phường và thành phố"),
    Competence.CENTRAL: _("Trung ương"),
    Competence.UTILITY: _("Đơn vị ngành dọc, doanh nghiệp"),
    Competence.REDIRECT: _("Thủ tục khác"),
}
MEETINGS: dict[str, Promise | str] = {
    Kind.CONFERENCE: _("Hội nghị đối thoại"),
    Kind.WORKING_GROUP: _("Đoàn công tác làm việc với khu dân cư"),
    Kind.RECEPTION: _("Ngày tiếp công dân"),
    Kind.FIELD_VISIT: _("Thăm thực tế"),
}
OUTCOMES: dict[str, tuple[str, Promise | str]] = {
    Outcome.DONE: ("done", _("Đã làm")),
    Outcome.WILL_DO: ("calendar", _("Sẽ làm")),
    Outcome.PARTLY: ("circle-half", _("Làm được một phần")),
    Outcome.NOT_POSSIBLE: ("close", _("Chưa làm được")),
    Outcome.REFERRED: ("refer", _("Chuyển nơi có thẩm quyền")),
    Outcome.GUIDED: ("out", _("Hướng dẫn nơi khác")),
}
"""What becomes of a matter: its shape and its word."""
MARKS: dict[str, tuple[str, Promise | str]] = {
    "verified": ("done", _("đã đối chiếu văn bản")),
    "inferred": ("doing", _("suy ra từ văn bản")),
    "recollection": ("unconfirmed", _("chưa đối chiếu văn bản")),
    "house_default": ("waiting", _("mặc định của phần mềm, xã tự sửa")),
}
"""How sure a rule of the pack is: its shape and its word."""


def language() -> str:
    """Return the code of the language the page speaks."""
    return get_language() or "vi"
