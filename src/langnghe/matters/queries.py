"""Questions about matters: what is it about, who has it, when is it due."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict, cast
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from langnghe.dialogues.models import Dialogue
from langnghe.ledger.rules import Claim
from langnghe.matters.models import Apart, Decision, Matter, Membership, Moved, Moving, Restoring
from langnghe.matters.rules import NEVER
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


def place_of(opinion: Opinion) -> dict[str, Any]:
    """Return what a line of the register holds of where its opinion was said."""
    return {
        "commune_id": opinion.commune_id,
        "dialogue_id": opinion.dialogue_id,
        "hamlet_code": opinion.hamlet.code if opinion.hamlet else "",
    }


def standing_of(matter: Matter) -> dict[str, Any]:
    """Return what a line of the register holds of its matter and the newest decision on it."""
    decision = Decision.objects.filter(matter=matter).order_by("-pk").first()
    if decision is None:
        return {"matter": matter, "topic": "", "competence": "", "unit": "", "due_on": NEVER}
    found = {name: getattr(decision, name) for name in ("topic", "competence", "unit")}
    return {"matter": matter, **found, "due_on": decision.due_on or NEVER}


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
    """Return a commune's matters whose words are identical, by sameness; a joined one as what it was joined into."""
    rows = Matter.objects.filter(commune=commune, sameness__in=samenesses).order_by("pk")
    return {row.sameness: now_part_of(row) for row in rows}


def now_part_of(matter: Matter) -> Matter:
    """Return the matter in which the voices of `matter` are now, however often they moved; itself while it has some."""
    seen = {matter.pk}
    while not Membership.objects.filter(matter=matter).exists():
        gone = Moving.objects.filter(origin=matter, restoring__isnull=True).select_related("target__commune").last()
        back = Moving.objects.filter(target=matter, restoring__isnull=False).select_related("origin__commune").last()
        after = gone.target if gone else back.origin if back else matter
        if after.pk in seen:
            break
        seen.add(after.pk)
        matter = after
    return matter


def wait_for(*matters: Matter) -> None:
    """Wait until nobody else is changing these matters; from then on others wait for this transaction."""
    rows = Matter.objects.select_for_update(no_key=True).filter(pk__in=[matter.pk for matter in matters])
    list(rows.order_by("pk").values_list("pk"))


def free_code(reference: str) -> str:
    """Return the code of a matter that begins with this opinion: its reference, and a number where that is taken."""
    codes = (f"V-{reference}", *(f"V-{reference}-{number}" for number in range(2, 100)))
    taken = set(Matter.objects.filter(code__in=codes).values_list("code", flat=True))
    return next(code for code in codes if code not in taken)


def members(matter: Matter) -> list[Membership]:
    """Return which voices belong to a matter now, the first heard first."""
    return list(Membership.objects.filter(matter=matter).select_related("opinion__commune").order_by("opinion"))


def movings(matter: Matter) -> QuerySet[Moving]:
    """Return what moved to or from a matter, the newest first, with `restoring` where it was taken back."""
    about = Q(origin=matter) | Q(target=matter)
    rows = Moving.objects.filter(about).select_related("origin", "target", "by", "restoring__by")
    return rows.annotate(count=Count("voices")).order_by("-pk")


def moving(key: UUID, viewer: Person, *, on: date) -> Moving:
    """Return one moving where a viewer may decide. Raises Refused: "no-such-moving"."""
    found = Moving.objects.select_related("origin__commune", "target").filter(key=key).first()
    if found is None or not people.may(viewer, Verb.DECIDE, found.origin.commune, on=on):
        raise Refused("no-such-moving")
    return found


def is_restored(moving: Moving) -> bool:
    """Whether a moving was taken back already."""
    return Restoring.objects.filter(moving=moving).exists()


def moved_since(moving: Moving) -> bool:
    """Whether a voice of a moving has moved on since."""
    voices = Moved.objects.filter(moving=moving).values("opinion")
    later = Moved.objects.filter(opinion__in=voices, moving__pk__gt=moving.pk)
    return later.filter(moving__restoring__isnull=True).exists()


def kept_apart(matter: Matter) -> set[int]:
    """Return the primary keys of the matters of which a person said that they are something else."""
    pairs = Apart.objects.filter(Q(one=matter) | Q(other=matter)).values_list("one", "other")
    return {key for pair in pairs for key in pair} - {matter.pk}


def facts_of(moving: Moving, voices: Sequence[str]) -> dict[str, object]:
    """Return what the record holds of a moving."""
    return {"moving": str(moving.key), "into": moving.target.code, "voices": sorted(voices)}


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
    movings = Moving.objects.select_related("origin", "target").prefetch_related("voices__opinion").order_by("pk")
    for moving in movings.iterator(chunk_size=500):
        voices = [str(voice.opinion.key) for voice in moving.voices.all()]
        yield Claim("voices moved", moving.origin.key, facts_of(moving, voices))
    for restoring in Restoring.objects.select_related("moving__origin").order_by("pk").iterator(chunk_size=2000):
        yield Claim("voices restored", restoring.moving.origin.key, {"moving": str(restoring.moving.key)})
    for apart in Apart.objects.select_related("one", "other").order_by("pk").iterator(chunk_size=2000):
        yield Claim("matters kept apart", apart.one.key, {"other": apart.other.code})
