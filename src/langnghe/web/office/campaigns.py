"""Campaigns: where a commune means to listen, and how far it has come."""

from collections import Counter
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from langnghe.campaigns import actions as campaign_actions
from langnghe.campaigns import queries as campaign_queries
from langnghe.insights import queries as insights
from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.places.queries import hamlets
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.days import DayField
from langnghe.web.office.communes import choose, chosen
from langnghe.web.office.wording import STATES
from langnghe.web.pages import answered_by, done, show, step
from langnghe.web.paging import page

if TYPE_CHECKING:
    from langnghe.insights.queries import Coverage
    from langnghe.places.models import Place

_ORDER = ("-starts_on", "-pk")


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


@for_work(Verb.SEE_COVERAGE, Verb.PLAN)
def campaigns(request: StaffRequest) -> HttpResponse:
    shown = page(campaign_queries.campaigns(request.user, on=today()), _ORDER, request.GET)
    coverages = insights.coverages(shown.rows)
    rows = [(campaign, progress(coverages[campaign.pk])) for campaign in shown.rows]
    communes = [campaign.commune for campaign in shown.rows]
    may_plan = Verb.PLAN in people.verbs(request.user, on=today())
    trail = (step(_("Đợt đối thoại"), "campaigns"),)
    return show(
        request,
        "office/campaigns",
        at=communes,
        trail=trail,
        rows=rows,
        pager=shown.pager,
        may_plan=may_plan,
    )


@for_work(Verb.SEE_COVERAGE)
def campaign(request: StaffRequest, key: UUID) -> HttpResponse:
    """How far a campaign has come, hamlet by hamlet; those nobody has listened to yet come first."""
    found = campaign_queries.campaign(key, request.user, on=today())
    rows = insights.coverage(found)
    verbs = people.verbs_at(request.user, found.commune, on=today())
    facts = {
        "campaign": found,
        "progress": progress(rows),
        "unplanned": [row for row in rows if row.state == "unplanned"],
        "rows": [(row, *_state(row)) for row in rows if row.state != "unplanned"],
        "may_plan": Verb.PLAN in verbs,
        "may_open": Verb.READ in verbs,
    }
    trail = (step(_("Đợt đối thoại"), "campaigns"), (found.name, ""))
    return show(request, "office/campaign", at=[found.commune], trail=trail, **facts)


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


def progress(rows: "list[Coverage]") -> dict[str, Any]:
    """Return how many hamlets a campaign has, how many nobody has listened to, and in words where the others stand."""
    count = Counter(row.state for row in rows)
    words = {
        "minuted": ngettext("nơi ý kiến đã vào sổ", "nơi ý kiến đã vào sổ", count["minuted"]),
        "held": ngettext("nơi đã họp, chờ xác nhận", "nơi đã họp, chờ xác nhận", count["held"]),
        "planned": ngettext("nơi đã lên lịch", "nơi đã lên lịch", count["planned"]),
    }
    parts = [(count[state], word, state) for state, word in words.items() if count[state]]
    return {"all": len(rows), "unplanned": count["unplanned"], "parts": parts}


def _state(row: "Coverage") -> tuple[str, object]:
    """Return the shape and the word for a hamlet; a dialogue whose day has passed without minutes is late."""
    if row.state == "planned" and row.dialogue and row.dialogue.held_on < today():
        return "late", _("Quá ngày, chưa có biên bản")
    return STATES[row.state]
