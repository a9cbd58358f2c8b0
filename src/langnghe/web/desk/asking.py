"""What one asks of the register: words, places, topics, and the order of the answer."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import DateField, F, QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from langnghe.language.folding import fold
from langnghe.matters.queries import decided
from langnghe.places.queries import name_then
from langnghe.web.desk import wording
from langnghe.web.wording import COMPETENCES

if TYPE_CHECKING:
    from langnghe.insights.queries import Desk
    from langnghe.opinions.queries import Stated

DUE_OR_NEVER = Coalesce(F("due_on"), Value(date(9999, 12, 31)), output_field=DateField())
ORDERS = {
    "newest": ("-pk",),
    "hamlet": ("hamlet_then", "pk"),
    "due": ("due_or_never", "pk"),
}
_DIALOGUES_OFFERED = 200
_FIRST = {"q", "commune", "hamlet", "decided", "sort"}


class RegisterForm(forms.Form):
    """The filters above the register. What is not asked, or makes no sense, filters nothing."""

    q = forms.CharField(label=_("Tìm lời hoặc số, không cần gõ dấu"), required=False, max_length=200)
    commune = forms.ChoiceField(label=_("Xã, phường"), required=False)
    dialogue = forms.ChoiceField(label=_("Hội nghị"), required=False)
    hamlet = forms.ChoiceField(label=_("Thôn, tổ dân phố"), required=False)
    topic = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    competence = forms.ChoiceField(label=_("Thẩm quyền"), required=False)
    unit = forms.ChoiceField(label=_("Phòng, đơn vị"), required=False)
    decided = forms.ChoiceField(
        label=_("Phân loại"),
        required=False,
        choices=[("", _("Tất cả")), ("no", _("Chưa quyết định")), ("yes", _("Đã quyết định"))],
    )
    sort = forms.ChoiceField(
        label=_("Xếp theo"),
        required=False,
        choices=[("newest", _("Mới nhất trước")), ("hamlet", _("Thôn, tổ dân phố")), ("due", _("Hạn gần nhất trước"))],
    )

    def __init__(self, asked: QueryDict, desk: "Desk") -> None:
        super().__init__(asked, auto_id="%s")
        several = len(desk.communes) > 1
        self._offer("commune", list(desk.communes.items()))
        self._offer("dialogue", [(code, _day(day, desk.communes[at], several)) for code, day, at in _near(desk, asked)])
        within = asked.get("commune") or (None if several else next(iter(desk.communes), None))
        self._offer("hamlet", [(code, name) for code, name, commune in desk.hamlets if commune == within])
        self._offer("topic", wording.topics())
        self._offer("competence", list(COMPETENCES.items()))
        self._offer("unit", [(unit, unit) for unit in wording.units()])
        self.is_valid()
        for name in [] if several else ["commune"]:
            del self.fields[name]
        for name in ("dialogue", "hamlet", "unit"):
            if len(self.fields[name].choices) < 2:  # type: ignore[attr-defined]
                del self.fields[name]

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = [("", gettext("Tất cả")), *choices]  # type: ignore[attr-defined]

    @property
    def first(self) -> list[forms.BoundField]:
        """What is asked most."""
        return [self[name] for name in self.fields if name in _FIRST]

    @property
    def more(self) -> list[forms.BoundField]:
        """What is asked now and then."""
        return [self[name] for name in self.fields if name not in _FIRST]

    @property
    def asks_more(self) -> bool:
        """Whether something is asked that stands out of sight."""
        return any(name not in _FIRST for name in self.asked)

    @property
    def narrows(self) -> bool:
        """Whether anything but words is asked."""
        return bool(self.asked.keys() - {"q"})

    @property
    def asked(self) -> dict[str, str]:
        """What is really filtered, by name."""
        return {name: value for name, value in self.cleaned_data.items() if value and name != "sort"}

    @property
    def said(self) -> list[str]:
        """What is really filtered, in words."""
        words = []
        for name, value in self.asked.items():
            choices = dict(getattr(self.fields.get(name), "choices", ()))
            words.append(f"“{value}”" if name == "q" else str(choices.get(value, value)))
        return words

    @property
    def order(self) -> tuple[str, ...]:
        """The order asked for, the newest first otherwise."""
        return ORDERS[self.cleaned_data.get("sort") or "newest"]

    def of(self, rows: "QuerySet[Stated]") -> QuerySet[Any]:
        """Return those of `rows` that are asked for, with everything the register shows of them."""
        found: QuerySet[Any] = placed(decided(rows)).annotate(due_or_never=DUE_OR_NEVER)
        for name, field in _FIELDS.items():
            if value := self.asked.get(name):
                found = found.filter(**{field: value})
        if "decided" in self.asked:
            found = found.filter(topic__isnull=self.asked["decided"] == "no")
        return _said(found, self.asked.get("q", ""))


def placed(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return opinions with `hamlet_then`: what the hamlet was called on that evening, "" where none is known."""
    then = Coalesce(name_then("hamlet", "dialogue__held_on"), F("hamlet__name"), Value(""))
    named: QuerySet[Any] = rows.annotate(hamlet_then=then)
    return named


_FIELDS = {
    "commune": "commune__code",
    "dialogue": "dialogue__code",
    "hamlet": "hamlet__code",
    "topic": "topic",
    "competence": "competence",
    "unit": "unit",
}


def _said(rows: QuerySet[Any], query: str) -> QuerySet[Any]:
    digits = query.replace(" ", "")
    if digits.isdecimal() and digits.isascii() and len(digits) > 2:
        return rows.filter(reference__startswith=digits)
    for word in fold(query).split():
        rows = rows.filter(folded_now__contains=word)
    return rows


def _near(desk: "Desk", asked: QueryDict) -> list[tuple[str, date, str]]:
    within = asked.get("commune")
    found = [meeting for meeting in desk.dialogues if not within or meeting[2] == within]
    return [each for place, each in enumerate(found) if place < _DIALOGUES_OFFERED or each[0] == asked.get("dialogue")]


def _day(day: date, commune: str, several: bool) -> str:
    label = date_format(day, "j/n/Y")
    return f"{label} – {commune}" if several else label
