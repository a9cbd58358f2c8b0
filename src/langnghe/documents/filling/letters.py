"""Papers about one matter: the referral to who may decide it (F7), and the official reply (F12). Public texts only."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.db.models.functions import Coalesce

from langnghe.answers.rules import Contents, Outcome
from langnghe.documents.filling import told
from langnghe.documents.filling.heads import Numbered, called, framed
from langnghe.documents.filling.meetings import MEETINGS
from langnghe.documents.shapes import Measure, Referral, Reply
from langnghe.documents.wording import list_of
from langnghe.feedback.wall import became
from langnghe.matters import queries as matters
from langnghe.matters.rules import title_of
from langnghe.papers import queries as papers
from langnghe.papers.rules import Kind
from langnghe.places.queries import name_then
from langnghe.refusals import Refused

if TYPE_CHECKING:
    from langnghe.matters.queries import Weighed

LONGEST = 400
"""So many letters of one text stand in a referral; what is cut off ends with an ellipsis."""


def referral(  # noqa: PLR0913
    matter: "Weighed",
    to: str = "",
    *,
    reason: str = "",
    reply_by: date | None = None,
    on: date,
    issued: Numbered | None = None,
) -> Referral:
    """Return the slip that sends a matter to a body that may decide it (form F7); nobody can be known from it.

    Raises Refused: "texts-missing" where it would be issued without any text for everybody.
    """
    voices = _voices(matter)
    texts = _public(voices, issued)
    answered = became([matter.pk]).get(matter.pk)
    noted = f"Đã ghi vào sổ theo dõi ý kiến, kiến nghị, mã {matter.code}"
    frame = framed(matter.commune, Kind.REFERRAL, on=on, issued=issued, checked=bool(texts))
    office = called(matter.commune, frame["head"].on)
    return Referral(
        **frame,
        title="Chuyển kiến nghị của Nhân dân đến nơi có thẩm quyền giải quyết",
        recipients=("Như trên;", f"UBMTTQ Việt Nam {office} (giám sát);", "Lưu: VT."),
        addressees=(to,) if to else (),
        content=tuple(title_of(text, limit=LONGEST) for text in texts) or (told.UNWRITTEN,),
        reason=reason,
        bases=_bases(voices),
        reference=matter.code,
        voices=len(voices),
        hamlets=_hamlets(voices),
        done=(answered.contents.words if answered else noted,),
        proposals=("Quý cơ quan xem xét, giải quyết theo thẩm quyền hoặc hướng dẫn xã, phường cách giải quyết",),
        reply_by=reply_by,
        reply_to=f"Văn phòng HĐND và UBND {office}",
    )


def reply(matter: "Weighed", *, on: date, issued: Numbered | None = None) -> Reply:
    """Return the official reply to everybody who raised a matter (form F12).

    Raises Refused: "not-answered-yet", "texts-missing" where it would be issued without any text for everybody.
    """
    answered = became([matter.pk]).get(matter.pk)
    if answered is None:
        raise Refused("not-answered-yet", code=matter.code)
    voices, contents = _voices(matter), answered.contents
    texts = _public(voices, issued)
    frame = framed(matter.commune, Kind.REPLY, on=on, issued=issued, checked=bool(texts))
    office = called(matter.commune, frame["head"].on)
    hamlets = list_of(_hamlets(voices))
    return Reply(
        **frame,
        title=f"Trả lời kiến nghị của Nhân dân {hamlets}".strip(),
        recipients=(f"{hamlets or office} (niêm yết);", f"UBMTTQ Việt Nam {office};", "Lưu: VT."),
        raised="; ".join(text.rstrip(" .;") for text in texts) or told.UNWRITTEN,
        reference=matter.code,
        findings=tuple(_findings(voices, contents)),
        measures=tuple(_measures(matter, contents)),
        reason=contents.reason,
        next_steps=tuple(_next_steps(contents, office, matter.code)),
    )


def _voices(matter: "Weighed") -> list[Any]:
    """Return the voices of a matter that stand in the register, with what their hamlet was called that day."""
    then = Coalesce(name_then("hamlet", "dialogue__held_on"), F("hamlet__name"))
    return list(matters.voices(matter).filter(is_open=True).annotate(hamlet_then=then))


def _public(voices: Sequence[Any], issued: Numbered | None) -> list[str]:
    texts = list(dict.fromkeys(voice.public_words for voice in voices if voice.public_words))
    if issued and not texts:
        raise Refused("texts-missing", count=len(voices))
    return texts


def _hamlets(voices: Sequence[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(voice.hamlet_then for voice in voices if voice.hamlet_then))


def _bases(voices: Sequence[Any]) -> tuple[str, ...]:
    """Return where it was said, by the minutes where they were issued."""
    held = {voice.dialogue_id: voice.dialogue for voice in voices}
    issued = papers.about(*(each.key for each in held.values()), kind=Kind.MINUTES).filter(withdrawal__isnull=True)
    numbers = {
        subject.about: paper for paper in issued.prefetch_related("subjects") for subject in paper.subjects.all()
    }
    return tuple(
        f"Biên bản số {numbers[each.key]} ngày {numbers[each.key].issued_on:%d/%m/%Y}"
        if each.key in numbers
        else f"{MEETINGS[each.kind].name} ngày {each.held_on:%d/%m/%Y}"
        for each in held.values()
    )


def _findings(voices: Sequence[Any], contents: Contents) -> list[str]:
    days = list_of(f"{day:%d/%m/%Y}" for day in sorted({voice.dialogue.held_on for voice in voices}))
    lines = [f"Đã xem xét {len(voices)} lượt ý kiến của bà con (ngày {days})"]
    return [*lines, contents.words] if contents.outcome in {Outcome.NOT_POSSIBLE, Outcome.GUIDED} else lines


def _measures(matter: "Weighed", contents: Contents) -> list[Measure]:
    if contents.outcome in {Outcome.NOT_POSSIBLE, Outcome.GUIDED}:
        return []
    who = contents.whom or contents.owner or matter.unit or ""
    what = "\n".join(filter(None, (contents.words, told.money(contents))))
    return [Measure(what=what, who=who, when=told.day(contents) or "")]


def _next_steps(contents: Contents, office: str, code: str) -> list[str]:
    there = f"Liên hệ {contents.whom}" if contents.whom and contents.outcome is not Outcome.REFERRED else ""
    return [
        *filter(None, (there,)),
        f"Hỏi Văn phòng HĐND và UBND {office}, nêu mã {code}",
        "Nêu lại tại buổi đối thoại sau",
    ]
