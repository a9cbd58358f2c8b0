"""The words the desk uses for codes, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from langnghe.dialogues.rules import Kind
from langnghe.matters.rules import Competence
from langnghe.matters.suggesting import current_pack
from langnghe.opinions.rules import Channel, Procedure

COMPETENCES: dict[str, Promise | str] = {
    Competence.COMMUNE: _("Xã, phường"),
    Competence.CITY: _("Thành phố"),
    Competence.BOTH: _("Xã, phường và thành phố"),
    Competence.CENTRAL: _("Trung ương"),
    Competence.UTILITY: _("Đơn vị ngành dọc, doanh nghiệp"),
    Competence.REDIRECT: _("Thủ tục khác"),
}
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
MEETINGS: dict[str, Promise | str] = {
    Kind.CONFERENCE: _("Hội nghị đối thoại"),
    Kind.WORKING_GROUP: _("Đoàn công tác làm việc với khu dân cư"),
    Kind.RECEPTION: _("Ngày tiếp công dân"),
    Kind.FIELD_VISIT: _("Thăm thực tế"),
}
MARKS: dict[str, Promise | str] = {
    "verified": _("đã đối chiếu văn bản"),
    "inferred": _("suy ra từ văn bản"),
    "recollection": _("chưa đối chiếu văn bản"),
    "house_default": _("mặc định của phần mềm, xã tự sửa"),
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
    return topic.name(_language()) if topic else code or ""


def topics() -> list[tuple[str, str]]:
    """Return the pack's topics as choices."""
    return [(topic.code, topic.name(_language())) for topic in current_pack().topics]


def kind_name(code: str | None) -> str:
    """Return what a kind of opinion is called."""
    kind = current_pack().kind(code or "")
    return kind.name(_language()) if kind else code or ""


def kinds() -> list[tuple[str, str]]:
    """Return the pack's kinds that may stand in the register as choices."""
    return [(kind.code, kind.name(_language())) for kind in current_pack().kinds if not kind.is_guided]


def units() -> list[str]:
    """Return the units that lead somewhere by the pack's rules, by name."""
    return sorted({unit for rule in current_pack().competence for _kind, unit in rule.units if unit})


def _language() -> str:
    return get_language() or "vi"
