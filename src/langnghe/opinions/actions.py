"""Verbs about opinions: record, correct, open, set aside, publish, issue the minutes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from langnghe.dialogues.models import Dialogue, Said
from langnghe.language.folding import fold
from langnghe.language.personal_data import personal_data
from langnghe.ledger import actions as ledger
from langnghe.ledger import guards, store
from langnghe.ledger.writing import action
from langnghe.opinions import indexing, queries, rules
from langnghe.opinions.models import (
    Correction,
    Dismissal,
    Opening,
    Opinion,
    PublicText,
    Reply,
    SettingAside,
    Suspicion,
)
from langnghe.opinions.rules import Channel, Procedure
from langnghe.papers import actions as papers
from langnghe.papers.actions import Issuing
from langnghe.papers.models import Issued
from langnghe.papers.rules import Kind
from langnghe.people.models import Person
from langnghe.people.queries import require
from langnghe.people.rules import Verb
from langnghe.places.models import Place
from langnghe.refusals import Refused


@action
def record(  # noqa: PLR0913
    *,
    key: UUID,
    dialogue: Dialogue,
    words: str,
    hamlet: Place | None,
    channel: Channel,
    heard_at: datetime,
    suspicion: tuple[Procedure, Sequence[str]] | None = None,
    by: Person,
    at: datetime,
) -> Opinion:
    """Write one opinion into the register's waiting room, exactly as spoken; on suspicion it is held there.

    The same key with the same words is the same opinion, however often it arrives and however late.
    Raises Refused: "not-yours", "nothing-said", "key-taken" if `key` already carries other words.
    """
    require(by, Verb.HEAR, dialogue.commune, on=at.date())
    words = rules.as_spoken(words)
    if (known := queries.known(key, words)) is not None:
        return known
    opinion = Opinion.objects.create(
        key=key,
        reference=rules.free_reference(queries.is_taken),
        dialogue=dialogue,
        commune=dialogue.commune,
        hamlet=hamlet,
        number=_next_number(dialogue),
        channel=channel,
        words=words,
        folded=fold(words),
        heard_at=heard_at,
        recorded_by=by,
        recorded_at=at,
    )
    if suspicion is not None:
        Suspicion.objects.create(opinion=opinion, kind=suspicion[0], words="; ".join(suspicion[1]))
    facts = {"words": words, "heard_at": int(heard_at.timestamp()), "dialogue": dialogue.code}
    _note("opinion heard", opinion, by=by, at=at, facts={**facts, "hamlet": hamlet.code if hamlet else None})
    return opinion


@action
def reply(*, opinion: Opinion, said: Said, by: Person, at: datetime) -> Reply:
    """Note that `said` was said in the hall about `opinion`. Raises Refused: "not-yours"."""
    require(by, Verb.HEAR, opinion.commune, on=at.date())
    _note("opinion replied to", opinion, by=by, at=at, facts={"said": str(said.key)})
    return Reply.objects.create(opinion=opinion, said=said)


@action
def correct(*, opinion: Opinion, words: str, by: Person, at: datetime) -> Correction:
    """Write down what was really said; the first words are kept. Raises Refused: "not-yours", "nothing-said"."""
    require(by, Verb.HEAR, opinion.commune, on=at.date())
    words = rules.as_spoken(words)
    correction = Correction.objects.create(opinion=opinion, words=words, folded=fold(words), by=by, at=at)
    indexing.take_in(opinion)
    _note("opinion corrected", opinion, by=by, at=at, facts={"words": words})
    return correction


@action
def open_one(*, opinion: Opinion, by: Person, at: datetime) -> Opening:
    """Say that this is an opinion, also where the machine suspected otherwise.

    Raises Refused: "not-yours", "already-decided".
    """
    require(by, Verb.CONFIRM, opinion.commune, on=at.date())
    if Opening.objects.filter(opinion=opinion).exists() or Dismissal.objects.filter(opinion=opinion).exists():
        raise Refused("already-decided", reference=opinion.reference)
    _note("opinion opened", opinion, by=by, at=at, facts={})
    opening = Opening.objects.create(opinion=opinion, by=by, at=at)
    indexing.take_in(opinion)
    return opening


@action
def confirm(*, dialogue: Dialogue, by: Person, at: datetime) -> list[Opinion]:
    """Open everything of a dialogue that waits and is not held; return what was opened. Raises Refused: "not-yours"."""
    require(by, Verb.CONFIRM, dialogue.commune, on=at.date())
    waiting: list[Opinion] = [*queries.waiting(dialogue)]
    for opinion in waiting:
        open_one(opinion=opinion, by=by, at=at)
    return waiting


@action
def dismiss(*, opinion: Opinion, by: Person, at: datetime) -> Dismissal:
    """Say that this is no opinion: the paper was misread. Raises Refused: "not-yours", "already-decided"."""
    require(by, Verb.TRIAGE, opinion.commune, on=at.date())
    if Opening.objects.filter(opinion=opinion).exists():
        raise Refused("already-decided", reference=opinion.reference)
    _note("opinion dismissed", opinion, by=by, at=at, facts={})
    return Dismissal.objects.get_or_create(opinion=opinion, defaults={"by": by, "at": at})[0]


@action
def set_aside(*, opinion: Opinion, kind: Procedure, by: Person, at: datetime) -> SettingAside:
    """Erase an opinion that belongs to another procedure, everywhere; a counter of the evening stays.

    Whoever calls this has printed the guidance slip. Only what is not open yet can be set aside.
    Raises Refused: "not-yours", "already-decided".
    """
    require(by, Verb.TRIAGE, opinion.commune, on=at.date())
    if Opening.objects.filter(opinion=opinion).exists():
        raise Refused("already-decided", reference=opinion.reference)
    aside = SettingAside.objects.create(key=opinion.key, dialogue=opinion.dialogue, kind=kind, by=by, at=at)
    _note("opinion set aside", opinion, by=by, at=at, facts={"kind": str(kind)})
    _erase(opinion, by=by, at=at)
    transaction.on_commit(partial(store.forget))
    return aside


@action
def publish(*, opinion: Opinion, words: str, is_checked: bool = False, by: Person, at: datetime) -> PublicText:
    """Give everybody a text of an open opinion, as a person wrote or confirmed it.

    Raises Refused: "not-yours", "not-open-yet", "nothing-said", "personal-data".
    """
    require(by, Verb.PUBLISH, opinion.commune, on=at.date())
    if not Opening.objects.filter(opinion=opinion).exists():
        raise Refused("not-open-yet", reference=opinion.reference)
    words = rules.check_public(words, bool(personal_data(words)), is_checked=is_checked)
    _note("opinion published", opinion, by=by, at=at, facts={"words": words})
    text = PublicText.objects.create(opinion=opinion, words=words, folded=fold(words), by=by, at=at)
    indexing.put_up(text)
    return text


@action
def issue_minutes(*, dialogue: Dialogue, issuing: Issuing, by: Person, at: datetime) -> Issued:
    """Issue the minutes of a dialogue: everything heard in them is in the register.

    Raises Refused: "not-yours", "still-waiting", and what `papers.issue` raises.
    """
    if undecided := queries.undecided(dialogue):
        raise Refused("still-waiting", count=undecided)
    return papers.issue(
        kind=Kind.MINUTES, commune=dialogue.commune, abouts=[dialogue.key], issuing=issuing, by=by, at=at
    )


def _erase(opinion: Opinion, *, by: Person, at: datetime) -> None:
    """Erase an opinion and what was said in the hall about it alone, with the secrets that open their entries."""
    replies = Reply.objects.filter(opinion=opinion)
    shared = Reply.objects.exclude(opinion=opinion).values("said")
    said = list(Said.objects.filter(pk__in=replies.values("said")).exclude(pk__in=shared))
    with guards.erasing(opinion.key, *(each.key for each in said)):
        for rows in (Reply, Suspicion, Correction, Dismissal):
            rows.objects.filter(opinion=opinion).delete()
        Opinion.objects.filter(pk=opinion.pk).delete()
        Said.objects.filter(pk__in=[each.pk for each in said]).delete()
    ledger.erase_secrets(about=opinion.key)
    for each in said:
        ledger.record("said set aside", log=opinion.commune.code, about=each.key, by=str(by.key), at=at, facts={})
        ledger.erase_secrets(about=each.key)


def _next_number(dialogue: Dialogue) -> int:
    """Numbers of opinions set aside are not given again, so that a printed list stays true."""
    known = Opinion.objects.filter(dialogue=dialogue)
    highest = known.aggregate(highest=Max("number"))["highest"] or 0
    heard = known.count() + SettingAside.objects.filter(dialogue=dialogue).count()
    return max(int(highest), heard) + 1


def _note(kind: str, opinion: Opinion, *, by: Person, at: datetime, facts: Mapping[str, object]) -> None:
    ledger.record(kind, log=opinion.commune.code, about=opinion.key, by=str(by.key), at=at, facts=facts)
