"""Verbs that change the map. Whoever calls them has asked `people` first: places lie below people."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

from langnghe.language.folding import fold
from langnghe.ledger import actions as ledger
from langnghe.ledger.writing import action
from langnghe.places import rules
from langnghe.places.models import Place, PlaceName, Succession, SuccessionPart
from langnghe.places.packs import Unit
from langnghe.places.queries import hamlet_named, hamlets
from langnghe.places.rules import Change, Kind
from langnghe.refusals import Refused

HOUSE = "house"


@action
def load_units(*, units: Sequence[Unit], by: str, at: datetime) -> int:
    """Add the units of a pack that are not there yet, parents first. Return how many were added."""
    known = dict(Place.objects.values_list("code", "path"))
    added = 0
    for unit in units:
        if unit.code in known:
            continue
        parent_path = known.get(unit.parent or "", "")
        place = _new(
            code=unit.code,
            kind=rules.kind_of(unit.kind),
            parent=Place.objects.filter(code=unit.parent).first() if unit.parent else None,
            name=unit.name,
            valid_from=unit.valid_from,
        )
        Place.objects.filter(pk=place.pk).update(
            latitude=unit.latitude, longitude=unit.longitude, is_sample=unit.is_sample, valid_to=unit.valid_to
        )
        known[unit.code] = f"{parent_path}{unit.code}/"
        added += 1
    if added:
        _note("units loaded", HOUSE, by=by, at=at, facts={"added": added})
    return added


@action
def add_hamlet(  # noqa: PLR0913
    *, commune: Place, name: str, valid_from: date | None = None, is_confirmed: bool = True, by: str, at: datetime
) -> Place:
    """Add a hamlet to a commune; a paper that names an unknown one adds it unconfirmed.

    Raises Refused: "place-without-name", "place-exists".
    """
    name = rules.named(name)
    if hamlet_named(commune, name, on=valid_from or at.date()):
        raise Refused("place-exists", name=name)
    hamlet = _new(code=_free_code(commune, name), kind=Kind.HAMLET, parent=commune, name=name, valid_from=valid_from)
    if not is_confirmed:
        Place.objects.filter(pk=hamlet.pk).update(is_confirmed=False)
        hamlet.is_confirmed = False
    _note("hamlet added", commune.code, by=by, at=at, facts={"code": hamlet.code, "name": name})
    return hamlet


@action
def add_hamlets(*, commune: Place, listing: str, by: str, at: datetime) -> list[Place]:
    """Add the hamlets of a pasted list or CSV: one a line, the name in the first column or under "name" / "tên".

    Names already there are left as they are. Raises Refused: "place-without-name" for an empty list.
    """
    names = list(_names(listing))
    if not names:
        raise Refused("place-without-name")
    return [
        add_hamlet(commune=commune, name=name, by=by, at=at)
        for name in names
        if not hamlet_named(commune, name, on=at.date())
    ]


@action
def confirm_hamlet(*, hamlet: Place, by: str, at: datetime) -> None:
    """Say that a hamlet which only a paper named does exist."""
    Place.objects.filter(pk=hamlet.pk).update(is_confirmed=True)
    _note("hamlet confirmed", _log(hamlet), by=by, at=at, facts={"code": hamlet.code})


@action
def rename(*, place: Place, name: str, on: date, basis: str, by: str, at: datetime) -> Succession:  # noqa: PLR0913
    """Call `place` otherwise from a day; earlier dialogues keep the old name. Raises Refused: "place-without-name"."""
    name = rules.named(name)
    succession = _succession(Change.RENAMING, place.parent or place, on=on, basis=basis, by=by, at=at)
    PlaceName.objects.create(place=place, name=name, same=rules.same_name(name), valid_from=on)
    Place.objects.filter(pk=place.pk).update(name=name)
    SuccessionPart.objects.create(succession=succession, place=place, begins=True)
    return succession


@action
def merge(  # noqa: PLR0913
    *, places: Sequence[Place], name: str, on: date, basis: str, by: str, at: datetime
) -> Place:
    """End several hamlets or communes on a day and begin one in their stead.

    Hamlets of merged communes go on under the new one. Raises Refused: "change-unclear", "place-without-name",
    "place-already-ended".
    """
    rules.check_change(Change.MERGER, before=len(set(places)), after=1)
    return _succeed(Change.MERGER, places, [name], on=on, basis=basis, by=by, at=at)[0]


@action
def split(  # noqa: PLR0913
    *, place: Place, names: Sequence[str], on: date, basis: str, by: str, at: datetime
) -> list[Place]:
    """End a hamlet on a day and begin several. Raises Refused: "change-unclear", "place-without-name"."""
    rules.check_change(Change.SPLIT, before=1, after=len(names))
    return _succeed(Change.SPLIT, [place], names, on=on, basis=basis, by=by, at=at)


def _succeed(  # noqa: PLR0913
    kind: Change, before: Sequence[Place], names: Sequence[str], *, on: date, basis: str, by: str, at: datetime
) -> list[Place]:
    parent = before[0].parent
    if parent is None or any(place.valid_to or place.parent_id != parent.pk for place in before):
        raise Refused("place-already-ended", names=", ".join(place.name for place in before))
    succession = _succession(kind, parent, on=on, basis=basis, by=by, at=at)
    after = [
        _new(code=_free_code(parent, name), kind=Kind(before[0].kind), parent=parent, name=name, valid_from=on)
        for name in map(rules.named, names)
    ]
    for place in before:
        place.valid_to = on
        place.save(update_fields=["valid_to"])
        SuccessionPart.objects.create(succession=succession, place=place, begins=False)
    for place in after:
        SuccessionPart.objects.create(succession=succession, place=place, begins=True)
    if kind is Change.MERGER and before[0].kind == Kind.COMMUNE:
        _move_hamlets(before, after[0], on)
    return after


def _move_hamlets(before: Sequence[Place], commune: Place, on: date) -> None:
    """Hamlets go on under the new commune; the old communes lie below it, so that its staff reach their dialogues."""
    for old in before:
        for hamlet in hamlets(old, on=on):
            Place.objects.filter(pk=hamlet.pk).update(parent=commune, path=f"{commune.path}{hamlet.code}/")
        Place.objects.filter(pk=old.pk).update(path=f"{commune.path}{old.code}/")


def _succession(kind: Change, within: Place, *, on: date, basis: str, by: str, at: datetime) -> Succession:  # noqa: PLR0913
    _note(f"places: {kind}", _log(within), by=by, at=at, facts={"within": within.code, "from": on.isoformat()})
    return Succession.objects.create(kind=kind, within=within, from_day=on, basis=basis, by=by, at=at)


def _new(*, code: str, kind: Kind, parent: Place | None, name: str, valid_from: date | None) -> Place:
    path = f"{parent.path if parent else ''}{code}/"
    place = Place.objects.create(
        code=code,
        kind=kind,
        parent=parent,
        path=path,
        name=name,
        valid_from=valid_from,
        is_sample=parent.is_sample if parent else False,
    )
    PlaceName.objects.create(place=place, name=name, same=rules.same_name(name), valid_from=valid_from)
    return place


def _free_code(parent: Place, name: str) -> str:
    stem = f"{parent.code}-" + "-".join(fold(name).replace("/", " ").split())[:24]
    taken = set(Place.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(
        code for number in range(1, 10_000) if (code := stem if number == 1 else f"{stem}-{number}") not in taken
    )


def _names(listing: str) -> Iterable[str]:
    rows = [row for row in csv.reader(io.StringIO(listing)) if any(cell.strip() for cell in row)]
    headings = [fold(cell) for cell in rows[0]] if rows else []
    column = next((index for index, cell in enumerate(headings) if cell in {"name", "ten", "ten thon", "nazwa"}), None)
    for row in rows[1:] if column is not None else rows:
        name = row[column or 0].strip()
        if name:
            yield name


def _log(place: Place) -> str:
    """Return the log of the commune a place lies in; above communes it is the installation's own."""
    if place.kind == Kind.HAMLET and place.parent:
        return place.parent.code
    return place.code if place.kind == Kind.COMMUNE else HOUSE


def _note(kind: str, log: str, *, by: str, at: datetime, facts: Mapping[str, object]) -> None:
    about = uuid5(NAMESPACE_URL, f"langnghe:place:{log}:{sorted(facts.items())}")
    ledger.record(kind, log=log, about=about, by=by, at=at, facts=facts)


@action
def mark_as_sample(*, commune: Place, by: str, at: datetime) -> None:
    """Say that a commune and all below it hold sample data; every page and paper of it says so."""
    Place.objects.within(commune.path).update(is_sample=True)
    _note("commune marked as sample", _log(commune), by=by, at=at, facts={"code": commune.code})
