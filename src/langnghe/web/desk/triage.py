"""What is held on suspicion: a person says whether it is an opinion or belongs to a procedure of its own."""

from io import BytesIO
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from langnghe.documents import papers
from langnghe.documents.queries import guidance
from langnghe.exchange import actions as exchange
from langnghe.opinions import actions as opinions
from langnghe.opinions import queries
from langnghe.opinions.rules import Procedure
from langnghe.people.rules import Verb
from langnghe.places.queries import name_on
from langnghe.web.access import StaffRequest, for_work, staff_only
from langnghe.web.clock import now, today
from langnghe.web.desk import wording
from langnghe.web.desk.asking import placed
from langnghe.web.desk.forms import ProcedureForm
from langnghe.web.desk.trail import below_register
from langnghe.web.pages import done, onward, show, step, to
from langnghe.web.paging import page

if TYPE_CHECKING:
    from langnghe.documents.shapes import GuidanceSlip
    from langnghe.opinions.models import Opinion

OLDEST_FIRST = ("pk",)


@require_safe
@for_work(Verb.TRIAGE)
def triage(request: StaffRequest) -> HttpResponse:
    """Show everything that is held, the oldest first."""
    found = page(placed(queries.to_triage(request.user, on=today())), OLDEST_FIRST, request.GET)
    held = [
        {
            "row": row,
            "procedure": wording.PROCEDURES[row.suspicion.kind],
            "words": row.suspicion.words.split("; "),
            "form": ProcedureForm(initial={"procedure": row.suspicion.kind}, auto_id=f"{row.reference}-%s"),
        }
        for row in found.rows
    ]
    sample = any(row.commune.is_sample for row in found.rows)
    trail = below_register((gettext("Phân loại"), ""))
    return show(request, "desk/triage", trail=trail, held=held, pager=found.pager, sample=sample)


@require_POST
@staff_only
def open_held(request: StaffRequest, reference: str) -> HttpResponse:
    """Say that a held text is an opinion after all."""
    opinion = queries.opinion(reference, request.user, verb=Verb.TRIAGE, on=today())
    if not opinion.is_open:
        exchange.open_held(opinion=opinion, by=request.user, at=now())
    said = gettext("Ý kiến %(reference)s đã vào sổ.") % {"reference": reference}
    return done(request, said, to("triage"))


@staff_only
def aside(request: StaffRequest, reference: str) -> HttpResponse:
    """Print the guidance slip of a procedure first; then set the text aside, which erases it."""
    form = ProcedureForm(request.POST or request.GET)
    if request.method == "POST" and _is_gone(request):
        return onward(to("triage"))
    opinion = queries.opinion(reference, request.user, verb=Verb.TRIAGE, on=today())
    if not form.is_valid() or opinion.is_open:
        return onward(to("triage"))
    kind = Procedure(form.cleaned_data["procedure"])
    if request.method == "POST":
        opinions.set_aside(opinion=opinion, kind=kind, by=request.user, at=now())
        said = gettext("Đã chuyển sang thủ tục riêng. Lời đã xóa; sổ chỉ giữ con số đếm của buổi ấy.")
        return done(request, said, to("triage"))
    return show(request, "desk/aside", at=[opinion.commune], **_facts(opinion, kind))


def _facts(opinion: "Opinion", kind: Procedure) -> dict[str, Any]:
    procedure = wording.PROCEDURES[kind]
    trail = below_register(step(gettext("Phân loại"), "triage"), (str(procedure), ""))
    return {
        "opinion": opinion,
        "hamlet": name_on(opinion.hamlet, opinion.dialogue.held_on) if opinion.hamlet else "",
        "kind": kind,
        "procedure": procedure,
        "slip": _slip(opinion, kind),
        "trail": trail,
    }


def _slip(opinion: "Opinion", kind: Procedure) -> "GuidanceSlip":
    return guidance(kind, opinion.commune, on=today())


def _is_gone(request: StaffRequest) -> bool:
    """Whether this very sending, which browsers repeat when a reply is lost, has done its work already."""
    try:
        return queries.was_set_aside(UUID(request.POST.get("key", "")))
    except ValueError:
        return False


@require_safe
@staff_only
def slip(request: StaffRequest, reference: str, kind: str) -> FileResponse:
    """Hand over the guidance slip of a procedure; it holds nothing of what was said."""
    known = next((each for each in Procedure if each == kind), None)
    if known is None:
        raise Http404
    opinion = queries.opinion(reference, request.user, verb=Verb.TRIAGE, on=today())
    stream = BytesIO()
    papers.write(_slip(opinion, known), stream, "docx")
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename="phieu-huong-dan.docx")
