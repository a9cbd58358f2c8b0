"""Verbs about campaigns: plan one."""

from collections.abc import Sequence
from datetime import date, datetime

from langnghe.campaigns.models import Campaign, CampaignHamlet
from langnghe.ledger import actions as ledger
from langnghe.ledger.writing import action
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
def plan(  # noqa: PLR0913
    *, commune: Place, name: str, starts_on: date, ends_on: date, hamlets: Sequence[Place], by: Person, at: datetime
) -> Campaign:
    """Plan to listen in `hamlets` of a commune between two days (both inclusive).

    Raises Refused: "not-yours", "campaign-without-name", "ends-before-it-begins", "campaign-without-hamlets",
    "hamlet-elsewhere".
    """
    require(by, Verb.PLAN, commune, on=at.date())
    if not name.strip():
        raise Refused("campaign-without-name")
    if ends_on < starts_on:
        raise Refused("ends-before-it-begins")
    if not hamlets:
        raise Refused("campaign-without-hamlets")
    for hamlet in hamlets:
        if not hamlet.path.startswith(commune.path):
            raise Refused("hamlet-elsewhere", hamlet=hamlet.name, place=commune.name)
    campaign = Campaign.objects.create(commune=commune, name=name.strip(), starts_on=starts_on, ends_on=ends_on)
    CampaignHamlet.objects.bulk_create(CampaignHamlet(campaign=campaign, hamlet=hamlet) for hamlet in hamlets)
    facts = {"name": campaign.name, "from": starts_on.isoformat(), "to": ends_on.isoformat(), "hamlets": len(hamlets)}
    ledger.record("campaign planned", log=commune.code, about=campaign.key, by=str(by.key), at=at, facts=facts)
    return campaign


@action
def issue_plan(*, campaign: Campaign, issuing: Issuing, by: Person, at: datetime) -> Issued:
    """Issue the plan of a campaign. Raises Refused: what `papers.issue` raises."""
    return papers.issue(kind=Kind.PLAN, commune=campaign.commune, abouts=[campaign.key], issuing=issuing, by=by, at=at)
