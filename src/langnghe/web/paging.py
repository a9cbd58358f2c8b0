"""A long list by pages that begin where the last one ended: as quick on the last page as on the first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict

from langnghe.opinions.prepared import Number, beyond

SIZE = 50
COUNTED = 500
"""A list is counted exactly up to here; beyond it a page says "more than"."""
_BETWEEN = "\x1f"
"""What parts the values of a mark (the unit separator of ASCII): nobody can type it into a name."""


@dataclass(frozen=True)
class Page:
    """One page of a list, and what the pager says of it."""

    rows: list[Any]
    pager: dict[str, object]


class Listing(Protocol):
    """A long list that knows itself how it is read."""

    def read(self, mark: Sequence[str], *, backwards: bool, size: int) -> list[Any]:
        """Return up to `size` rows after a row with the values `mark`, or before it; from the start without a mark.

        Raises ValueError or ValidationError for values that no row can have.
        """

    def count(self, most: int) -> int | None:
        """Return how many rows there are, counted no further than `most`; None where that would take too long."""


@dataclass
class Rows:
    """A list that a query describes. With `full`, rows are chosen from `rows` and read from there, with their number:
    so nothing is computed for what is not shown, and the list is counted on the way.
    """

    rows: QuerySet[Any]
    order: Sequence[str]
    full: QuerySet[Any] | None = None
    counted: int = 0

    def read(self, mark: Sequence[str], *, backwards: bool, size: int) -> list[Any]:
        rows = self.rows.order_by(*self.order)
        if mark:
            rows = rows.filter(beyond(self.order, mark, backwards=backwards))
        chosen = (rows.reverse() if backwards else rows)[:size]
        if self.full is None:
            return list(chosen)
        shown = self.full.filter(pk__in=chosen.values("pk")).order_by(*self.order)
        found = list((shown.reverse() if backwards else shown).annotate(counted=Number(self.rows, COUNTED + 1)))
        self.counted = found[0]["counted"] if found else 0
        return found

    def count(self, most: int) -> int:
        return self.counted if self.full is not None else self.rows.order_by()[:most].count()


def page(
    rows: "QuerySet[Any] | Listing",
    order: Sequence[str],
    asked: QueryDict,
    *,
    size: int = SIZE,
    full: QuerySet[Any] | None = None,
) -> Page:
    """Return the page that `asked` (after=, before=) wants of `rows`, sorted by `order`: fields that are never null.

    The last field tells any two rows apart. `full` holds the same rows, by primary key, as plain values with everything
    that is shown.
    """
    listing = Rows(rows, order, full) if isinstance(rows, QuerySet) else rows
    before, after = asked.get("before", ""), asked.get("after", "")
    mark = (before or after).split(_BETWEEN) if before or after else ()
    try:
        found, backwards = listing.read(mark, backwards=bool(before), size=size + 1), bool(before)
    except (ValueError, ValidationError):
        found, backwards, after = listing.read((), backwards=False, size=size + 1), False, ""
    more, shown = len(found) > size, found[:size][:: -1 if backwards else 1]
    has_previous, has_next = (more, True) if backwards else (bool(after), more)
    total = listing.count(COUNTED + 1) if has_previous or has_next else len(shown)
    pager: dict[str, object] = {
        "shown": len(shown),
        "total": None if total is None else min(total, COUNTED),
        "more_than": total is not None and total > COUNTED,
        "previous": _address(asked, before=_mark(shown[0], order)) if has_previous and shown else "",
        "next": _address(asked, after=_mark(shown[-1], order)) if has_next and shown else "",
    }
    return Page(shown, pager)


def _mark(row: Any, order: Sequence[str]) -> str:
    fields = [name.lstrip("-") for name in order]
    return _BETWEEN.join(str(row[field] if isinstance(row, dict) else getattr(row, field)) for field in fields)


def _address(asked: QueryDict, **way: str) -> str:
    kept = asked.copy()
    for name in ("before", "after"):
        kept.pop(name, None)
    kept.update(way)
    return f"?{kept.urlencode()}"
