"""How many voters ask for a conference: numbers only, counted again and again, until one is owed."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from langnghe.campaigns import actions as campaign_actions
from langnghe.campaigns import queries as campaign_queries
from langnghe.campaigns.rules import share
from langnghe.dialogues import queries as dialogues
from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.days import DayField
from langnghe.web.office.communes import choose, chosen
from langnghe.web.pages import Step, answered_by, done, show, step, to
from langnghe.web.wording import MARKS

if TYPE_CHECKING:
    from langnghe.campaigns.models import RequestCount
    from langnghe.places.models import Place


class CountForm(forms.Form):
    subject = forms.CharField(
        label=_("Yêu cầu đối thoại về việc gì"),
        max_length=200,
        help_text=_("Chỉ ghi việc; không ghi tên ai. Ghi lại đúng việc cũ là ghi số mới cho việc ấy."),
    )
    asking = forms.IntegerField(label=_("Bao nhiêu cử tri yêu cầu"), min_value=0, max_value=10_000_000)
    voters = forms.IntegerField(label=_("Xã, phường có bao nhiêu cử tri"), min_value=1, max_value=10_000_000)
    counted_on = DayField(label=_("Đếm ngày nào"))


@for_work(Verb.SEE_COVERAGE, Verb.PLAN)
def requests(request: StaffRequest) -> HttpResponse:
    """List what voters ask conferences about, and whether one is owed."""
    rows = [_shown(each) for each in dialogues.requests(request.user, Verb.SEE_COVERAGE, on=today())]
    rows.sort(key=lambda row: not (row["is_owed"] and row["count"].met_by is None))
    communes = [row["count"].request.commune for row in rows]
    may_plan = Verb.PLAN in people.verbs(request.user, on=today())
    return show(request, "office/requests", at=communes, trail=_trail(), rows=rows, may_plan=may_plan)


@for_work(Verb.PLAN)
def count(request: StaffRequest) -> HttpResponse:
    """Note how many voters ask for a conference about something."""
    commune = chosen(request, Verb.PLAN)
    further = (_("Ghi số cử tri yêu cầu"), "")
    if commune is None:
        return choose(request, Verb.PLAN, gettext("Số cử tri yêu cầu đối thoại"), _trail(further))
    form = CountForm(request.POST or None, initial=_known(request, commune))
    if form.is_valid():
        with answered_by(form):
            if not _is_known(commune, form.cleaned_data):
                campaign_actions.count_request(commune=commune, **form.cleaned_data, by=request.user, at=now())
            return done(request, gettext("Đã ghi số cử tri yêu cầu."), to("requests"))
    facts = {"form": form, "commune": commune, **_threshold(commune)}
    return show(request, "office/request_count", at=[commune], trail=_trail(further), **facts)


def conferences_owed(request: StaffRequest, commune: "Place | None" = None) -> list[dict[str, Any]]:
    """Return the conferences that so many voters ask for that they are owed, everywhere or in one commune."""
    owed = [_shown(each) for each in dialogues.owed(request.user, on=today())]
    return [row for row in owed if commune is None or row["count"].request.commune_id == commune.pk]


def _shown(count: "RequestCount") -> dict[str, Any]:
    is_owed = campaign_queries.is_owed(count, on=today())
    return {
        "count": count,
        "share": share(count.asking, count.voters),
        "is_owed": is_owed,
        **_threshold(count.request.commune),
    }


def _threshold(commune: "Place") -> dict[str, Any]:
    rule = campaign_queries.threshold(commune, on=today())
    return {"rule": rule, "mark": MARKS[rule.mark] if rule else None}


def _known(request: StaffRequest, commune: "Place") -> dict[str, Any]:
    """Return the newest numbers of the subject that is asked for, to be corrected."""
    about = campaign_queries.request_about(commune, request.GET.get("subject", ""))
    last = campaign_queries.count(about) if about else None
    known = {"subject": about.subject, "asking": last.asking, "voters": last.voters} if about and last else {}
    return {**known, "counted_on": today()}


def _is_known(commune: "Place", facts: dict[str, Any]) -> bool:
    """Whether this very count stands already: the form was sent twice."""
    about = campaign_queries.request_about(commune, facts["subject"])
    last = campaign_queries.count(about) if about else None
    return last is not None and all(getattr(last, name) == facts[name] for name in ("asking", "voters", "counted_on"))


def _trail(*further: Step) -> tuple[Step, ...]:
    return (step(_("Đợt đối thoại"), "campaigns"), step(_("Cử tri yêu cầu"), "requests"), *further)
