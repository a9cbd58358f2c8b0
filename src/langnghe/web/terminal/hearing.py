"""What `langnghe hear` tells: the register of what was heard, with suggestions, and the draft papers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import timezone

from langnghe.documents import papers, queries
from langnghe.exchange import actions as exchange
from langnghe.exchange.actions import Where
from langnghe.exchange.queries import Outcome
from langnghe.exchange.reading.sandbox import read_papers
from langnghe.exchange.reading.shapes import Failure, Reading
from langnghe.matters.queries import decided, same
from langnghe.matters.suggesting import sameness, suggest
from langnghe.opinions import queries as opinions
from langnghe.refusals import Refused
from langnghe.web.clock import now
from langnghe.web.refusals import sentence
from langnghe.web.terminal.installation import house
from langnghe.web.terminal.speech import _, tell

_PAPERS = (("bien-ban", "minutes", (".docx",)), ("bang-tong-hop", "table", (".docx", ".xlsx")))


def listen(files: Sequence[Path], into: Where, folder: Path) -> tuple[dict[str, Any], int]:
    """Hear the papers as a draft and write its papers; return what to tell and how many could not be read."""
    tell(_("Đang đọc %(files)s tệp…") % {"files": len(files)})
    readings, failures = [], 0
    for result in read_papers(files):
        if isinstance(result, Failure):
            failures += 1
            tell(f"{result.file}: {sentence(Refused(result.error, **result.facts))}")
        else:
            readings.append(result)
    outcomes = []
    for reading in readings:
        _tell_reading(reading, into)
        outcomes.append(exchange.hear(reading=reading, into=into, by=house(), at=now()))
    answer = report(readings, outcomes)
    answer["papers"] = write_papers(outcomes, folder)
    return answer, failures


def _tell_reading(reading: Reading, into: Where) -> None:
    counts = {"file": reading.file, "opinions": len(reading.opinions), "unread": len(reading.unread)}
    tell(_("%(file)s: %(opinions)s ý kiến, %(unread)s chỗ chưa hiểu.") % counts)
    if reading.held_on and reading.held_on != into.held_on:
        days = {"file": reading.file, "paper": f"{reading.held_on:%d/%m/%Y}", "given": f"{into.held_on:%d/%m/%Y}"}
        tell(_("%(file)s ghi ngày %(paper)s; ý kiến được ghi vào ngày %(given)s như đã nêu.") % days)


def report(readings: Sequence[Reading], outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return what was heard, as plain values for JSON."""
    keys = [key for outcome in outcomes for key in outcome.keys]
    topics = _topics(readings, outcomes)
    known = {row.key: row for row in decided(opinions.every().filter(key__in=keys).select_related("suspicion"))}
    rows = [known[key] for key in dict.fromkeys(keys) if key in known]
    kept = [row for row in rows if row.is_open or not row.is_held]
    codes = _matter_codes(kept)
    told = [_opinion(row, topics.get(row.key), codes[row.key]) for row in kept]
    return {
        "dialogues": list(dict.fromkeys(each.code for outcome in outcomes for each in outcome.dialogues)),
        "opinions": told,
        "held": [{"number": row.number, "reason": row.suspicion.kind} for row in rows if row not in kept],
        "matters": _matters(told),
        "corrections": _corrections(outcomes),
        "missing": _references([key for outcome in outcomes for key in outcome.missing]),
        "unread": [
            {"file": reading.file, "where": left.where, "text": left.text}
            for reading in readings
            for left in reading.unread
        ],
    }


def write_papers(outcomes: Sequence[Outcome], folder: Path) -> list[str]:
    """Write the minutes and the consolidated table of each dialogue into `folder`; return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    today = timezone.localdate(now())
    written = []
    for dialogue in dict.fromkeys(each for outcome in outcomes for each in outcome.dialogues):
        for stem, kind, endings in _PAPERS:
            paper = queries.paper(kind, dialogue, on=today)
            for path in (folder / f"{stem}-{dialogue.code}{ending}" for ending in endings):
                tell(_("Đang viết %(file)s…") % {"file": path.name})
                papers.write(paper, path)
                written.append(str(path))
    return written


def _references(keys: Sequence[UUID]) -> list[str]:
    known = dict(opinions.every().filter(key__in=keys).values_list("key", "reference"))
    return [known[key] for key in dict.fromkeys(keys) if key in known]


def _topics(readings: Sequence[Reading], outcomes: Sequence[Outcome]) -> dict[Any, str | None]:
    return {
        key: heard.topic
        for reading, outcome in zip(readings, outcomes, strict=True)
        for heard, key in zip(reading.opinions, outcome.keys, strict=True)
    }


def _matter_codes(rows: Sequence[Any]) -> dict[Any, str]:
    """Return each opinion's matter: the one it has, an old one with the same words, or the one it will open."""
    found: dict[str, str] = {}
    if rows:
        known = same(rows[0].commune, [sameness(row.words_now) for row in rows])
        found = {words: matter.code for words, matter in known.items()}
    codes = {}
    for row in sorted(rows, key=lambda row: (row.dialogue_id, row.number)):
        codes[row.key] = row.matter_code or found.setdefault(sameness(row.words_now), f"V-{row.reference}")
    return codes


def _opinion(row: Any, topic: str | None, matter: str) -> dict[str, Any]:
    suggested = suggest(row.words_now, commune=row.commune, held_on=row.dialogue.held_on, topic=row.topic or topic)
    due_on = row.due_on if row.topic else suggested.due_on
    return {
        "reference": row.reference,
        "text": row.words_now,
        "hamlet": row.hamlet.name if row.hamlet else None,
        "topic": row.topic or topic or suggested.topic,
        "competence": str(row.competence or suggested.competence),
        "unit": row.unit if row.topic else suggested.unit,
        "deadline": due_on.isoformat() if due_on else None,
        "matter": matter,
        "dialogue": row.dialogue.code,
    }


def _matters(told: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for one in told:
        grouped.setdefault(one["matter"], []).append(one)
    return [
        {"code": code, "title": voices[0]["text"], "opinions": [one["reference"] for one in voices]}
        for code, voices in grouped.items()
    ]


def _corrections(outcomes: Sequence[Outcome]) -> list[dict[str, str]]:
    changed = [(key, words) for outcome in outcomes for key, words in outcome.reworded]
    known = {row.key: row for row in opinions.every().filter(key__in=[key for key, _ in changed])}
    return [{"reference": known[key].reference, "from": known[key].words, "to": words} for key, words in changed]
