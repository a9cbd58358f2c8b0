"""Issue a paper: see what it will say, give it its number, note who signs and where it hangs. Then it is frozen."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from langnghe.documents import papers as documents
from langnghe.documents.queries import Numbered
from langnghe.papers import queries as papers
from langnghe.papers.actions import Issuing
from langnghe.papers.rules import Kind
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import now, today
from langnghe.web.desk.naming import draft_name
from langnghe.web.desk.outgoing import evenings, others
from langnghe.web.pages import answered_by, done, show, to

if TYPE_CHECKING:
    from langnghe.documents.shapes import Paper
    from langnghe.papers.models import Issued
    from langnghe.web.desk.outgoing.paper import Outgoing

KINDS: dict[str, Any] = {
    Kind.PLAN: others.Plan,
    Kind.NOTICE: evenings.Notice,
    Kind.INVITATION: evenings.Invitation,
    Kind.MINUTES: evenings.Minutes,
    Kind.TABLE: evenings.Table,
    Kind.RESULT: evenings.Result,
    Kind.REGISTER: others.Register,
    Kind.REFERRAL: others.Referral,
    Kind.REPLY: others.Reply,
}


@staff_only
def issue(request: StaffRequest, kind: str, about: str) -> HttpResponseBase:
    """Show what will be issued and what keeps it from that; hand over the draft, or issue it."""
    if kind not in KINDS:
        raise Http404
    this: Outgoing = KINDS[kind](request, about)
    if request.method == "POST":
        this.form.is_valid()
        if "draft" in request.POST:
            return handed(this.written(on=today()), _form_asked(request, kind), draft_name(this, today()))
        if this.form.is_valid():
            with answered_by(this.form):
                issued = _issue(request, this)
                said = gettext("Đã ban hành số %(number)s. Tệp này không đổi được nữa.") % {"number": issued}
                return done(request, said, to("issued-paper", issued.key))
    return _page(request, this)


@require_safe
@staff_only
def draft(request: StaffRequest, code: str, kind: str, form: str) -> FileResponse:
    """Hand over the draft of a paper about a dialogue; it says DỰ THẢO on every page."""
    own = [known for known in KINDS if issubclass(KINDS[known], evenings.OfEvening)]
    if kind not in own:
        raise Refused("no-such-paper", kind=kind, known=", ".join(own))
    this: Outgoing = KINDS[kind](request, code)
    return handed(this.written(on=today()), form, draft_name(this, today()))


def _page(request: StaffRequest, this: "Outgoing") -> HttpResponse:
    return show(
        request,
        "desk/issue",
        at=[this.commune],
        trail=this.trail,
        this=this,
        form=this.form,
        taken=_taken(this),
        forms=[form for form in documents.forms_of(this.kind) if form != "pdf" or this.form.has_printer],
    )


def _issue(request: StaffRequest, this: "Outgoing") -> "Issued":
    said, form = this.form.cleaned_data, this.form
    facts = {"number": said["number"], "symbol": said["symbol"], "on": said["on"], "signatory": form.signing}
    paper = this.written(on=said["on"], issued=Numbered(**facts))
    title = " ".join(paper.title.split())
    content = printed(paper, said["form"])
    issuing = Issuing(**facts, title=title, form=said["form"], content=content, postings=form.postings)
    return this.issue(issuing, by=request.user, at=now())


def _taken(this: "Outgoing") -> "Issued | None":
    """Return the paper that has the number already, for whoever sent the same form twice."""
    said = getattr(this.form, "cleaned_data", {})
    if this.form.is_valid() or not said.keys() >= {"number", "symbol", "on"}:
        return None
    same = papers.issued(this.viewer, on=today()).filter(commune=this.commune, year=said["on"].year)
    return same.filter(number=said["number"], symbol=said["symbol"]).first()


def _form_asked(request: StaffRequest, kind: str) -> str:
    form = request.POST.get("draft", "")
    return form if form in documents.forms_of(kind) else "docx"


def handed(paper: "Paper", form: str, name: str) -> FileResponse:
    """Hand over a paper as a file."""
    return FileResponse(BytesIO(printed(paper, form)), as_attachment=True, filename=f"{name}.{form}")


def printed(paper: "Paper", form: str) -> bytes:
    """Return a paper as the bytes of a file."""
    stream = BytesIO()
    documents.write(paper, stream, form)
    return stream.getvalue()
