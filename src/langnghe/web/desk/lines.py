"""The lines of the register as rows of a table. Written here, for a template takes several times as long."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from langnghe.matters.rules import NEVER
from langnghe.matters.suggesting import Suggested, suggest
from langnghe.web.desk.suggestions import Shown
from langnghe.web.templatetags.words import due

if TYPE_CHECKING:
    from langnghe.insights.desk import Desk
    from langnghe.places.models import Place


class Line(Shown):
    """A line of the register with what was decided, or with suggestions where nobody has."""

    @cached_property
    def suggested(self) -> Suggested:
        return _suggested(self.words, self.commune, self.commune.name, self.held_on)


def line(row: dict[str, Any], desk: "Desk") -> Line:
    """Return a row of `matters.register.shown` as the desk shows it."""
    commune = desk.places[row["commune"]]
    due_on = None if row["due_on"] == NEVER else row["due_on"]
    known = SimpleNamespace(**{**row, "commune": commune, "due_on": due_on})
    return Line(known, known.words, commune, known.held_on)


@lru_cache(maxsize=4096)
def _suggested(words: str, commune: "Place", name: str, held_on: date) -> Suggested:
    """Suggest once for what is looked at often: an open text stays as it is, and the commune's `name` says its kind."""
    return suggest(words, commune=commune, held_on=held_on)


def table(lines: Iterable[Line], today: date) -> SafeString:
    """Return the lines as rows of a table, in the language of the page."""
    writer = Writer(today)
    return format_html_join("", "{}", ((writer.row(line),) for line in lines))


class Writer:
    """Writes rows in one language on one day; what several rows share is written once."""

    ROW = (
        '<tr id="opinion-{reference}"><td class="said">'
        '<a href="{matter}#voice-{reference}" lang="vi" data-row>{words}</a></td>'
        '<td data-label="{place}"><span>{where}<br><span class="soft nowrap">{day} · <span class="reference">'
        "{reference}</span></span></span></td>{after}</tr>"
    )
    DECIDED = (
        '<td data-label="{topic_label}">{topic}</td><td data-label="{who_label}"><span>{who}</span></td>'
        '<td data-label="{until_label}">{until}</td>'
    )
    GUESSED = (
        '<td data-label="{topic_label}"><span><em class="soft">{guess}</em> {topic}{why}</span></td>'
        '<td data-label="{who_label}"><span><em class="soft">{guess}</em> {who}</span></td>'
        '<td data-label="{until_label}"><span><em class="soft">{guess}</em> {until}</span></td>'
    )

    def __init__(self, today: date) -> None:
        self.today = today
        self.place = gettext("Nơi nói")
        self.labels = {
            "topic_label": gettext("Lĩnh vực"),
            "who_label": gettext("Thẩm quyền, phòng"),
            "until_label": gettext("Hạn"),
        }
        self.guess, self.because = gettext("gợi ý:"), gettext("từ")
        self.matter = reverse("matter", args=["V-0"])
        self.known: dict[tuple[object, ...], SafeString] = {}

    def row(self, one: Line) -> SafeString:
        return format_html(
            self.ROW,
            reference=one.row.reference,
            matter=self.matter.replace("V-0", one.row.matter_code),
            words=one.words,
            place=self.place,
            where=one.row.hamlet_then or one.commune.name,
            day=_day(one.held_on),
            after=self.decided(one) if one.is_decided else self.guessed(one),
        )

    def decided(self, one: Line) -> SafeString:
        said = (one.row.topic, one.row.competence, one.row.unit, one.row.due_on)
        if said not in self.known:
            facts = {"topic": one.short_topic, "who": self.competent(one), "until": due(one.due_on, self.today)}
            self.known[said] = format_html(self.DECIDED, **self.labels, **facts)
        return self.known[said]

    def guessed(self, one: Line) -> SafeString:
        guess = one.suggested
        said = ("guess", guess.topic, guess.competence, guess.unit, guess.due_on, one.why[:3])
        if said not in self.known:
            facts = {"topic": one.short_topic, "who": self.competent(one), "why": self.reason(one), "guess": self.guess}
            until = _day(one.due_on) if one.due_on else ""
            self.known[said] = format_html(self.GUESSED, until=until, **self.labels, **facts)
        return self.known[said]

    def reason(self, one: Line) -> SafeString | str:
        words = ", ".join(f"“{word}”" for word in one.why[:3])
        return format_html('<br><span class="soft small">{} {}</span>', self.because, words) if words else ""

    def competent(self, one: Line) -> SafeString | str:
        return format_html("{}<br>{}", one.competence, one.unit) if one.unit else one.competence


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
