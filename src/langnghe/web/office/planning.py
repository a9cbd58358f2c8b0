"""Planning a dialogue: with which hamlets, when and where."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from langnghe.campaigns import queries as campaigns
from langnghe.dialogues import actions as dialogue_actions
from langnghe.dialogues import queries as dialogue_queries
from langnghe.dialogues.rules import Kind
from langnghe.people.rules import Verb
from langnghe.places.queries import hamlets, successors
from langnghe.places.rules import valid
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.days import DayField
from langnghe.web.office.communes import choose, chosen
from langnghe.web.pages import answered_by, done, show, step
from langnghe.web.wording import MEETINGS

if TYPE_CHECKING:
    from langnghe.dialogues.models import Dialogue
    from langnghe.people.models import Person
    from langnghe.places.models import Place


class DialogueForm(forms.Form):
    hamlets = forms.MultipleChoiceField(
        label=_("Với thôn, tổ dân phố nào"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Đánh dấu một nơi, hoặc nhiều nơi họp chung."),
    )
    held_on = DayField(label=_("Ngày"))
    starts_at = forms.TimeField(
        label=_("Giờ bắt đầu"), required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    venue = forms.CharField(label=_("Địa điểm"), max_length=200, required=False)
    chair = forms.CharField(
        label=_("Chủ trì"), max_length=200, required=False, help_text=_("Ghi chức vụ, không cần tên.")
    )
    secretary = forms.CharField(
        label=_("Thư ký"), max_length=200, required=False, help_text=_("Ghi chức vụ, không cần tên.")
    )
    kind = forms.ChoiceField(
        label=_("Loại buổi"), choices=list(MEETINGS.items()), widget=forms.RadioSelect, initial=Kind.CONFERENCE
    )
    campaign = forms.ChoiceField(label=_("Thuộc đợt đối thoại"), required=False)

    def __init__(self, commune: "Place", viewer: "Person", asked: QueryDict, data: Any) -> None:
        everywhere = {each.code: each for each in hamlets(commune)}
        meant = [everywhere[code] for code in asked.getlist("hamlet") if code in everywhere]
        initial = {"hamlets": _now(meant), "campaign": asked.get("campaign", ""), "starts_at": "19:00"}
        super().__init__(data, initial=initial)
        lasting = (each for each in everywhere.values() if each.valid_to is None or each.valid_to > today())
        self.known = {each.code: each for each in lasting}
        self.fields["hamlets"].choices = [(code, _lasting(each)) for code, each in self.known.items()]  # type: ignore[attr-defined]
        own = campaigns.campaigns(viewer, on=today()).filter(commune=commune)
        self.campaigns = {str(each.key): each for each in own[:100]}
        names = [(key, each.name) for key, each in self.campaigns.items()]
        self.fields["campaign"].choices = [("", _("Không thuộc đợt nào")), *names]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A dialogue is planned with hamlets that are there on its day."""
        day: date | None = self.cleaned_data.get("held_on")
        for code in self.cleaned_data.get("hamlets", []):
            hamlet = self.known[code]
            if day and not valid(day, hamlet.valid_from, hamlet.valid_to):
                words = gettext("Ngày %(day)s không có %(hamlet)s.") % {"day": f"{day:%d/%m/%Y}", "hamlet": hamlet.name}
                self.add_error("hamlets", words)
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """Return what `dialogues.plan` asks for."""
        facts = dict(self.cleaned_data)
        own = {"campaign": self.campaigns.get(facts["campaign"]), "kind": Kind(facts["kind"])}
        return {**facts, **own, "hamlets": [self.known[code] for code in facts["hamlets"]]}


@for_work(Verb.PLAN)
def plan(request: StaffRequest) -> HttpResponse:
    trail = (step(_("Hội nghị"), "dialogues"), (_("Hội nghị mới"), ""))
    commune = chosen(request, Verb.PLAN)
    if commune is None:
        return choose(request, Verb.PLAN, gettext("Hội nghị mới"), trail)
    form = DialogueForm(commune, request.user, request.GET, request.POST or None)
    if form.is_valid():
        facts = form.facts()
        same = {name: facts[name] for name in ("hamlets", "held_on", "starts_at", "kind")}
        with answered_by(form):
            planned = dialogue_queries.same_plan(commune, **same) or dialogue_actions.plan(
                commune=commune, **facts, by=request.user, at=now()
            )
            return done(request, gettext("Đã lên lịch hội nghị."), _back(planned))
    return show(request, "office/dialogue_new", at=[commune], trail=trail, form=form, commune=commune)


def _now(meant: "list[Place]") -> list[str]:
    """Return the codes of what stands for hamlets today: themselves, or what they were merged or split into."""
    return list(dict.fromkeys(heir.code for hamlet in meant for heir in successors(hamlet, on=today())))


def _lasting(hamlet: "Place") -> str:
    """Return a hamlet's name, and from or until when it is there if that is near."""
    if hamlet.valid_to:
        return gettext("%(name)s (trước %(day)s)") % {"name": hamlet.name, "day": f"{hamlet.valid_to:%d/%m/%Y}"}
    if hamlet.valid_from and hamlet.valid_from > today():
        return gettext("%(name)s (từ %(day)s)") % {"name": hamlet.name, "day": f"{hamlet.valid_from:%d/%m/%Y}"}
    return hamlet.name


def _back(planned: "Dialogue") -> str:
    return reverse("campaign", args=[planned.campaign.key]) if planned.campaign else reverse("dialogues")
