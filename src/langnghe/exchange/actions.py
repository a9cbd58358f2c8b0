"""Verbs about papers that come in: hear what they tell, confirm it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone

from langnghe.dialogues import actions as dialogues
from langnghe.dialogues.models import Dialogue
from langnghe.dialogues.queries import attendance, covering
from langnghe.dialogues.rules import Kind
from langnghe.exchange import queries, rules
from langnghe.exchange.models import Paper, PaperDialogue, PaperOpinion, Piece
from langnghe.exchange.particulars import particulars
from langnghe.exchange.queries import Outcome
from langnghe.exchange.reading.shapes import Heard, Reading
from langnghe.exchange.rules import Line
from langnghe.language.folding import normal
from langnghe.ledger import actions as ledger
from langnghe.ledger.writing import action
from langnghe.matters import actions as matters
from langnghe.matters.suggesting import suspect
from langnghe.opinions import actions as opinions
from langnghe.opinions.models import Opinion
from langnghe.opinions.rules import Channel
from langnghe.people.models import Person
from langnghe.people.queries import require
from langnghe.people.rules import Verb
from langnghe.places import actions as places
from langnghe.places.models import Place
from langnghe.places.queries import hamlet_named
from langnghe.refusals import Refused


@dataclass(frozen=True)
class Where:
    """Where a paper's opinions belong: a commune and a day, and the dialogue if a person named one.

    `kind` is that of a dialogue which has to be begun, because none is planned for the day.
    """

    commune: Place
    held_on: date
    dialogue: Dialogue | None = None
    kind: Kind = Kind.CONFERENCE


@action
def hear(*, reading: Reading, into: Where, channel: Channel = Channel.IMPORTED, by: Person, at: datetime) -> Outcome:
    """Write what a paper tells into the waiting room of its dialogues.

    The same bytes again change nothing. A corrected paper adds what is new, notes what changed as corrections, and
    removes nothing. A hamlet the commune does not have is added unconfirmed. Raises Refused: "not-yours".
    """
    require(by, Verb.HEAR, into.commune, on=at.date())
    known = queries.paper_of(into.commune, reading.sha256, into.held_on, into.dialogue)
    if known is not None:
        return queries.outcome(known)
    hamlets = _hamlets(reading, into, by=by, at=at)
    found = _dialogues(reading, into, hamlets, by=by, at=at)
    paper = _paper(reading, into.commune, by=by, at=at)
    outcome = Outcome(paper, dialogues=list(dict.fromkeys(found)))
    PaperDialogue.objects.bulk_create(PaperDialogue(paper=paper, dialogue=each) for each in outcome.dialogues)
    _note_attendance(reading, outcome.dialogues, by=by, at=at)
    _write(reading, outcome, found, hamlets, channel=channel, by=by, at=at)
    _keep_pieces(reading, outcome)
    return outcome


@action
def write_down(  # noqa: PLR0913
    *,
    lines: Sequence[str],
    hamlet: Place | None,
    into: Where,
    channel: Channel,
    key: UUID,
    by: Person,
    at: datetime,
) -> Dialogue:
    """Write opinions typed one a line (slips, a hamlet head's list, what was just said) into the waiting room.

    Each line is a voice of its own, also when somebody else said the same. `key` is that of the sending: a form that
    arrives twice is heard once. Return the dialogue. Raises Refused: "not-yours", "nothing-said".
    """
    require(by, Verb.HEAR, into.commune, on=at.date())
    said = [line for line in map(normal, lines) if line]
    if not said:
        raise Refused("nothing-said")
    blank = Reading(file="")
    dialogue = into.dialogue or covering(into.commune, hamlet, on=into.held_on)
    dialogue = dialogue or covering(into.commune, None, on=into.held_on)
    dialogue = dialogue or _new_dialogue(blank, into, into.held_on, by=by, at=at)
    if hamlet is not None:
        dialogues.include(dialogue=dialogue, hamlets=[hamlet], by=by, at=at)
    for place, words in enumerate(said):
        opinions.record(
            key=uuid5(key, f"{said[:place].count(words)} {words}"),
            dialogue=dialogue,
            words=words,
            hamlet=hamlet,
            channel=channel,
            heard_at=_evening(dialogue),
            suspicion=suspect(words, held_on=dialogue.held_on),
            by=by,
            at=at,
        )
    return dialogue


@action
def confirm(*, dialogue: Dialogue, by: Person, at: datetime) -> list[Opinion]:
    """Open everything of a dialogue that waits and is not held, give each its matter, and delete the papers' pieces.

    Raises Refused: "not-yours".
    """
    opened = opinions.confirm(dialogue=dialogue, by=by, at=at)
    matters.gather(opinions=opened, by=by, at=at)
    clear_pieces(dialogue=dialogue, by=by, at=at)
    return opened


@action
def clear_pieces(*, dialogue: Dialogue, by: Person, at: datetime) -> int:
    """Delete what was kept of the papers of a dialogue to show beside the register. Raises Refused: "not-yours"."""
    require(by, Verb.CONFIRM, dialogue.commune, on=at.date())
    return Piece.objects.filter(paper__dialogues=dialogue).delete()[0]


@action
def open_held(*, opinion: Opinion, by: Person, at: datetime) -> None:
    """Say that a held text is an opinion after all, and give it its matter. Raises Refused: "not-yours"."""
    opinions.open_one(opinion=opinion, by=by, at=at)
    matters.gather(opinions=[opinion], by=by, at=at)


@action
def take_up(*, piece: Piece, into: Where, hamlet: Place | None, by: Person, at: datetime) -> Opinion:
    """Write a piece that the reader left unread into the waiting room. Raises Refused: "not-yours", "nothing-said"."""
    require(by, Verb.HEAR, into.commune, on=at.date())
    dialogue = into.dialogue or covering(into.commune, hamlet, on=into.held_on)
    assert dialogue is not None
    opinion = opinions.record(
        key=_key(piece.paper, piece.number, piece.words),
        dialogue=dialogue,
        words=piece.words,
        hamlet=hamlet,
        channel=Channel.IMPORTED,
        heard_at=_evening(dialogue),
        suspicion=suspect(piece.words, held_on=dialogue.held_on),
        by=by,
        at=at,
    )
    Piece.objects.filter(pk=piece.pk).update(role="opinion", words="", opinion_key=opinion.key)
    return opinion


def _hamlets(reading: Reading, into: Where, *, by: Person, at: datetime) -> dict[str, Place]:
    """Return the hamlet for each name in the paper, adding those the commune does not have as unconfirmed."""
    found: dict[str, Place] = {}
    for name in dict.fromkeys(heard.hamlet for heard in reading.opinions if heard.hamlet):
        hamlet = hamlet_named(into.commune, name, on=into.held_on)
        found[name] = hamlet or places.add_hamlet(
            commune=into.commune, name=name, is_confirmed=False, by=str(by.key), at=at
        )
    return found


def _dialogues(
    reading: Reading, into: Where, hamlets: Mapping[str, Place], *, by: Person, at: datetime
) -> list[Dialogue]:
    """Return the dialogue of each opinion: the named one, the one of its day and hamlet, or one new for the day."""
    found: list[Dialogue] = []
    new: dict[date, Dialogue] = {}
    for heard in reading.opinions:
        hamlet, day = hamlets.get(heard.hamlet or ""), heard.held_on or into.held_on
        dialogue = into.dialogue or covering(into.commune, hamlet, on=day) or covering(into.commune, None, on=day)
        if dialogue is None:
            dialogue = new.get(day) or _new_dialogue(reading, into, day, by=by, at=at)
            new[day] = dialogue
        found.append(dialogue)
    if not found:
        known = into.dialogue or covering(into.commune, None, on=into.held_on)
        return [known or _new_dialogue(reading, into, into.held_on, by=by, at=at)]
    for dialogue in dict.fromkeys(found):
        its_hamlets = {
            hamlets[heard.hamlet]
            for heard, own in zip(reading.opinions, found, strict=True)
            if own == dialogue and heard.hamlet
        }
        dialogues.include(dialogue=dialogue, hamlets=sorted(its_hamlets, key=lambda each: each.code), by=by, at=at)
    return found


def _new_dialogue(reading: Reading, into: Where, day: date, *, by: Person, at: datetime) -> Dialogue:
    known = particulars(reading.fields)
    return dialogues.plan(
        commune=into.commune,
        hamlets=[],
        held_on=day,
        kind=into.kind,
        starts_at=known.starts_at,
        venue=known.venue,
        chair=known.chair,
        secretary=known.secretary,
        by=by,
        at=at,
    )


def _paper(reading: Reading, commune: Place, *, by: Person, at: datetime) -> Paper:
    paper = Paper.objects.create(
        sha256=reading.sha256,
        kind=reading.kind,
        commune=commune,
        opinions=len(reading.opinions),
        unread=len(reading.unread),
        speakers=reading.speakers,
        received_by=by,
        received_at=at,
    )
    facts = {"sha256": reading.sha256, "opinions": paper.opinions, "unread": paper.unread, "speakers": paper.speakers}
    ledger.record("paper heard", log=commune.code, about=paper.key, by=str(by.key), at=at, facts=facts)
    return paper


def _note_attendance(reading: Reading, held: Sequence[Dialogue], *, by: Person, at: datetime) -> None:
    """A paper tells that its dialogue was held; how many came only where it says so and nobody has yet."""
    known = particulars(reading.fields)
    for dialogue in held:
        if attendance(dialogue) is None and known.present is not None:
            dialogues.hold(
                dialogue=dialogue, present=known.present, invited=known.invited, women=known.women, by=by, at=at
            )


def _write(  # noqa: PLR0913
    reading: Reading,
    outcome: Outcome,
    found: Sequence[Dialogue],
    hamlets: Mapping[str, Place],
    *,
    channel: Channel,
    by: Person,
    at: datetime,
) -> None:
    new = [Line(hamlets[heard.hamlet].code if heard.hamlet else "", heard.text) for heard in reading.opinions]
    compared = rules.compare(new, queries.known_lines(outcome.dialogues))
    keys: dict[int, UUID] = dict(compared.same)
    for place, key in compared.reworded:
        opinions.correct(opinion=queries.opinion_of(key), words=new[place].words, by=by, at=at)
        keys[place] = key
        outcome.reworded.append((key, new[place].words))
    for place in compared.added:
        heard = reading.opinions[place]
        opinion = opinions.record(
            key=_key(outcome.paper, place, heard.text),
            dialogue=found[place],
            words=heard.text,
            hamlet=hamlets.get(heard.hamlet or ""),
            channel=channel,
            heard_at=_evening(found[place]),
            suspicion=suspect(heard.text, held_on=found[place].held_on),
            by=by,
            at=at,
        )
        _note_answer(opinion, heard, by=by, at=at)
        keys[place] = opinion.key
        outcome.added.append(opinion.key)
    outcome.keys.extend(keys[place] for place in range(len(new)))
    PaperOpinion.objects.bulk_create(
        PaperOpinion(paper=outcome.paper, number=number, opinion_key=key)
        for number, key in enumerate(outcome.keys, start=1)
    )
    outcome.missing.extend(queries.left_out(outcome.paper, outcome.dialogues, outcome.keys))


def _note_answer(opinion: Opinion, heard: Heard, *, by: Person, at: datetime) -> None:
    if heard.answer:
        said = dialogues.say(dialogue=opinion.dialogue, words=heard.answer, function=heard.answered_by, by=by, at=at)
        opinions.reply(opinion=opinion, said=said, by=by, at=at)


def _keep_pieces(reading: Reading, outcome: Outcome) -> None:
    """Keep what the reader made of a paper, in the paper's order: in one place what is known, then what was said."""
    pieces = [
        Piece(paper=outcome.paper, where=known.where, role="field", name=known.name, words=known.value)
        for known in reading.fields
    ]
    pieces += [
        Piece(paper=outcome.paper, where=heard.where, role="opinion", opinion_key=key)
        for heard, key in zip(reading.opinions, outcome.keys, strict=True)
    ]
    pieces += [Piece(paper=outcome.paper, where=left.where, role="unread", words=left.text) for left in reading.unread]
    order = {where: place for place, where in enumerate(dict.fromkeys(each.where for each in reading.accounts))}
    pieces.sort(key=lambda piece: order.get(piece.where, len(order)))
    for number, piece in enumerate(pieces, start=1):
        piece.number = number
    Piece.objects.bulk_create(pieces)


def _key(paper: Paper, place: int, words: str) -> UUID:
    """Return the opinion's key: the same line of the same paper is the same opinion, however often it arrives."""
    line = hashlib.sha256(json.dumps([str(paper.key), place, words]).encode()).hexdigest()
    return uuid5(NAMESPACE_URL, f"langnghe:paper:{line}")


def _evening(dialogue: Dialogue) -> datetime:
    return timezone.make_aware(datetime.combine(dialogue.held_on, dialogue.starts_at or time(19, 0)))
