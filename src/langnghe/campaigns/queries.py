"""Questions about campaigns."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from langnghe.campaigns.models import Campaign
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.places.models import Place
from langnghe.refusals import Refused


def campaigns(viewer: Person, *, on: date) -> QuerySet[Campaign]:
    """Return the campaigns whose coverage a viewer may see, newest first."""
    within = people.below(people.reach(viewer, Verb.SEE_COVERAGE, on=on), "commune__path")
    return Campaign.objects.filter(within).select_related("commune").order_by("-starts_on", "-pk")


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
