"""What people said in one dialogue and what became of it, by hamlet: printed, it is put up in the community house."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from langnghe.feedback import wall
from langnghe.web.board import texts
from langnghe.web.clock import today
from langnghe.web.paging import page

SIZE = 200


@require_safe
def dialogue(request: HttpRequest, code: str) -> HttpResponse:
    """A dialogue without a text for everybody is not known here."""
    said = wall.texts().filter(dialogue__code=code)
    names = sorted(set(said.order_by().values_list("hamlet_name", flat=True)))
    hamlet = request.GET.get("hamlet")
    if hamlet in names:
        said = said.filter(hamlet_name=hamlet)
    shown = page(said, texts.BY_HAMLET, request.GET, size=SIZE)
    if not shown.rows:
        raise Http404
    one = shown.rows[0]
    facts = {
        "dialogue": one,
        "names": [name for name in names if name],
        "hamlet": hamlet if hamlet in names else "",
        "hamlets": texts.by_hamlet(texts.by_matter(shown.rows)),
        "papers": list(wall.posted_about(one["dialogue_key"])),
        "pager": shown.pager,
        "is_poster": hamlet in names or len(names) == 1,
        "address": request.get_host() + _way(one, is_alone=hamlet in names),
        "today": today(),
        "sample": one["is_sample"],
        "trail": _trail(one),
    }
    return render(request, "board/dialogue.html", facts)


def _way(one: dict[str, object], *, is_alone: bool) -> str:
    """Return where to read on: for a hamlet shown alone its own page."""
    if is_alone and one["from_hamlet"]:
        return reverse("board-hamlet", args=[one["from_hamlet"]])
    return reverse("board-dialogue", args=[one["code"]])


def _trail(one: dict[str, object]) -> list[dict[str, object]]:
    return [
        {"label": gettext("Bảng công khai"), "url": reverse("board")},
        {"label": one["commune_name"], "url": reverse("board-commune", args=[one["commune_code"]])},
        {"label": gettext("Hội nghị %(day)s") % {"day": f"{one['held_on']:%d/%m/%Y}"}},
    ]
