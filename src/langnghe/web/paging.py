"""A long list by pages that begin where the last one ended: as quick on the last page as on the first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import QueryDict

SIZE = 50
COUNTED = 10_000
"""A list is counted exactly up to here; beyond it a page says "more than"."""
_BETWEEN = "\x1f"
"""What parts the values of a mark (the unit separator of ASCII): nobody can type it into a name."""


@dataclass(frozen=True)
class Page:
    """One page of a list, and what the pager says of it."""

    rows: list[Any]
    pager: dict[str, object]


def page(rows: QuerySet[Any], order: Sequence[str], asked: QueryDict, *, size: int = SIZE) -> Page:
    """Return the page that `asked` (after=, before=) wants of `rows`, sorted by `order`: fields that are never null.

    The last field tells any two rows apart.
    """
    before, after = asked.get("before", ""), asked.get("after", "")
    try:
        found, backwards = _found(rows, order, before=before, after=after, size=size), bool(before)
    except (ValueError, ValidationError):
        found, backwards, after = list(rows.order_by(*order)[: size + 1]), False, ""
    more, shown = len(found) > size, found[:size][:: -1 if backwards else 1]
    has_previous, has_next = (more, True) if backwards else (bool(after), more)
    total = rows.order_by()[: COUNTED + 1].count() if has_previous or has_next else len(shown)
    pager = {
        "shown": len(shown),
        "total": min(total, COUNTED),
        "more_than": total > COUNTED,
        "previous": _address(asked, before=_mark(shown[0], order)) if has_previous and shown else "",
        "next": _address(asked, after=_mark(shown[-1], order)) if has_next and shown else "",
    }
    return Page(shown, pager)


def _found(rows: QuerySet[Any], order: Sequence[str], *, before: str, after: str, size: int) -> list[Any]:
    if before:
        return list(rows.order_by(*order).filter(_beyond(order, before, backwards=True)).reverse()[: size + 1])
    if after:
        rows = rows.filter(_beyond(order, after, backwards=False))
    return list(rows.order_by(*order)[: size + 1])


def _beyond(order: Sequence[str], mark: str, *, backwards: bool) -> Q:
    """Return the filter for what follows (or precedes) `mark` in `order`."""
    beyond, same = Q(pk__in=[]), Q()
    for name, value in zip(order, mark.split(_BETWEEN), strict=True):
        field = name.lstrip("-")
        sign = "lt" if name.startswith("-") != backwards else "gt"
        beyond |= same & Q(**{f"{field}__{sign}": value})
        same &= Q(**{field: value})
    return beyond


def _mark(row: Any, order: Sequence[str]) -> str:
    fields = [name.lstrip("-") for name in order]
    return _BETWEEN.join(str(row[field] if isinstance(row, dict) else getattr(row, field)) for field in fields)


def _address(asked: QueryDict, **way: str) -> str:
    kept = asked.copy()
    for name in ("before", "after"):
        kept.pop(name, None)
    kept.update(way)
    return f"?{kept.urlencode()}"
