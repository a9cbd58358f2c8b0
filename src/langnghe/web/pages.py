"""What every page for staff does the same way: stand in its place, say what happened, say why not."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from langnghe.refusals import Refused
from langnghe.web.clock import today
from langnghe.web.refusals import sentence

if TYPE_CHECKING:
    from langnghe.places.models import Place

Step = tuple[object, str]


def show(
    request: HttpRequest, page: str, *, at: "Iterable[Place]" = (), trail: tuple[Step, ...] = (), **facts: Any
) -> HttpResponse:
    """Render the template `page`, without its ending. `at` are the communes it is about; `trail` is the way to it."""
    form = facts.get("form")
    wrong = isinstance(form, BaseForm) and form.is_bound and request.method == "POST" and not form.is_valid()
    communes = {place.pk: place for place in at}
    standing = {
        "place_name": next(iter(communes.values())).name if len(communes) == 1 else "",
        "sample": any(place.is_sample for place in communes.values()),
    }
    steps = [{"label": label, "url": url} for label, url in trail]
    context = {"trail": steps, "today": today(), **standing, **facts}
    return render(request, f"{page}.html", context, status=422 if wrong else 200)


def done(request: HttpRequest, words: str, address: str) -> HttpResponse:
    """Say what was done and go on to `address`."""
    messages.success(request, words)
    return onward(address)


def onward(address: str) -> HttpResponse:
    """Go on to `address` with a GET, whatever brought us here (303, RFC 9110)."""
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response


def to(name: str, *args: object, part: str = "", query: str = "") -> str:
    """Return the address of the page called `name`, with what it is asked, down to one part of it."""
    return reverse(name, args=args) + (f"?{query}" if query else "") + (f"#{part}" if part else "")


def step(label: object, name: str, *args: object) -> Step:
    """Return one step of the trail: its label and the address called `name`."""
    return label, to(name, *args)


@contextmanager
def answered_by(form: BaseForm) -> Iterator[None]:
    """Let a rule's "no" stand in the form it concerns, where nothing that was typed is lost."""
    try:
        yield
    except Refused as refusal:
        form.add_error(None, sentence(refusal))
