"""The bodies a campaign invites: which were met, where, by how many, and which nobody met yet."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from langnghe.campaigns import actions as campaign_actions
from langnghe.campaigns import queries as campaign_queries
from langnghe.campaigns.rules import lines, same
from langnghe.dialogues import queries as dialogues
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.office.campaigns import standing, trail
from langnghe.web.pages import answered_by, done, show, step, to
from langnghe.web.wording import MARKS, language

if TYPE_CHECKING:
    from langnghe.campaigns.models import Campaign
    from langnghe.campaigns.queries import Invited


class InviteForm(forms.Form):
    codes = forms.MultipleChoiceField(
        label=_("Thành phần thường được mời"), required=False, widget=forms.CheckboxSelectMultiple
    )
    names = forms.CharField(
        label=_("Thành phần khác của xã, phường"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Mỗi dòng một nơi: câu lạc bộ, hợp tác xã, nhóm hộ… Không ghi tên người."),
    )

    def __init__(self, campaign: "Campaign", invited: "list[Invited]", data: Any) -> None:
        super().__init__(data)
        self.invited = {each.body.code for each in invited} | {same(each.name) for each in invited}
        known = campaign_queries.bodies_known(campaign.commune, on=today())
        choices = [(body.code, body.name(language())) for body in known if data or body.code not in self.invited]
        self.fields["codes"].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields["codes"]

    def facts(self) -> dict[str, Any]:
        """Return what `campaigns.invite` asks for, without who is invited already: the form was sent twice."""
        codes = [code for code in self.cleaned_data.get("codes", []) if code not in self.invited]
        return {
            "codes": codes,
            "names": [name for name in lines(self.cleaned_data["names"]) if same(name) not in self.invited],
        }

    def is_done(self) -> bool:
        """Whether all that is asked for stands already."""
        return any(self.cleaned_data.values()) and not any(self.facts().values())


class NameForm(forms.Form):
    name = forms.CharField(label=_("Tên"), max_length=200, required=False)


@for_work(Verb.SEE_COVERAGE)
def bodies(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show whom a campaign invites and whom it met; invite more."""
    found = campaign_queries.campaign(key, request.user, on=today())
    invited = campaign_queries.bodies(found)
    facts = standing(request, found, "bodies")
    form = InviteForm(found, invited, request.POST or None) if facts["may_plan"] else None
    if form and form.is_valid():
        with answered_by(form):
            if not form.is_done():
                campaign_actions.invite(campaign=found, **form.facts(), by=request.user, at=now())
            return done(request, gettext("Đã mời thêm."), to("campaign-bodies", key))
    met = _met(found)
    listed = sorted((_shown(each, found, met) for each in invited), key=lambda row: bool(row["met"]))
    facts |= {"form": form, "rows": listed, "unmet": sum(not row["met"] for row in listed)}
    return show(request, "office/campaign_bodies", at=[found.commune], trail=trail(found), **facts)


def _met(campaign: "Campaign") -> "dict[int, list[dialogues.Met]]":
    found = defaultdict(list)
    for each in dialogues.met(campaign):
        found[each.body].append(each)
    return found


def _shown(invited: "Invited", campaign: "Campaign", met: "dict[int, list[dialogues.Met]]") -> dict[str, Any]:
    country, there = campaign_queries.country_of(campaign.commune), met.get(invited.body.pk, [])
    known = country.body(invited.body.code)
    return {
        "body": invited.body,
        "name": invited.called(country, language()),
        "basis": known.basis if known else "",
        "mark": MARKS[known.mark] if known else None,
        "met": there,
        "came": sum(each.present for each in there),
    }


@for_work(Verb.PLAN)
def rename(request: StaffRequest, key: UUID) -> HttpResponse:
    """Call an invited body by other words."""
    body = campaign_queries.body(key, request.user, on=today())
    campaign, known = body.campaign, campaign_queries.listing(body)
    called = campaign_queries.Invited(body, known.name).called(
        campaign_queries.country_of(campaign.commune), language()
    )
    form = NameForm(request.POST or None, initial={"name": called})
    if form.is_valid():
        with answered_by(form):
            if form.has_changed():
                campaign_actions.rename_body(body=body, name=form.cleaned_data["name"], by=request.user, at=now())
            return done(request, gettext("Đã ghi thay đổi."), to("campaign-bodies", campaign.key))
    way = trail(campaign, step(_("Thành phần mời"), "campaign-bodies", campaign.key), (called, ""))
    facts = {"form": form, "body": body, "called": called, "campaign": campaign, "is_own": not body.code}
    return show(request, "office/body", at=[campaign.commune], trail=way, **facts)


@require_POST
@for_work(Verb.PLAN)
def uninvite(request: StaffRequest, key: UUID) -> HttpResponse:
    body = campaign_queries.body(key, request.user, on=today())
    if campaign_queries.listing(body).is_invited:
        campaign_actions.uninvite(body=body, by=request.user, at=now())
    return done(request, gettext("Đã bỏ khỏi danh sách mời."), to("campaign-bodies", body.campaign.key))
