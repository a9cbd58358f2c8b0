"""Papers for the office itself, in the words as spoken: minutes (F4) and consolidated table (F6)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from langnghe.dialogues import queries as dialogues
from langnghe.dialogues.models import Dialogue
from langnghe.documents.filling import told
from langnghe.documents.filling.heads import Numbered, called, framed
from langnghe.documents.filling.meetings import MEETINGS
from langnghe.documents.filling.rows import Row, rows
from langnghe.documents.shapes import ConsolidatedTable, Forwarded, Minutes, Said, Signature, TableRow
from langnghe.papers.rules import Kind

COMPETENCE_WORDS = {
    "commune": "Xã",
    "city": "Thành phố",
    "both": "Xã và thành phố",
    "central": "Trung ương",
    "utility": "Đơn vị ngành dọc, doanh nghiệp",
    "redirect": "Thủ tục khác",
}
_READ_BACK = "Ghi nhận toàn bộ ý kiến, kiến nghị của bà con; giao Văn phòng tổng hợp, theo dõi, đôn đốc."


def minutes(dialogue: Dialogue, *, on: date | None = None, issued: Numbered | None = None) -> Minutes:
    """Return the minutes of a dialogue (form F4), with everything heard that is not held. A draft has its day."""
    commune = called(dialogue.commune, dialogue.held_on)
    attendance = dialogues.attendance(dialogue)
    heard = rows([dialogue])
    checked = all(row.opinion.is_open for row in heard)
    frame = framed(dialogue.commune, Kind.MINUTES, on=dialogue.held_on, issued=issued, checked=checked)
    chair = Signature(role="Chủ trì", name=issued.signatory.person.name if issued else "")
    return Minutes(
        **frame | {"signatures": (Signature(role="Thư ký"), Signature(role="Đại diện Mặt trận"), chair)},
        title=f"{MEETINGS[dialogue.kind].name} năm {dialogue.held_on.year}",
        recipients=(f"Đảng ủy, HĐND, UBND {commune};", f"UBMTTQ Việt Nam {commune};", "Lưu: VT."),
        held_on=dialogue.held_on,
        venue=dialogue.venue,
        chair=dialogue.chair,
        secretary=dialogue.secretary,
        opened_at=dialogue.starts_at,
        composition=(f"Đại biểu cấp ủy, HĐND, UBND, UBMTTQ và các đoàn thể {commune};",),
        invited=attendance.invited if attendance else None,
        present=attendance.present if attendance else None,
        opinions=tuple(_said(number, row) for number, row in enumerate(heard, start=1)),
        forwarded=tuple(_forwarded(heard)),
        conclusion=_READ_BACK,
    )


def table(held: Dialogue | Sequence[Dialogue], *, on: date, issued: Numbered | None = None) -> ConsolidatedTable:
    """Return the consolidated table of one or several dialogues of a commune (form F6)."""
    held = [held] if isinstance(held, Dialogue) else held
    commune = held[0].commune
    heard = rows(held)
    times: dict[str, int] = {}
    for row in heard:
        times[row.same] = times.get(row.same, 0) + 1
    checked = all(row.is_decided for row in heard)
    frame = framed(commune, Kind.TABLE, on=on, issued=issued, checked=checked)
    return ConsolidatedTable(
        **frame | {"signatures": (Signature(role="Người tổng hợp"), *frame["signatures"])},
        title=f"Ý kiến, kiến nghị của Nhân dân {called(commune, frame['head'].on)}",
        recipients=("Thành viên UBND;", "UBMTTQ;", "Lưu: VT."),
        rows=tuple(_row(number, row, times[row.same]) for number, row in enumerate(heard, start=1)),
    )


def _row(number: int, row: Row, times: int) -> TableRow:
    return TableRow(
        number=number,
        code=row.opinion.reference,
        hamlet=row.hamlet,
        dialogue=f"{row.opinion.dialogue.held_on:%d/%m/%Y}",
        text=row.words,
        times=times,
        topic=row.topic_name,
        competence=COMPETENCE_WORDS[row.competence],
        lead_unit=row.unit,
        answer=row.answer,
        note="" if row.is_decided else "Máy gợi ý",
        **_became(row),
    )


def _became(row: Row) -> dict[str, Any]:
    if row.became is None:
        return {"deadline": row.due_on, "status": "Chưa giải quyết" if row.is_decided else "Chưa kiểm"}
    contents = row.became.contents
    return {
        "deadline": contents.due_on or row.due_on,
        "status": told.SETTLED[contents.outcome],
        "direction": "\n".join(filter(None, (contents.words, told.reason(contents)))),
        "budget": told.amount(contents),
        "forwarded_by": told.sent(row.became),
    }


def _said(number: int, row: Row) -> Said:
    return Said(
        number=number,
        text=row.words,
        topic=row.topic_name,
        hamlet=row.hamlet,
        answer=row.answer,
        answered_by=row.answered_by,
    )


def _forwarded(heard: Sequence[Row]) -> list[Forwarded]:
    upward = {"city", "both", "central"}
    return [
        Forwarded(number=number, to=row.suggested.city_department)
        for number, row in enumerate(heard, start=1)
        if row.competence in upward and row.suggested.city_department
    ]
