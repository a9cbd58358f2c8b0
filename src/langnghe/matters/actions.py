"""Verbs about matters: gather equal words, decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from langnghe.ledger import actions as ledger
from langnghe.ledger.writing import action
from langnghe.matters import queries, rules
from langnghe.matters.models import Decision, Matter, Membership
from langnghe.matters.rules import Competence
from langnghe.matters.suggesting import sameness
from langnghe.opinions.models import Opinion
from langnghe.people.models import Person
from langnghe.people.queries import require
from langnghe.people.rules import Verb


@dataclass(frozen=True)
class Choice:
    """What a person chose for a matter. `topic` and `kind` are codes of the pack."""

    topic: str
    kind: str
    competence: Competence
    unit: str
    due_on: date | None


@action
def gather(*, opinions: Sequence[Opinion], by: Person, at: datetime) -> list[Matter]:
    """Give each open opinion of one commune its matter: one for each distinct text, the old one where there is one.

    Raises Refused: "not-yours".
    """
    if not opinions:
        return []
    commune = opinions[0].commune
    require(by, Verb.CONFIRM, commune, on=at.date())
    known = queries.same(commune, [sameness(_words(opinion)) for opinion in opinions])
    gathered = []
    for opinion in opinions:
        same = sameness(_words(opinion))
        if same not in known:
            known[same] = _open(opinion, same, by=by, at=at)
        Membership.objects.create(opinion=opinion, matter=known[same])
        facts = {"matter": known[same].code}
        ledger.record("opinion joined", log=commune.code, about=opinion.key, by=str(by.key), at=at, facts=facts)
        gathered.append(known[same])
    return gathered


@action
def decide(*, matter: Matter, choice: Choice, held_on: date, by: Person, at: datetime) -> Decision:
    """Decide what a matter is, who has it and by when. Raises Refused: "not-yours", "due-before-heard"."""
    require(by, Verb.DECIDE, matter.commune, on=at.date())
    rules.check_due(choice.due_on, held_on=held_on)
    decision = Decision.objects.create(
        matter=matter,
        topic=choice.topic,
        kind=choice.kind,
        competence=choice.competence,
        unit=choice.unit,
        due_on=choice.due_on,
        by=by,
        at=at,
    )
    facts = {
        "topic": choice.topic,
        "kind": choice.kind,
        "competence": str(choice.competence),
        "unit": choice.unit,
        "due_on": choice.due_on.isoformat() if choice.due_on else None,
    }
    ledger.record("matter decided", log=matter.commune.code, about=matter.key, by=str(by.key), at=at, facts=facts)
    return decision


@action
def decide_each(*, choices: Sequence[tuple[Matter, Choice, date]], by: Person, at: datetime) -> list[Decision]:
    """Decide several matters at once; each comes with its choice and the day it was heard. All or none.

    Raises Refused: "not-yours", "due-before-heard".
    """
    return [decide(matter=matter, choice=choice, held_on=held_on, by=by, at=at) for matter, choice, held_on in choices]


def _open(opinion: Opinion, same: str, *, by: Person, at: datetime) -> Matter:
    matter = Matter.objects.create(
        code=f"V-{opinion.reference}",
        commune=opinion.commune,
        title=rules.title_of(_words(opinion)),
        sameness=same,
        opened_at=at,
    )
    facts = {"code": matter.code}
    ledger.record("matter opened", log=matter.commune.code, about=matter.key, by=str(by.key), at=at, facts=facts)
    return matter


def _words(opinion: Opinion) -> str:
    return getattr(opinion, "words_now", opinion.words)
