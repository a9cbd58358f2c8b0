"""Which commune a page of the office is about, for staff who work for one and for staff who work for several."""

from typing import TYPE_CHECKING

from django.http import HttpResponse

from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest
from langnghe.web.clock import today
from langnghe.web.pages import Step, show

if TYPE_CHECKING:
    from langnghe.places.models import Place


def chosen(request: StaffRequest, verb: Verb) -> "Place | None":
    """Return the commune that `commune=` names, or the only one where the viewer may do `verb`; None to choose first.

    Raises Refused: "no-such-place".
    """
    communes = list(people.communes(request.user, verb, on=today()))
    code = request.GET.get("commune", "")
    if not code:
        return communes[0] if len(communes) == 1 else None
    found = next((commune for commune in communes if commune.code == code), None)
    if found is None:
        raise Refused("no-such-place", name=code, nearest=", ".join(commune.name for commune in communes[:3]))
    return found


def choose(request: StaffRequest, verb: Verb, heading: str, trail: tuple[Step, ...]) -> HttpResponse:
    """Ask which commune is meant."""
    communes = list(people.communes(request.user, verb, on=today()))
    asked = request.GET.copy()
    addresses = []
    for commune in communes:
        asked["commune"] = commune.code
        addresses.append((commune, f"?{asked.urlencode()}"))
    return show(request, "office/choose_commune", at=communes, trail=trail, heading=heading, addresses=addresses)
