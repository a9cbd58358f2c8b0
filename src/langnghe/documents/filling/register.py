"""The register as a paper (F14): what was heard between two days, who has it, when it is due and was answered."""

from datetime import date
from typing import Any

from django.db.models import F
from django.db.models.functions import Coalesce

from langnghe.documents.filling.heads import Numbered, called, framed
from langnghe.documents.filling.rows import topic_name
from langnghe.documents.shapes import Register, RegisterRow
from langnghe.feedback.wall import became
from langnghe.matters import queries as matters
from langnghe.opinions import queries as opinions
from langnghe.papers.rules import Kind
from langnghe.places.models import Place
from langnghe.places.queries import name_then


def register(commune: Place, since: date, until: date, *, on: date, issued: Numbered | None = None) -> Register:
    """Return the register of a commune: all open opinions that were heard from one day to another, both inclusive."""
    rows = _rows(commune, since, until)
    answered = became(row.matter_key for row in rows)
    frame = framed(commune, Kind.REGISTER, on=on, issued=issued)
    return Register(
        **frame,
        title=f"Ý kiến, kiến nghị của Nhân dân {called(commune, frame['head'].on)}\n"
        f"từ ngày {since:%d/%m/%Y} đến ngày {until:%d/%m/%Y}",
        recipients=("Thành viên UBND;", "UBMTTQ;", "Lưu: VT."),
        rows=tuple(
            RegisterRow(
                code=row.reference,
                on=row.dialogue.held_on,
                hamlet=row.hamlet_then or "",
                text=row.words_now,
                topic=topic_name(row.topic) if row.topic else "",
                unit=row.unit or "",
                deadline=row.due_on,
                answered_on=answered[row.matter_key].answered_on if row.matter_key in answered else None,
            )
            for row in rows
        ),
    )


def _rows(commune: Place, since: date, until: date) -> list[Any]:
    then = Coalesce(name_then("hamlet", "dialogue__held_on"), F("hamlet__name"))
    heard = opinions.every().filter(commune=commune, is_open=True, dialogue__held_on__range=(since, until))
    found: Any = matters.decided(heard).annotate(hamlet_then=then)
    return list(found.order_by("dialogue__held_on", "dialogue", "number"))
