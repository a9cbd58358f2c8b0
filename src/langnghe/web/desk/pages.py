"""What every page of the desk does the same way: stand in its place, say what happened, say why not."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from langnghe.refusals import Refused
from langnghe.web.clock import today
from langnghe.web.refusals import sentence

if TYPE_CHECKING:
    from langnghe.dialogues.models import Dialogue
    from langnghe.places.models import Place

Step = tuple[str, str]


def show(
    request: HttpRequest, page: str, *, place: "Place | None" = None, trail: tuple[Step, ...] = (), **facts: Any
) -> HttpResponse:
    """Render a page of the desk; `trail` are the labels and addresses below the register, its own name last.

    Whoever may not read the register comes from the matters of their unit (`may_read` False).
    """
    form = facts.get("form")
    wrong = isinstance(form, BaseForm) and form.is_bound and request.method == "POST" and not form.is_valid()
    standing = {"place_name": place.name, "sample": place.is_sample} if place else {}
    top = (gettext("Sổ ý kiến"), "register") if facts.get("may_read", True) else (gettext("Việc của phòng tôi"), "unit")
    steps = [{"label": label, "url": url} for label, url in ((top[0], reverse(top[1])), *trail)]
    context = {"trail": steps, "today": today(), **standing, **facts}
    return render(request, f"desk/{page}.html", context, status=422 if wrong else 200)


def done(request: HttpRequest, words: str, name: str, *args: str, at: str = "", query: str = "") -> HttpResponse:
    """Say what was done and go on to the page called `name`, to the part `at` of it."""
    messages.success(request, words)
    return onward(name, *args, at=at, query=query)


def onward(name: str, *args: str, at: str = "", query: str = "") -> HttpResponse:
    """Go on to the page called `name` with a GET, whatever brought us here (303, RFC 9110)."""
    address = reverse(name, args=args) + (f"?{query}" if query else "") + (f"#{at}" if at else "")
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response


@contextmanager
def answered_by(form: BaseForm) -> Iterator[None]:
    """Let a rule's "no" stand in the form it concerns, where nothing that was typed is lost."""
    try:
        yield
    except Refused as refusal:
        form.add_error(None, sentence(refusal))


def of_dialogue(dialogue: "Dialogue") -> Step:
    """Return the step of the trail for a dialogue."""
    label = gettext("Hội nghị %(day)s") % {"day": f"{dialogue.held_on:%d/%m/%Y}"}
    return label, reverse("dialogue", args=[dialogue.code])
