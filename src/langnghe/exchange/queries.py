"""Questions about papers that came in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from langnghe.dialogues.models import Dialogue
from langnghe.exchange.models import Paper, PaperOpinion, Piece
from langnghe.exchange.rules import Line
from langnghe.ledger.rules import Claim
from langnghe.opinions import queries as opinions
from langnghe.places.models import Place

if TYPE_CHECKING:
    from langnghe.opinions.queries import Stated


@dataclass
class Outcome:
    """What hearing one paper did. `keys` are its opinions in the paper's order.

    `added` and `reworded` are what this hearing changed; `missing` is what an earlier version had and this one lacks.
    """

    paper: Paper
    keys: list[UUID] = field(default_factory=list)
    dialogues: list[Dialogue] = field(default_factory=list)
    added: list[UUID] = field(default_factory=list)
    reworded: list[tuple[UUID, str]] = field(default_factory=list)
    missing: list[UUID] = field(default_factory=list)


def paper_of(commune: Place, sha256: str, held_on: date, dialogue: Dialogue | None) -> Paper | None:
    """Return the paper with these very bytes that was heard into the same day or dialogue already, or None."""
    same = Paper.objects.filter(commune=commune, sha256=sha256)
    same = same.filter(dialogues=dialogue) if dialogue else same.filter(dialogues__held_on=held_on)
    return same.order_by("pk").first()


def papers(dialogue: Dialogue) -> QuerySet[Paper]:
    """Return the papers that told of a dialogue, newest first."""
    return Paper.objects.filter(dialogues=dialogue).order_by("-pk").distinct()


def pieces(paper: Paper) -> QuerySet[Piece]:
    """Return what the reader made of a paper, in the paper's order; none after a person has confirmed."""
    return Piece.objects.filter(paper=paper).order_by("number")


def piece(dialogue: Dialogue, paper: UUID, number: int) -> Piece | None:
    """Return one piece of a paper that told of `dialogue`, or None where it is no longer kept."""
    found = Piece.objects.filter(paper__dialogues=dialogue, paper__key=paper, number=number)
    return found.select_related("paper").first()


def known_lines(dialogues: Sequence[Dialogue]) -> list[tuple[UUID, Line]]:
    """Return what the given dialogues heard already, with the newest words."""
    rows = opinions.every().filter(dialogue__in=dialogues).order_by("pk")
    return [(row.key, Line(row.hamlet.code if row.hamlet else "", row.words_now)) for row in rows]


def left_out(paper: Paper, dialogues: Sequence[Dialogue], keys: Sequence[UUID]) -> list[UUID]:
    """Return the opinions of earlier versions of `paper` that it lacks.

    An earlier paper counts as a version of this one when at least half of its opinions are in this one too.
    """
    told: dict[int, list[UUID]] = defaultdict(list)
    earlier = PaperOpinion.objects.filter(paper__dialogues__in=dialogues).exclude(paper=paper).order_by("number")
    for number, key in earlier.values_list("paper", "opinion_key").distinct():
        told[number].append(key)
    has = set(keys)
    versions = [own for own in told.values() if 2 * len(has.intersection(own)) >= len(own)]
    return list(dict.fromkeys(key for own in versions for key in own if key not in has))


def opinion_of(key: UUID) -> "Stated":
    """Return the opinion with `key`."""
    return opinions.every().get(key=key)


def outcome(paper: Paper) -> Outcome:
    """Return what hearing `paper` again does: nothing; its opinions and dialogues are what they were."""
    keys = PaperOpinion.objects.filter(paper=paper).order_by("number").values_list("opinion_key", flat=True)
    return Outcome(paper, keys=list(keys), dialogues=list(paper.dialogues.order_by("pk")))


def claims() -> Iterator[Claim]:
    """Yield what the rows of this word say about the record."""
    for row in Paper.objects.order_by("pk").iterator(chunk_size=2000):
        counts = {"opinions": row.opinions, "unread": row.unread, "speakers": row.speakers}
        yield Claim("paper heard", row.key, {"sha256": row.sha256, **counts})
