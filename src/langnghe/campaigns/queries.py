"""Questions about campaigns: which there are, who goes out, who is invited, what voters ask."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery, Value

from langnghe.campaigns import rules
from langnghe.campaigns.models import (
    Campaign,
    CampaignHamlet,
    Formation,
    InvitedBody,
    Listing,
    RequestCount,
    VotersRequest,
    WorkingGroup,
)
from langnghe.ledger.rules import Claim
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.places.models import Place
from langnghe.places.packs import Body, Deadline, Pack, pack
from langnghe.refusals import Refused


def campaigns(viewer: Person, *, on: date) -> QuerySet[Campaign]:
    """Return the campaigns whose coverage a viewer may see, newest first."""
    within = people.below(people.reach(viewer, Verb.SEE_COVERAGE, on=on), "commune__path")
    return Campaign.objects.filter(within).select_related("commune").order_by("-starts_on", "-pk")


def counted(rows: QuerySet[Campaign]) -> QuerySet[Any]:
    """Return campaigns that each know, as `total`, how many there are: so a page of them asks only once."""
    number = rows.order_by().annotate(every=Value(1)).values("every").annotate(number=Count("pk")).values("number")
    return rows.annotate(total=Subquery(number, output_field=IntegerField()))


def same_plan(commune: Place, name: str, starts_on: date, ends_on: date) -> Campaign | None:
    """Return the campaign a commune has already planned by this name for these days, or None."""
    same = Campaign.objects.filter(commune=commune, name=name.strip(), starts_on=starts_on, ends_on=ends_on)
    return same.order_by("pk").first()


def campaign(key: UUID, viewer: Person, *, on: date) -> Campaign:
    """Return one campaign a viewer may see. Raises Refused: "no-such-campaign"."""
    found = campaigns(viewer, on=on).filter(key=key).first()
    if found is None:
        raise Refused("no-such-campaign")
    return found


def meant(key: UUID, viewer: Person, *, on: date) -> list[CampaignHamlet]:
    """Return the hamlets, by name, of one campaign a viewer may see, each with the campaign, in one query.

    Raises Refused: "no-such-campaign".
    """
    within = people.below(people.reach(viewer, Verb.SEE_COVERAGE, on=on), "campaign__commune__path")
    rows = CampaignHamlet.objects.filter(within, campaign__key=key).select_related("campaign__commune", "hamlet")
    found = list(rows.order_by("hamlet__name", "hamlet"))
    if not found:
        raise Refused("no-such-campaign")
    return found


def meant_by(campaign: Campaign) -> list[CampaignHamlet]:
    """Return the hamlets a campaign means to hear, by name."""
    rows = CampaignHamlet.objects.filter(campaign=campaign).select_related("hamlet")
    return list(rows.order_by("hamlet__name", "hamlet"))


@dataclass
class Group:
    """A working group as it stands: members by function, its hamlets as (code, name)."""

    group: WorkingGroup
    name: str
    members: tuple[str, ...]
    hamlets: list[tuple[str, str]] = field(default_factory=list)


def groups(*campaigns: Campaign) -> list[Group]:
    """Return the working groups of campaigns in the order they were formed, in one query."""
    rows = _newest(Formation.objects.filter(group__campaign__in=campaigns), "group").filter(is_formed=True)
    rows = rows.select_related("group").annotate(code=F("hamlets__code"), hamlet=F("hamlets__name"))
    found: dict[int, Group] = {}
    for row in rows.order_by("group", "hamlet"):
        group = found.setdefault(row.group_id, Group(row.group, row.name, rules.lines(row.members)))
        if row.code:
            group.hamlets.append((row.code, row.hamlet))
    return list(found.values())


def group(key: UUID, viewer: Person, *, on: date) -> WorkingGroup:
    """Return a working group of a campaign a viewer may plan. Raises Refused: "no-such-group"."""
    within = people.below(people.reach(viewer, Verb.PLAN, on=on), "campaign__commune__path")
    found = WorkingGroup.objects.filter(within, key=key).select_related("campaign__commune").first()
    if found is None:
        raise Refused("no-such-group")
    return found


def formation(group: WorkingGroup) -> Formation:
    """Return a working group as it stands, or as it stood when it ceased to be."""
    return Formation.objects.filter(group=group).order_by("-pk")[0]


@dataclass(frozen=True)
class Invited:
    """A body as it is invited. `name` is how the commune calls it, "" where the pack's own name serves."""

    body: InvitedBody
    name: str

    def called(self, country: Pack, language: str) -> str:
        """Return its name in `language`."""
        known = country.body(self.body.code)
        return self.name or (known.name(language) if known else self.body.code)


def bodies(campaign: Campaign) -> list[Invited]:
    """Return the bodies a campaign invites in the order they were invited, in one query."""
    rows = _newest(Listing.objects.filter(body__campaign=campaign), "body").filter(is_invited=True)
    return [Invited(row.body, row.name) for row in rows.select_related("body").order_by("body")]


def body(key: UUID, viewer: Person, *, on: date) -> InvitedBody:
    """Return a body of a campaign a viewer may plan. Raises Refused: "no-such-body"."""
    within = people.below(people.reach(viewer, Verb.PLAN, on=on), "campaign__commune__path")
    found = InvitedBody.objects.filter(within, key=key).select_related("campaign__commune").first()
    if found is None:
        raise Refused("no-such-body")
    return found


def listing(body: InvitedBody) -> Listing:
    """Return how a body is invited, or that it no longer is."""
    return Listing.objects.filter(body=body).order_by("-pk")[0]


def country_of(commune: Place) -> Pack:
    """Return the pack of the country a commune lies in: the first step of its path."""
    return pack(commune.path.partition("/")[0].lower())


def bodies_known(commune: Place, *, on: date) -> tuple[Body, ...]:
    """Return the bodies the country pack knows on a day."""
    return country_of(commune).on(on).bodies


def threshold(commune: Place, *, on: date) -> Deadline | None:
    """Return from how many per cent of voters on a conference is owed, with its basis, as the pack says on a day."""
    return country_of(commune).on(on).deadline("dialogue", "voters_request")


def day_there(commune: Place, at: datetime) -> date:
    """Return the day of a moment in a commune."""
    return rules.day_there(at, country_of(commune).timezone)


def counts(viewer: Person, verb: Verb, *, on: date) -> "QuerySet[RequestCount]":
    """Return the newest count of each request of voters where a viewer may do `verb`, the newest first."""
    within = people.below(people.reach(viewer, verb, on=on), "request__commune__path")
    rows = _newest(RequestCount.objects.filter(within), "request")
    return rows.select_related("request__commune").order_by("-counted_on", "-pk")


def request_about(commune: Place, subject: str) -> VotersRequest | None:
    """Return the request of a commune's voters about a subject, or None."""
    return VotersRequest.objects.filter(commune=commune, same=rules.same(subject)).first()


def count(request: VotersRequest) -> RequestCount | None:
    """Return the newest count of a request."""
    return RequestCount.objects.filter(request=request).order_by("-pk").first()


def is_owed(count: RequestCount, *, on: date) -> bool:
    """Whether so many voters ask that the commune owes them a conference."""
    asked = threshold(count.request.commune, on=on)
    return asked is not None and rules.is_reached(count.asking, count.voters, asked.amount)


def _newest(rows: "QuerySet[Any]", about: str) -> "QuerySet[Any]":
    """Return of rows that replace one another only the newest about each thing in field `about`."""
    newest = rows.model._default_manager.filter(**{about: OuterRef(about)}).order_by("-pk").values("pk")[:1]
    found: QuerySet[Any] = rows.annotate(newest=Subquery(newest)).filter(pk=F("newest"))
    return found


def facts_of(formation: Formation, hamlets: list[str]) -> dict[str, object]:
    """Return what the record holds of a working group as it was formed or changed."""
    return {
        "campaign": str(formation.group.campaign.key),
        "name": formation.name,
        "members": list(rules.lines(formation.members)),
        "hamlets": sorted(hamlets),
    }


def claims() -> Iterator[Claim]:
    """Yield what the rows of this word say about the record."""
    formations = Formation.objects.select_related("group__campaign").prefetch_related("hamlets").order_by("pk")
    for row in formations.iterator(chunk_size=500):
        facts = facts_of(row, [hamlet.code for hamlet in row.hamlets.all()]) if row.is_formed else {}
        yield Claim("group formed" if row.is_formed else "group disbanded", row.group.key, facts)
    for listed in Listing.objects.select_related("body__campaign").order_by("pk").iterator(chunk_size=2000):
        facts = {"campaign": str(listed.body.campaign.key), "code": listed.body.code, "name": listed.name}
        yield Claim("body invited" if listed.is_invited else "body uninvited", listed.body.key, facts)
    for count in RequestCount.objects.select_related("request").order_by("pk").iterator(chunk_size=2000):
        facts = {"subject": count.request.subject, "asking": count.asking, "voters": count.voters}
        yield Claim("request counted", count.request.key, {**facts, "on": count.counted_on.isoformat()})
