"""One matter: who said it, what became of it, and what comes next; or all matters of a dialogue, decided at once."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.translation import gettext, ngettext

from langnghe.matters import actions as matters
from langnghe.matters import queries
from langnghe.matters.actions import Choice
from langnghe.matters.queries import decided
from langnghe.opinions import queries as opinions
from langnghe.people.queries import units, verbs_at
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import now, today
from langnghe.web.desk import wording
from langnghe.web.desk.asking import placed
from langnghe.web.desk.chronicle import Chronicle, Event, chronicle
from langnghe.web.desk.dialogue import evening
from langnghe.web.desk.forms import DecisionForm
from langnghe.web.desk.proposed import Proposed
from langnghe.web.desk.standing import Standing
from langnghe.web.desk.suggestions import Shown, shown
from langnghe.web.desk.trail import below_register, below_unit, of_dialogue
from langnghe.web.desk.voices import SHOWN, Voice, hamlets
from langnghe.web.pages import answered_by, done, show, to

if TYPE_CHECKING:
    from langnghe.matters.models import Matter
    from langnghe.matters.queries import Weighed

FIELDS = ("topic", "kind", "competence", "unit", "due_on")


@staff_only
def matter(request: StaffRequest, code: str) -> HttpResponse:
    """Show a matter and what became of it, and decide it; one without voices leads to where they are."""
    this = queries.matter(code, request.user, verb=Verb.READ, on=today())
    rows = list(placed(queries.voices(this))[: None if request.GET.get("voices") == "all" else SHOWN])
    if not rows:
        return _elsewhere(request, this)
    one = Shown(this, rows[0].words_now, this.commune, rows[0].dialogue.held_on)
    form = DecisionForm(request.POST or None, initial=_known(this) if one.is_decided else one.choice)
    if request.method == "POST" and form.is_valid():
        with answered_by(form):
            if not one.is_decided or form.choice != Choice(**_known(this)):
                matters.decide(matter=this, choice=form.choice, held_on=one.held_on, by=request.user, at=now())
            return done(request, gettext("Đã quyết định vụ việc %(code)s.") % {"code": code}, to("matter", code))
    return show(request, "desk/matter", at=[this.commune], **_facts(request, this, one, rows), form=form)


def _elsewhere(request: StaffRequest, this: "Weighed") -> HttpResponse:
    into = queries.now_part_of(this)
    if into == this:
        raise Refused("no-such-matter", code=this.code)
    said = gettext("%(code)s đã được ghép vào vụ việc này.") % {"code": this.code}
    return done(request, said, to("matter", into.code))


def _facts(request: StaffRequest, this: "Weighed", one: Shown, rows: list[Any]) -> dict[str, Any]:
    told = chronicle(this)
    standing = standing_of(request, this, told)
    below = below_register if standing.may_read else below_unit
    voices = [Voice(row, told.said(row.pk)) for row in rows]
    return {
        "trail": below((gettext("Vụ việc %(code)s") % {"code": this.code}, "")),
        "matter": this,
        "one": one,
        "told": told,
        "standing": standing,
        "voices": voices,
        "hamlets": hamlets(voices),
        "answer": told.answer and Proposed(told.answer),
        "pending": told.pending and Proposed(told.pending),
        "history": [_past(each, this, one) for each in told.past],
        "undoable": next((each for each in told.movings if str(each.key) == request.GET.get("moved")), None),
        "units": wording.units(),
    }


def _past(event: Event, this: "Matter", one: Shown) -> dict[str, Any]:
    return {
        "event": event,
        "decision": Shown(event, "", this.commune, one.held_on) if event.word == "decision" else None,
        "draft": Proposed(event) if event.word == "draft" else None,
    }


def standing_of(request: StaffRequest, this: "Weighed", told: Chronicle) -> Standing:
    """Return where a matter stands for the one who asks."""
    own = units(request.user, on=today())
    is_ours = any(this.commune.path.startswith(path) and this.unit == unit for path, unit in own)
    return Standing(this, told, frozenset(verbs_at(request.user, this.commune, on=today())), is_ours)


def _known(this: "Matter") -> dict[str, Any]:
    return {name: getattr(this, name) for name in FIELDS}


@staff_only
def decide_all(request: StaffRequest, code: str) -> HttpResponse:
    """Show what is suggested for every undecided matter of a dialogue; a person accepts, leaving out what is wrong."""
    this = evening(request, code, Verb.DECIDE)
    first: dict[str, Shown] = {}
    for row in decided(opinions.opened(this.dialogue)).filter(topic__isnull=True):
        first.setdefault(row.matter_code or "", shown(row))
    if request.method == "POST":
        count = _accept(request, first)
        said = ngettext("Đã quyết định %(n)s vụ việc.", "Đã quyết định %(n)s vụ việc.", count) % {"n": count}
        return done(request, said, to("dialogue", code))
    rows = [
        {"code": matter_code, "one": one, "value": _packed(one)} for matter_code, one in first.items() if matter_code
    ]
    trail = below_register(of_dialogue(this.dialogue), (gettext("Quyết định theo gợi ý"), ""))
    return show(request, "desk/decide_all", at=[this.dialogue.commune], trail=trail, dialogue=this.dialogue, rows=rows)


def _accept(request: StaffRequest, first: dict[str, Shown]) -> int:
    """Decide what was ticked, as it was shown; what is decided meanwhile stays as it is."""
    known = {each.code: each for each in queries.every().filter(code__in=request.POST.getlist("accept"))}
    choices: list[tuple[Matter, Choice, date]] = []
    for code, each in known.items():
        form = DecisionForm(dict(zip(FIELDS, request.POST.get(f"as-{code}", "").split("|"), strict=False)))
        if code in first and form.is_valid():
            choices.append((each, form.choice, first[code].held_on))
    return len(matters.decide_each(choices=choices, by=request.user, at=now()))


def _packed(one: Shown) -> str:
    return "|".join(str(one.choice[name] or "") for name in FIELDS)
