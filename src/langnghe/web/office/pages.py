"""What every page of the office does the same way: stand in its place, say what happened, say why not."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

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
    request: HttpRequest, page: str, *, at: "Iterable[Place]" = (), trail: tuple[Step, ...] = (), **facts: object
) -> HttpResponse:
    """Render a page of the office. `at` are the communes it is about; `trail` are the labels and addresses above it."""
    form = facts.get("form")
    wrong = isinstance(form, BaseForm) and form.is_bound and request.method == "POST" and not form.is_valid()
    communes = {place.pk: place for place in at}
    standing = {
        "place_name": next(iter(communes.values())).name if len(communes) == 1 else "",
        "sample": any(place.is_sample for place in communes.values()),
    }
    steps = [{"label": label, "url": url} for label, url in trail]
    context = {"trail": steps, "today": today(), **standing, **facts}
    return render(request, f"office/{page}.html", context, status=422 if wrong else 200)


def done(request: HttpRequest, words: str, address: str) -> HttpResponse:
    """Say what was done and go on to `address` with a GET (303, RFC 9110)."""
    messages.success(request, words)
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response


def step(label: object, name: str, *args: object) -> Step:
    """Return one step of the trail: its label and the address called `name`."""
    return label, reverse(name, args=args)


@contextmanager
def answered_by(form: BaseForm) -> Iterator[None]:
    """Let a rule's "no" stand in the form it concerns, where nothing that was typed is lost."""
    try:
        yield
    except Refused as refusal:
        form.add_error(None, sentence(refusal))
