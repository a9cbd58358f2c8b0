"""The board of all communes, and the board of one."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from langnghe.feedback import wall
from langnghe.opinions import queries as opinions
from langnghe.places.queries import place
from langnghe.places.rules import Kind
from langnghe.refusals import Refused
from langnghe.web.board import numbers, texts
from langnghe.web.board.wording import LISTS
from langnghe.web.clock import today
from langnghe.web.paging import page

if TYPE_CHECKING:
    from langnghe.places.models import Place
    from langnghe.web.board.texts import Text, Texts

COMMUNES_QUOTED = 4
TEXTS_QUOTED = 3
LAST = 8
"""On the page of a commune stand so many of the texts that were answered last."""
PAPERS = 12


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Which communes listened, and the newest texts of those that listened last."""
    asked = _asked(request)
    communes = list(opinions.listened())
    quoted = [] if asked else communes[:COMMUNES_QUOTED]
    told = texts.each_alone(_quoted([each["newest"] for each in quoted]))
    for commune in communes:
        commune["newest"] = [one for one in told if one.first["commune_code"] == commune["code"]]
    facts = {
        "communes": communes,
        "total": sum(commune["texts"] for commune in communes),
        "sample": any(commune["is_sample"] for commune in communes),
        **_found(wall.texts(), asked),
    }
    return render(request, "board/board.html", facts)


def _quoted(dialogues: "list[int]") -> "list[Text]":
    """Return the first texts of each dialogue, in the order that tells nothing about who spoke when."""
    said: dict[int, list[Text]] = {dialogue: [] for dialogue in dialogues}
    for text in wall.texts().filter(dialogue__in=dialogues) if dialogues else ():
        said[text["dialogue"]].append(text)
    return [text for texts_said in said.values() for text in texts_said[:TEXTS_QUOTED]]


@require_safe
def commune(request: HttpRequest, code: str) -> HttpResponse:
    """How much a commune heard and answered; what it answered last, or one of the lists behind the numbers."""
    where = _commune(code)
    asked, listed = _asked(request), request.GET.get("state", "")
    said = wall.texts().filter(commune__path__startswith=where.path)
    facts: dict[str, Any] = {
        "commune": where,
        "sample": where.is_sample,
        "trail": _trail(where, LISTS.get(listed)),
        **_found(said, asked, within=where),
    }
    if asked:
        return render(request, "board/commune.html", facts)
    counted = numbers.summed(wall.counts(said, on=today()))
    facts["numbers"] = counted
    if listed in LISTS:
        return _list(request, said, listed, facts)
    last = _last(said, is_answered=bool(counted.whole.answered))
    facts["last"] = texts.by_matter(last, is_one_place=True)
    facts["papers"] = list(wall.posted(where)[:PAPERS])
    return render(request, "board/commune.html", facts)


def _last(said: "Texts", *, is_answered: bool) -> "list[Text]":
    """Return what was answered last; where nothing is answered yet, what was said last."""
    if is_answered:
        said = wall.weighed(said).filter(wall.in_state("answered", on=today())).order_by("-answered_at", "shuffled")
    return list(said[:LAST])


def _list(request: HttpRequest, said: "Texts", listed: str, facts: dict[str, Any]) -> HttpResponse:
    if listed == "all":
        shown = page(opinions.on_board(facts["commune"]), texts.NEWEST, request.GET, full=said)
    else:
        shown = page(wall.weighed(said).filter(wall.in_state(listed, on=today())), texts.BY_HAMLET, request.GET)
    facts |= {
        "listed": listed,
        "title": LISTS[listed],
        "lists": LISTS.items(),
        "dialogues": texts.by_dialogue(texts.by_matter(shown.rows)),
        "pager": shown.pager,
    }
    return render(request, "board/list.html", facts)


def _asked(request: HttpRequest) -> str:
    return request.GET.get("q", "").strip()[:200]


def _found(said: "Texts", asked: str, *, within: "Place | None" = None) -> dict[str, object]:
    found = texts.each_alone(texts.matching(said, asked, within=within)) if asked else []
    return {"asked": asked, "found": found, "is_cut": len(found) == texts.FOUND}


def _trail(commune: "Place", listed: object) -> list[dict[str, object]]:
    board: dict[str, object] = {"label": gettext("Bảng công khai"), "url": reverse("board")}
    if not listed:
        return [board, {"label": commune.name}]
    return [board, {"label": commune.name, "url": reverse("board-commune", args=[commune.code])}, {"label": listed}]


def _commune(code: str) -> "Place":
    try:
        found = place(code)
    except Refused as refusal:
        raise Http404 from refusal
    if found.kind != Kind.COMMUNE:
        raise Http404
    return found
