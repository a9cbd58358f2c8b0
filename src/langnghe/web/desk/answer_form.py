"""What is asked of whoever drafts an answer: the outcome, the words, and what this outcome needs."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from langnghe.answers.rules import ACTS, ADDRESSED, PROMISES, REASONED, Contents, Outcome
from langnghe.language.folding import fold
from langnghe.web.days import DayField
from langnghe.web.templatetags.words import thousands
from langnghe.web.wording import OUTCOMES

_GROUPED = re.compile(r"\d{1,3}(?:[., \u00a0]\d{3})+|\d+")
_CURRENCY = re.compile(r"\s*(dong|d|vnd)\.?$")

PARTS: tuple[tuple[frozenset[Outcome], tuple[str, ...]], ...] = (
    (ACTS, ("done_on",)),
    (PROMISES, ("due_on",)),
    (frozenset({Outcome.WILL_DO}), ("owner", "money", "source")),
    (REASONED, ("reason",)),
    (ADDRESSED, ("whom",)),
)
"""Which outcomes need which fields."""
CONCERNS = {
    "answer-without-words": "words",
    "answer-without-day": "done_on",
    "act-in-the-future": "done_on",
    "answer-without-deadline": "due_on",
    "deadline-passed": "due_on",
    "answer-without-owner": "owner",
    "money-impossible": "money",
    "money-without-source": "source",
    "answer-without-reason": "reason",
    "answer-without-address": "whom",
    "personal-data": "is_checked",
}
"""Beside which field a refusal stands; what is not here stands on top of the form."""


class MoneyField(forms.CharField):
    """An amount in đồng, typed as people write it: 50.000.000, 50 000 000 or 50000000."""

    default_error_messages = {"unclear": _("Hãy ghi số tiền bằng chữ số, ví dụ 50.000.000.")}

    def to_python(self, value: Any) -> Any:
        typed = _CURRENCY.sub("", fold(str(value or "").strip()))
        if not typed:
            return None
        if not _GROUPED.fullmatch(typed) or len(typed) > 20:
            raise forms.ValidationError(self.error_messages["unclear"], code="unclear")
        return int(re.sub(r"\D", "", typed))

    def prepare_value(self, value: Any) -> Any:
        return thousands(value) if isinstance(value, int) else value


@dataclass(frozen=True)
class Part:
    """The fields that some outcomes need: `codes` for the script that shows them, `names` for whoever has none."""

    codes: str
    names: list[str]
    fields: list[BoundField]


class AnswerForm(forms.Form):
    """An answer as an office proposes it. What is needed is decided by the rules of answers, not here."""

    outcome = forms.ChoiceField(
        label=_("Kết quả thế nào"),
        choices=[(outcome, word) for outcome, (_shape, word) in OUTCOMES.items()],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Câu trả lời cho bà con"),
        help_text=_("Nói rõ làm gì, ở đâu, đến mức nào. Viết như nói với bà con."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "lang": "vi", "class": "spoken"}),
    )
    done_on = DayField(label=_("Làm xong ngày nào"), required=False)
    due_on = DayField(
        label=_("Đến ngày nào"),
        help_text=_("Ngày làm xong, hoặc ngày nơi nhận phải trả lời."),
        required=False,
    )
    owner = forms.CharField(
        label=_("Ai làm"),
        help_text=_("Phòng, đơn vị hoặc chức vụ; không ghi tên bà con."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"lang": "vi", "list": "units"}),
    )
    money = MoneyField(
        label=_("Kinh phí, nếu có (đồng)"), required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    source = forms.CharField(
        label=_("Lấy từ nguồn nào"),
        help_text=_("Cần ghi khi có kinh phí, ví dụ: ngân sách xã năm 2026."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"lang": "vi"}),
    )
    reason = forms.CharField(label=_("Vì sao"), required=False, widget=forms.Textarea(attrs={"rows": 3, "lang": "vi"}))
    whom = forms.CharField(
        label=_("Bà con hỏi tiếp ở đâu, hoặc việc chuyển đến đâu"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"lang": "vi"}),
    )
    is_checked = forms.BooleanField(label=_("Tôi đã kiểm tra: không còn thông tin riêng của ai"), required=False)

    @property
    def parts(self) -> list[Part]:
        """The fields that depend on the outcome, by the outcomes that need them."""
        return [
            Part(
                " ".join(str(outcome) for outcome in Outcome if outcome in needing),
                [str(OUTCOMES[outcome][1]) for outcome in Outcome if outcome in needing],
                [self[name] for name in names],
            )
            for needing, names in PARTS
        ]

    @property
    def contents(self) -> Contents:
        """What was typed, as the rules see it."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in {"outcome", "is_checked"}}
        return Contents(outcome=Outcome(self.cleaned_data["outcome"]), **said)


class RemarkForm(forms.Form):
    """What a draft lacks, as the chair says it."""

    words = forms.CharField(
        label=_("Thiếu gì, sửa thế nào"), widget=forms.Textarea(attrs={"rows": 3, "lang": "vi", "maxlength": 2000})
    )
