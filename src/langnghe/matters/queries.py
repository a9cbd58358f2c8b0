"""Questions about matters: what is it about, who has it, when is it due."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypedDict, cast

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from langnghe.dialogues.models import Dialogue
from langnghe.ledger.rules import Claim
from langnghe.matters.models import Decision, Matter, Membership
from langnghe.opinions import queries as opinions
from langnghe.opinions.models import Opinion
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.places.models import Place
from langnghe.refusals import Refused

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    from langnghe.opinions.queries import Standing, Stated

    class Deciding(TypedDict):
        """The newest decision on a matter; all None where nobody has decided."""

        topic: str | None
        kind: str | None
        competence: str | None
        unit: str | None
        due_on: date | None

    class DecidedStanding(Standing, Deciding):
        """What `decided` adds to an opinion."""

        matter_code: str | None

    class Voiced(Deciding):
        """What `every` adds to a matter."""

        voices: int

    Decided = WithAnnotations[Opinion, DecidedStanding]
    Weighed = WithAnnotations[Matter, Voiced]

_DECIDED = ("topic", "kind", "competence", "unit", "due_on")


def decided(rows: "QuerySet[Stated]") -> "QuerySet[Decided]":
    """Return opinions with the newest decision on their matter: topic, kind, competence, unit, due_on, matter_code."""
    own = Membership.objects.filter(opinion=OuterRef("pk"))
    with_matter = rows.annotate(
        matter_key=Subquery(own.values("matter")), matter_code=Subquery(own.values("matter__code"))
    )
    newest = Decision.objects.filter(matter=OuterRef("matter_key")).order_by("-pk")
    found = {name: Subquery(newest.values(name)[:1]) for name in _DECIDED}
    return cast("QuerySet[Decided]", with_matter.annotate(**found))


def every() -> "QuerySet[Weighed]":
    """Return all matters with the newest decision and the number of `voices`."""
    newest = Decision.objects.filter(matter=OuterRef("pk")).order_by("-pk")
    found = {name: Subquery(newest.values(name)[:1]) for name in _DECIDED}
    weighed = Matter.objects.select_related("commune").annotate(voices=Count("memberships"), **found)
    return cast("QuerySet[Weighed]", weighed)


def matter(code: str, viewer: Person, *, verb: Verb, on: date) -> "Weighed":
    """Return one matter where a viewer may do `verb`. Raises Refused: "no-such-matter"."""
    found = every().filter(code=code).first()
    if found is None or not (people.may(viewer, verb, found.commune, on=on) or _is_ours(viewer, found, on=on)):
        raise Refused("no-such-matter", code=code)
    return found


def of_unit(viewer: Person, *, on: date) -> "QuerySet[Weighed]":
    """Return the matters a viewer's own offices lead, the most urgent first; those without a day come last."""
    condition = people.below([], "commune__path")
    for path, unit in people.units(viewer, on=on):
        condition |= people.below([path], "commune__path") & Q(unit=unit)
    return every().filter(condition).order_by(F("due_on").asc(nulls_last=True), "pk")


def voices(matter: Matter) -> "QuerySet[Stated]":
    """Return every opinion of a matter, in the order heard."""
    members = Membership.objects.filter(matter=matter).values("opinion")
    return opinions.every().filter(pk__in=members).order_by("heard_at", "pk")


def matters(dialogue: Dialogue) -> "QuerySet[Weighed]":
    """Return the matters that a dialogue's opinions belong to."""
    return every().filter(pk__in=Membership.objects.filter(opinion__dialogue=dialogue).values("matter")).order_by("pk")


def undecided(dialogue: Dialogue) -> QuerySet[Matter]:
    """Return the matters of a dialogue's opinions on which nobody has decided yet."""
    heard = Membership.objects.filter(opinion__dialogue=dialogue).values("matter")
    return every().filter(pk__in=heard, topic__isnull=True).order_by("pk")


def same(commune: Place, samenesses: Sequence[str]) -> dict[str, Matter]:
    """Return a commune's matters whose words are identical, by sameness."""
    rows = Matter.objects.filter(commune=commune, sameness__in=samenesses)
    return {row.sameness: row for row in rows}


def decisions(matter: Matter) -> QuerySet[Decision]:
    """Return what was decided on a matter, newest first."""
    return Decision.objects.filter(matter=matter).select_related("by").order_by("-pk")


def is_member(opinion: Opinion) -> bool:
    """Whether an opinion belongs to a matter yet."""
    return Membership.objects.filter(opinion=opinion).exists()


def _is_ours(viewer: Person, matter: "Weighed", *, on: date) -> bool:
    unit = matter.unit
    return any(matter.commune.path.startswith(path) and unit == own for path, own in people.units(viewer, on=on))


def claims() -> Iterator[Claim]:
    """Yield what the rows of this word say about the record."""
    for row in Decision.objects.select_related("matter").order_by("pk").iterator(chunk_size=2000):
        due_on = row.due_on.isoformat() if row.due_on else None
        facts = {"topic": row.topic, "kind": row.kind, "competence": row.competence, "unit": row.unit, "due_on": due_on}
        yield Claim("matter decided", row.matter.key, facts)
