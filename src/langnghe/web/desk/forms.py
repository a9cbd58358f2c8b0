"""What the desk asks in its forms."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from langnghe.dialogues.rules import Kind
from langnghe.exchange.actions import Where
from langnghe.exchange.reading.gate import LARGEST
from langnghe.matters.actions import Choice
from langnghe.matters.rules import Competence
from langnghe.opinions.rules import Channel
from langnghe.web.days import DayField
from langnghe.web.desk import wording
from langnghe.web.wording import COMPETENCES, MEETINGS

if TYPE_CHECKING:
    from langnghe.places.models import Place

MEGABYTES = LARGEST // 2**20
_TYPED = [
    (channel, wording.CHANNELS[channel])
    for channel in (Channel.HALL, Channel.SLIP, Channel.HAMLET_HEAD, Channel.RECEPTION)
]


class WhereForm(forms.Form):
    """Which commune, which day: for papers that come before their dialogue is planned."""

    commune = forms.ChoiceField(label=_("Xã, phường"))
    held_on = DayField(label=_("Ngày đối thoại"))
    kind = forms.ChoiceField(label=_("Loại buổi, nếu chưa có trong lịch"), choices=list(MEETINGS.items()))

    def __init__(self, *facts: Any, communes: Iterable["Place"], **named: Any) -> None:
        super().__init__(*facts, **named)
        self.communes = {commune.code: commune for commune in communes}
        self.fields["commune"].choices = [(code, each.name) for code, each in self.communes.items()]  # type: ignore[attr-defined]

    @property
    def where(self) -> Where:
        said = self.cleaned_data
        return Where(self.communes[said["commune"]], said["held_on"], kind=Kind(said["kind"]))


class PaperForm(forms.Form):
    """Minutes or a register as a file."""

    paper = forms.FileField(
        label=_("Tệp biên bản hoặc sổ"),
        help_text=_("Word, Excel, CSV hoặc văn bản thường, đến %(n)s MB. Máy đọc xong thì xóa tệp, chỉ giữ lời bà con.")
        % {"n": MEGABYTES},
        widget=forms.FileInput(attrs={"accept": ".docx,.xlsx,.csv,.txt,.doc,.xls,.odt,.ods,.rtf"}),
    )


class PastedForm(forms.Form):
    """Minutes as text."""

    text = forms.CharField(
        label=_("Dán nội dung biên bản"),
        help_text=_("Chép từ Word, Zalo, thư điện tử… rồi dán vào đây. Máy tự tách từng ý kiến để ông/bà xem lại."),
        widget=forms.Textarea(attrs={"rows": 10, "lang": "vi"}),
    )


class TypedForm(forms.Form):
    """Opinions typed one a line."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    channel = forms.ChoiceField(label=_("Ý kiến đến từ đâu"), choices=_TYPED)
    hamlet = forms.ChoiceField(label=_("Thôn, tổ dân phố"), required=False)
    lines = forms.CharField(
        label=_("Mỗi dòng một ý kiến"),
        help_text=_("Ghi đúng lời bà con, dù nhỏ. Không ghi tên người nói."),
        widget=forms.Textarea(attrs={"rows": 8, "lang": "vi", "class": "spoken"}),
    )

    def __init__(self, *facts: Any, hamlets: Iterable["Place"], **named: Any) -> None:
        super().__init__(*facts, **named)
        self.hamlets = {hamlet.code: hamlet for hamlet in hamlets}
        self.fields["hamlet"].choices = [  # type: ignore[attr-defined]
            ("", gettext("Không rõ, hoặc nhiều thôn")),
            *((hamlet.code, hamlet.name) for hamlet in self.hamlets.values()),
        ]
        self.fields["key"].initial = uuid4
        if not self.hamlets:
            del self.fields["hamlet"]

    @property
    def chosen_hamlet(self) -> "Place | None":
        return self.hamlets.get(self.cleaned_data.get("hamlet", ""))

    @property
    def sent(self) -> UUID:
        """The key of this sending, the same however often it arrives."""
        key: UUID = self.cleaned_data["key"]
        return key


class AttendanceForm(forms.Form):
    """How many came: numbers only."""

    present = forms.IntegerField(label=_("Có mặt"), min_value=0, max_value=100_000)
    women = forms.IntegerField(label=_("Trong đó nữ"), required=False, min_value=0, max_value=100_000)
    invited = forms.IntegerField(label=_("Giấy mời"), required=False, min_value=0, max_value=100_000)


class WordsForm(forms.Form):
    """What was really said."""

    words = forms.CharField(
        label=_("Lời bà con"), widget=forms.Textarea(attrs={"rows": 4, "lang": "vi", "class": "spoken"})
    )


class PublicForm(forms.Form):
    """The text for everybody."""

    words = forms.CharField(
        label=_("Bản công khai"),
        help_text=_(
            "Ai cũng đọc được, trên bảng và giấy dán ở nhà sinh hoạt cộng đồng. Bỏ tên người, số điện thoại, địa chỉ."
        ),
        widget=forms.Textarea(attrs={"rows": 5, "lang": "vi", "class": "spoken"}),
    )
    is_checked = forms.BooleanField(label=_("Tôi đã kiểm tra: không còn thông tin riêng của ai"), required=False)


class ProcedureForm(forms.Form):
    """Which procedure of its own a held text belongs to."""

    procedure = forms.ChoiceField(label=_("Thủ tục"), choices=list(wording.PROCEDURES.items()))


class DecisionForm(forms.Form):
    """What a matter is about, who has it, by when."""

    topic = forms.ChoiceField(label=_("Lĩnh vực"))
    kind = forms.ChoiceField(label=_("Loại"))
    competence = forms.ChoiceField(label=_("Thẩm quyền"), choices=list(COMPETENCES.items()))
    unit = forms.CharField(label=_("Phòng, đơn vị chủ trì"), required=False, max_length=160)
    due_on = DayField(label=_("Hạn"), required=False)

    def __init__(self, *facts: Any, **named: Any) -> None:
        super().__init__(*facts, **named)
        self.fields["topic"].choices = wording.topics()  # type: ignore[attr-defined]
        self.fields["kind"].choices = wording.kinds()  # type: ignore[attr-defined]
        self.fields["unit"].widget.attrs["list"] = "units"

    @property
    def choice(self) -> Choice:
        said = self.cleaned_data
        due_on: date | None = said["due_on"]
        return Choice(said["topic"], said["kind"], Competence(said["competence"]), said["unit"], due_on)
