"""Public texts: what everybody may read of an opinion, written or confirmed by a person beside the spoken words."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext

from langnghe.language.personal_data import personal_data
from langnghe.opinions import actions as opinions
from langnghe.opinions import queries
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import now, today
from langnghe.web.desk import wording
from langnghe.web.desk.dialogue import evening
from langnghe.web.desk.forms import PublicForm
from langnghe.web.desk.pages import answered_by, done, of_dialogue, onward, show

if TYPE_CHECKING:
    from langnghe.opinions.models import Opinion


@staff_only
def publish(request: StaffRequest, reference: str) -> HttpResponse:
    """Write or confirm the public text of one opinion."""
    opinion = queries.opinion(reference, request.user, verb=Verb.PUBLISH, on=today())
    form = _form(request, opinion)
    if form.is_valid() and _publish(request, opinion, form):
        said = gettext("Đã lưu bản công khai của ý kiến %(reference)s.") % {"reference": reference}
        return done(request, said, "publish", reference)
    trail = (of_dialogue(opinion.dialogue), (gettext("Bản công khai %(n)s") % {"n": reference}, ""))
    return show(request, "publish", place=opinion.commune, trail=trail, form=form, **_facts(opinion, form))


@staff_only
def texts(request: StaffRequest, code: str) -> HttpResponse:
    """Go through the opinions of a dialogue that have no public text yet, one after another."""
    this = evening(request, code, Verb.PUBLISH)
    left = queries.unpublished(this.dialogue)
    asked = request.POST.get("reference") or request.GET.get("at", "")
    opinion = left.filter(reference=asked).first() or left.filter(number__gt=_number(request)).first() or left.first()
    trail = (of_dialogue(this.dialogue), (gettext("Bản công khai"), ""))
    if opinion is None:
        return show(request, "texts", place=this.dialogue.commune, trail=trail, dialogue=this.dialogue, count=0)
    form = _form(request, opinion) if asked == opinion.reference else PublicForm(initial={"words": opinion.words_now})  # type: ignore[attr-defined]
    if form.is_valid() and _publish(request, opinion, form):
        return onward("texts", code, query=f"after={opinion.number}")
    facts = {"dialogue": this.dialogue, "count": left.count(), **_facts(opinion, form)}
    return show(request, "texts", place=this.dialogue.commune, trail=trail, form=form, **facts)


def _number(request: StaffRequest) -> int:
    said = request.GET.get("after", "")
    return int(said) if said.isdecimal() and len(said) < 9 else 0


def _form(request: StaffRequest, opinion: "Opinion") -> PublicForm:
    words = opinion.public_words or opinion.words_now  # type: ignore[attr-defined]
    return PublicForm(request.POST or None, initial={"words": words})


def _publish(request: StaffRequest, opinion: "Opinion", form: PublicForm) -> bool:
    """Publish what the form says; a text that is public already is left alone. False where a rule says no."""
    with answered_by(form):
        if form.cleaned_data["words"] != opinion.public_words:  # type: ignore[attr-defined]
            opinions.publish(opinion=opinion, **form.cleaned_data, by=request.user, at=now())
        return True
    return False


def _facts(opinion: "Opinion", form: PublicForm) -> dict[str, object]:
    words = str(form["words"].value() or "")
    return {"opinion": opinion, "marked": _marked(words), "spoken": _marked(opinion.words_now)}  # type: ignore[attr-defined]


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
