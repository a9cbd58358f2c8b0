"""What people are told afterwards: the result of a dialogue for one hamlet (F10), in public texts and answers only."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from langnghe.dialogues.models import Dialogue
from langnghe.dialogues.rules import Kind as Meeting
from langnghe.documents.filling import told
from langnghe.documents.filling.heads import Numbered, called, framed
from langnghe.documents.filling.meetings import MEETINGS, hamlets_of
from langnghe.documents.shapes import DIALOGUE_LAW, ResultNotice, ResultRow
from langnghe.documents.wording import list_of, tier_of
from langnghe.feedback import queries as feedback
from langnghe.feedback.wall import Became, became
from langnghe.matters import queries as matters
from langnghe.papers.rules import Kind
from langnghe.places.models import Place
from langnghe.places.queries import name_on
from langnghe.refusals import Refused


@dataclass
class _Told:
    """One matter as a hamlet raised it: its voices, who looks into it, and what became of it."""

    voices: list[Any] = field(default_factory=list)
    became: Became | None = None


def result(
    dialogue: Dialogue, hamlet: Place | None = None, *, on: date, issued: Numbered | None = None
) -> ResultNotice:
    """Return the result notice of a dialogue for one of its hamlets; without a hamlet, for all who came (form F10).

    Raises Refused: "texts-missing" where a voice without a text for everybody would be issued.
    """
    commune, held_on = dialogue.commune, dialogue.held_on
    matters_told = _gathered(dialogue, hamlet)
    unwritten = sum(voice.public_words is None for each in matters_told for voice in each.voices)
    if issued and unwritten:
        raise Refused("texts-missing", count=unwritten)
    where = name_on(hamlet, held_on) if hamlet else list_of(hamlets_of(dialogue))
    frame = framed(commune, Kind.RESULT, on=on, issued=issued, checked=not unwritten)
    office = called(commune, frame["head"].on)
    return ResultNotice(
        **frame,
        title=f"Kết quả {MEETINGS[Meeting(dialogue.kind)].within}\ntại {where} ngày {held_on:%d/%m/%Y}",
        recipients=(f"{where} (niêm yết);", f"UBMTTQ Việt Nam {office};", "Lưu: VT."),
        hamlet=where,
        held_on=held_on,
        rows=tuple(_row(number, each) for number, each in enumerate(matters_told, start=1)),
        numbers=(_numbers(where, tier_of(frame["head"].issuer).lower(), matters_told),),
        ask_again=_ask_again(office),
        bases=(DIALOGUE_LAW,) if dialogue.kind == Meeting.CONFERENCE else (),
    )


def _gathered(dialogue: Dialogue, hamlet: Place | None) -> list[_Told]:
    """Return what was heard by matter, in the order first heard; what has no matter yet stands alone."""
    found: dict[int | str, _Told] = {}
    rows: list[Any] = list(matters.decided(feedback.voices(dialogue, hamlet)))
    known = became(row.matter_key for row in rows)
    for row in rows:
        same = row.matter_key or row.reference
        each = found.setdefault(same, _Told(became=known.get(row.matter_key)))
        each.voices.append(row)
    return list(found.values())


def _row(number: int, each: _Told) -> ResultRow:
    first, became = each.voices[0], each.became
    common: dict[str, Any] = {
        "number": number,
        "references": tuple(voice.reference for voice in each.voices),
        "said": "\n".join(dict.fromkeys(voice.public_words or told.UNWRITTEN for voice in each.voices)),
        "times": len(each.voices),
    }
    if became is None:
        return ResultRow(**common, who=first.unit or "", when=_by(first.due_on), state=told.LOOKED_INTO)
    contents = became.contents
    return ResultRow(
        **common,
        answer=told.answer(became),
        who=contents.owner or first.unit or "",
        when=told.day(contents) or "",
        state=told.STATES[contents.outcome],
    )


def _by(due_on: date | None) -> str:
    return f"trước {due_on:%d/%m/%Y}" if due_on else ""


def _numbers(where: str, tier: str, matters_told: Sequence[_Told]) -> str:
    heard = sum(len(each.voices) for each in matters_told)
    answered = sum(len(each.voices) for each in matters_told if each.became)
    parts = [f"Bà con {where} nêu {heard} ý kiến", f"{tier} đã trả lời {answered}"]
    if heard > answered:
        parts.append(f"{heard - answered} đang xem xét")
    return "; ".join(parts)


def _ask_again(office: str) -> tuple[str, ...]:
    return (
        "Trưởng thôn, tổ trưởng tổ dân phố nơi bà con ở",
        f"Văn phòng HĐND và UBND {office}; khi hỏi xin nêu mã tra cứu ghi bên cạnh ý kiến",
    )
