"""A long list by pages that begin where the last one ended: as quick on the last page as on the first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict

SIZE = 50
COUNTED = 10_000
"""A list is counted exactly up to here; beyond it a page says "more than"."""


@dataclass(frozen=True)
class Order:
    """What a list is sorted by: a field that is never null, then the primary key. Only the key where `field` is ""."""

    field: str = ""
    is_day: bool = False
    newest_first: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        sign = "-" if self.newest_first else ""
        return (*((sign + self.field,) if self.field else ()), f"{sign}pk")

    def mark(self, row: Any) -> str:
        """Return the place of `row` in this order, for an address."""
        value: Any = getattr(row, self.field) if self.field else ""
        return f"{row.pk}~{value.isoformat() if self.is_day else value}"

    def beyond(self, mark: str, *, backwards: bool) -> Q | None:
        """Return the filter for what follows (or precedes) `mark`; None where the mark is not one of ours."""
        key, _, said = mark.partition("~")
        sign = "lt" if self.newest_first != backwards else "gt"
        if not key.isdecimal() or len(key) > 18:
            return None
        if not self.field:
            return Q(**{f"pk__{sign}": int(key)})
        try:
            value = date.fromisoformat(said) if self.is_day else said
        except ValueError:
            return None
        same = Q(**{self.field: value, f"pk__{sign}": int(key)})
        return Q(**{f"{self.field}__{sign}": value}) | same


@dataclass(frozen=True)
class Page:
    """One page of a list, and what the pager says of it."""

    rows: list[Any]
    pager: dict[str, object]


def page(rows: QuerySet[Any], order: Order, asked: QueryDict) -> Page:
    """Return the page that `asked` (after=, before=) wants of `rows`."""
    before = order.beyond(asked.get("before", ""), backwards=True)
    after = order.beyond(asked.get("after", ""), backwards=False)
    ordered = rows.order_by(*order.names)
    if before is not None:
        found = list(ordered.filter(before).reverse()[: SIZE + 1])
        shown, has_previous, has_next = found[:SIZE][::-1], len(found) > SIZE, True
    else:
        found = list(ordered.filter(after)[: SIZE + 1] if after is not None else ordered[: SIZE + 1])
        shown, has_previous, has_next = found[:SIZE], after is not None, len(found) > SIZE
    whole = not (has_previous or has_next)
    total = len(shown) if whole else rows.order_by()[: COUNTED + 1].count()
    pager = {
        "shown": len(shown),
        "total": min(total, COUNTED),
        "more_than": total > COUNTED,
        "previous": _address(asked, before=order.mark(shown[0])) if has_previous and shown else "",
        "next": _address(asked, after=order.mark(shown[-1])) if has_next and shown else "",
    }
    return Page(shown, pager)


def _address(asked: QueryDict, **way: str) -> str:
    kept = asked.copy()
    for name in ("before", "after"):
        kept.pop(name, None)
    kept.update(way)
    return f"?{kept.urlencode()}"
