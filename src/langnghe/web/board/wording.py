"""The words of the board alone: what was sent on, and the lists behind the numbers."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENT: tuple[str, Promise | str] = ("refer", _("Đã chuyển nơi có thẩm quyền"))
"""A referral whose slip was issued: before that the commune has only said that it will send it."""
LISTS: dict[str, Promise | str] = {
    "all": _("Tất cả ý kiến"),
    "answered": _("Đã trả lời"),
    "waiting": _("Đang xem xét"),
    "late": _("Quá hạn"),
}
