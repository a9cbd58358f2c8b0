"""Questions about opinions: what waits, what is held, what stands open, what everybody may read."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from langnghe.dialogues.models import Dialogue
from langnghe.ledger.rules import Claim
from langnghe.opinions.models import (
    BoardCommune,
    BoardLine,
    Correction,
    Dismissal,
    Opening,
    Opinion,
    PublicText,
    Reply,
    SettingAside,
    Suspicion,
)
from langnghe.opinions.rules import Room
from langnghe.opinions.searching import Sought
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.places.models import Place
from langnghe.places.queries import name_then
from langnghe.places.rules import Kind
from langnghe.refusals import Refused

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class Standing(TypedDict):
        """What `every` adds to an opinion: its newest words, its text for everybody, the room it stands in."""

        words_now: str
        folded_now: str
        public_words: str | None
        is_open: bool
        is_held: bool
        is_dismissed: bool

    Stated = WithAnnotations[Opinion, Standing]


def _newest(rows: QuerySet[Correction] | QuerySet[PublicText], field: str) -> Subquery:
    return Subquery(rows.filter(opinion=OuterRef("pk")).order_by("-pk").values(field)[:1])


def every() -> "QuerySet[Stated]":
    """Return all opinions with `words_now`, `folded_now`, `public_words`, `is_open`, `is_held` and `is_dismissed`.

    For commands, which act for the installation; pages ask `register` or `waiting`.
    """
    return Opinion.objects.select_related("hamlet", "dialogue", "commune").annotate(
        words_now=Coalesce(_newest(Correction.objects.all(), "words"), F("words")),
        folded_now=Coalesce(_newest(Correction.objects.all(), "folded"), F("folded")),
        public_words=_newest(PublicText.objects.all(), "words"),
        is_open=Exists(Opening.objects.filter(opinion=OuterRef("pk"))),
        is_held=Exists(Suspicion.objects.filter(opinion=OuterRef("pk"))),
        is_dismissed=Exists(Dismissal.objects.filter(opinion=OuterRef("pk"))),
    )


def known(key: UUID, words: str) -> Opinion | None:
    """Return the opinion with `key`, if it is there. Raises Refused: "key-taken" if it carries other words."""
    found = Opinion.objects.filter(key=key).first()
    if found is not None and found.words != words:
        raise Refused("key-taken")
    return found


def is_taken(reference: str) -> bool:
    """Whether an opinion has this reference already."""
    return Opinion.objects.filter(reference=reference).exists()


def room_of(opinion: "Stated") -> Room:
    """Return the room in which an opinion of `every()` stands."""
    if opinion.is_open:
        return Room.OPEN
    if opinion.is_dismissed:
        return Room.DISMISSED
    return Room.HELD if opinion.is_held else Room.WAITING


def waiting(dialogue: Dialogue) -> "QuerySet[Stated]":
    """Return what a dialogue heard and nobody has decided on, without what is held, in the order heard."""
    return every().filter(dialogue=dialogue, is_open=False, is_held=False, is_dismissed=False).order_by("number")


def held(dialogue: Dialogue) -> "QuerySet[Stated]":
    """Return what is held on suspicion in a dialogue, with the `suspicion`."""
    undecided = every().filter(dialogue=dialogue, is_open=False, is_held=True, is_dismissed=False)
    return undecided.select_related("suspicion").order_by("number")


def opened(dialogue: Dialogue) -> "QuerySet[Stated]":
    """Return what a dialogue brought into the register, in the order heard."""
    return every().filter(dialogue=dialogue, is_open=True).order_by("number")


def undecided(dialogue: Dialogue) -> int:
    """Return how much of a dialogue waits for a person, with what is held on suspicion."""
    return Opinion.objects.filter(dialogue=dialogue, opening__isnull=True, dismissal__isnull=True).count()


def unpublished(dialogue: Dialogue) -> "QuerySet[Stated]":
    """Return what stands in the register from a dialogue and has no text for everybody yet, in the order heard."""
    return opened(dialogue).filter(public_words__isnull=True)


def dismissed(dialogue: Dialogue) -> "QuerySet[Stated]":
    """Return what a person said is no opinion."""
    return every().filter(dialogue=dialogue, is_dismissed=True).order_by("number")


def replies(opinions: "QuerySet[Stated]") -> dict[int, list[Reply]]:
    """Return what was said in the hall about each of `opinions`, by primary key."""
    found: dict[int, list[Reply]] = {}
    for row in Reply.objects.filter(opinion__in=opinions).select_related("said").order_by("pk"):
        found.setdefault(row.opinion_id, []).append(row)
    return found


def register(viewer: Person, *, on: date) -> "QuerySet[Stated]":
    """Return the open opinions a viewer may read, newest first."""
    within = people.below(people.reach(viewer, Verb.READ, on=on), "commune__path")
    return every().filter(within, is_open=True).order_by("-pk")


def to_triage(viewer: Person, *, on: date) -> "QuerySet[Stated]":
    """Return what is held on suspicion where a viewer may decide, oldest first."""
    within = people.below(people.reach(viewer, Verb.TRIAGE, on=on), "commune__path")
    undecided = every().filter(within, is_open=False, is_held=True, is_dismissed=False)
    return undecided.select_related("suspicion").order_by("pk")


def opinion(reference: str, viewer: Person, *, verb: Verb, on: date) -> "Stated":
    """Return one opinion where a viewer may do `verb`. Raises Refused: "no-such-opinion"."""
    found = every().select_related("suspicion").filter(reference=reference).first()
    if found is None or not people.may(viewer, verb, found.commune, on=on):
        raise Refused("no-such-opinion", reference=reference)
    return found


def published() -> "QuerySet[Stated]":
    """Return the opinions with a text for everybody. Only `public_words` of them may leave the house."""
    return every().filter(is_open=True, public_words__isnull=False).order_by("dialogue__held_on", "commune", "hamlet")


def was_set_aside(key: UUID) -> bool:
    """Whether the opinion with `key` was guided to another procedure and erased."""
    return SettingAside.objects.filter(key=key).exists()


def public_texts() -> QuerySet[Any, Any]:
    """Return what everybody may read, as plain values and nothing else of an opinion, the newest dialogue first.

    Each has `text`, `held_on`, `code` (the dialogue's), `commune_code`, and what the commune and the hamlet were called
    that day ("" where nobody noted the hamlet). Within a dialogue `shuffled` gives an order that tells nothing about
    who spoke when, the same each time.
    """
    return (
        BoardLine.objects.annotate(
            text=F("words"),
            held_on=F("dialogue__held_on"),
            code=F("dialogue__code"),
            commune_code=F("commune__code"),
            commune_name=Coalesce(name_then("commune", "dialogue__held_on"), F("commune__name")),
            hamlet_name=Coalesce(name_then("hamlet", "dialogue__held_on"), F("hamlet__name"), Value("")),
        )
        .order_by("-held_on", "-dialogue", "shuffled")
        .values("text", "held_on", "code", "commune_code", "commune_name", "hamlet_name", "dialogue", "shuffled")
    )


def on_board(within: Place) -> QuerySet[BoardLine]:
    """Return the lines on the board of a commune and those that became part of it, with `held_on` to be sorted by.

    Which lines a page shows is chosen among these, by an index; what it shows of them is read from `public_texts`.
    """
    keys = _communes(within.path)
    own = {"dialogue__commune": keys[0]} if len(keys) == 1 else {"dialogue__commune__in": keys}
    return BoardLine.objects.filter(**own).alias(held_on=F("dialogue__held_on"))


def saying(texts: QuerySet[Any, Any], query: str, *, within: Place | None = None, most: int) -> QuerySet[Any, Any]:
    """Return those of `public_texts` that say every word of a query, up to `most` of all, the newest dialogue first.

    `within` narrows the search to a commune and those that became part of it.
    """
    communes, is_sqlite = _communes(within.path) if within else [], connection.vendor == "sqlite"
    # SQLite knows a place as a word; PostgreSQL would take a commune that is named twice for much rarer than it is.
    sought = Sought.from_query(query, communes if is_sqlite else ())
    lines = BoardLine.objects.filter(found__words__says=sought.expression(connection.vendor))
    if communes and not is_sqlite:
        lines = lines.filter(commune=communes[0]) if len(communes) == 1 else lines.filter(commune__in=communes)
    return texts.filter(pk__in=lines.order_by("-found").values("pk")[:most]).order_by("-shuffled")


def listened() -> QuerySet[Any, Any]:
    """Return the communes with a text for everybody, the last one that listened first.

    Each has `code`, `name`, `is_sample`, `texts` and `dialogues` (how many), `newest` (the primary key of the dialogue
    held last) and `last_on` (its day).
    """
    counted: QuerySet[Any, Any] = BoardCommune.objects.values(
        "texts",
        "dialogues",
        "newest",
        code=F("commune__code"),
        name=F("commune__name"),
        is_sample=F("commune__is_sample"),
        last_on=F("newest__held_on"),
    )
    return counted.order_by("-last_on", "code")


def _communes(path: str) -> list[int]:
    return list(Place.objects.filter(path__startswith=path, kind=Kind.COMMUNE).values_list("pk", flat=True))


def asides(dialogue: Dialogue) -> dict[str, int]:
    """Return how many were guided to another procedure that evening, by procedure."""
    rows = SettingAside.objects.filter(dialogue=dialogue).values_list("kind").annotate(count=Count("pk"))
    return dict(rows.order_by("kind"))


def claims() -> Iterator[Claim]:
    """Yield what the rows of this word say about the record, for `ledger.queries.verify`."""
    rows = Opinion.objects.select_related("dialogue", "hamlet").order_by("pk")
    for row in rows.iterator(chunk_size=2000):
        hamlet = row.hamlet.code if row.hamlet else None
        heard_at = int(row.heard_at.timestamp())
        facts = {"words": row.words, "heard_at": heard_at, "dialogue": row.dialogue.code, "hamlet": hamlet}
        yield Claim("opinion heard", row.key, facts)
    corrections = Correction.objects.select_related("opinion").order_by("pk")
    for correction in corrections.iterator(chunk_size=2000):
        yield Claim("opinion corrected", correction.opinion.key, {"words": correction.words})
    for opening in Opening.objects.select_related("opinion").order_by("pk").iterator(chunk_size=2000):
        yield Claim("opinion opened", opening.opinion.key, {})
    for text in PublicText.objects.select_related("opinion").order_by("pk").iterator(chunk_size=2000):
        yield Claim("opinion published", text.opinion.key, {"words": text.words})
    for aside in SettingAside.objects.order_by("pk").iterator(chunk_size=2000):
        yield Claim("opinion set aside", aside.key, {"kind": aside.kind})
