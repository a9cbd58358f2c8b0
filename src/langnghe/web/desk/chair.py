"""The chair's list: drafts that wait, with who said what; released one by one or several at once, or given back."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from langnghe.answers import actions as answers
from langnghe.answers import queries as drafted
from langnghe.commitments import actions as commitments
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import now, today
from langnghe.web.desk.answer_form import RemarkForm
from langnghe.web.desk.proposed import Proposed
from langnghe.web.desk.trail import below_register
from langnghe.web.desk.voices import hamlets, quoted, with_said
from langnghe.web.pages import done, onward, show, to
from langnghe.web.paging import page
from langnghe.web.refusals import sentence

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from langnghe.answers.models import Draft

SIZE = 20
QUOTED = 3
"""So many voices of a matter are quoted before its draft."""
OLDEST_FIRST = ("pk",)


@for_work(Verb.RELEASE)
def chair(request: StaffRequest) -> HttpResponse:
    """Show the drafts that wait for the viewer, and release those that were ticked."""
    if request.method == "POST":
        return _release(request)
    return _page(request, {})


def _page(
    request: StaffRequest, wrong: Mapping[UUID, str], remarks: Mapping[UUID, RemarkForm] | None = None
) -> HttpResponse:
    waiting = drafted.to_release(request.user, on=today())
    only = _keys([request.GET.get("draft", "")])
    found = page(quoted(waiting.filter(key__in=only) if only else waiting), OLDEST_FIRST, request.GET, size=SIZE)
    items = _items(found.rows, wrong, remarks or {})
    response = show(
        request,
        "desk/chair",
        trail=below_register((gettext("Chờ chủ tịch duyệt"), "")),
        items=items,
        pager=found.pager,
        only=only,
        at=[draft.matter.commune for draft in found.rows],
    )
    response.status_code = 422 if wrong or remarks else 200
    return response


def _items(drafts: list[Any], wrong: Mapping[UUID, str], remarks: Mapping[UUID, RemarkForm]) -> list[dict[str, Any]]:
    spoken = {draft.pk: sorted(_opinions(draft), key=lambda row: (row.heard_at, row.pk)) for draft in drafts}
    shown = {voice.row.pk: voice for voice in with_said([row for rows in spoken.values() for row in rows[:QUOTED]])}
    return [
        {
            "draft": draft,
            "said": Proposed(draft),
            "voices": [shown[row.pk] for row in spoken[draft.pk][:QUOTED]],
            "count": len(spoken[draft.pk]),
            "more": max(len(spoken[draft.pk]) - QUOTED, 0),
            "hamlets": hamlets(shown[row.pk] for row in spoken[draft.pk][:QUOTED]),
            "wrong": wrong.get(draft.key, ""),
            "remark": remarks.get(draft.key) or RemarkForm(auto_id=f"remark-{draft.key}-%s"),
        }
        for draft in drafts
    ]


def _opinions(draft: "Draft") -> list[Any]:
    return [member.opinion for member in draft.matter.memberships.all()]


def _release(request: StaffRequest) -> HttpResponse:
    """Release each draft that was chosen; what one of them is refused for stands beside it, the others are released."""
    one = request.POST.get("one", "")
    chosen = _keys([one] if one else request.POST.getlist("draft"))
    wrong: dict[UUID, str] = {}
    released = 0
    for draft in _waiting(request, chosen):
        try:
            commitments.release(draft=draft, by=request.user, at=now())
            released += 1
        except Refused as refusal:
            wrong[draft.key] = sentence(refusal)
    if wrong:
        return _page(request, wrong)
    if not released:
        return onward(to("chair"))
    said = ngettext("Đã duyệt %(n)s câu trả lời.", "Đã duyệt %(n)s câu trả lời.", released) % {"n": released}
    return done(request, said, to("chair"))


@require_POST
@for_work(Verb.RELEASE)
def give_back(request: StaffRequest, key: UUID) -> HttpResponse:
    """Give a draft back with what it lacks."""
    draft = drafted.draft(key, request.user, on=today())
    form = RemarkForm(request.POST, auto_id=f"remark-{key}-%s")
    if not drafted.is_pending(draft):
        return onward(to("chair"))
    if not form.is_valid():
        return _page(request, {}, {key: form})
    answers.give_back(draft=draft, words=form.cleaned_data["words"], by=request.user, at=now())
    said = gettext("Đã trả lại bản thảo %(code)s; phòng sẽ thấy lời dặn.") % {"code": draft.matter.code}
    return done(request, said, to("chair"))


def _waiting(request: StaffRequest, keys: Iterable[UUID]) -> "QuerySet[Draft]":
    return drafted.to_release(request.user, on=today()).filter(key__in=list(keys))


def _keys(texts: Iterable[str]) -> list[UUID]:
    """Return the keys among what was sent; what is none is left out."""
    keys = []
    for text in texts:
        try:
            keys.append(UUID(text))
        except ValueError:
            continue
    return keys
