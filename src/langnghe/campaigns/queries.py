"""Questions about campaigns."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from langnghe.campaigns.models import Campaign
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.refusals import Refused


def campaigns(viewer: Person, *, on: date) -> QuerySet[Campaign]:
    """Return the campaigns whose coverage a viewer may see, newest first."""
    within = people.below(people.reach(viewer, Verb.SEE_COVERAGE, on=on), "commune__path")
    return Campaign.objects.filter(within).select_related("commune").order_by("-starts_on", "-pk")


def campaign(key: UUID, viewer: Person, *, on: date) -> Campaign:
    """Return one campaign a viewer may see. Raises Refused: "no-such-campaign"."""
    found = campaigns(viewer, on=on).filter(key=key).first()
    if found is None:
        raise Refused("no-such-campaign")
    return found
