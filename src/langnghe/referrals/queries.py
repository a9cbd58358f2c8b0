"""Questions about referrals: what was sent to whom, what still has to be sent."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from langnghe.answers import queries as answers
from langnghe.answers.rules import Outcome
from langnghe.ledger.rules import Claim
from langnghe.matters import queries as matters
from langnghe.matters.models import Matter
from langnghe.people import queries as people
from langnghe.people.models import Person
from langnghe.people.rules import Verb
from langnghe.referrals.models import Referral


def of_matter(matter: Matter) -> QuerySet[Referral]:
    """Return to whom a matter was sent, the newest first."""
    rows = Referral.objects.filter(matter=matter).defer("paper__content")
    return rows.select_related("paper", "by").order_by("-pk")


def owed(viewer: Person, *, on: date) -> QuerySet[Any]:
    """Return the matters of which people were told that they go to another body, and which nobody has sent yet.

    With a slip that was withdrawn nothing is sent.
    """
    within = people.below(people.reach(viewer, Verb.ISSUE, on=on), "commune__path")
    rows = answers.with_answers(matters.every().filter(within))
    unsent = ~Exists(Referral.objects.filter(matter=OuterRef("pk"), paper__withdrawal__isnull=True))
    return rows.filter(unsent, answer_outcome=Outcome.REFERRED, voices__gt=0).order_by("answered_at", "pk")


def competence(matter: Matter) -> str | None:
    """Return who decides a matter, as a person decided last, or None."""
    return matters.every().values_list("competence", flat=True).get(pk=matter.pk)


def facts_of(referral: Referral) -> dict[str, object]:
    """Return what the record holds of a referral."""
    return {
        "to": referral.to,
        "reason": referral.reason,
        "reply_by": referral.reply_by.isoformat(),
        "paper": str(referral.paper.key),
    }


def claims() -> Iterator[Claim]:
    """Yield what the rows of this word say about the record."""
    rows = Referral.objects.select_related("matter", "paper").defer("paper__content").order_by("pk")
    for row in rows.iterator(chunk_size=2000):
        yield Claim("matter referred", row.matter.key, facts_of(row))
