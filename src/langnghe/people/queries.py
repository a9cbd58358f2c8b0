"""Questions about staff: who is this, what may they do, how far does it reach."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet, prefetch_related_objects

from langnghe.people import rules
from langnghe.people.models import Mandate, Person
from langnghe.people.rules import Grant, Role, Verb
from langnghe.places.models import Place
from langnghe.places.rules import Kind
from langnghe.refusals import Refused


def person(login: str) -> Person:
    """Return the member of staff who signs in as `login`. Raises Refused: "no-such-person"."""
    found = Person.objects.filter(login=login.strip().lower()).first()
    if found is None:
        raise Refused("no-such-person", login=login)
    return found


def maybe(login: str) -> Person | None:
    """Return the member of staff who signs in as `login`, or None."""
    return Person.objects.filter(login=login).first()


def is_empty() -> bool:
    """Whether nobody works here yet, the installation itself aside."""
    return not Person.objects.exclude(login="langnghe").exists()


def grants(person: Person) -> list[Grant]:
    """Return everything a person's mandates allow, whenever."""
    if not person.is_active:
        return []
    rows = person.mandates.all()
    return [Grant(Role(row.role), row.place.path, row.unit, row.valid_from, row.valid_to) for row in rows]


def read_once(person: Person) -> None:
    """Read the mandates of a person now; whoever asks this very object what they may do asks the store no more."""
    prefetch_related_objects([person], "mandates")


def may(person: Person, verb: Verb, place: Place, *, on: date) -> bool:
    """Whether `person` may do `verb` at `place` on a day."""
    return rules.may(grants(person), verb, place.path, on=on)


def require(person: Person, verb: Verb, place: Place, *, on: date) -> None:
    """Refuse what no mandate allows. Raises Refused: "not-yours"."""
    if not may(person, verb, place, on=on):
        raise Refused("not-yours", place=place.name)


def reach(person: Person, verb: Verb, *, on: date) -> list[str]:
    """Return the paths of the places below which `person` may do `verb`; none means nowhere."""
    return sorted({grant.path for grant in rules.holding(grants(person), verb, on=on)})


def below(paths: Iterable[str], field: str) -> Q:
    """Return the filter that keeps rows whose `field` (a place's path) lies below one of `paths`; none keeps none."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{field}__startswith": path})
    return condition


def verbs(person: Person, *, on: date) -> set[Verb]:
    """Return everything `person` may do somewhere on a day."""
    held = grants(person)
    return {verb for verb in Verb if rules.holding(held, verb, on=on)}


def verbs_at(person: Person, place: Place, *, on: date) -> set[Verb]:
    """Return everything `person` may do at `place` on a day, in one query."""
    held = grants(person)
    return {verb for verb in Verb if rules.may(held, verb, place.path, on=on)}


def units(person: Person, *, on: date) -> list[tuple[str, str]]:
    """Return (path of the commune, name of the unit) for each office the person works in on a day."""
    held = rules.holding(grants(person), Verb.SEE_UNIT, on=on)
    return sorted({(grant.path, grant.unit) for grant in held if grant.role is Role.UNIT and grant.unit})


def staff(viewer: Person, *, on: date) -> QuerySet[Mandate]:
    """Return the mandates a viewer may appoint, by place, role and name."""
    within = below(reach(viewer, Verb.APPOINT, on=on), "place__path")
    rows = Mandate.objects.filter(within).select_related("person", "place", "stands_in_for__person")
    return rows.order_by("place__path", "role", "person__name")


def communes(viewer: Person, verb: Verb, *, on: date) -> QuerySet[Place]:
    """Return the communes of a day where a viewer may do `verb`, by path."""
    within = below(reach(viewer, verb, on=on), "path")
    return Place.objects.on(on).filter(within, kind=Kind.COMMUNE).order_by("path")


def offices(viewer: Person, *, on: date) -> QuerySet[Place]:
    """Return the places of a day, above hamlets, where a viewer may appoint, by path."""
    within = below(reach(viewer, Verb.APPOINT, on=on), "path")
    return Place.objects.on(on).filter(within).exclude(kind=Kind.HAMLET).order_by("path")


def mandate(key: int, viewer: Person, *, on: date) -> Mandate:
    """Return one mandate a viewer may appoint. Raises Refused: "no-such-mandate"."""
    found = staff(viewer, on=on).filter(pk=key).first()
    if found is None:
        raise Refused("no-such-mandate")
    return found


def same_mandate(person: Person, role: Role, place: Place, unit: str, valid_from: date) -> Mandate | None:
    """Return the mandate that gives `person` this very role at this place from this day, or None."""
    same = Mandate.objects.filter(person=person, role=role, place=place, unit=unit, valid_from=valid_from)
    return same.order_by("pk").first()


def appointable(viewer: Person, *, on: date) -> QuerySet[Person]:
    """Return the staff a viewer may give a mandate to: who has one in their reach, or none at all yet, by name."""
    paths = reach(viewer, Verb.APPOINT, on=on)
    if not paths:
        return Person.objects.none()
    known = Q(pk__in=Mandate.objects.filter(below(paths, "place__path")).values("person"))
    return Person.objects.filter(known | Q(mandates__isnull=True), is_active=True).order_by("name").distinct()


def sample_staff() -> list[Mandate]:
    """Return the sample staff who may sign in to look around, each with the first of their mandates."""
    rows = Mandate.objects.filter(person__name__startswith=rules.SAMPLE_NAME, person__is_active=True)
    first: dict[int, Mandate] = {}
    for row in rows.select_related("person", "place").order_by("pk"):
        first.setdefault(row.person_id, row)
    return list(first.values())


def everyone() -> QuerySet[Person]:
    """Return all staff by name."""
    return Person.objects.order_by("name")
