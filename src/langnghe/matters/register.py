"""The register: a line for each open opinion, narrowed and sorted by what stands in the lines themselves.

So a page reads a page's rows, however many there are. SQLite keeps no count of what an index holds: which index a
question follows is said here. PostgreSQL counts, and finds its own way.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import (
    CharField,
    DateField,
    F,
    Field,
    Func,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Coalesce

from langnghe.matters.models import Membership
from langnghe.opinions.models import Correction
from langnghe.opinions.prepared import Number, Prepared, Slot, beyond
from langnghe.opinions.searching import Sought
from langnghe.places.queries import name_then

ORDERS = {"newest": ("-newest",), "hamlet": ("hamlet_code", "newest"), "due": ("due_on", "newest")}
"""The orders of the register: a field of `shown` each, and which opinion is newer."""
SHORTEST_REFERENCE, REFERENCE = 3, 7
"""Digits that are taken for the beginning of a reference, and digits of a reference; fewer are words."""
_COLUMNS = {
    "commune": "commune",
    "dialogue": "dialogue__code",
    "hamlet": "hamlet_code",
    "topic": "topic",
    "competence": "competence",
    "unit": "unit",
    "undecided": "competence",
}
_MARKS: dict[str, tuple[Callable[[str], Any], "Field[Any, Any]"]] = {
    "newest": (int, IntegerField()),
    "hamlet_code": (str, CharField()),
    "due_on": (date.fromisoformat, DateField()),
}
COUNTED = 501
"""Lines are counted no further."""
_FEW = 8


class Sifted(Func):
    """A column that is looked at row by row and leads to no index of its own."""

    template = "%(expressions)s"
    arity = 1

    def as_sqlite(self, compiler: Any, connection: Any, **facts: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, template="+%(expressions)s", **facts)


@dataclass
class Lines:
    """The lines that are asked for, in one of ORDERS: a list to be read by pages.

    `communes` are primary keys. `narrowed` may name a dialogue, hamlet, topic, competence or unit, and `decided` as
    "yes" or "no"; `query` is what a person typed to find words, or the beginning of a reference.
    """

    communes: Collection[int]
    narrowed: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    sorted_by: str = "newest"
    counted: int | None = 0

    @property
    def order(self) -> tuple[str, ...]:
        return ORDERS[self.sorted_by]

    def read(self, mark: Sequence[str], *, backwards: bool, size: int) -> list[dict[str, Any]]:
        """Return up to `size` lines, as `shown`, after those with the values `mark` or before them."""
        if not self.communes:
            return []
        names = [name.lstrip("-") for name in self.order]
        values = {name: _MARKS[name][0](value) for name, value in zip(names, mark, strict=True)} if mark else {}
        question = _question(self._shape, self.sorted_by, (bool(mark), backwards, size), connection.vendor)
        found = list(question.ask(**self._values, **{f"mark_{name}": value for name, value in values.items()}))
        self.counted = found[0].get("counted") if found else 0
        return found

    def count(self, most: int) -> int | None:
        """Return how many lines there are, as the last page said that was read; None where words are looked for.

        To count those, all of them would have to be found.
        """
        return self.counted

    def all(self) -> QuerySet[Any, Any]:
        """Return every line, as `shown`."""
        return shown(_lines(self._shape, self._values)).order_by(*self.order)

    @property
    def _shape(self) -> "Shape":
        """What of the question decides how it is written."""
        names = [name for name in self.narrowed if name in _COLUMNS]
        if "decided" in self.narrowed:
            names.append("undecided" if self.narrowed["decided"] == "no" else "decided")
        return Shape(len(self.communes), tuple(sorted(names)), _kind_of(self.query))

    @property
    def _values(self) -> dict[str, Any]:
        values: dict[str, Any] = {**self.narrowed, "undecided": ""}
        values |= {f"commune_{number}": key for number, key in enumerate(sorted(self.communes))}
        if self._shape.query == "words":
            # PostgreSQL would take a commune that is named twice for much rarer than it is.
            is_few = connection.vendor == "sqlite" and len(self.communes) <= _FEW
            sought = Sought.from_query(self.query, self.communes if is_few else ())
            values["words"] = sought.expression(connection.vendor)
        digits = self.query.replace(" ", "")
        return values | {"first": digits.ljust(REFERENCE, "0"), "last": digits.ljust(REFERENCE, "9")}


@dataclass(frozen=True)
class Shape:
    """How many communes, narrowed by what, looking for what: "words", a "reference" or nothing."""

    communes: int
    narrowed: tuple[str, ...]
    query: str


def shown(rows: QuerySet[Membership]) -> QuerySet[Any, Any]:
    """Return everything the register shows of lines, as plain values.

    Each has `reference`, `words`, `held_on`, `hamlet_then` (what the hamlet was called that day, "" where nobody noted
    it), `commune` (primary key), `matter_code`, what was decided (`competence` is "" while nothing is), and the fields
    of ORDERS.
    """
    corrected = Correction.objects.filter(opinion=OuterRef("opinion")).order_by("-pk").values("words")[:1]
    then = name_then("opinion__hamlet", "dialogue__held_on")
    return rows.values(
        "commune",
        "topic",
        "competence",
        "unit",
        "due_on",
        "hamlet_code",
        newest=F("opinion_id"),
        reference=F("opinion__reference"),
        words=Coalesce(Subquery(corrected), F("opinion__words")),
        held_on=F("dialogue__held_on"),
        hamlet_then=Coalesce(then, F("opinion__hamlet__name"), Value("")),
        matter_code=F("matter__code"),
    )


@lru_cache(maxsize=512)
def _question(shape: Shape, sorted_by: str, way: tuple[bool, bool, int], vendor: str) -> Prepared:
    """Write the question for one page: its rows are chosen by the lines alone, then read with all that is shown."""
    is_marked, backwards, size = way
    slots = {name: Slot(name, CharField()) for name in (*shape.narrowed, "first", "last")}
    slots |= {f"commune_{number}": Slot(f"commune_{number}", IntegerField()) for number in range(shape.communes)}
    rows, order = _lines(shape, {**slots, "words": Slot("words", TextField())}), ORDERS[sorted_by]
    chosen = rows
    if is_marked:
        names = [name.lstrip("-") for name in order]
        mark = [Slot(f"mark_{name}", _MARKS[name][1]) for name in names]
        chosen = rows.filter(beyond(order, mark, backwards=backwards))
    chosen = chosen.order_by(*order)
    chosen = (chosen.reverse() if backwards else chosen)[:size]
    found = shown(Membership.objects.filter(pk__in=chosen.values("pk"))).order_by(*order)
    found = found.reverse() if backwards else found
    return Prepared(found if shape.query == "words" else found.annotate(counted=Number(rows, COUNTED)))


def _lines(shape: Shape, values: Mapping[str, Any]) -> QuerySet[Membership]:
    rows: QuerySet[Membership] = Membership.objects.all()
    if shape.communes == 1:
        rows = _narrowed(rows, shape, "commune", values["commune_0"])
    else:
        within = [values[f"commune_{number}"] for number in range(shape.communes)]
        rows = rows.alias(sifted_commune=Sifted(F("commune"))).filter(sifted_commune__in=within)
    for name in shape.narrowed:
        if name == "decided":
            rows = rows.alias(is_decided=Sifted(F("competence"))).filter(is_decided__gt="")
        else:
            rows = _narrowed(rows, shape, name, values[name])
    if shape.query == "words":
        return rows.filter(opinion__spoken__words__says=values["words"]).alias(newest=F("opinion__spoken"))
    if shape.query == "reference":
        rows = rows.filter(opinion__reference__gte=values["first"], opinion__reference__lte=values["last"])
    return rows.alias(newest=F("opinion_id"))


def _narrowed(rows: QuerySet[Membership], shape: Shape, name: str, value: Any) -> QuerySet[Membership]:
    """Narrow by a column; through its index, unless something narrower leads: a search, or a dialogue."""
    leads = not shape.query and (name == "dialogue" or "dialogue" not in shape.narrowed)
    if leads:
        return rows.filter(**{_COLUMNS[name]: value})
    return rows.alias(**{f"sifted_{name}": Sifted(F(_COLUMNS[name]))}).filter(**{f"sifted_{name}": value})


def _kind_of(query: str) -> str:
    digits = query.replace(" ", "")
    is_reference = digits.isdecimal() and digits.isascii() and len(digits) >= SHORTEST_REFERENCE
    return "reference" if is_reference else "words" if query else ""
