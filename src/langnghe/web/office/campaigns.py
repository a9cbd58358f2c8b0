"""Campaigns: where a commune means to listen, and how far it has come."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from langnghe.campaigns import actions as campaign_actions
from langnghe.campaigns import queries as campaign_queries
from langnghe.insights import coverage as insights
from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.places.queries import hamlets
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.days import DayField
from langnghe.web.office.communes import choose, chosen
from langnghe.web.office.requests import conferences_owed
from langnghe.web.office.wording import STATES, stands
from langnghe.web.pages import Step, answered_by, done, show, step
from langnghe.web.paging import Rows, page

if TYPE_CHECKING:
    from langnghe.campaigns.models import Campaign
    from langnghe.insights.coverage import Coverage
    from langnghe.places.models import Place

_ORDER = ("-starts_on", "-pk")
_FIRST = ("unplanned", "planned", "held", "minuted", "answered")


class CampaignForm(forms.Form):
    name = forms.CharField(label=_("Tên đợt"), max_length=200, help_text=_("Ví dụ: Đối thoại với Nhân dân năm 2026"))
    starts_on = DayField(label=_("Từ ngày"))
    ends_on = DayField(label=_("Đến hết ngày"))
    every = forms.BooleanField(label=_("Nghe ở tất cả các thôn, tổ dân phố"), required=False, initial=True)
    hamlets = forms.MultipleChoiceField(
        label=_("Hoặc chỉ những nơi được đánh dấu"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, commune: "Place", data: Any) -> None:
        super().__init__(data)
        self.known = {hamlet.code: hamlet for hamlet in hamlets(commune, on=today())}
        self.fields["hamlets"].choices = [(code, hamlet.name) for code, hamlet in self.known.items()]  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """Return what `campaigns.plan` asks for."""
        facts = dict(self.cleaned_data)
        codes = self.known if facts.pop("every") else facts["hamlets"]
        return {**facts, "hamlets": [self.known[code] for code in codes]}


class StateForm(forms.Form):
    """Which hamlets are shown; what makes no sense shows all."""

    state = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Tất cả")), ("unheard", _("Chưa nghe")), *((code, STATES[code][1]) for code in _FIRST)],
    )

    def __init__(self, asked: QueryDict) -> None:
        super().__init__(asked, auto_id="%s")
        self.is_valid()

    @property
    def asked(self) -> str:
        return str(self.cleaned_data.get("state", ""))

    def shows(self, row: "Coverage") -> bool:
        """Whether a hamlet is asked for."""
        if self.asked == "unheard":
            return not row.is_heard
        return self.asked in ("", row.state)


@dataclass
class Counted:
    """The campaigns of a viewer as a list that is read and counted in one question."""

    rows: Any
    total: int = 0

    def read(self, mark: Sequence[str], *, backwards: bool, size: int) -> list[Any]:
        found = Rows(campaign_queries.counted(self.rows), _ORDER).read(mark, backwards=backwards, size=size)
        self.total = found[0].total if found else 0
        return found

    def count(self, most: int) -> int:
        return min(self.total, most)


@for_work(Verb.SEE_COVERAGE, Verb.PLAN)
def campaigns(request: StaffRequest) -> HttpResponse:
    shown = page(Counted(campaign_queries.campaigns(request.user, on=today())), _ORDER, request.GET)
    states = insights.states(shown.rows)
    facts = {
        "rows": [(campaign, progress(states[campaign.pk])) for campaign in shown.rows],
        "pager": shown.pager,
        "owed": conferences_owed(request),
        "may_plan": Verb.PLAN in people.verbs(request.user, on=today()),
    }
    communes = [campaign.commune for campaign in shown.rows]
    return show(request, "office/campaigns", at=communes, trail=(step(_("Đợt đối thoại"), "campaigns"),), **facts)


@for_work(Verb.SEE_COVERAGE)
def campaign(request: StaffRequest, key: UUID) -> HttpResponse:
    """How far a campaign has come, hamlet by hamlet; those nobody has listened to yet come first."""
    meant = campaign_queries.meant(key, request.user, on=today())
    covered = insights.coverage(meant)
    found, form = meant[0].campaign, StateForm(request.GET)
    rows = sorted(filter(form.shows, covered), key=lambda row: _FIRST.index(row.state))
    facts = {
        "form": form,
        "rows": [_shown(row) for row in rows if row.dialogue],
        "unplanned": [row for row in rows if not row.dialogue],
        "owed": conferences_owed(request, found.commune),
        "may_open": people.may(request.user, Verb.READ, found.commune, on=today()),
        **how_far(covered),
        **standing(request, found, "hamlets"),
    }
    return show(request, "office/campaign", at=[found.commune], trail=trail(found), **facts)


def how_far(rows: "list[Coverage]") -> dict[str, Any]:
    """Return how far a campaign has come in all, and in how many hamlets a day passed without minutes."""
    overdue = sum(stands(row.state, day_of(row), today=today())[0] == "late" for row in rows)
    return {"progress": progress(Counter(row.state for row in rows)), "overdue": overdue}


def standing(request: StaffRequest, campaign: "Campaign", tab: str) -> dict[str, Any]:
    """Return what every page of a campaign says: which page this is, and whether the viewer plans."""
    tabs = {
        "hamlets": (_("Thôn, tổ dân phố"), reverse("campaign", args=[campaign.key])),
        "bodies": (_("Thành phần mời"), reverse("campaign-bodies", args=[campaign.key])),
        "groups": (_("Đoàn công tác"), reverse("campaign-groups", args=[campaign.key])),
    }
    return {
        "campaign": campaign,
        "tabs": [(label, url, code == tab) for code, (label, url) in tabs.items()],
        "may_plan": people.may(request.user, Verb.PLAN, campaign.commune, on=today()),
        "may_issue": people.may(request.user, Verb.ISSUE, campaign.commune, on=today()),
    }


def trail(campaign: "Campaign", *further: Step) -> tuple[Step, ...]:
    """Return the way to a page of a campaign; without `further`, to its first one."""
    return (step(_("Đợt đối thoại"), "campaigns"), step(campaign.name, "campaign", campaign.key), *further)


def day_of(row: "Coverage") -> Any:
    return row.dialogue.held_on if row.dialogue else None


def _shown(row: "Coverage") -> tuple[Any, ...]:
    """Return a hamlet with how it stands and both its clocks."""
    return row, stands(row.state, day_of(row), today=today()), row.notice(today()), row.result(today())


@for_work(Verb.PLAN)
def plan(request: StaffRequest) -> HttpResponse:
    trail = (step(_("Đợt đối thoại"), "campaigns"), (_("Đợt mới"), ""))
    commune = chosen(request, Verb.PLAN)
    if commune is None:
        return choose(request, Verb.PLAN, gettext("Đợt đối thoại mới"), trail)
    form = CampaignForm(commune, request.POST or None)
    if form.is_valid():
        facts = form.facts()
        known = campaign_queries.same_plan(commune, facts["name"], facts["starts_on"], facts["ends_on"])
        with answered_by(form):
            planned = known or campaign_actions.plan(commune=commune, **facts, by=request.user, at=now())
            words = gettext("Đã lập đợt “%(name)s”. Giờ hãy lên lịch hội nghị cho từng nơi.") % {"name": planned.name}
            return done(request, words, reverse("campaign", args=[planned.key]))
    return show(request, "office/campaign_new", at=[commune], trail=trail, form=form, commune=commune)


def progress(states: "Counter[str]") -> dict[str, Any]:
    """Return how many hamlets a campaign has, how many were heard, and how many are in each state."""
    numbers = {code.replace("-", "_"): states[code] for code in _FIRST}
    heard = sum(number for code, number in states.items() if code not in insights.UNHEARD)
    return {"all": states.total(), "heard": heard, **numbers}
