"""One dialogue: where it stands, what waits, what comes next; how many came, and confirming it."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from langnghe.dialogues import actions as dialogues
from langnghe.exchange import actions as exchange
from langnghe.exchange import queries as heard
from langnghe.insights import evenings
from langnghe.insights.queries import Progress
from langnghe.opinions import queries as opinions
from langnghe.opinions.rules import Procedure
from langnghe.papers import queries as papers
from langnghe.people.queries import verbs_at
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import now, today
from langnghe.web.desk import wording
from langnghe.web.desk.asking import placed
from langnghe.web.desk.evening_papers import EveningPapers
from langnghe.web.desk.forms import AttendanceForm
from langnghe.web.desk.trail import below_register, of_dialogue
from langnghe.web.pages import answered_by, done, onward, show, to
from langnghe.web.wording import MEETINGS

SHOWN, SHOWN_OPEN = 20, 5
"""So many waiting (and open) opinions stand on the dialogue's own page; the rest are in the review (the register)."""
_COUNTED = ("present", "women", "invited")


@dataclass
class Evening:
    """Everything the page of a dialogue says of it, for one viewer; `dialogue` comes from `insights.evenings`."""

    dialogue: Any
    verbs: set[Verb] = field(default_factory=set)

    @cached_property
    def progress(self) -> Progress:
        numbers = {name: getattr(self.dialogue, name) for name in ("waiting", "held", "open", "dismissed")}
        return Progress(**numbers, aside=sum(count for _, count in self.asides))

    @property
    def attendance(self) -> SimpleNamespace | None:
        """How many came, by the newest count, or None before there is one."""
        if self.dialogue.present is None:
            return None
        return SimpleNamespace(**{name: getattr(self.dialogue, name) for name in _COUNTED})

    @cached_property
    def places(self) -> list[Any]:
        """The hamlets, each with what it was `called` on the day."""
        return evenings.places(self.dialogue)

    @property
    def hamlets(self) -> list[str]:
        return [place.called for place in self.places]

    @property
    def kind(self) -> str:
        return str(MEETINGS[self.dialogue.kind])

    @cached_property
    def asides(self) -> list[tuple[str, int]]:
        counts = [(str(wording.PROCEDURES[kind]), getattr(self.dialogue, f"aside_{kind}")) for kind in Procedure]
        return [(name, count) for name, count in counts if count]

    @property
    def undecided(self) -> int:
        return int(self.dialogue.undecided)

    @property
    def unpublished(self) -> int:
        return int(self.dialogue.unpublished)

    @property
    def is_past(self) -> bool:
        return bool(self.dialogue.held_on <= today())

    @cached_property
    def papers(self) -> EveningPapers:
        """The papers of the evening: what was issued, what is still to be."""
        return EveningPapers(self.dialogue, self.places, list(papers.about(self.dialogue.key)), today())

    @property
    def may(self) -> dict[str, bool]:
        """What the viewer may do here, by the verb's own name."""
        return {str(verb).replace("-", "_"): verb in self.verbs for verb in Verb}


def evening(request: StaffRequest, code: str, verb: Verb = Verb.READ) -> Evening:
    """Return the dialogue with `code` where the viewer may do `verb`. Raises Refused: "no-such-dialogue"."""
    dialogue = evenings.evening(code, request.user, verb=verb, on=today())
    return Evening(dialogue, verbs_at(request.user, dialogue.commune, on=today()))


@require_safe
@staff_only
def dialogue(request: StaffRequest, code: str) -> HttpResponse:
    """Show where a dialogue stands."""
    return _page(request, evening(request, code), AttendanceForm())


def _page(request: StaffRequest, this: Evening, form: AttendanceForm) -> HttpResponse:
    waits = this.progress.waiting and (this.may["hear"] or this.may["confirm"])
    waiting = placed(opinions.waiting(this.dialogue))[: SHOWN if waits else 0]
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
