"""Verbs about issued papers: issue, post, withdraw. The word that owes a paper calls `issue` in its own action."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from langnghe.ledger import actions as ledger
from langnghe.ledger.writing import action
from langnghe.papers import queries, rules
from langnghe.papers.models import Issued, Posting, Subject, Withdrawal
from langnghe.papers.rules import Kind
from langnghe.people.models import Mandate, Person
from langnghe.people.queries import require
from langnghe.people.rules import Verb
from langnghe.places.models import Place
from langnghe.refusals import Refused


@dataclass(frozen=True)
class Issuing:
    """A paper ready to be issued: number and day, who signs, its bytes (`form` is "docx", "pdf" or "xlsx").

    `postings` are (where, on which day); where somebody still has to go and post it, there is none yet.
    """

    number: int
    symbol: str
    on: date
    signatory: Mandate
    title: str
    form: str
    content: bytes
    postings: tuple[tuple[str, date], ...] = ()


@action
def issue(  # noqa: PLR0913
    *,
    kind: Kind,
    commune: Place,
    abouts: Sequence[UUID],
    issuing: Issuing,
    hamlet: Place | None = None,
    by: Person,
    at: datetime,
) -> Issued:
    """Issue a paper: take its number, note who signed, freeze its bytes, note where it was posted.

    Raises Refused: "not-yours", "number-unclear", "number-taken", "issued-in-the-future", "signatory-not-in-office",
    "paper-empty", and what `post` raises.
    """
    require(by, Verb.ISSUE, commune, on=at.date())
    rules.check_number(issuing.number, issuing.symbol)
    rules.check_days(issuing.on, issuing.postings, today=at.date())
    if not issuing.content:
        raise Refused("paper-empty")
    if queries.is_taken(commune, issuing.on.year, issuing.symbol, issuing.number):
        raise _taken(issuing)
    if not queries.may_sign(issuing.signatory, commune, on=issuing.on):
        raise Refused("signatory-not-in-office")
    paper = _store(kind, commune, hamlet, issuing, by=by, at=at)
    Subject.objects.bulk_create(Subject(paper=paper, about=about) for about in abouts)
    facts = queries.facts_of(paper, sorted(map(str, abouts)))
    _note("paper issued", paper, by=by, at=at, facts=facts)
    for where, on in issuing.postings:
        post(paper=paper, where=where, on=on, by=by, at=at)
    return paper


@action
def post(*, paper: Issued, where: str, on: date, by: Person, at: datetime) -> Posting:
    """Note where an issued paper was posted, read out or handed over, and on which day; said twice, it is noted once.

    Raises Refused: "not-yours", "withdrawn", "posted-nowhere", "posted-before-issued", "posted-in-the-future".
    """
    require(by, Verb.ISSUE, paper.commune, on=at.date())
    queries.wait_for(paper)
    if queries.is_withdrawn(paper):
        raise Refused("withdrawn", number=str(paper))
    where = " ".join(where.split())[:200]
    rules.check_days(paper.issued_on, [(where, on)], today=at.date())
    known = queries.postings(paper).filter(where=where, on=on).first()
    if known is not None:
        return known
    _note("paper posted", paper, by=by, at=at, facts={"where": where, "on": on.isoformat()})
    return Posting.objects.create(paper=paper, where=where, on=on, by=by, at=at)


@action
def withdraw(*, paper: Issued, reason: str, by: Person, at: datetime) -> Withdrawal:
    """Withdraw an issued paper; its number is not given again.

    Raises Refused: "not-yours", "withdrawn", "no-reason".
    """
    require(by, Verb.ISSUE, paper.commune, on=at.date())
    queries.wait_for(paper)
    if queries.is_withdrawn(paper):
        raise Refused("withdrawn", number=str(paper))
    reason = " ".join(reason.split())[:300]
    if not reason:
        raise Refused("no-reason")
    _note("paper withdrawn", paper, by=by, at=at, facts={"reason": reason})
    return Withdrawal.objects.create(paper=paper, reason=reason, by=by, at=at)


def _store(  # noqa: PLR0913
    kind: Kind, commune: Place, hamlet: Place | None, issuing: Issuing, *, by: Person, at: datetime
) -> Issued:
    paper = Issued(
        commune=commune,
        hamlet=hamlet,
        kind=kind,
        year=issuing.on.year,
        number=issuing.number,
        symbol=issuing.symbol,
        issued_on=issuing.on,
        title=issuing.title[:300],
        signatory=issuing.signatory,
        form=issuing.form,
        content=issuing.content,
        digest=rules.digest(issuing.content),
        by=by,
        at=at,
    )
    try:
        with transaction.atomic():
            paper.save(force_insert=True)
    except IntegrityError:  # somebody took the number while this was written
        raise _taken(issuing) from None
    return paper


def _taken(issuing: Issuing) -> Refused:
    return Refused("number-taken", number=f"{issuing.number:02}/{issuing.symbol}")


def _note(kind: str, paper: Issued, *, by: Person, at: datetime, facts: Mapping[str, object]) -> None:
    ledger.record(kind, log=paper.commune.code, about=paper.key, by=str(by.key), at=at, facts=facts)
