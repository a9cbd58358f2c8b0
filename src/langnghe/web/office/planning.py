"""Planning a dialogue, and planning it anew: with which hamlets, when, where, by which working group."""

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
from langnghe.dialogues.queries import Arrangement
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
    from langnghe.campaigns.queries import Group
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
    group = forms.ChoiceField(label=_("Đoàn công tác nào đi"), required=False)
    request = forms.ChoiceField(
        label=_("Theo yêu cầu của cử tri"),
        required=False,
        help_text=_("Chỉ chọn khi hội nghị này là để đáp ứng yêu cầu ấy."),
    )

    def __init__(self, commune: "Place", viewer: "Person", data: Any, known: Arrangement | None = None, **facts: Any):
        super().__init__(data, initial=_as_typed(known) if known else facts.get("initial"))
        self._offer_hamlets(commune, known)
        own = list(campaigns.campaigns(viewer, on=today()).filter(commune=commune)[:100])
        if known and known.campaign and known.campaign not in own:
            own.append(known.campaign)
        self.campaigns = {str(each.key): each for each in own}
        self._offer("campaign", _("Không thuộc đợt nào"), {key: each.name for key, each in self.campaigns.items()})
        self.groups = {str(each.group.key): each for each in campaigns.groups(*own)}
        names = {each.pk: each.name for each in own}
        called = {key: f"{each.name} – {names[each.group.campaign_id]}" for key, each in self.groups.items()}
        self._offer("group", _("Không đoàn nào"), called)
        asked = campaigns.counts(viewer, Verb.PLAN, on=today()).filter(request__commune=commune)
        self.requests = {str(each.request.key): each.request for each in asked[:100]}
        self._offer("request", _("Không theo yêu cầu nào"), {key: each.subject for key, each in self.requests.items()})

    def _offer(self, name: str, nothing: object, choices: dict[str, str]) -> None:
        """Let one choose, or choose nothing; where there is nothing to choose, the question is not asked."""
        if choices:
            self.fields[name].choices = [("", nothing), *choices.items()]  # type: ignore[attr-defined]
        else:
            del self.fields[name]

    def _offer_hamlets(self, commune: "Place", known: Arrangement | None) -> None:
        lasting = [each for each in hamlets(commune) if each.valid_to is None or each.valid_to > today()]
        ended = [each for each in known.hamlets if each not in lasting] if known else []
        self.known = {each.code: each for each in (*ended, *lasting)}
        self.fields["hamlets"].choices = [(code, _lasting(each)) for code, each in self.known.items()]  # type: ignore[attr-defined]

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
        """Return what `dialogues.plan` asks for; a working group brings its campaign with it."""
        facts = dict(self.cleaned_data)
        group = self.groups.get(facts.get("group", ""))
        campaign = self.campaigns.get(facts.get("campaign", "")) or _campaign_of(group, self.campaigns)
        request = self.requests.get(facts.get("request", ""))
        own = {"campaign": campaign, "group": group.group if group else None, "request": request}
        places = tuple(self.known[code] for code in facts["hamlets"])
        return {**facts, **own, "kind": Kind(facts["kind"]), "hamlets": places}


@for_work(Verb.PLAN)
def plan(request: StaffRequest) -> HttpResponse:
    trail = (step(_("Hội nghị"), "dialogues"), (_("Hội nghị mới"), ""))
    commune = chosen(request, Verb.PLAN)
    if commune is None:
        return choose(request, Verb.PLAN, gettext("Hội nghị mới"), trail)
    form = DialogueForm(commune, request.user, request.POST or None)
    form.initial = _asked(request.GET, commune, form)
    if form.is_valid():
        facts = form.facts()
        same = {name: facts[name] for name in ("hamlets", "held_on", "starts_at", "kind")}
        with answered_by(form):
            planned = dialogue_queries.same_plan(commune, **same) or dialogue_actions.plan(
                commune=commune, **facts, by=request.user, at=now()
            )
            return done(request, gettext("Đã lên lịch hội nghị."), _back(planned))
    return show(request, "office/dialogue_new", at=[commune], trail=trail, form=form, commune=commune)


def _asked(asked: QueryDict, commune: "Place", form: DialogueForm) -> dict[str, Any]:
    """Return what the page that led here knows already: hamlets, campaign, request; and the group that goes there."""
    codes = asked.getlist("hamlet")
    meant = list(hamlets(commune).filter(code__in=codes)) if codes else []
    there = [key for key, each in form.groups.items() if codes and set(codes) <= {code for code, _name in each.hamlets}]
    return {
        "hamlets": _now(meant),
        "campaign": asked.get("campaign", ""),
        "group": there[0] if len(there) == 1 else "",
        "request": asked.get("request", ""),
        "starts_at": "19:00",
        "kind": Kind.CONFERENCE,
    }


def _as_typed(known: Arrangement) -> dict[str, Any]:
    """Return how the form would have been filled in for this plan."""
    pointed = {
        name: str(each.key) if (each := getattr(known, name)) else "" for name in ("campaign", "group", "request")
    }
    return {**vars(known), **pointed, "hamlets": [hamlet.code for hamlet in known.hamlets]}


def _campaign_of(group: "Group | None", known: dict[str, Any]) -> Any:
    if group is None:
        return None
    return next(each for each in known.values() if each.pk == group.group.campaign_id)


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
