"""Questions about dialogues."""

from collections.abc import Iterator, Sequence
from datetime import date, time

from django.db.models import Count, Exists, OuterRef, QuerySet

from langnghe.dialogues.models import Attendance, Dialogue, DialogueHamlet, Said
from langnghe.ledger.rules import Claim
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.places.models import Place
from langnghe.places.queries import name_then
from langnghe.refusals import Refused


def every() -> QuerySet[Dialogue]:
    """Return all dialogues, newest first: for commands, which act for the installation."""
    held = Exists(Attendance.objects.filter(dialogue=OuterRef("pk")))
    return (
        Dialogue.objects.select_related("commune", "campaign")
        .annotate(is_held=held, hamlet_count=Count("hamlets"))
        .order_by("-held_on", "-pk")
    )


def dialogues(viewer: Person, *, on: date) -> QuerySet[Dialogue]:
    """Return the dialogues a viewer may know of, newest first."""
    return every().filter(people.below(people.reach(viewer, Verb.SEE_COVERAGE, on=on), "commune__path"))


def dialogue(code: str) -> Dialogue:
    """Return the dialogue with `code`. Raises Refused: "no-such-dialogue"."""
    found = every().filter(code=code).first()
    if found is None:
        raise Refused("no-such-dialogue", code=code)
    return found


def seen(code: str, viewer: Person, *, verb: Verb, on: date) -> Dialogue:
    """Return the dialogue with `code` if `viewer` may do `verb` there. Raises Refused: "no-such-dialogue"."""
    found = dialogue(code)
    if not people.may(viewer, verb, found.commune, on=on):
        raise Refused("no-such-dialogue", code=code)
    return found


def covering(commune: Place, hamlet: Place | None, *, on: date) -> Dialogue | None:
    """Return the dialogue of a day that is for `hamlet`; without a hamlet, the only one of that day."""
    that_day = Dialogue.objects.filter(commune=commune, held_on=on).order_by("pk")
    if hamlet is not None:
        return that_day.filter(hamlets=hamlet).first()
    return that_day.first() if that_day.count() == 1 else None


def same_plan(
    commune: Place, hamlets: Sequence[Place], held_on: date, starts_at: time | None, kind: str
) -> Dialogue | None:
    """Return the dialogue already planned for these very hamlets at this hour of a day, or None."""
    asked = {hamlet.pk for hamlet in hamlets}
    same_hour = Dialogue.objects.filter(commune=commune, held_on=held_on, starts_at=starts_at, kind=kind)
    for found in same_hour.order_by("pk"):
        if set(found.hamlets.values_list("pk", flat=True)) == asked:
            return found
    return None


def hamlets_then(held: Sequence[Dialogue]) -> dict[int, list[str]]:
    """Return what the hamlets of each of the dialogues were called on its day, by primary key, in one query."""
    pairs = DialogueHamlet.objects.filter(dialogue__in=[each.pk for each in held])
    pairs = pairs.annotate(called=name_then("hamlet", "dialogue__held_on")).order_by("called")
    found: dict[int, list[str]] = {each.pk: [] for each in held}
    for key, called, name in pairs.values_list("dialogue", "called", "hamlet__name"):
        found[key].append(called or name)
    return found


def attendance(dialogue: Dialogue) -> Attendance | None:
    """Return how many came, the newest count, or None before the dialogue was held."""
    return Attendance.objects.filter(dialogue=dialogue).order_by("-pk").first()


def hamlets(dialogue: Dialogue) -> QuerySet[Place]:
    """Return the hamlets a dialogue is for, by name."""
    return dialogue.hamlets.order_by("name")


def claims() -> Iterator[Claim]:
    """Yield what the rows of this word say about the record."""
    for row in Said.objects.order_by("pk").iterator(chunk_size=2000):
        yield Claim("said in the hall", row.key, {"words": row.words, "function": row.function})
