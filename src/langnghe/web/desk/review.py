"""The reader beside its source: what a paper says on one side, what was understood on the other."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from langnghe.exchange import actions as exchange
from langnghe.exchange import queries as heard
from langnghe.exchange.actions import Where
from langnghe.matters.queries import decided
from langnghe.opinions import actions as opinions
from langnghe.opinions import queries
from langnghe.people.rules import Verb
from langnghe.places.queries import hamlets
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import now, today
from langnghe.web.desk.asking import placed
from langnghe.web.desk.dialogue import Evening, evening
from langnghe.web.desk.forms import WordsForm
from langnghe.web.desk.source import Row, rows
from langnghe.web.desk.suggestions import alike, shown
from langnghe.web.desk.trail import below_register, of_dialogue
from langnghe.web.pages import answered_by, done, onward, show, to

if TYPE_CHECKING:
    from langnghe.exchange.models import Paper


@require_safe
@staff_only
def review(request: StaffRequest, code: str) -> HttpResponse:
    """Show everything that waits in a dialogue beside the paper it came from."""
    this = evening(request, code, Verb.CONFIRM)
    waiting = list(placed(decided(queries.waiting(this.dialogue))))
    papers = list(heard.papers(this.dialogue))
    paper = next((each for each in papers if str(each.key) == request.GET.get("paper")), papers[0] if papers else None)
    return show(
        request,
        "desk/review",
        at=[this.dialogue.commune],
        trail=below_register(of_dialogue(this.dialogue), (gettext("Xem lại"), "")),
        this=this,
        dialogue=this.dialogue,
        entries=_entries(this, waiting),
        dismissed=list(queries.dismissed(this.dialogue)),
        papers=papers,
        paper=paper,
        source=_source(paper, this),
        hamlets=list(hamlets(this.dialogue.commune, on=this.dialogue.held_on)),
    )


def _entries(this: Evening, waiting: list[Any]) -> list[dict[str, object]]:
    """Return each waiting opinion with what was answered, what is suggested, and what it is like."""
    answers = queries.replies(queries.waiting(this.dialogue))
    return [
        {
            "one": shown(row),
            "answers": [reply.said for reply in answers.get(row.pk, ())],
            "alike": found,
        }
        for row, found in zip(waiting, alike(waiting, this.dialogue.commune), strict=True)
    ]


def _source(paper: "Paper | None", this: Evening) -> list[Row]:
    """Return the paper by rows. What is held on suspicion is not shown here, nor what was erased."""
    if paper is None:
        return []
    told = queries.every().filter(dialogue=this.dialogue)
    spoken = {row.key: row for row in told if row.is_open or not row.is_held}
    return rows(heard.pieces(paper), spoken)


@staff_only
def correct(request: StaffRequest, reference: str) -> HttpResponse:
    """Write down what was really said."""
    opinion = queries.opinion(reference, request.user, verb=Verb.HEAR, on=today())
    form = WordsForm(request.POST or None, initial={"words": opinion.words_now})
    if form.is_valid():
        with answered_by(form):
            if form.cleaned_data["words"] != opinion.words_now:
                opinions.correct(opinion=opinion, words=form.cleaned_data["words"], by=request.user, at=now())
            said = gettext("Đã sửa lời ý kiến %(reference)s; lời ghi trước vẫn được giữ.") % {"reference": reference}
            return done(request, said, to("review", opinion.dialogue.code, part=f"opinion-{reference}"))
    trail = below_register(of_dialogue(opinion.dialogue), (gettext("Sửa lời"), ""))
    return show(request, "desk/correct", at=[opinion.commune], trail=trail, form=form, opinion=opinion)


@require_POST
@staff_only
def dismiss(request: StaffRequest, reference: str) -> HttpResponse:
    """Say that this is no opinion: the paper was misread."""
    opinion = queries.opinion(reference, request.user, verb=Verb.TRIAGE, on=today())
    if not opinion.is_dismissed:
        opinions.dismiss(opinion=opinion, by=request.user, at=now())
    return done(request, gettext("Đã bỏ một chỗ đọc nhầm."), to("review", opinion.dialogue.code, part="understood"))


@require_POST
@staff_only
def take_up(request: StaffRequest, code: str, paper: UUID, number: int) -> HttpResponse:
    """Make an opinion of a piece that the reader did not understand."""
    this = evening(request, code, Verb.HEAR)
    piece = heard.piece(this.dialogue, paper, number)
    if piece is None or piece.role != "unread":
        return onward(to("review", code))
    within = hamlets(this.dialogue.commune, on=this.dialogue.held_on)
    hamlet = next((each for each in within if each.code == request.POST.get("hamlet")), None)
    into = Where(this.dialogue.commune, this.dialogue.held_on, this.dialogue)
    exchange.take_up(piece=piece, into=into, hamlet=hamlet, by=request.user, at=now())
    return done(request, gettext("Đã nhận chỗ này là một ý kiến."), to("review", code, part="understood"))
