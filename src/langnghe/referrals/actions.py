"""Verbs about referrals: send."""

from datetime import date, datetime

from langnghe.ledger import actions as ledger
from langnghe.ledger.writing import action
from langnghe.matters.models import Matter
from langnghe.papers import actions as papers
from langnghe.papers.actions import Issuing
from langnghe.papers.rules import Kind
from langnghe.people.models import Person
from langnghe.referrals import queries, rules
from langnghe.referrals.models import Referral


@action
def send(  # noqa: PLR0913
    *, matter: Matter, to: str, reason: str, reply_by: date, issuing: Issuing, by: Person, at: datetime
) -> Referral:
    """Send a matter to the body that may decide it, with the referral slip that says so.

    Raises Refused: "not-yours", "matter-undecided", "matter-is-ours", "referral-to-nobody", "no-reason",
    "deadline-passed", and what `papers.issue` raises.
    """
    competence = queries.competence(matter)
    to, reason = rules.check(competence=competence, to=to, reason=reason, reply_by=reply_by, today=at.date())
    commune = matter.commune
    paper = papers.issue(kind=Kind.REFERRAL, commune=commune, abouts=[matter.key], issuing=issuing, by=by, at=at)
    referral = Referral.objects.create(
        matter=matter, to=to[:200], reason=reason, reply_by=reply_by, paper=paper, by=by, at=at
    )
    facts = queries.facts_of(referral)
    ledger.record("matter referred", log=commune.code, about=matter.key, by=str(by.key), at=at, facts=facts)
    return referral
