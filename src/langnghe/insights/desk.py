"""What lies before whoever reads the register: how much waits, and where one can look. Read only.

Nothing here is computed from what is settled: a page is as quick over a million opinions as over ten thousand.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from django.db import connection
from django.db.models import CharField, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery

from langnghe.dialogues.models import Dialogue
from langnghe.matters.models import Membership
from langnghe.opinions.models import Suspicion, Undecided
from langnghe.opinions.prepared import Number, Prepared, Slot
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb, holding
from langnghe.places.models import Place
from langnghe.places.rules import Kind

TO_DO = ("waiting", "held", "undecided")
"""What is counted: waits to be confirmed, held on suspicion, open without a decision."""
DIALOGUES_OFFERED = 100
"""Dialogues among which a page lets one choose, the newest first."""


@dataclass(frozen=True)
class Desk:
    """What lies before a viewer: how much waits, and the communes, dialogues and hamlets one can look at.

    `communes` are those that were listened to, by code; `within` is the one that is looked at, of which `dialogues`
    (code, day) and `hamlets` (code, name) are. `verbs` is what the viewer may do somewhere.
    """

    communes: dict[str, Place]
    within: Place | None
    dialogues: tuple[tuple[str, date], ...]
    hamlets: tuple[tuple[str, str], ...]
    verbs: frozenset[Verb]
    waiting: int = 0
    held: int = 0
    undecided: int = 0

    @cached_property
    def places(self) -> dict[int, Place]:
        """The communes by primary key."""
        return {place.pk: place for place in self.communes.values()}

    @property
    def is_sample(self) -> bool:
        """Whether any of it is sample data."""
        return any(commune.is_sample for commune in self.communes.values())


def before(viewer: Person, *, on: date, commune: str = "", dialogue: str = "") -> Desk:
    """Return what lies before a viewer who looks at a commune and perhaps at a dialogue, both by code.

    Nothing where no mandate lets them read.
    """
    grants = people.grants(viewer)
    paths = sorted({grant.path for grant in holding(grants, Verb.READ, on=on)})
    verbs = frozenset(verb for verb in Verb if holding(grants, verb, on=on))
    places = _places(paths, commune, dialogue) if paths else []
    first = places[0] if places else {}
    communes = {place["code"]: _commune(place) for place in places if place["kind"] == Kind.COMMUNE}
    within = communes.get(commune) or (next(iter(communes.values())) if len(communes) == 1 else None)
    return Desk(
        communes=communes,
        within=within,
        dialogues=_dialogues(within, dialogue, first.get("asked_on")),
        hamlets=tuple((each["code"], each["name"]) for each in places if within and each["parent"] == within.pk),
        verbs=verbs,
        **{name: first.get(name, 0) for name in TO_DO},
    )


def _commune(place: dict[str, Any]) -> Place:
    return Place(**{name: place[name] for name in ("id", "code", "kind", "path", "name", "is_sample")})


def _places(paths: Collection[str], commune: str, dialogue: str) -> list[dict[str, Any]]:
    """Return the communes below `paths` that were listened to, and the hamlets of the one that is looked at.

    Each with how much waits below `paths` (TO_DO), and the day of the dialogue that is looked at (`asked_on`).
    """
    bounds = {f"from_{number}": path for number, path in enumerate(paths)}
    bounds |= {f"to_{number}": _end(path) for number, path in enumerate(paths)}
    question = _question(len(paths), bool(commune), connection.vendor)
    return list(question.ask(commune=commune, dialogue=dialogue, **bounds))


@lru_cache(maxsize=64)
def _question(paths: int, is_commune: bool, vendor: str) -> Prepared:
    within = _below(paths, vendor)
    communes = Place.objects.filter(within, kind=Kind.COMMUNE)
    met = Exists(Dialogue.objects.filter(commune=OuterRef("pk")))
    own = Q(parent__path__in=[Slot(f"from_{number}", CharField()) for number in range(paths)])
    hamlets = Q(parent__code=Slot("commune", CharField())) if is_commune else own
    wanted = (Q(kind=Kind.COMMUNE) & met) | (Q(kind=Kind.HAMLET) & hamlets)
    asked = Dialogue.objects.filter(commune__in=communes.values("pk"), code=Slot("dialogue", CharField()))
    rows = Place.objects.filter(within, wanted).annotate(**_to_do(communes), asked_on=Subquery(asked.values("held_on")))
    fields = ("id", "code", "kind", "path", "name", "is_sample", "parent", "asked_on")
    return Prepared(rows.order_by("name", "code").values(*fields, *TO_DO))


def _to_do(communes: QuerySet[Place]) -> dict[str, Number]:
    """Return how much waits in communes, counted from what waits alone."""
    waiting = Undecided.objects.filter(commune__in=communes.values("pk"))
    is_held = Exists(Suspicion.objects.filter(opinion=OuterRef("opinion")))
    undecided = Membership.objects.filter(commune__in=communes.values("pk"), competence="")
    found = (waiting.filter(~is_held), waiting.filter(is_held), undecided)
    return {name: Number(rows) for name, rows in zip(TO_DO, found, strict=True)}


def _dialogues(within: Place | None, asked: str, asked_on: date | None) -> tuple[tuple[str, date], ...]:
    rows = _newest().ask(commune=within.pk) if within else ()
    found = [(row["code"], row["held_on"]) for row in rows]
    if asked_on and asked not in dict(found):
        found.append((asked, asked_on))
    return tuple(found)


@lru_cache(maxsize=1)
def _newest() -> Prepared:
    rows = Dialogue.objects.filter(commune=Slot("commune", IntegerField())).order_by("-held_on", "-pk")
    return Prepared(rows.values("code", "held_on")[:DIALOGUES_OFFERED])


def _below(paths: int, vendor: str) -> Q:
    """Return the filter for places at or below some paths; on SQLite as a range, which its index of paths follows."""
    within = Q(pk__in=[])
    for number in range(paths):
        start, end = Slot(f"from_{number}", CharField()), Slot(f"to_{number}", CharField())
        within |= Q(path__gte=start, path__lt=end) if vendor == "sqlite" else Q(path__startswith=start)
    return within


def _end(path: str) -> str:
    """Return what follows every path that begins with `path`."""
    return path[:-1] + chr(ord(path[-1]) + 1)
