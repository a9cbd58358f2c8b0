"""Public texts: what everybody may read of an opinion, written or confirmed by a person beside the spoken words."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.translation import gettext

from langnghe.language.personal_data import personal_data
from langnghe.opinions import actions as opinions
from langnghe.opinions import queries
from langnghe.people.rules import Verb
from langnghe.places.queries import name_on
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import now, today
from langnghe.web.desk import wording
from langnghe.web.desk.dialogue import evening
from langnghe.web.desk.forms import PublicForm
from langnghe.web.desk.trail import below_register, of_dialogue
from langnghe.web.pages import answered_by, done, onward, show, to

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from langnghe.opinions.queries import Stated


@staff_only
def publish(request: StaffRequest, reference: str) -> HttpResponse:
    """Write or confirm the public text of one opinion."""
    opinion = queries.opinion(reference, request.user, verb=Verb.PUBLISH, on=today())
    form = _form(request, opinion)
    if form.is_valid() and _publish(request, opinion, form):
        said = gettext("Đã lưu bản công khai của ý kiến %(reference)s.") % {"reference": reference}
        return done(request, said, to("publish", reference))
    trail = below_register(of_dialogue(opinion.dialogue), (gettext("Bản công khai %(n)s") % {"n": reference}, ""))
    return show(request, "desk/publish", at=[opinion.commune], trail=trail, form=form, **_facts(opinion, form))


@staff_only
def texts(request: StaffRequest, code: str) -> HttpResponse:
    """Go through the opinions of a dialogue that have no public text yet, one after another."""
    this = evening(request, code, Verb.PUBLISH)
    left = queries.unpublished(this.dialogue)
    opinion = _next(request, left)
    standing: dict[str, Any] = {
        "at": [this.dialogue.commune],
        "trail": below_register(of_dialogue(this.dialogue), (gettext("Bản công khai"), "")),
        "dialogue": this.dialogue,
    }
    if opinion is None:
        if request.method == "POST":
            return onward(to("texts", code))
        return show(request, "desk/texts", **standing, count=0)
    form = _form(request, opinion)
    if form.is_valid() and _publish(request, opinion, form):
        return onward(to("texts", code, query=f"after={opinion.number}"))
    return show(request, "desk/texts", **standing, count=left.count(), form=form, **_facts(opinion, form))


def _next(request: StaffRequest, left: "QuerySet[Stated]") -> "Stated | None":
    """Return the opinion that was sent; on looking, the one after the last, else the first. None where none is left."""
    if request.method == "POST":
        return left.filter(reference=request.POST.get("reference", "")).first()
    after = request.GET.get("after", "")
    number = int(after) if after.isdecimal() and len(after) < 9 else 0
    return left.filter(number__gt=number).first() or left.first()


def _form(request: StaffRequest, opinion: "Stated") -> PublicForm:
    words = opinion.public_words or opinion.words_now
    return PublicForm(request.POST or None, initial={"words": words})


def _publish(request: StaffRequest, opinion: "Stated", form: PublicForm) -> bool:
    """Publish what the form says; a text that is public already is left alone. False where a rule says no."""
    with answered_by(form):
        if form.cleaned_data["words"] != opinion.public_words:
            opinions.publish(opinion=opinion, **form.cleaned_data, by=request.user, at=now())
        return True
    return False


def _facts(opinion: "Stated", form: PublicForm) -> dict[str, Any]:
    words = str(form["words"].value() or "")
    hamlet = name_on(opinion.hamlet, opinion.dialogue.held_on) if opinion.hamlet else ""
    return {"opinion": opinion, "hamlet": hamlet, "marked": _marked(words), "spoken": _marked(opinion.words_now)}


def _marked(words: str) -> list[tuple[str, str]]:
    """Return the pieces of a text in order, each with what it may tell of a person, or ""."""
    pieces, at = [], 0
    for found in personal_data(words):
        if found.start >= at:
            pieces += [
                (words[at : found.start], ""),
                (words[found.start : found.end], str(wording.FINDINGS[found.kind])),
            ]
            at = found.end
    return [*pieces, (words[at:], "")]
