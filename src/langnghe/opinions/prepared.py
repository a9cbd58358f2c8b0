"""Questions that every page asks: put into SQL once, asked ever after with other values in their slots.

Django takes several times as long to write such a question as the database takes to answer it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Expression, Field, IntegerField, Q, QuerySet, Subquery


class Slot(Expression):
    """A place in a question for a value that is known when it is asked."""

    def __init__(self, name: str, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, Any]:
        return "%s", [self]


class Number(Subquery):
    """How many rows a question has, as a column of another question; counted no further than `most`."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()

    def __init__(self, rows: QuerySet[Any], most: int | None = None) -> None:
        super().__init__(rows.order_by().values("pk")[:most])


class Prepared:
    """A question in SQL. Its rows are plain values by name; any thread may ask."""

    def __init__(self, rows: QuerySet[Any, Any]) -> None:
        self._compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        self._sql, self._parameters = self._compiler.as_sql()
        self._names = list(rows.query.selected or rows.query.values_select)

    def ask(self, **values: Any) -> Iterator[dict[str, Any]]:
        """Yield the rows for these values of the slots."""
        bound = [
            each.output_field.get_db_prep_value(values[each.name], connection) if isinstance(each, Slot) else each
            for each in self._parameters
        ]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, bound)
            found = cursor.fetchall()
        return (dict(zip(self._names, row, strict=True)) for row in self._compiler.results_iter([found]))


def beyond(order: Sequence[str], mark: Sequence[Any], *, backwards: bool) -> Q:
    """Return the filter for what follows (or precedes) a row with the values `mark` in `order`.

    The bound on the first field says nothing new, but lets an index begin there.
    """
    after, same, bound = Q(pk__in=[]), Q(), Q()
    for name, value in zip(order, mark, strict=True):
        field = name.lstrip("-")
        sign = "lt" if name.startswith("-") != backwards else "gt"
        after |= same & Q(**{f"{field}__{sign}": value})
        same &= Q(**{field: value})
        bound = bound or Q(**{f"{field}__{sign}e": value})
    return bound & after if len(order) > 1 else after
