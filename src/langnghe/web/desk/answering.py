"""Drafting an answer: what people said, what was answered in the hall, and the form beside it."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.translation import gettext

from langnghe.answers import actions as answers
from langnghe.answers import queries as drafted
from langnghe.language.personal_data import personal_data
from langnghe.matters import queries
from langnghe.people.queries import may
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import now, today
from langnghe.web.desk import wording
from langnghe.web.desk.answer_form import CONCERNS, AnswerForm
from langnghe.web.desk.trail import below_register, below_unit
from langnghe.web.desk.voices import Voice, hamlets, voices
from langnghe.web.pages import done, onward, show, step, to
from langnghe.web.refusals import sentence

if TYPE_CHECKING:
    from langnghe.answers.models import Draft
    from langnghe.matters.queries import Weighed
    from langnghe.web.pages import Step

BESIDE = 20
"""So many voices stand beside the form."""


@staff_only
def answer(request: StaffRequest, code: str) -> HttpResponse:
    """Draft the answer to a matter; the chair releases it."""
    this = queries.matter(code, request.user, verb=Verb.READ, on=today())
    drafted.require_drafting(request.user, this, on=today())
    spoken = voices(this, BESIDE)
    if not spoken:
        return onward(to("matter", code))
    newest = drafted.drafts(this).first()
    form = AnswerForm(request.POST or None, initial=_initial(request, this, newest, spoken))
    if form.is_valid() and _draft(request, this, newest, form):
        said = gettext("Đã gửi bản thảo trả lời %(code)s; chủ tịch duyệt rồi mới đến bà con.") % {"code": code}
        return done(request, said, to("matter", code))
    return show(request, "desk/answer", at=[this.commune], **_facts(request, this, newest, spoken, form), form=form)


def _draft(request: StaffRequest, this: "Weighed", newest: "Draft | None", form: AnswerForm) -> bool:
    """Propose what the form says; the same words that wait already are left alone. False where a rule says no."""
    if newest and newest.contents == form.contents.needed() and drafted.is_pending(newest):
        return True
    checked = form.cleaned_data["is_checked"]
    try:
        answers.draft(matter=this, contents=form.contents, is_checked=checked, by=request.user, at=now())
    except Refused as refusal:
        form.add_error(CONCERNS.get(refusal.code), sentence(refusal))
        return False
    return True


def _initial(request: StaffRequest, this: "Weighed", newest: "Draft | None", spoken: list[Voice]) -> dict[str, Any]:
    """Return what the form begins with: the newest draft, or what was said in the hall where that was asked for."""
    if newest is not None:
        return vars(newest.contents)
    said = {str(each.key): each.words for voice in spoken for each in voice.said}
    return {"owner": this.unit or "", "words": said.get(request.GET.get("said", ""), "")}


def _facts(
    request: StaffRequest, this: "Weighed", newest: "Draft | None", spoken: list[Voice], form: AnswerForm
) -> dict[str, Any]:
    remark = getattr(newest, "remark", None)
    return {
        "trail": _trail(request, this),
        "matter": this,
        "voices": spoken,
        "hamlets": hamlets(spoken),
        "remark": remark,
        "is_waiting": newest is not None and drafted.is_pending(newest),
        "is_told": drafted.answers(this).exists(),
        "found": _found(form),
        "units": wording.units(),
    }


def _trail(request: StaffRequest, this: "Weighed") -> tuple["Step", ...]:
    below = below_register if may(request.user, Verb.READ, this.commune, on=today()) else below_unit
    own = step(gettext("Vụ việc %(code)s") % {"code": this.code}, "matter", this.code)
    return below(own, (gettext("Soạn trả lời"), ""))


def _found(form: AnswerForm) -> list[tuple[str, str]]:
    """Return what in the form may tell of a person, and what it seems to be."""
    texts = [str(form[name].value() or "") for name in ("words", "reason", "whom", "owner", "source")]
    return [
        (text[each.start : each.end], str(wording.FINDINGS[each.kind]))
        for text in texts
        for each in personal_data(text)
    ]
