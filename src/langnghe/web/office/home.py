"""The first page of a member of staff: where their own work waits."""

from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, staff_only
from langnghe.web.clock import today
from langnghe.web.context import address

if TYPE_CHECKING:
    from langnghe.people.models import Person

_FIRST = (
    (Verb.READ, "register"),
    (Verb.SEE_UNIT, "unit"),
    (Verb.SEE_COVERAGE, "campaigns"),
    (Verb.MAP, "places"),
    (Verb.APPOINT, "people"),
)


@staff_only
def home(request: StaffRequest) -> HttpResponse:
    return HttpResponseRedirect(first_page(request.user))


def first_page(person: "Person") -> str:
    """Return the address where the work of `person` waits; the rules, which all may read, for somebody without any."""
    allowed = people.verbs(person, on=today())
    known = (address(name) for verb, name in _FIRST if verb in allowed)
    return next(filter(None, known), reverse("rules"))
