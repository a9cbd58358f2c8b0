"""The board of all communes, and the board of one."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from langnghe.opinions import queries as opinions
from langnghe.places.queries import place
from langnghe.places.rules import Kind
from langnghe.refusals import Refused
from langnghe.web.board import texts
from langnghe.web.paging import page

if TYPE_CHECKING:
    from langnghe.places.models import Place

COMMUNES_QUOTED = 6
TEXTS_QUOTED = 3


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Which communes listened, and the newest texts of those that listened last."""
    asked = request.GET.get("q", "").strip()[:200]
    communes = list(opinions.listened())
    said = opinions.public_texts()
    for commune in [] if asked else communes[:COMMUNES_QUOTED]:
        commune["newest"] = list(said.filter(commune__code=commune["code"])[:TEXTS_QUOTED])
    found = texts.matching(said, asked) if asked else []
    facts = {
        "communes": communes,
        "asked": asked,
        "found": found,
        "total": sum(commune["texts"] for commune in communes),
        "is_cut": len(found) == texts.FOUND,
        "sample": any(commune["is_sample"] for commune in communes),
    }
    return render(request, "board/board.html", facts)


@require_safe
def commune(request: HttpRequest, code: str) -> HttpResponse:
    """What people said in one commune, dialogue by dialogue."""
    where = _commune(code)
    asked = request.GET.get("q", "").strip()[:200]
    said = opinions.public_texts().filter(commune__path__startswith=where.path)
    found = texts.matching(said, asked) if asked else []
    shown = None if asked else page(said, texts.BY_HAMLET, request.GET)
    facts = {
        "commune": where,
        "asked": asked,
        "found": found,
        "dialogues": texts.by_dialogue(shown.rows) if shown else [],
        "pager": shown.pager if shown else None,
        "is_cut": len(found) == texts.FOUND,
        "sample": where.is_sample,
        "trail": [{"label": gettext("Bảng công khai"), "url": reverse("board")}, {"label": where.name}],
    }
    return render(request, "board/commune.html", facts)


def _commune(code: str) -> "Place":
    try:
        found = place(code)
    except Refused as refusal:
        raise Http404 from refusal
    if found.kind != Kind.COMMUNE:
        raise Http404
    return found
