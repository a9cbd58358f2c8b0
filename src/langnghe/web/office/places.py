"""The map: the communes somebody keeps, and one commune with its hamlets and its history."""

from itertools import groupby
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.places import queries
from langnghe.places.rules import Change, Kind
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, for_work
from langnghe.web.clock import today
from langnghe.web.pages import Step, show, step

if TYPE_CHECKING:
    from langnghe.places.models import Place
    from langnghe.places.queries import Event


@for_work(Verb.MAP)
def places(request: StaffRequest) -> HttpResponse:
    communes = list(queries.counted(people.communes(request.user, Verb.MAP, on=today()), on=today()))
    paths = people.reach(request.user, Verb.MAP, on=today())
    groups = []
    for parent, below in groupby(communes, key=lambda commune: commune.parent):
        may_load = parent is not None and any(parent.path.startswith(path) for path in paths)
        groups.append({"parent": parent, "communes": list(below), "may_load": may_load})
    return show(request, "office/places", at=communes, trail=(step(_("Địa bàn"), "places"),), groups=groups)


@for_work(Verb.MAP)
def place_page(request: StaffRequest, code: str) -> HttpResponse:
    commune = kept(request, code)
    hamlets = list(queries.hamlets(commune, on=today()))
    coming = [hamlet for hamlet in queries.hamlets(commune) if hamlet.valid_from and hamlet.valid_from > today()]
    facts = {
        "commune": commune,
        "hamlets": hamlets,
        "unconfirmed": [hamlet for hamlet in hamlets if not hamlet.is_confirmed],
        "coming": coming,
        "history": [(event, told(event)) for event in queries.history(commune)],
    }
    return show(request, "office/place", at=[commune], trail=trail(commune), **facts)


def kept(request: StaffRequest, code: str) -> "Place":
    """Return the commune with `code` if the viewer may change it. Raises Refused: "no-such-place", "not-yours"."""
    found = queries.place(code)
    if found.kind != Kind.COMMUNE:
        raise Refused("no-such-place", name=code, nearest="")
    people.require(request.user, Verb.MAP, found, on=today())
    return found


def trail(commune: "Place", *more: Step) -> tuple[Step, ...]:
    """Return the way from the map to a commune and further."""
    return (step(_("Địa bàn"), "places"), step(commune.name, "place", commune.code), *more)


def told(event: "Event") -> str:
    """Return what happened to places as one sentence."""
    sentences = {
        Change.MERGER: gettext("Từ %(day)s, %(before)s sáp nhập thành %(after)s."),
        Change.SPLIT: gettext("Từ %(day)s, %(before)s chia thành %(after)s."),
        Change.RENAMING: gettext("Từ %(day)s, %(before)s đổi tên thành %(after)s."),
    }
    day = f"{event.from_day.day}/{event.from_day.month}/{event.from_day.year}"
    return sentences[event.kind] % {"day": day, "before": _listed(event.before), "after": _listed(event.after)}


def _listed(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return gettext("%(many)s và %(last)s") % {"many": ", ".join(names[:-1]), "last": names[-1]}
