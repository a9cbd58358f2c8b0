"""The words only the desk uses for codes, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from langnghe.matters.suggesting import current_pack
from langnghe.opinions.rules import Channel, Procedure
from langnghe.web.wording import language

CHANNELS: dict[str, Promise | str] = {
    Channel.HALL: _("Nói tại hội nghị"),
    Channel.SLIP: _("Phiếu ý kiến"),
    Channel.HAMLET_HEAD: _("Trưởng thôn, tổ trưởng gom giúp"),
    Channel.RECEPTION: _("Ngày tiếp công dân"),
    Channel.PASTED: _("Dán vào"),
    Channel.IMPORTED: _("Biên bản, sổ có sẵn"),
}
PROCEDURES: dict[str, Promise | str] = {
    Procedure.COMPLAINT: _("Khiếu nại"),
    Procedure.DENUNCIATION: _("Tố cáo"),
    Procedure.CRIME_TIP: _("Tố giác tội phạm"),
    Procedure.PRIVATE_DISPUTE: _("Tranh chấp riêng"),
}
FINDINGS: dict[str, Promise | str] = {
    "phone": _("số điện thoại"),
    "id_number": _("số giấy tờ"),
    "plate": _("biển số xe"),
    "account": _("số tài khoản"),
    "email": _("địa chỉ thư điện tử"),
    "address": _("địa chỉ"),
    "person": _("tên người"),
    "initials": _("tên viết tắt"),
}


def topic_name(code: str | None) -> str:
    """Return what a topic is called; the code itself where the pack does not have it."""
    topic = current_pack().topic(code or "")
    return topic.name(language()) if topic else code or ""


def topics() -> list[tuple[str, str]]:
    """Return the pack's topics as choices."""
    return [(topic.code, topic.name(language())) for topic in current_pack().topics]


def kind_name(code: str | None) -> str:
    """Return what a kind of opinion is called."""
    kind = current_pack().kind(code or "")
    return kind.name(language()) if kind else code or ""


def kinds() -> list[tuple[str, str]]:
    """Return the pack's kinds that may stand in the register as choices."""
    return [(kind.code, kind.name(language())) for kind in current_pack().kinds if not kind.is_guided]


def units() -> list[str]:
    """Return the units that lead somewhere by the pack's rules, by name."""
    return sorted({unit for rule in current_pack().competence for _kind, unit in rule.units if unit})
