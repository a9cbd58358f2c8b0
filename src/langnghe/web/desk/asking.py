"""What one asks of the register: words, places, topics, and the order of the answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import DateField, F, QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.translation import gettext

from langnghe.matters.register import Lines
from langnghe.matters.rules import NEVER
from langnghe.places.queries import name_then
from langnghe.web.desk import wording
from langnghe.web.wording import COMPETENCES

if TYPE_CHECKING:
    from langnghe.insights.desk import Desk

DUE_OR_NEVER = Coalesce(F("due_on"), Value(NEVER), output_field=DateField())
LONGEST_QUERY = 200
_USUAL = ("commune", "hamlet", "decided", "sort")


@dataclass(frozen=True)
class Filter:
    """One way to narrow or sort the register: a choice among `choices`, code and label; the first one is the usual."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    value: str = ""

    @property
    def said(self) -> str:
        """What is chosen, in words."""
        return dict(self.choices).get(self.value, self.value)


class Asking:
    """What is asked of the register in an address. What is not asked, or makes no sense, filters nothing."""

    def __init__(self, asked: QueryDict, desk: "Desk") -> None:
        self.desk = desk
        self.query = asked.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
        self.filters = {each.name: each for each in _filters(desk, asked)}

    @property
    def usual(self) -> list[Filter]:
        """The filters that are used most."""
        return [each for name, each in self.filters.items() if name in _USUAL]

    @property
    def rare(self) -> list[Filter]:
        """The filters that are used now and then."""
        return [each for name, each in self.filters.items() if name not in _USUAL]

    @property
    def narrowed(self) -> dict[str, str]:
        """What is really filtered but words, by name."""
        return {name: each.value for name, each in self.filters.items() if each.value and name != "sort"}

    @property
    def asks_more(self) -> bool:
        """Whether something is asked that stands out of sight."""
        return any(name not in _USUAL for name in self.narrowed)

    @property
    def narrows(self) -> bool:
        """Whether anything but words is asked."""
        return bool(self.narrowed)

    @property
    def said(self) -> list[str]:
        """What is really filtered, in words."""
        words = [f"“{self.query}”"] if self.query else []
        return words + [self.filters[name].said for name in self.narrowed]

    @property
    def lines(self) -> Lines:
        """The lines of the register that are asked for, of those the viewer may read."""
        narrowed = self.narrowed
        within = narrowed.pop("commune", None)
        communes = [place.pk for code, place in self.desk.communes.items() if within in (None, code)]
        return Lines(communes, narrowed, self.query, self.filters["sort"].value or "newest")


def _filters(desk: "Desk", asked: QueryDict) -> Iterable[Filter]:
    """Yield the filters that there is something to choose from."""
    days = ((code, f"{day.day}/{day.month}/{day.year}") for code, day in desk.dialogues)
    communes = [(code, place.name) for code, place in desk.communes.items()]
    offered: list[tuple[str, str, Iterable[tuple[str, Any]]]] = [
        ("commune", gettext("Xã, phường"), communes if len(communes) > 1 else ()),
        ("dialogue", gettext("Hội nghị"), days),
        ("hamlet", gettext("Thôn, tổ dân phố"), desk.hamlets),
        ("topic", gettext("Lĩnh vực"), wording.topics()),
        ("competence", gettext("Thẩm quyền"), COMPETENCES.items()),
        ("unit", gettext("Phòng, đơn vị"), ((unit, unit) for unit in wording.units())),
        ("decided", gettext("Phân loại"), [("no", gettext("Chưa quyết định")), ("yes", gettext("Đã quyết định"))]),
    ]
    for name, label, choices in offered:
        known = tuple((str(code), str(text)) for code, text in choices)
        if known:
            yield _filter(name, label, (("", gettext("Tất cả")), *known), asked)
    orders = (
        ("newest", gettext("Mới nhất trước")),
        ("hamlet", gettext("Thôn, tổ dân phố")),
        ("due", gettext("Hạn gần nhất trước")),
    )
    yield _filter("sort", gettext("Xếp theo"), orders, asked)


def _filter(name: str, label: str, choices: tuple[tuple[str, str], ...], asked: QueryDict) -> Filter:
    value = asked.get(name, "")
    return Filter(name, label, choices, value if value in dict(choices) else "")


def placed(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return opinions with `hamlet_then`: what the hamlet was called on that evening, "" where none is known."""
    then = Coalesce(name_then("hamlet", "dialogue__held_on"), F("hamlet__name"), Value(""))
    named: QuerySet[Any] = rows.annotate(hamlet_then=then)
    return named
