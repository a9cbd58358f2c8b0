"""Verbs about campaigns: plan one, form its working groups, invite bodies, count the voters who ask to be heard."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from langnghe.campaigns import queries, rules
from langnghe.campaigns.models import (
    Campaign,
    CampaignHamlet,
    Formation,
    FormationHamlet,
    InvitedBody,
    Listing,
    RequestCount,
    VotersRequest,
    WorkingGroup,
)
from langnghe.language.folding import normal
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


@action
def form_group(  # noqa: PLR0913
    *,
    campaign: Campaign,
    name: str,
    members: Sequence[str] = (),
    hamlets: Sequence[Place] = (),
    by: Person,
    at: datetime,
) -> WorkingGroup:
    """Form a working group of a campaign: members by their function, and the hamlets it goes to.

    Raises Refused: "not-yours", "group-without-name", "group-name-taken", "hamlet-not-in-campaign".
    """
    require(by, Verb.PLAN, campaign.commune, on=at.date())
    name = rules.group_name(name, [group.name for group in queries.groups(campaign)])
    group = WorkingGroup.objects.create(campaign=campaign)
    _form(Formation(group=group, name=name, members="\n".join(rules.lines(members)), by=by, at=at), hamlets)
    return group


@action
def change_group(  # noqa: PLR0913
    *, group: WorkingGroup, name: str, members: Sequence[str], hamlets: Sequence[Place], by: Person, at: datetime
) -> Formation:
    """Change the name, the members and the hamlets of a working group; what they were stays in its history.

    Raises Refused: "not-yours", "group-disbanded", and what `form_group` raises.
    """
    require(by, Verb.PLAN, group.campaign.commune, on=at.date())
    _check_formed(group)
    others = [other.name for other in queries.groups(group.campaign) if other.group != group]
    name = rules.group_name(name, others)
    return _form(Formation(group=group, name=name, members="\n".join(rules.lines(members)), by=by, at=at), hamlets)


@action
def disband(*, group: WorkingGroup, by: Person, at: datetime) -> Formation:
    """Let a working group be no more. Raises Refused: "not-yours", "group-disbanded"."""
    require(by, Verb.PLAN, group.campaign.commune, on=at.date())
    last = _check_formed(group)
    _note("group disbanded", group.campaign.commune, group.key, by=by, at=at, facts={})
    return Formation.objects.create(group=group, is_formed=False, name=last.name, members=last.members, by=by, at=at)


@action
def invite(
    *, campaign: Campaign, codes: Sequence[str] = (), names: Sequence[str] = (), by: Person, at: datetime
) -> list[InvitedBody]:
    """Invite bodies to a campaign: those of the country pack by code, the commune's own by name.

    Raises Refused: "not-yours", "no-such-body", "body-without-name", "body-invited-already".
    """
    require(by, Verb.PLAN, campaign.commune, on=at.date())
    known = {body.code for body in queries.bodies_known(campaign.commune, on=at.date())}
    if not known.issuperset(codes):
        raise Refused("no-such-body")
    own = rules.lines(names)
    if not (codes or own):
        raise Refused("body-without-name")
    _check_free(campaign, codes, own)
    bodies = [InvitedBody.objects.get_or_create(campaign=campaign, code=code)[0] for code in codes]
    for body in bodies:
        _list(Listing(body=body, by=by, at=at))
    for name in own:
        bodies.append(InvitedBody.objects.create(campaign=campaign))
        _list(Listing(body=bodies[-1], name=name[:200], by=by, at=at))
    return bodies


@action
def rename_body(*, body: InvitedBody, name: str, by: Person, at: datetime) -> Listing:
    """Call an invited body by other words; one of the pack may also go back to the pack's own.

    Raises Refused: "not-yours", "body-not-invited", "body-without-name", "body-invited-already".
    """
    require(by, Verb.PLAN, body.campaign.commune, on=at.date())
    _check_invited(body)
    name = normal(name)[:200]
    if not (name or body.code):
        raise Refused("body-without-name")
    _check_free(body.campaign, (), [name] if name else [], but=body)
    return _list(Listing(body=body, name=name, by=by, at=at))


@action
def uninvite(*, body: InvitedBody, by: Person, at: datetime) -> Listing:
    """Invite a body no more; how many of it came stays. Raises Refused: "not-yours", "body-not-invited"."""
    require(by, Verb.PLAN, body.campaign.commune, on=at.date())
    last = _check_invited(body)
    return _list(Listing(body=body, is_invited=False, name=last.name, by=by, at=at))


@action
def count_request(  # noqa: PLR0913
    *, commune: Place, subject: str, asking: int, voters: int, counted_on: date, by: Person, at: datetime
) -> RequestCount:
    """Count the voters of a commune who ask for a conference about a subject; numbers only, the newest counts.

    Law 72/2025/QH15, Art 43. Raises Refused: "not-yours", "request-without-subject", "request-impossible".
    """
    require(by, Verb.PLAN, commune, on=at.date())
    subject = normal(subject)[:200]
    if not subject:
        raise Refused("request-without-subject")
    rules.check_count(asking, voters, counted_on, today=queries.day_there(commune, at))
    request, _ = VotersRequest.objects.get_or_create(
        commune=commune, same=rules.same(subject), defaults={"subject": subject}
    )
    facts = {"subject": request.subject, "asking": asking, "voters": voters, "on": counted_on.isoformat()}
    _note("request counted", commune, request.key, by=by, at=at, facts=facts)
    return RequestCount.objects.create(
        request=request, asking=asking, voters=voters, counted_on=counted_on, by=by, at=at
    )


def _form(formation: Formation, hamlets: Sequence[Place]) -> Formation:
    campaign = formation.group.campaign
    meant = set(campaign.hamlets.values_list("pk", flat=True))
    for hamlet in hamlets:
        if hamlet.pk not in meant:
            raise Refused("hamlet-not-in-campaign", hamlet=hamlet.name)
    formation.save()
    FormationHamlet.objects.bulk_create(FormationHamlet(formation=formation, hamlet=hamlet) for hamlet in hamlets)
    facts = queries.facts_of(formation, [hamlet.code for hamlet in hamlets])
    _note("group formed", campaign.commune, formation.group.key, by=formation.by, at=formation.at, facts=facts)
    return formation


def _check_formed(group: WorkingGroup) -> Formation:
    last = queries.formation(group)
    if not last.is_formed:
        raise Refused("group-disbanded", name=last.name)
    return last


def _check_free(campaign: Campaign, codes: Sequence[str], names: Sequence[str], but: InvitedBody | None = None) -> None:
    """Nobody is invited twice: neither again, nor twice in one breath."""
    there = [each for each in queries.bodies(campaign) if each.body != but]
    taken = {each.body.code for each in there if each.body.code} | {
        rules.same(each.name) for each in there if each.name
    }
    for asked in (*codes, *map(rules.same, names)):
        if asked in taken:
            raise Refused("body-invited-already")
        taken.add(asked)


def _check_invited(body: InvitedBody) -> Listing:
    last = queries.listing(body)
    if not last.is_invited:
        raise Refused("body-not-invited")
    return last


def _list(listing: Listing) -> Listing:
    listing.save()
    campaign, body = listing.body.campaign, listing.body
    kind = "body invited" if listing.is_invited else "body uninvited"
    facts = {"campaign": str(campaign.key), "code": body.code, "name": listing.name}
    _note(kind, campaign.commune, body.key, by=listing.by, at=listing.at, facts=facts)
    return listing


def _note(  # noqa: PLR0913
    kind: str, commune: Place, about: UUID, *, by: Person, at: datetime, facts: Mapping[str, object]
) -> None:
    ledger.record(kind, log=commune.code, about=about, by=str(by.key), at=at, facts=facts)
