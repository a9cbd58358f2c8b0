"""Questions about dialogues."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet

from langnghe.dialogues.models import Attendance, Dialogue, Said
from langnghe.ledger.queries import Claim
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.places.models import Place
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
