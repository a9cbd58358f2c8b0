"""What stands in each paper: filled from the register, by function and never by name.

Nothing is issued yet, so every paper is a draft. Until a person has confirmed a dialogue its drafts also show what
waits; what is held on suspicion stands in none.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from langnghe.dialogues import queries as dialogues
from langnghe.dialogues.models import Dialogue
from langnghe.dialogues.rules import Kind
from langnghe.documents.shapes import (
    ConsolidatedTable,
    Forwarded,
    GuidanceSlip,
    Head,
    Minutes,
    Paper,
    Said,
    Signature,
    TableRow,
)
from langnghe.matters import queries as matters
from langnghe.matters.suggesting import Suggested, current_pack, suggest
from langnghe.opinions import queries as opinions
from langnghe.opinions.rules import Procedure
from langnghe.places.models import Place
from langnghe.places.queries import name_on, names_on
from langnghe.places.rules import commune_kind
from langnghe.refusals import Refused

if TYPE_CHECKING:
    from langnghe.matters.queries import Decided

COMPETENCE_WORDS = {
    "commune": "Xã",
    "city": "Thành phố",
    "both": "Xã và thành phố",
    "central": "Trung ương",
    "utility": "Đơn vị ngành dọc, doanh nghiệp",
    "redirect": "Thủ tục khác",
}
_MEETINGS = {
    Kind.CONFERENCE: "Hội nghị đối thoại với Nhân dân",
    Kind.WORKING_GROUP: "Buổi làm việc của đoàn công tác với khu dân cư",
    Kind.RECEPTION: "Ngày tiếp công dân",
    Kind.FIELD_VISIT: "Chuyến thăm thực tế",
}
_READ_BACK = "Ghi nhận toàn bộ ý kiến, kiến nghị của bà con; giao Văn phòng tổng hợp, theo dõi, đôn đốc."


def paper(kind: str, dialogue: Dialogue, *, on: date) -> Paper:
    """Return the paper of `kind` about one dialogue, dated `on`. Raises Refused: "paper-not-yet"."""
    if kind == "minutes":
        return minutes(dialogue, on=on)
    if kind == "table":
        return table([dialogue], on=on)
    raise Refused("paper-not-yet", kind=kind)


def minutes(dialogue: Dialogue, *, on: date) -> Minutes:
    """Return the minutes of a dialogue (form F4), with everything heard that is not held."""
    commune = name_on(dialogue.commune, dialogue.held_on)
    attendance = dialogues.attendance(dialogue)
    rows = _rows([dialogue])
    return Minutes(
        head=_head(dialogue.commune, "BB", on=dialogue.held_on),
        draft=True,
        checked=all(row.opinion.is_open for row in rows),
        sample=dialogue.commune.is_sample,
        title=f"{_MEETINGS[Kind(dialogue.kind)]} năm {dialogue.held_on.year}",
        signatures=(
            Signature(role="Thư ký"),
            Signature(role="Đại diện Mặt trận"),
            Signature(role="Chủ trì"),
        ),
        recipients=(f"Đảng ủy, HĐND, UBND {commune};", f"UBMTTQ Việt Nam {commune};", "Lưu: VT."),
        held_on=dialogue.held_on,
        venue=dialogue.venue,
        chair=dialogue.chair,
        secretary=dialogue.secretary,
        opened_at=dialogue.starts_at,
        composition=(f"Đại biểu cấp ủy, HĐND, UBND, UBMTTQ và các đoàn thể {commune};",),
        invited=attendance.invited if attendance else None,
        present=attendance.present if attendance else None,
        opinions=tuple(_said(number, row) for number, row in enumerate(rows, start=1)),
        forwarded=tuple(
            Forwarded(number=number, to=row.suggested.city_department)
            for number, row in enumerate(rows, start=1)
            if row.competence in {"city", "both", "central"} and row.suggested.city_department
        ),
        conclusion=_READ_BACK,
    )


def table(held: Sequence[Dialogue], *, on: date) -> ConsolidatedTable:
    """Return the consolidated table of one or several dialogues of a commune (form F6)."""
    commune = held[0].commune
    rows = _rows(held)
    times = _times(rows)
    return ConsolidatedTable(
        head=_head(commune, "BC", on=on),
        draft=True,
        checked=all(row.is_decided for row in rows),
        sample=commune.is_sample,
        title=f"Ý kiến, kiến nghị của Nhân dân {name_on(commune, on)}",
        signatures=(Signature(role="Người tổng hợp"), Signature(role="Chủ tịch", authority="TM. ỦY BAN NHÂN DÂN")),
        recipients=("Thành viên UBND;", "UBMTTQ;", "Lưu: VT."),
        rows=tuple(
            TableRow(
                number=number,
                code=row.opinion.reference,
                hamlet=row.hamlet,
                dialogue=f"{row.opinion.dialogue.held_on:%d/%m/%Y}",
                text=row.words,
                times=times[row.same],
                topic=row.topic_name,
                competence=COMPETENCE_WORDS[row.competence],
                lead_unit=row.unit,
                answer=row.answer,
                deadline=row.due_on,
                status="Chưa giải quyết" if row.is_decided else "Chưa kiểm",
                note="" if row.is_decided else "Máy gợi ý",
            )
            for number, row in enumerate(rows, start=1)
        ),
    )


def guidance(procedure: Procedure, commune: Place, *, on: date) -> GuidanceSlip:
    """Return the guidance slip of a procedure (form F13). It holds nothing of what was said."""
    parts = current_pack().on(on).procedure(procedure)
    texts: dict[str, list[str]] = {}
    for part in parts:
        texts.setdefault(part.part, []).append(part.text("vi"))
    return GuidanceSlip(
        head=_head(commune, "HD", on=on),
        draft=False,
        sample=commune.is_sample,
        title=" ".join(texts.get("title", [])),
        signatures=(Signature(role="Người hướng dẫn"),),
        kind=_procedure_words(procedure, on=on),
        where=tuple(texts.get("where", [])),
        bring=tuple(texts.get("bring", []) + texts.get("note", [])),
        time_limit=" ".join(texts.get("limit", []) + texts.get("clock", [])),
        basis=tuple(dict.fromkeys(part.basis for part in parts if part.mark != "house_default")),
    )


def _procedure_words(procedure: Procedure, *, on: date) -> str:
    kind = current_pack().on(on).kind(procedure)
    return kind.name("vi").lower() if kind else str(procedure)


class _Row:
    """One opinion as a paper shows it: what was decided on its matter, else what the machine suggests."""

    def __init__(self, opinion: "Decided", hamlet: str, answers: Sequence[tuple[str, str]]) -> None:
        self.opinion = opinion
        self.hamlet = hamlet
        self.words: str = opinion.words_now
        self.answer = " ".join(words for words, _ in answers)
        self.answered_by = next((function for _, function in answers if function), "")
        self.topic: str | None = opinion.topic
        self.suggested: Suggested = suggest(
            self.words, commune=opinion.commune, held_on=opinion.dialogue.held_on, topic=self.topic
        )
        self.is_decided = self.topic is not None
        self.competence: str = opinion.competence or self.suggested.competence
        self.unit = (opinion.unit if self.is_decided else self.suggested.unit) or ""
        self.due_on: date | None = opinion.due_on if self.is_decided else self.suggested.due_on
        self.same = opinion.matter_code or self.words.casefold()

    @property
    def topic_name(self) -> str:
        topic = current_pack().topic(self.topic or self.suggested.topic)
        return topic.name("vi").split(" (")[0] if topic else ""


def _rows(held: Sequence[Dialogue]) -> list[_Row]:
    known = opinions.every().filter(dialogue__in=held, is_dismissed=False)
    shown = matters.decided(known).order_by("dialogue__held_on", "dialogue", "number")
    answers = opinions.replies(known)
    kept = [row for row in shown if row.is_open or not row.is_held]
    called = names_on([row.hamlet for row in kept if row.hamlet], held[0].held_on) if held else {}
    return [
        _Row(
            row,
            called.get(row.hamlet_id or 0, ""),
            [(reply.said.words, reply.said.function) for reply in answers.get(row.pk, [])],
        )
        for row in kept
    ]


def _times(rows: Sequence[_Row]) -> dict[str, int]:
    times: dict[str, int] = {}
    for row in rows:
        times[row.same] = times.get(row.same, 0) + 1
    return times


def _said(number: int, row: _Row) -> Said:
    return Said(
        number=number,
        text=row.words,
        topic=row.topic_name,
        hamlet=row.hamlet,
        answer=row.answer,
        answered_by=row.answered_by,
    )


def _head(commune: Place, kind: str, *, on: date) -> Head:
    name = name_on(commune, on)
    bare = name.split(" ", 1)[1] if commune_kind(name) == "ward" or name.lower().startswith("xã ") else name
    return Head(issuer=f"ỦY BAN NHÂN DÂN {name.upper()}", code=f"{kind}-UBND", place=bare, on=on)
