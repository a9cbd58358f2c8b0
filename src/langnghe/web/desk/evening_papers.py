"""The papers of one evening: what was issued and where it hangs, what is still to do, and the two legal clocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from langnghe.campaigns.queries import country_of
from langnghe.insights import clocks
from langnghe.insights.clocks import Clock
from langnghe.papers.rules import Kind
from langnghe.web.desk.outgoing.paper import PAPERS
from langnghe.web.pages import to

if TYPE_CHECKING:
    from langnghe.papers.models import Issued

BEFORE = (Kind.NOTICE, Kind.INVITATION)
AFTER = (Kind.MINUTES, Kind.TABLE)


@dataclass(frozen=True)
class EveningPaper:
    """One paper of an evening, perhaps for one of its hamlets: those that were issued, and where to issue it."""

    name: str
    hamlet: str
    issued: "list[Issued]"
    drafts: list[tuple[str, str]]
    issue: str

    @property
    def is_issued(self) -> bool:
        """Whether one of them still holds."""
        return any(not paper.is_withdrawn for paper in self.issued)  # type: ignore[attr-defined]


class EveningPapers:
    """The papers of one dialogue of `insights.evenings`, as they stand on a day; `issued` are all papers about it.

    `hamlets` are its `insights.evenings.places`.
    """

    def __init__(self, dialogue: Any, hamlets: Sequence[Any], issued: "Sequence[Issued]", on: date) -> None:
        self._dialogue, self._hamlets, self._issued, self._on = dialogue, hamlets, issued, on

    @cached_property
    def rows(self) -> list[EveningPaper]:
        """The papers that go with where the dialogue stands, in the order in which they are due."""
        is_ahead = self._dialogue.held_on >= self._on and not self._dialogue.is_called_off
        is_heard = bool(self._dialogue.waiting or self._dialogue.open)
        before = [self._row(kind) for kind in BEFORE]
        after = [self._row(kind) for kind in AFTER]
        return [
            *(row for row in before if is_ahead or row.issued),
            *(row for row in after if is_heard or row.issued),
            *(self._results() if self._dialogue.open or self._of(Kind.RESULT) else []),
        ]

    def _results(self) -> list[EveningPaper]:
        """A result for each hamlet; one for all who came where that was issued, or where nobody noted a hamlet."""
        own = [self._row(Kind.RESULT, hamlet) for hamlet in self._hamlets]
        whole = self._row(Kind.RESULT)
        return [*own, whole] if whole.issued or not own else own

    def _row(self, kind: Kind, hamlet: Any = None) -> EveningPaper:
        code, asked = self._dialogue.code, f"hamlet={hamlet.code}" if hamlet else ""
        query = asked or ("hamlet=all" if kind is Kind.RESULT else "")
        forms = ("docx", "xlsx") if kind is Kind.TABLE else ("docx",)
        return EveningPaper(
            name=str(PAPERS[kind]),
            hamlet=hamlet.called if hamlet else "",
            issued=self._of(kind, hamlet),
            drafts=[(form.upper(), to("paper", code, kind, form, query=query)) for form in forms],
            issue=to("issue", kind, code, query=query),
        )

    def _of(self, kind: Kind, hamlet: Any = None) -> "list[Issued]":
        pk = hamlet.pk if hamlet else None
        return [each for each in self._issued if each.kind == kind and each.hamlet_id == pk]

    def _posted(self, kind: Kind, since: datetime | None = None) -> dict[int | None, date]:
        """Return since when a paper of `kind` hangs, by hamlet (None: for all), as `papers.queries.posted` says it.

        What was issued before `since` does not count.
        """
        found: dict[int | None, date] = {}
        for each in self._issued:
            on = each.posted_on  # type: ignore[attr-defined]
            is_meant = each.kind == kind and not (since and each.at < since)
            if is_meant and on and not each.is_withdrawn:  # type: ignore[attr-defined]
                found[each.hamlet_id] = min(on, found.get(each.hamlet_id, on))
        return found

    @cached_property
    def notice(self) -> Clock:
        """The clock of the notice before the dialogue; one issued before it was moved told people another day."""
        days = self._posted(Kind.NOTICE, self._dialogue.moved_at).values()
        return self._clock(Kind.NOTICE, min(days, default=None))

    @cached_property
    def result(self) -> Clock:
        """The clock of the published result: it stops once the last hamlet is told."""
        told = self._posted(Kind.RESULT)
        own = [min(filter(None, (told.get(hamlet.pk), told.get(None))), default=None) for hamlet in self._hamlets]
        days = [on for on in own or [told.get(None)] if on]
        return self._clock(Kind.RESULT, max(days) if days and not self.untold else None)

    @cached_property
    def untold(self) -> list[str]:
        """The hamlets that were not told the result yet."""
        told = self._posted(Kind.RESULT)
        return [] if None in told else [hamlet.called for hamlet in self._hamlets if hamlet.pk not in told]

    @property
    def is_result_due(self) -> bool:
        """Whether the clock of the result runs: the dialogue is over."""
        heard = self._dialogue.open or self._dialogue.waiting or self._dialogue.present is not None
        return bool(not self._dialogue.is_called_off and (heard or self._dialogue.held_on < self._on))

    def _clock(self, kind: Kind, given_on: date | None) -> Clock:
        meeting, held_on = self._dialogue.kind, self._dialogue.held_on
        if self._dialogue.is_called_off:
            return Clock(clocks.State.NONE)
        days = clocks.days(kind, meeting, country_of(self._dialogue.commune), held_on)
        return clocks.clock(
            kind, held_on, given_on=given_on, days=days, today=self._on, noted_on=self._dialogue.noted_on
        )
