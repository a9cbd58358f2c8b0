"""Matters: what several voices are about, who has it, by when; one by one, a whole dialogue's, or those of a unit."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from langnghe.matters import actions as matters
from langnghe.matters import queries
from langnghe.matters.actions import Choice
from langnghe.matters.queries import decided
from langnghe.opinions import queries as opinions
from langnghe.people.queries import units as offices
from langnghe.people.queries import verbs_at
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, for_work, staff_only
from langnghe.web.clock import now, today
from langnghe.web.desk import wording
from langnghe.web.desk.asking import DUE_OR_NEVER, placed
from langnghe.web.desk.dialogue import evening
from langnghe.web.desk.forms import DecisionForm
from langnghe.web.desk.suggestions import Shown, shown
from langnghe.web.desk.trail import below_register, below_unit, of_dialogue
from langnghe.web.pages import answered_by, done, show, to
from langnghe.web.paging import page

if TYPE_CHECKING:
    from langnghe.matters.models import Matter

MOST_URGENT_FIRST = ("due_or_never", "pk")
FIELDS = ("topic", "kind", "competence", "unit", "due_on")


@staff_only
def matter(request: StaffRequest, code: str) -> HttpResponse:
    """Show a matter with every voice, and decide it."""
    this = queries.matter(code, request.user, verb=Verb.READ, on=today())
    voices = list(placed(decided(queries.voices(this))))
    one = Shown(this, voices[0].words_now, this.commune, voices[0].dialogue.held_on)
    form = DecisionForm(request.POST or None, initial=_known(this) if one.is_decided else one.choice)
    if request.method == "POST" and form.is_valid():
        with answered_by(form):
            if not one.is_decided or form.choice != Choice(**_known(this)):
                matters.decide(matter=this, choice=form.choice, held_on=one.held_on, by=request.user, at=now())
            return done(request, gettext("Đã quyết định vụ việc %(code)s.") % {"code": code}, to("matter", code))
    return show(request, "desk/matter", at=[this.commune], **_facts(request, this, one, voices), form=form)


def _facts(request: StaffRequest, this: "Matter", one: Shown, voices: list[Any]) -> dict[str, Any]:
    verbs = verbs_at(request.user, this.commune, on=today())
    said = opinions.replies(queries.voices(this))
    below = below_register if Verb.READ in verbs else below_unit
    return {
        "trail": below((gettext("Vụ việc %(code)s") % {"code": this.code}, "")),
        "matter": this,
        "one": one,
        "voices": [{"row": row, "answers": [reply.said for reply in said.get(row.pk, ())]} for row in voices],
        "decisions": [Shown(row, "", this.commune, one.held_on) for row in queries.decisions(this)],
        "units": wording.units(),
        "may_decide": Verb.DECIDE in verbs,
        "may_publish": Verb.PUBLISH in verbs,
        "may_read": Verb.READ in verbs,
    }


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


@require_safe
@for_work(Verb.SEE_UNIT)
def unit(request: StaffRequest) -> HttpResponse:
    """Show the matters that the viewer's own offices lead, the overdue first."""
    led = queries.of_unit(request.user, on=today()).annotate(due_or_never=DUE_OR_NEVER)
    found = page(led, MOST_URGENT_FIRST, request.GET)
    rows = [Shown(row, row.title, row.commune, row.opened_at.date()) for row in found.rows]
    return show(
        request,
        "desk/unit",
        rows=rows,
        pager=found.pager,
        late=sum(1 for one in rows if one.due_on and one.due_on < today()),
        units=sorted({name for _path, name in offices(request.user, on=today())}),
        sample=any(row.commune.is_sample for row in found.rows),
    )
