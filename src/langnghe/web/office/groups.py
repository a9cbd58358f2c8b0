"""Working groups of a campaign: who goes out, and to which hamlets."""

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
from langnghe.insights.coverage import coverage
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.office.campaigns import how_far, standing, trail
from langnghe.web.pages import answered_by, done, show, step, to

if TYPE_CHECKING:
    from langnghe.campaigns.models import Campaign, CampaignHamlet


class GroupForm(forms.Form):
    name = forms.CharField(label=_("Tên đoàn"), max_length=200, help_text=_("Ví dụ: Đoàn công tác số 1"))
    members = forms.CharField(
        label=_("Thành viên"),
        required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Mỗi dòng một chức vụ, không cần tên."),
    )
    hamlets = forms.MultipleChoiceField(
        label=_("Phụ trách thôn, tổ dân phố nào"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, meant: "list[CampaignHamlet]", data: Any, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.known = {each.hamlet.code: each.hamlet for each in meant}
        self.fields["hamlets"].choices = [(code, hamlet.name) for code, hamlet in self.known.items()]  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """Return what `campaigns.form_group` asks for."""
        said = self.cleaned_data
        hamlets = [self.known[code] for code in said["hamlets"]]
        return {"name": said["name"], "members": lines(said["members"]), "hamlets": hamlets}


@for_work(Verb.SEE_COVERAGE)
def groups(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show the working groups of a campaign, and the hamlets that no group goes to."""
    meant = campaign_queries.meant(key, request.user, on=today())
    found, rows = meant[0].campaign, coverage(meant)
    formed = campaign_queries.groups(found)
    states = {row.hamlet.code: row.is_heard for row in rows}
    taken = {code for group in formed for code, _name in group.hamlets}
    facts = {
        "groups": [(each, sum(states.get(code, False) for code, _name in each.hamlets)) for each in formed],
        "left": [each.hamlet for each in meant if each.hamlet.code not in taken],
        **how_far(rows),
        **standing(request, found, "groups"),
    }
    return show(request, "office/campaign_groups", at=[found.commune], trail=trail(found), **facts)


@for_work(Verb.PLAN)
def form(request: StaffRequest, key: UUID) -> HttpResponse:
    """Form a working group."""
    found = campaign_queries.campaign(key, request.user, on=today())
    form = GroupForm(campaign_queries.meant_by(found), request.POST or None)
    if form.is_valid():
        facts = form.facts()
        with answered_by(form):
            if not _is_formed(found, facts):
                campaign_actions.form_group(campaign=found, **facts, by=request.user, at=now())
            return done(request, gettext("Đã lập “%(name)s”.") % {"name": facts["name"]}, to("campaign-groups", key))
    return _page(request, found, form, gettext("Lập đoàn công tác"))


@for_work(Verb.PLAN)
def change(request: StaffRequest, key: UUID) -> HttpResponse:
    """Change the name, the members or the hamlets of a working group."""
    group = campaign_queries.group(key, request.user, on=today())
    known = campaign_queries.formation(group)
    codes = list(known.hamlets.values_list("code", flat=True))
    initial = {"name": known.name, "members": known.members, "hamlets": codes}
    form = GroupForm(campaign_queries.meant_by(group.campaign), request.POST or None, initial)
    if form.is_valid():
        facts = form.facts()
        with answered_by(form):
            if form.has_changed():
                campaign_actions.change_group(group=group, **facts, by=request.user, at=now())
            return done(request, gettext("Đã ghi thay đổi."), to("campaign-groups", group.campaign.key))
    return _page(request, group.campaign, form, known.name, group=group)


@require_POST
@for_work(Verb.PLAN)
def disband(request: StaffRequest, key: UUID) -> HttpResponse:
    group = campaign_queries.group(key, request.user, on=today())
    known = campaign_queries.formation(group)
    if known.is_formed:
        campaign_actions.disband(group=group, by=request.user, at=now())
    return done(
        request, gettext("Đã thôi “%(name)s”.") % {"name": known.name}, to("campaign-groups", group.campaign.key)
    )


def _is_formed(campaign: "Campaign", facts: dict[str, Any]) -> bool:
    """Whether this very group stands already: the form was sent twice."""
    codes = sorted(hamlet.code for hamlet in facts["hamlets"])
    return any(
        same(each.name) == same(facts["name"])
        and each.members == facts["members"]
        and sorted(code for code, _name in each.hamlets) == codes
        for each in campaign_queries.groups(campaign)
    )


def _page(request: StaffRequest, campaign: "Campaign", form: GroupForm, what: str, **facts: Any) -> HttpResponse:
    way = trail(campaign, step(_("Đoàn công tác"), "campaign-groups", campaign.key), (what, ""))
    return show(
        request, "office/group", at=[campaign.commune], trail=way, form=form, what=what, campaign=campaign, **facts
    )
