"""What the desk asks before a paper is issued: its number, who signs, where it hangs, and what only its kind needs."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from langnghe.documents.office import find
from langnghe.language.personal_data import personal_data
from langnghe.papers.rules import SYMBOLS, Kind
from langnghe.refusals import Refused
from langnghe.web.days import DayField
from langnghe.web.refusals import sentence

if TYPE_CHECKING:
    from langnghe.people.models import Mandate

MOST_PLACES = 12


class IssueForm(forms.Form):
    """What every issued paper has. A subclass names the fields that belong to what the paper says, in `own`."""

    own: ClassVar[tuple[str, ...]] = ()

    number = forms.IntegerField(label=_("Số"), min_value=1, max_value=99_999)
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=24)
    on = DayField(label=_("Ngày ban hành"))
    signatory = forms.ChoiceField(label=_("Người ký"))
    form = forms.ChoiceField(label=_("Dạng tệp"))

    def __init__(
        self, *facts: Any, kind: Kind, signatories: Sequence["Mandate"], where: Sequence[str], **named: Any
    ) -> None:
        super().__init__(*facts, **named)
        self.signatories = {str(mandate.pk): mandate for mandate in signatories}
        self._offer("signatory", [(key, signed_as(mandate)) for key, mandate in self.signatories.items()])
        self.has_printer = _has_printer()
        self._offer("form", [("docx", "Word (DOCX)"), *([("pdf", "PDF")] if self.has_printer else [])])
        self.fields["symbol"].initial = SYMBOLS[kind]
        self.fields["form"].initial = "docx"
        self.places = self._ask_where(where)

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def _ask_where(self, where: Sequence[str]) -> int:
        """Add a line for each place where the paper may hang, and one for another place; return how many there are."""
        places = [*where[: MOST_PLACES - 1], ""]
        for number, place in enumerate(places):
            label = _("Nơi niêm yết, đọc loa hoặc gửi")
            self.fields[f"where-{number}"] = forms.CharField(
                label=label, initial=place, required=False, max_length=200, widget=forms.TextInput({"lang": "vi"})
            )
            self.fields[f"posted-{number}"] = DayField(label=_("Ngày đã làm"), required=False)
        return len(places)

    @property
    def lines(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The lines of where the paper hangs."""
        return [(self[f"where-{number}"], self[f"posted-{number}"]) for number in range(self.places)]

    @property
    def asked(self) -> list[forms.BoundField]:
        """What only this kind of paper needs."""
        return [self[name] for name in self.own]

    @property
    def numbering(self) -> list[forms.BoundField]:
        """What every paper needs."""
        return [self[name] for name in ("number", "symbol", "on", "signatory", "form")]

    @property
    def said(self) -> dict[str, Any]:
        """What the paper itself says, as typed; what makes no sense is left out, and a draft can still be shown."""
        if not self.is_bound:
            return {name: self.get_initial_for_field(self.fields[name], name) for name in self.own}
        return {name: self.cleaned_data[name] for name in self.own if name in self.cleaned_data}

    @property
    def signing(self) -> "Mandate":
        """The mandate that was chosen."""
        return self.signatories[self.cleaned_data["signatory"]]

    @property
    def postings(self) -> tuple[tuple[str, date], ...]:
        """Where it hangs since when: a line without a day is not done yet."""
        said = self.cleaned_data
        lines = ((said[f"where-{number}"], said[f"posted-{number}"]) for number in range(self.places))
        return tuple((where, on) for where, on in lines if on)


class LinesField(forms.CharField):
    """Several lines; what comes of it is a tuple, without those that say nothing."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": 3, "lang": "vi"}), **facts)

    def clean(self, value: Any) -> Any:
        return tuple(line for each in super().clean(value).splitlines() if (line := each.strip()))

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, tuple) else value


class PlanForm(IssueForm):
    own = ("costs",)

    costs = LinesField(
        label=_("Kinh phí"), help_text=_("Mỗi dòng một ý; để trống thì trong giấy là dấu chấm."), required=False
    )


class NoticeForm(IssueForm):
    own = ("dialogues",)

    dialogues = forms.MultipleChoiceField(label=_("Thông báo cho những buổi nào"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *facts: Any, coming: Mapping[str, str], **named: Any) -> None:
        super().__init__(*facts, **named)
        self._offer("dialogues", list(coming.items()))


class InvitationForm(IssueForm):
    own = ("to",)

    to = LinesField(
        label=_("Kính gửi"), help_text=_("Mỗi dòng một cơ quan, tổ chức hoặc chức vụ. Không ghi tên người dân.")
    )


class RegisterForm(IssueForm):
    own = ("since", "until")

    since = DayField(label=_("Từ ngày"))
    until = DayField(label=_("Đến ngày"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("since") and said.get("until") and said["until"] < said["since"]:
            self.add_error("until", sentence(Refused("ends-before-it-begins")))
        return said


class ReferralForm(IssueForm):
    own = ("to", "reason", "reply_by")

    to = forms.CharField(label=_("Chuyển đến"), max_length=200, widget=forms.TextInput({"lang": "vi"}))
    reason = forms.CharField(
        label=_("Vì sao chuyển"),
        help_text=_("Vì sao xã, phường không tự quyết được. Không nêu ai đã nói."),
        widget=forms.Textarea({"rows": 3, "lang": "vi"}),
    )
    reply_by = DayField(label=_("Đề nghị trả lời trước ngày"))
    is_checked = forms.BooleanField(label=_("Tôi đã kiểm tra: không còn thông tin riêng của ai"), required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if personal_data(said.get("reason", "")) and not said.get("is_checked"):
            self.add_error("reason", sentence(Refused("personal-data")))
        return said

    @property
    def asked(self) -> list[forms.BoundField]:
        """The box that a person has checked stands there once there is something to check."""
        return [*super().asked, *([self["is_checked"]] if "reason" in self.errors else [])]


def signed_as(mandate: "Mandate") -> str:
    """Return who signs and how: as the chair, or in the chair's place."""
    how = gettext("ký thay Chủ tịch (KT.)") if mandate.stands_in_for_id else gettext("Chủ tịch")
    return f"{mandate.person.name} – {how}"


def _has_printer() -> bool:
    try:
        return bool(find())
    except Refused:
        return False
