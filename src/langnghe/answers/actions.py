"""Verbs about answers: draft, give back, give, issue as a paper."""

from collections.abc import Mapping
from datetime import datetime

from langnghe.answers import queries, rules
from langnghe.answers.models import Answer, Draft, Remark
from langnghe.answers.rules import Contents, Outcome
from langnghe.language.folding import normal
from langnghe.language.personal_data import personal_data
from langnghe.ledger import actions as ledger
from langnghe.ledger.writing import action
from langnghe.matters import queries as matters
from langnghe.matters.models import Matter
from langnghe.papers import actions as papers
from langnghe.papers.actions import Issuing
from langnghe.papers.models import Issued
from langnghe.papers.rules import Kind
from langnghe.people.models import Person
from langnghe.people.queries import require
from langnghe.people.rules import Verb
from langnghe.refusals import Refused


@action
def draft(*, matter: Matter, contents: Contents, is_checked: bool = False, by: Person, at: datetime) -> Draft:
    """Propose an answer. `is_checked`: a person says that what looks like personal data in it is none.

    Raises Refused: "not-yours", "personal-data", and what `rules.check` raises.
    """
    queries.require_drafting(by, matter, on=at.date())
    contents = contents.needed()
    rules.check(contents, today=at.date(), empty=queries.says_nothing(at.date()))
    if personal_data(contents.said) and not is_checked:
        raise Refused("personal-data")
    row = Draft.objects.create(matter=matter, by=by, at=at, **vars(contents))
    _note("answer drafted", row, by=by, at=at, facts=queries.facts_of(row))
    return row


@action
def give_back(*, draft: Draft, words: str, by: Person, at: datetime) -> Remark:
    """Give a draft back with what it lacks. Raises Refused: "not-yours", "draft-is-past", "no-reason"."""
    require(by, Verb.RELEASE, draft.matter.commune, on=at.date())
    matters.wait_for(draft.matter)
    if not queries.is_pending(draft):
        raise Refused("draft-is-past")
    words = normal(words)
    if not words:
        raise Refused("no-reason")
    _note("answer given back", draft, by=by, at=at, facts={"words": words})
    return Remark.objects.create(draft=draft, words=words, by=by, at=at)


@action
def give(*, draft: Draft, is_promised: bool = False, by: Person, at: datetime) -> Answer:
    """Release a draft: from here on it is what the commune tells residents.

    What the commune *will do* is only ever given with its promise (`commitments.promise` says so by `is_promised`).
    Raises Refused: "not-yours", "draft-is-past", "promise-it", "deadline-passed".
    """
    require(by, Verb.RELEASE, draft.matter.commune, on=at.date())
    matters.wait_for(draft.matter)
    if not queries.is_pending(draft):
        raise Refused("draft-is-past")
    if draft.outcome == Outcome.WILL_DO and not is_promised:
        raise Refused("promise-it")
    rules.check(draft.contents, today=at.date(), empty=queries.says_nothing(at.date()))
    _note("answer given", draft, by=by, at=at, facts={"draft": str(draft.key)})
    return Answer.objects.create(draft=draft, matter=draft.matter, by=by, at=at)


@action
def issue_reply(*, matter: Matter, issuing: Issuing, by: Person, at: datetime) -> Issued:
    """Issue the official answer to a matter as a paper.

    Raises Refused: "not-yours", "not-answered-yet", and what `papers.issue` raises.
    """
    if not queries.answers(matter).exists():
        raise Refused("not-answered-yet", code=matter.code)
    return papers.issue(kind=Kind.REPLY, commune=matter.commune, abouts=[matter.key], issuing=issuing, by=by, at=at)


def _note(kind: str, draft: Draft, *, by: Person, at: datetime, facts: Mapping[str, object]) -> None:
    matter = draft.matter
    ledger.record(kind, log=matter.commune.code, about=matter.key, by=str(by.key), at=at, facts=facts)
