"""Everything one hamlet said and what became of it: its head opens this page, and prints it as a poster."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from langnghe.feedback import wall
from langnghe.places.queries import place
from langnghe.places.rules import Kind
from langnghe.refusals import Refused
from langnghe.web.board import texts
from langnghe.web.clock import today
from langnghe.web.paging import page

if TYPE_CHECKING:
    from langnghe.places.models import Place

SIZE = 200
PAPERS = 6


@require_safe
def hamlet(request: HttpRequest, code: str) -> HttpResponse:
    """What a hamlet said in all its dialogues, the newest first; one that said nothing yet has a page as well."""
    where = _hamlet(code)
    shown = page(wall.of_hamlet(wall.texts(), where), texts.BY_HAMLET, request.GET, size=SIZE)
    told = texts.by_matter(shown.rows)
    facts = {
        "hamlet": where,
        "commune": where.parent,
        "dialogues": texts.by_dialogue(told),
        "answered": sum(one.here for one in told if one.became),
        "papers": list(wall.posted_for(where)[:PAPERS]),
        "pager": shown.pager,
        "address": request.get_host() + reverse("board-hamlet", args=[where.code]),
        "today": today(),
        "sample": where.is_sample,
        "trail": _trail(where),
    }
    return render(request, "board/hamlet.html", facts)


def _hamlet(code: str) -> "Place":
    try:
        found = place(code)
    except Refused as refusal:
        raise Http404 from refusal
    if found.kind != Kind.HAMLET:
        raise Http404
    return found


def _trail(hamlet: "Place") -> list[dict[str, object]]:
    steps: list[dict[str, object]] = [{"label": gettext("Bảng công khai"), "url": reverse("board")}]
    if hamlet.parent:
        steps.append({"label": hamlet.parent.name, "url": reverse("board-commune", args=[hamlet.parent.code])})
    return [*steps, {"label": hamlet.name}]
