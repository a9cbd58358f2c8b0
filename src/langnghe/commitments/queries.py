"""Questions about commitments: what was promised, by whom, by when."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from langnghe.commitments.models import Commitment, Serving
from langnghe.ledger.rules import Claim
from langnghe.matters.models import Matter
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb


def of_matter(matter: Matter) -> QuerySet[Commitment]:
    """Return what was promised about a matter, the newest first."""
    servings = Serving.objects.filter(answer__matter=matter)
    return Commitment.objects.filter(pk__in=servings.values("commitment")).select_related("by").order_by("-pk")


def commitments(viewer: Person, *, on: date) -> QuerySet[Commitment]:
    """Return the commitments of the communes whose register a viewer may read, the nearest day first."""
    within = people.below(people.reach(viewer, Verb.READ, on=on), "commune__path")
    return Commitment.objects.filter(within).select_related("commune", "by").order_by("due_on", "pk")


def facts_of(commitment: Commitment, drafts: list[str]) -> dict[str, object]:
    """Return what the record holds of a commitment, with the keys of the drafts whose answers it serves."""
    return {
        "drafts": sorted(drafts),
        "what": commitment.what,
        "owner": commitment.owner,
        "due_on": commitment.due_on.isoformat(),
        "money": commitment.money,
        "source": commitment.source,
    }


def claims() -> Iterator[Claim]:
    """Yield what the rows of this word say about the record."""
    rows = Commitment.objects.prefetch_related("servings__answer__draft").order_by("pk")
    for row in rows.iterator(chunk_size=500):
        yield Claim("promise made", row.key, facts_of(row, [str(each.answer.draft.key) for each in row.servings.all()]))
