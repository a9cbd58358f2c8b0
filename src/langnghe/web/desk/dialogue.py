"""One dialogue: where it stands, what waits, what comes next; its papers, and confirming it."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from django.http import FileResponse, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from langnghe.dialogues import actions as dialogues
from langnghe.dialogues.queries import attendance as attendance_of
from langnghe.dialogues.queries import hamlets, seen
from langnghe.documents import papers
from langnghe.documents.queries import paper as written
from langnghe.exchange import actions as exchange
from langnghe.exchange import queries as heard
from langnghe.insights.queries import Progress, progress_of
from langnghe.matters.queries import undecided
from langnghe.opinions import queries as opinions
from langnghe.people.queries import verbs_at
from langnghe.people.rules import Verb
from langnghe.places.queries import names_on
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import now, today
from langnghe.web.desk import wording
from langnghe.web.desk.asking import placed
from langnghe.web.desk.forms import AttendanceForm
from langnghe.web.desk.trail import below_register, of_dialogue
from langnghe.web.pages import answered_by, done, onward, show, to
from langnghe.web.wording import MEETINGS

if TYPE_CHECKING:
    from langnghe.dialogues.models import Attendance, Dialogue

SHOWN, SHOWN_OPEN = 20, 5
"""So many waiting (and open) opinions stand on the dialogue's own page; the rest are in the review (the register)."""


@dataclass
class Evening:
    """Everything the page of a dialogue says of it, for one viewer."""

    dialogue: "Dialogue"
    verbs: set[Verb] = field(default_factory=set)

    @cached_property
    def progress(self) -> Progress:
        return progress_of([self.dialogue])[self.dialogue.pk]

    @cached_property
    def attendance(self) -> "Attendance | None":
        return attendance_of(self.dialogue)

    @cached_property
    def hamlets(self) -> list[str]:
        found = list(hamlets(self.dialogue))
        return list(names_on(found, self.dialogue.held_on).values())

    @property
    def kind(self) -> str:
        return str(MEETINGS[self.dialogue.kind])

    @cached_property
    def asides(self) -> list[tuple[str, int]]:
        found = opinions.asides(self.dialogue) if self.progress.aside else {}
        return [(str(wording.PROCEDURES[kind]), count) for kind, count in found.items()]

    @cached_property
    def undecided(self) -> int:
        return undecided(self.dialogue).count() if self.progress.open else 0

    @cached_property
    def unpublished(self) -> int:
        return opinions.unpublished(self.dialogue).count() if self.progress.open else 0

    @property
    def is_past(self) -> bool:
        return self.dialogue.held_on <= today()

    @property
    def may(self) -> dict[str, bool]:
        """What the viewer may do here, by the verb's own name."""
        return {str(verb).replace("-", "_"): verb in self.verbs for verb in Verb}


def evening(request: StaffRequest, code: str, verb: Verb = Verb.READ) -> Evening:
    """Return the dialogue with `code` where the viewer may do `verb`. Raises Refused: "no-such-dialogue"."""
    dialogue = seen(code, request.user, verb=verb, on=today())
    return Evening(dialogue, verbs_at(request.user, dialogue.commune, on=today()))


@require_safe
@staff_only
def dialogue(request: StaffRequest, code: str) -> HttpResponse:
    """Show where a dialogue stands."""
    return _page(request, evening(request, code), AttendanceForm())


def _page(request: StaffRequest, this: Evening, form: AttendanceForm) -> HttpResponse:
    may_see_waiting = this.may["hear"] or this.may["confirm"]
    waiting = placed(opinions.waiting(this.dialogue))[: SHOWN if may_see_waiting else 0]
    opened = placed(opinions.opened(this.dialogue))[: 0 if this.progress.waiting else SHOWN_OPEN]
    if this.attendance and not form.is_bound:
        form.initial = {name: getattr(this.attendance, name) for name in form.fields}
    return show(
        request,
        "desk/dialogue",
        at=[this.dialogue.commune],
        trail=below_register(of_dialogue(this.dialogue)),
        this=this,
        dialogue=this.dialogue,
        waiting=list(waiting),
        opened=list(opened),
        papers=list(heard.papers(this.dialogue)),
        form=form,
    )


@require_POST
@staff_only
def attendance(request: StaffRequest, code: str) -> HttpResponse:
    """Note how many came."""
    this = evening(request, code, Verb.HEAR)
    form = AttendanceForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        known = this.attendance
        with answered_by(form):
            if known is None or any(getattr(known, name) != said[name] for name in said):
                dialogues.hold(dialogue=this.dialogue, **said, by=request.user, at=now())
            return done(request, gettext("Đã ghi số người dự."), to("dialogue", code))
    return _page(request, this, form)


@require_POST
@staff_only
def confirm(request: StaffRequest, code: str) -> HttpResponse:
    """Open everything of a dialogue that waits and is not held."""
    this = evening(request, code, Verb.CONFIRM)
    opened = exchange.confirm(dialogue=this.dialogue, by=request.user, at=now())
    if not opened:
        return onward(to("dialogue", code))
    said = ngettext("Đã xác nhận %(n)s ý kiến; nay đã vào sổ.", "Đã xác nhận %(n)s ý kiến; nay đã vào sổ.", len(opened))
    return done(request, said % {"n": len(opened)}, to("dialogue", code))


@require_safe
@staff_only
def paper(request: StaffRequest, code: str, kind: str, form: str) -> FileResponse:
    """Hand over one paper of a dialogue; nothing is issued yet, so it says DỰ THẢO."""
    this = evening(request, code)
    stream = BytesIO()
    papers.write(written(kind, this.dialogue, on=today()), stream, form)
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename=f"du-thao-{_STEMS.get(kind, kind)}-{code}.{form}")


_STEMS = {"minutes": "bien-ban", "table": "bang-tong-hop"}
