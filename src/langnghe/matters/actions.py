"""Verbs about matters: gather equal words, decide, join what is the same thing, part what is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from langnghe.dialogues.models import Dialogue
from langnghe.ledger import actions as ledger
from langnghe.ledger.writing import action
from langnghe.matters import queries, rules
from langnghe.matters.models import Apart, Decision, Matter, Membership, Moved, Moving, Restoring
from langnghe.matters.rules import Competence
from langnghe.matters.suggesting import sameness
from langnghe.opinions import queries as heard
from langnghe.opinions.models import Opinion
from langnghe.papers import actions as papers
from langnghe.papers.actions import Issuing
from langnghe.papers.models import Issued
from langnghe.papers.rules import Kind
from langnghe.people.models import Person
from langnghe.people.queries import require
from langnghe.people.rules import Verb
from langnghe.places.models import Place
from langnghe.refusals import Refused


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
    queries.wait_for(*known.values())
    gathered = []
    for opinion in opinions:
        same = sameness(_words(opinion))
        if same not in known:
            known[same] = _open(opinion, same, by=by, at=at)
        Membership.objects.create(opinion=opinion, **queries.place_of(opinion), **queries.standing_of(known[same]))
        facts = {"matter": known[same].code}
        ledger.record("opinion joined", log=commune.code, about=opinion.key, by=str(by.key), at=at, facts=facts)
        gathered.append(known[same])
    return gathered


@action
def decide(*, matter: Matter, choice: Choice, held_on: date, by: Person, at: datetime) -> Decision:
    """Decide what a matter is, who has it and by when. Raises Refused: "not-yours", "due-before-heard"."""
    require(by, Verb.DECIDE, matter.commune, on=at.date())
    rules.check_due(choice.due_on, held_on=held_on)
    queries.wait_for(matter)
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
    Membership.objects.filter(matter=matter).update(**queries.standing_of(matter))
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


@action
def join(*, matter: Matter, into: Matter, by: Person, at: datetime) -> Moving:
    """Say that two matters are the same thing: every voice of `matter` moves over, and can be brought back.

    Where somebody joined `into` with a third one meanwhile, they move there. Raises Refused: "not-yours",
    "same-matter", "other-commune", "nothing-to-move".
    """
    require(by, Verb.DECIDE, matter.commune, on=at.date())
    if matter.commune_id != into.commune_id:
        raise Refused("other-commune", code=into.code)
    queries.wait_for(matter, into)
    into = queries.now_part_of(into)
    if matter.pk == into.pk:
        raise Refused("same-matter", code=matter.code)
    return _move(queries.members(matter), matter, into, by=by, at=at)


@action
def part(*, opinions: Sequence[Opinion], matter: Matter, by: Person, at: datetime) -> Moving:
    """Say that some voices of a matter are about something else: they become a matter of their own.

    Raises Refused: "not-yours", "nothing-to-move", "last-voice" if none would stay behind.
    """
    require(by, Verb.DECIDE, matter.commune, on=at.date())
    queries.wait_for(matter)
    members = queries.members(matter)
    going = [member for member in members if member.opinion in opinions]
    if going and len(going) == len(members):
        raise Refused("last-voice", code=matter.code)
    if not going:
        raise Refused("nothing-to-move")
    new = _open(going[0].opinion, sameness(_words(going[0].opinion)), by=by, at=at)
    return _move(going, matter, new, by=by, at=at)


@action
def restore(*, moving: Moving, by: Person, at: datetime) -> Restoring:
    """Take a moving back: its voices are where they were. What was moved later is taken back first.

    Raises Refused: "not-yours", "restored-already", "moved-since".
    """
    require(by, Verb.DECIDE, moving.origin.commune, on=at.date())
    queries.wait_for(moving.origin, moving.target)
    if queries.is_restored(moving):
        raise Refused("restored-already")
    voices = [row.opinion_id for row in moving.voices.all()]
    if queries.moved_since(moving):
        raise Refused("moved-since", code=moving.target.code)
    restoring = Restoring.objects.create(moving=moving, by=by, at=at)
    Membership.objects.filter(opinion__in=voices).update(**queries.standing_of(moving.origin))
    facts = {"moving": str(moving.key)}
    ledger.record(
        "voices restored", log=moving.origin.commune.code, about=moving.origin.key, by=str(by.key), at=at, facts=facts
    )
    return restoring


@action
def keep_apart(*, matter: Matter, other: Matter, by: Person, at: datetime) -> Apart:
    """Say that two matters are not the same thing, so that nobody is asked again. Raises Refused: "not-yours"."""
    require(by, Verb.DECIDE, matter.commune, on=at.date())
    one, two = sorted((matter, other), key=lambda each: each.pk)
    known = Apart.objects.filter(one=one, other=two).first()
    if known is not None:
        return known
    facts = {"other": two.code}
    ledger.record("matters kept apart", log=matter.commune.code, about=one.key, by=str(by.key), at=at, facts=facts)
    return Apart.objects.create(one=one, other=two, by=by, at=at)


@action
def issue_table(*, dialogue: Dialogue, issuing: Issuing, by: Person, at: datetime) -> Issued:
    """Issue the consolidated table of a dialogue: a person has decided every matter in it.

    Raises Refused: "not-yours", "still-waiting", "still-undecided", and what `papers.issue` raises.
    """
    if waiting := heard.undecided(dialogue):
        raise Refused("still-waiting", count=waiting)
    if undecided := queries.undecided(dialogue).count():
        raise Refused("still-undecided", count=undecided)
    return papers.issue(kind=Kind.TABLE, commune=dialogue.commune, abouts=[dialogue.key], issuing=issuing, by=by, at=at)


@action
def issue_register(*, commune: Place, issuing: Issuing, by: Person, at: datetime) -> Issued:
    """Issue the register of a commune, of some days. Raises Refused: "not-yours", and what `papers.issue` raises."""
    return papers.issue(kind=Kind.REGISTER, commune=commune, abouts=[], issuing=issuing, by=by, at=at)


def _move(members: Sequence[Membership], origin: Matter, target: Matter, *, by: Person, at: datetime) -> Moving:
    if not members:
        raise Refused("nothing-to-move")
    moving = Moving.objects.create(origin=origin, target=target, by=by, at=at)
    Moved.objects.bulk_create(Moved(moving=moving, opinion=member.opinion) for member in members)
    Membership.objects.filter(pk__in=[member.pk for member in members]).update(**queries.standing_of(target))
    facts = queries.facts_of(moving, [str(member.opinion.key) for member in members])
    ledger.record("voices moved", log=origin.commune.code, about=origin.key, by=str(by.key), at=at, facts=facts)
    return moving


def _open(opinion: Opinion, same: str, *, by: Person, at: datetime) -> Matter:
    matter = Matter.objects.create(
        code=queries.free_code(opinion.reference),
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
