"""Questions about places: which one was meant, what is below it, what it was called then."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from langnghe.places import rules
from langnghe.places.models import Place, PlaceName, Succession, SuccessionPart
from langnghe.places.packs import Unit
from langnghe.places.rules import Change, Kind
from langnghe.refusals import Refused


def place(code: str) -> Place:
    """Return the place with `code`. Raises Refused: "no-such-place"."""
    found = Place.objects.select_related("parent").filter(code=code).first()
    if found is None:
        raise Refused("no-such-place", name=code, nearest="")
    return found


def commune_named(name: str, *, on: date) -> Place:
    """Return the commune called `name` on a day, in any usual spelling, with or without marks.

    Raises Refused: "no-such-place" with the three nearest names, "two-such-places" when several are called so.
    """
    wanted = rules.same_name(name)
    communes = Place.objects.on(on).filter(kind=Kind.COMMUNE)
    exact = [found for found in communes if found.name == name.strip()]
    found = exact or [found for found in communes if rules.same_name(name_on(found, on)) == wanted]
    found = found or [found for found in communes if _bare(rules.same_name(name_on(found, on))) == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused("two-such-places", name=name, places=", ".join(sorted(each.name for each in found)))
    near = rules.nearest(name, (each.name for each in communes))
    raise Refused("no-such-place", name=name, nearest=", ".join(near))


def _bare(same: str) -> str:
    return same.split(" ", 1)[-1]


def communes(*, on: date) -> QuerySet[Place]:
    """Return the communes that exist on a day, by code."""
    return Place.objects.on(on).filter(kind=Kind.COMMUNE).order_by("code")


def hamlets(commune: Place, *, on: date | None = None) -> QuerySet[Place]:
    """Return a commune's hamlets, all that ever were or those of a day, by name."""
    below = Place.objects.filter(kind=Kind.HAMLET, path__startswith=commune.path)
    return (below.on(on) if on else below).order_by("name", "code")


def hamlet_named(commune: Place, name: str, *, on: date) -> Place | None:
    """Return the hamlet of `commune` that was called `name` on a day, or None."""
    same = rules.same_name(name)
    for hamlet in hamlets(commune, on=on).filter(names__same=same).distinct():
        if rules.same_name(name_on(hamlet, on)) == same:
            return hamlet
    return None


def name_on(place: Place, day: date) -> str:
    """Return what `place` was called on `day`: a dialogue keeps the names of its own evening."""
    return names_on([place], day)[place.pk]


def names_on(places: Sequence[Place], day: date) -> dict[int, str]:
    """Return what each of `places` was called on `day`, by primary key, in one query."""
    rows = PlaceName.objects.filter(place__in=places)
    called: dict[int, str] = {}
    for row in sorted(rows, key=lambda row: (row.valid_from or date.min, row.pk)):
        if row.place_id not in called or (row.valid_from or date.min) <= day:
            called[row.place_id] = row.name
    return called


def name_then(place: str, day: str) -> Subquery:
    """Return the expression for what the place in field `place` was called on the day in field `day`."""
    by_then = Q(valid_from__isnull=True) | Q(valid_from__lte=OuterRef(day))
    names = PlaceName.objects.filter(by_then, place=OuterRef(place))
    return Subquery(names.order_by(F("valid_from").desc(nulls_last=True), "-pk").values("name")[:1])


def successions(commune: Place) -> QuerySet[Succession]:
    """Return what happened to a commune's hamlets and to itself, newest first, with the parts."""
    return (
        Succession.objects.filter(within__path__startswith=commune.path)
        .prefetch_related("parts__place")
        .order_by("-from_day", "-pk")
    )


def successors(place: Place, *, on: date) -> list[Place]:
    """Return the places that stand for `place` on a day: itself, or what it was merged or split into."""
    if place.valid_to is None or on < place.valid_to:
        return [place]
    ended = Succession.objects.filter(parts__place=place, parts__begins=False, from_day=place.valid_to).last()
    if ended is None:
        return []
    began = Place.objects.filter(pk__in=ended.parts.filter(begins=True).values("place"))
    return [heir for next_place in began for heir in successors(next_place, on=on)]


def heirs(ended: Iterable[int]) -> dict[int, list[Place]]:
    """Return what stands today, by name, for each of the places that have ended; one query for each generation."""
    next_to: dict[int, list[Place]] = {}
    asked = set(ended)
    while asked:
        ending = SuccessionPart.objects.filter(begins=False, place__in=asked).values("succession")
        rows = SuccessionPart.objects.filter(succession__in=ending).select_related("place").order_by("place__name")
        parts = defaultdict(list)
        for part in rows:
            parts[part.succession_id].append(part)
        for change in parts.values():
            began = [part.place for part in change if part.begins]
            next_to.update({part.place_id: began for part in change if not part.begins})
        asked = {place.pk for began in next_to.values() for place in began if place.valid_to} - next_to.keys()

    def last(place: Place) -> list[Place]:
        return [heir for each in next_to[place.pk] for heir in last(each)] if place.pk in next_to else [place]

    return {pk: [heir for each in next_to[pk] for heir in last(each)] for pk in set(ended) & next_to.keys()}


def counted(communes: QuerySet[Place], *, on: date) -> QuerySet[Place]:
    """Return communes with `hamlet_count` and `unconfirmed_count`, the hamlets of a day and those nobody confirmed."""
    below = Place.objects.on(on).filter(kind=Kind.HAMLET, parent=OuterRef("pk")).order_by()

    def number(rows: QuerySet[Place]) -> Coalesce:
        counts = rows.values("parent").annotate(number=Count("pk")).values("number")
        return Coalesce(Subquery(counts, output_field=IntegerField()), 0)

    return communes.select_related("parent").annotate(
        hamlet_count=number(below), unconfirmed_count=number(below.filter(is_confirmed=False))
    )


def kinds_within(place: Place) -> dict[str, Kind]:
    """Return the kinds of `place` and of everything below it, by code."""
    rows = Place.objects.within(place.path).values_list("code", "kind")
    return {code: Kind(kind) for code, kind in rows}


@dataclass(frozen=True)
class Event:
    """One merger, split or renaming: what places were called before and after its day."""

    kind: Change
    from_day: date
    before: tuple[str, ...]
    after: tuple[str, ...]
    basis: str


def history(commune: Place) -> list[Event]:
    """Return what happened to a commune's hamlets and to itself, newest first, with the names of that time."""
    events = []
    for row in successions(commune).prefetch_related("parts__place__names"):
        kind, eve = Change(row.kind), row.from_day - timedelta(days=1)
        parts = sorted(row.parts.all(), key=lambda part: (part.place.name, part.pk))
        ended = [part.place for part in parts if kind is Change.RENAMING or not part.begins]
        began = [part.place for part in parts if part.begins]
        before = tuple(_called(place, eve) for place in ended)
        after = tuple(_called(place, row.from_day) for place in began)
        events.append(Event(kind, row.from_day, before, after, row.basis))
    return events


def _called(place: Place, day: date) -> str:
    """Return what `place` was called on `day`, from names that were fetched before."""
    names = sorted(place.names.all(), key=lambda row: (row.valid_from or date.min, row.pk))
    by_then = [row.name for row in names if (row.valid_from or date.min) <= day]
    return by_then[-1] if by_then else names[0].name


def codes(places: Iterable[Place]) -> list[str]:
    """Return the codes of `places`."""
    return [place.code for place in places]


def country() -> Place:
    """Return the country of this installation."""
    return Place.objects.get(kind=Kind.COUNTRY)


def missing_units(units: Sequence[Unit]) -> list[Unit]:
    """Return the units of a pack that the map does not have yet."""
    known = set(Place.objects.filter(code__in=[unit.code for unit in units]).values_list("code", flat=True))
    return [unit for unit in units if unit.code not in known]


def place_meant(words: str, *, on: date) -> Place:
    """Return the place with the code `words`, else the commune called so. Raises Refused: "no-such-place"."""
    found = Place.objects.filter(code=words.strip()).first()
    return found or commune_named(words, on=on)
