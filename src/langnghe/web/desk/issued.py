"""The register of outgoing papers: what was issued, its frozen bytes, where it hangs, and that it was withdrawn."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, QueryDict
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from langnghe.campaigns import queries as campaigns
from langnghe.dialogues import queries as dialogues
from langnghe.matters import queries as matters
from langnghe.papers import actions, queries
from langnghe.papers.rules import CONTENT_TYPES, Kind
from langnghe.people import queries as people
from langnghe.people.queries import may, require
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, for_work, staff_only
from langnghe.web.clock import now, today
from langnghe.web.days import DayField
from langnghe.web.desk.naming import issued_name
from langnghe.web.desk.outgoing.forms import signed_as
from langnghe.web.desk.outgoing.paper import PAPERS
from langnghe.web.pages import answered_by, done, onward, show, step, to
from langnghe.web.paging import page

if TYPE_CHECKING:
    from langnghe.papers.models import Issued
    from langnghe.people.models import Person

NEWEST_FIRST = ("-issued_on", "-pk")
_OFFERED = 200
_ABOUT_A_MATTER = frozenset({Kind.REFERRAL, Kind.REPLY})


class FilterForm(forms.Form):
    """What is shown of the register. What makes no sense filters nothing."""

    kind = forms.ChoiceField(label=_("Loại văn bản"), required=False)
    campaign = forms.ChoiceField(label=_("Đợt đối thoại"), required=False)
    dialogue = forms.ChoiceField(label=_("Hội nghị"), required=False)

    def __init__(self, viewer: "Person", asked: QueryDict) -> None:
        super().__init__(asked, auto_id="%s")
        held = list(dialogues.dialogues(viewer, on=today()).select_related("commune", "campaign")[:_OFFERED])
        planned = campaigns.campaigns(viewer, on=today())[:_OFFERED]
        self.held = {each.code: each for each in held}
        self.planned = {str(each.key): each for each in planned}
        self._offer("kind", [(str(kind), name) for kind, name in PAPERS.items()])
        self._offer("campaign", [(key, each.name) for key, each in self.planned.items()])
        self._offer("dialogue", [(code, _called(each)) for code, each in self.held.items()])
        self.is_valid()

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = [("", gettext("Tất cả")), *choices]  # type: ignore[attr-defined]

    @property
    def asked(self) -> dict[str, str]:
        """What is really filtered, by name."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    def of(self, rows: Any) -> Any:
        """Return those of `rows` that are asked for; a campaign's papers are also those of its dialogues."""
        asked = self.asked
        if "kind" in asked:
            rows = rows.filter(kind=asked["kind"])
        if "dialogue" in asked:
            rows = rows.filter(pk__in=_about(self.held[asked["dialogue"]].key))
        if "campaign" in asked:
            campaign = self.planned[asked["campaign"]]
            own = [each.key for each in self.held.values() if each.campaign_id == campaign.pk]
            rows = rows.filter(pk__in=_about(campaign.key, *own))
        return rows


class PostingForm(forms.Form):
    """Where a paper hangs, since when."""

    where = forms.CharField(
        label=_("Nơi niêm yết, đọc loa hoặc gửi"), max_length=200, widget=forms.TextInput({"lang": "vi"})
    )
    posted_on = DayField(label=_("Ngày đã làm"))


class WithdrawalForm(forms.Form):
    """Why a paper is withdrawn."""

    reason = forms.CharField(
        label=_("Vì sao thu hồi"), max_length=300, widget=forms.Textarea({"rows": 2, "lang": "vi"})
    )


@require_safe
@for_work(Verb.READ)
def issued_papers(request: StaffRequest) -> HttpResponse:
    """Show what was issued, the newest first."""
    form = FilterForm(request.user, request.GET)
    shown = page(form.of(queries.issued(request.user, on=today())), NEWEST_FIRST, request.GET)
    rows = [{"paper": row, "name": PAPERS[row.kind]} for row in shown.rows]
    trail = (step(gettext("Sổ văn bản đi"), "issued-papers"),)
    communes = [row.commune for row in shown.rows]
    where = list(people.communes(request.user, Verb.ISSUE, on=today())[:_OFFERED])
    facts = {"form": form, "rows": rows, "pager": shown.pager, "may_issue_in": where}
    return show(request, "desk/issued", at=communes, trail=trail, **facts)


@require_safe
@staff_only
def issued_paper(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show one issued paper."""
    return _page(request, queries.paper(key, request.user, on=today()))


@require_safe
@staff_only
def file(request: StaffRequest, key: UUID) -> HttpResponse:
    """Hand over the very bytes that were issued."""
    paper = queries.paper(key, request.user, on=today())
    name = content_disposition_header(as_attachment=True, filename=issued_name(paper)) or ""
    headers = {"Content-Disposition": name, "Cache-Control": "private, no-cache"}
    return HttpResponse(queries.content(paper), content_type=CONTENT_TYPES[paper.form], headers=headers)


@require_POST
@staff_only
def post(request: StaffRequest, key: UUID) -> HttpResponse:
    """Note where an issued paper was posted, read out or handed over."""
    paper = queries.paper(key, request.user, on=today())
    require(request.user, Verb.ISSUE, paper.commune, on=today())
    form = PostingForm(request.POST)
    if form.is_valid():
        where, on = form.cleaned_data["where"], form.cleaned_data["posted_on"]
        with answered_by(form):
            actions.post(paper=paper, where=where, on=on, by=request.user, at=now())
            return done(request, gettext("Đã ghi nơi niêm yết."), to("issued-paper", key))
    return _page(request, paper, form=form)


@require_POST
@staff_only
def withdraw(request: StaffRequest, key: UUID) -> HttpResponse:
    """Withdraw an issued paper, saying why."""
    paper = queries.paper(key, request.user, on=today())
    require(request.user, Verb.ISSUE, paper.commune, on=today())
    form = WithdrawalForm(request.POST)
    if paper.is_withdrawn:  # type: ignore[attr-defined]
        return onward(to("issued-paper", key))
    if form.is_valid():
        with answered_by(form):
            actions.withdraw(paper=paper, **form.cleaned_data, by=request.user, at=now())
            said = gettext("Đã thu hồi văn bản số %(number)s. Số này không cấp lại.") % {"number": paper}
            return done(request, said, to("issued-paper", key))
    return _page(request, paper, withdrawal=form)


def _page(
    request: StaffRequest, paper: "Issued", form: forms.Form | None = None, withdrawal: forms.Form | None = None
) -> HttpResponse:
    wrong = form or withdrawal
    response = show(
        request,
        "desk/issued_paper",
        at=[paper.commune],
        trail=(step(gettext("Sổ văn bản đi"), "issued-papers"), (str(paper), "")),
        paper=paper,
        name=PAPERS[paper.kind],
        signed=signed_as(paper.signatory),
        file_name=issued_name(paper),
        subjects=_subjects(paper, request.user),
        postings=list(queries.postings(paper)),
        may_issue=may(request.user, Verb.ISSUE, paper.commune, on=today()),
        form=form or PostingForm(initial={"posted_on": today()}),
        withdrawal=withdrawal or WithdrawalForm(),
        wrong=wrong,
    )
    response.status_code = 422 if wrong else 200
    return response


def _subjects(paper: "Issued", viewer: "Person") -> list[tuple[str, str]]:
    """Return what a paper is about, each with the address of its page."""
    keys = [subject.about for subject in paper.subjects.all()]
    if paper.kind == Kind.PLAN:
        found = campaigns.campaigns(viewer, on=today()).filter(key__in=keys)
        return [(each.name, to("campaign", each.key)) for each in found]
    if paper.kind in _ABOUT_A_MATTER:
        rows = matters.every().filter(key__in=keys).order_by("pk")
        said = gettext("Vụ việc %(code)s")
        return [(said % {"code": each.code}, to("matter", each.code)) for each in rows]
    held = dialogues.every().filter(key__in=keys).order_by("held_on", "pk")
    return [(_called(each), to("dialogue", each.code)) for each in held]


def _called(dialogue: Any) -> str:
    return gettext("Hội nghị %(day)s") % {"day": f"{dialogue.held_on:%d/%m/%Y}"} + f" ({dialogue.code})"


def _about(*keys: UUID) -> Any:
    return queries.about(*keys).order_by().values("pk")
