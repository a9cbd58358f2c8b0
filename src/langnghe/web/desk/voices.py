"""The voices of a matter as its pages quote them: each with what was answered in the hall."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from langnghe.matters import queries as matters
from langnghe.opinions import queries as opinions
from langnghe.web.desk.asking import placed

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from langnghe.matters.models import Matter

SHOWN = 60
"""So many voices stand on the page of a matter before somebody asks for all of them."""


@dataclass(frozen=True)
class Voice:
    """One opinion and what was answered to it in the hall; each answer has `words` and a function in `by`."""

    row: Any
    said: list[Any] = field(default_factory=list)


def hamlets(voices: Iterable[Voice]) -> list[str]:
    """Return where voices come from, each hamlet once, as it was called then."""
    return sorted({voice.row.hamlet_then for voice in voices if voice.row.hamlet_then})


def voices(matter: "Matter", most: int) -> list[Voice]:
    """Return the first voices of a matter, with what was said in the hall, in two questions."""
    return with_said(list(placed(matters.voices(matter))[:most]))


def with_said(rows: Collection[Any]) -> list[Voice]:
    """Return opinions with what was answered to each of them in the hall, in one question."""
    said = opinions.replies(opinions.every().filter(pk__in=[row.pk for row in rows])) if rows else {}
    return [Voice(row, [reply.said for reply in said.get(row.pk, ())]) for row in rows]


def quoted(drafts: "QuerySet[Any]") -> "QuerySet[Any]":
    """Return drafts whose matters bring their voices along, however many drafts there are."""
    spoken = Prefetch("matter__memberships__opinion", queryset=placed(opinions.every()))
    return drafts.prefetch_related(spoken)
