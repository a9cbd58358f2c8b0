"""Counts over everything below: how far each dialogue is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Count, IntegerField, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from langnghe.dialogues import queries as dialogues
from langnghe.dialogues.models import Dialogue
from langnghe.opinions.models import Opinion, SettingAside
from langnghe.places.queries import name_on


def number(rows: "QuerySet[Any]", dialogue: str = "dialogue", what: str = "pk") -> Coalesce:
    """Return how many different `what` the rows of one dialogue have, as a column of another question."""
    counted = rows.order_by().values(dialogue).annotate(number=Count(what, distinct=True)).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


@dataclass(frozen=True)
class Progress:
    """What one dialogue has heard: waiting, held on suspicion, in the register, dismissed, guided elsewhere."""

    waiting: int = 0
    held: int = 0
    open: int = 0
    dismissed: int = 0
    aside: int = 0

    @property
    def is_minuted(self) -> bool:
        """Whether a person has confirmed what was heard: something is in the register and nothing waits."""
        return bool(self.open) and not (self.waiting or self.held)


def progress_of(held: Iterable[Dialogue]) -> dict[int, Progress]:
    """Return how far each of the dialogues is, by primary key, in two queries."""
    keys = [each.pk for each in held]
    is_open, is_dismissed = Q(opening__isnull=False), Q(dismissal__isnull=False)
    is_held = Q(suspicion__isnull=False)
    undecided = ~is_open & ~is_dismissed
    counts = (
        Opinion.objects.filter(dialogue__in=keys)
        .order_by()
        .values("dialogue")
        .annotate(
            open=Count("pk", filter=is_open),
            dismissed=Count("pk", filter=is_dismissed),
            held=Count("pk", filter=undecided & is_held),
            waiting=Count("pk", filter=undecided & ~is_held),
        )
    )
    asides = dict(
        SettingAside.objects.filter(dialogue__in=keys).order_by().values_list("dialogue").annotate(count=Count("pk"))
    )
    found = {row.pop("dialogue"): row for row in cast("list[dict[str, int]]", list(counts))}
    return {key: Progress(**found.get(key, {}), aside=asides.get(key, 0)) for key in keys}


def progress() -> list[dict[str, Any]]:
    """Return every dialogue with its counts as plain values, newest first: what `langnghe dialogues` prints."""
    held = list(dialogues.every())
    counts = progress_of(held)
    return [
        {
            "code": each.code,
            "place": name_on(each.commune, each.held_on),
            "held_on": each.held_on.isoformat(),
            "kind": each.kind,
            "hamlets": [hamlet.name for hamlet in dialogues.hamlets(each)],
            "waiting": counts[each.pk].waiting,
            "held": counts[each.pk].held,
            "open": counts[each.pk].open,
            "set_aside": counts[each.pk].aside,
        }
        for each in held
    ]
