"""Verbs about commitments: promise."""

from datetime import datetime

from langnghe.answers import actions as answers
from langnghe.answers.models import Answer, Draft
from langnghe.answers.rules import Outcome
from langnghe.commitments import queries
from langnghe.commitments.models import Commitment, Serving
from langnghe.ledger import actions as ledger
from langnghe.ledger.writing import action
from langnghe.people.models import Person


@action
def release(*, draft: Draft, by: Person, at: datetime) -> Answer:
    """Release an answer; what the commune says it will do becomes a commitment with the same breath.

    Raises Refused: what `answers.give` raises.
    """
    if draft.outcome != Outcome.WILL_DO:
        return answers.give(draft=draft, by=by, at=at)
    return promise(draft=draft, by=by, at=at)


@action
def promise(*, draft: Draft, by: Person, at: datetime) -> Answer:
    """Give the answer of a draft together with the commitment it makes. Raises Refused: what `answers.give` raises."""
    answer = answers.give(draft=draft, is_promised=True, by=by, at=at)
    assert draft.due_on is not None, "a draft that promises has a day: the rules saw to it"
    commitment = Commitment.objects.create(
        commune=draft.matter.commune,
        what=draft.words,
        owner=draft.owner,
        due_on=draft.due_on,
        money=draft.money,
        source=draft.source,
        by=by,
        at=at,
    )
    Serving.objects.create(commitment=commitment, answer=answer)
    facts = queries.facts_of(commitment, [str(draft.key)])
    ledger.record("promise made", log=commitment.commune.code, about=commitment.key, by=str(by.key), at=at, facts=facts)
    return answer
