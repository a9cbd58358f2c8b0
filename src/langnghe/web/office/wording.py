"""The words only the office uses for codes, in the reader's language."""

from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from langnghe.people.rules import Role, Verb

ROLES: dict[str, Promise | str] = {
    Role.SECRETARY: _("Thư ký"),
    Role.DESK: _("Cán bộ văn phòng"),
    Role.UNIT: _("Cán bộ phòng chuyên môn"),
    Role.CHAIR: _("Lãnh đạo xã, phường"),
    Role.CITY: _("Cán bộ thành phố"),
    Role.FRONT: _("Mặt trận"),
    Role.ADMINISTRATOR: _("Quản trị"),
}
WORK: dict[str, Promise | str] = {
    Role.SECRETARY: _("ghi ý kiến ở hội nghị, đọc biên bản"),
    Role.DESK: _("phân loại, soạn bản công khai, lập kế hoạch"),
    Role.UNIT: _("xem và giải quyết việc của phòng mình"),
    Role.CHAIR: _("quyết định, cho công khai"),
    Role.CITY: _("xem nơi nào đã được lắng nghe"),
    Role.FRONT: _("giám sát, đọc sổ ý kiến"),
    Role.ADMINISTRATOR: _("giữ địa bàn và giao quyền cho cán bộ"),
}
VERBS: dict[str, Promise | str] = {
    Verb.PLAN: _("lập đợt đối thoại, lên lịch hội nghị"),
    Verb.HEAR: _("ghi ý kiến, đưa biên bản vào"),
    Verb.READ: _("đọc sổ ý kiến"),
    Verb.TRIAGE: _("xét các lời bị giữ lại"),
    Verb.CONFIRM: _("xác nhận ý kiến vào sổ"),
    Verb.PUBLISH: _("cho công khai"),
    Verb.DECIDE: _("ghép việc giống nhau; quyết định lĩnh vực, thẩm quyền, hạn"),
    Verb.DRAFT: _("soạn câu trả lời"),
    Verb.RELEASE: _("duyệt câu trả lời"),
    Verb.ISSUE: _("ban hành giấy tờ, ghi nơi niêm yết"),
    Verb.SEE_UNIT: _("xem việc của phòng"),
    Verb.SEE_COVERAGE: _("xem nơi nào đã được lắng nghe"),
    Verb.MAP: _("sửa địa bàn"),
    Verb.APPOINT: _("thêm cán bộ, giao quyền"),
}
STATES: dict[str, tuple[str, Promise | str]] = {
    "unplanned": ("waiting", _("Chưa có lịch")),
    "planned": ("planned", _("Đã lên lịch")),
    "held": ("doing", _("Đã họp, chờ xác nhận")),
    "minuted": ("open", _("Đã vào sổ")),
    "answered": ("done", _("Đã trả lời hết")),
    "called-off": ("aside", _("Đã hủy")),
}
PLANNED_ANEW: dict[str, Promise | str] = {
    "held_on": _("Ngày"),
    "starts_at": _("Giờ"),
    "venue": _("Địa điểm"),
    "chair": _("Chủ trì"),
    "secretary": _("Thư ký"),
    "hamlets": _("Thôn, tổ dân phố"),
    "kind": _("Loại buổi"),
    "campaign": _("Đợt đối thoại"),
    "group": _("Đoàn công tác"),
    "request": _("Yêu cầu của cử tri"),
}
"""What may change in the plan of a dialogue."""


def stands(state: str, held_on: date | None, *, today: date) -> tuple[str, Promise | str]:
    """Return the shape and the word for how a dialogue stands; one whose day has passed without minutes is late."""
    if state == "planned" and held_on and held_on < today:
        return "late", _("Quá ngày, chưa có biên bản")
    return STATES[state]


def last_day(valid_to: date | None) -> date | None:
    """Return the last day on which something holds that no longer does on `valid_to`."""
    return valid_to - timedelta(days=1) if valid_to else None
