"""Papers before a dialogue: plan of a campaign (F1), notice (F2) and invitation (F3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from langnghe.campaigns import queries as campaigns
from langnghe.campaigns.models import Campaign
from langnghe.dialogues import queries as dialogues
from langnghe.dialogues.models import Dialogue
from langnghe.dialogues.rules import Kind as Meeting
from langnghe.documents.filling.heads import Numbered, called, framed
from langnghe.documents.shapes import DIALOGUE_LAW, Invitation, Notice, Plan, Scheduled, WorkingGroup
from langnghe.documents.wording import day_in_words, list_of
from langnghe.language.folding import fold
from langnghe.papers.rules import Kind
from langnghe.places.models import Place
from langnghe.places.queries import names_on
from langnghe.refusals import Refused


@dataclass(frozen=True)
class Meet:
    """How a kind of dialogue is called: as a name, and within a sentence."""

    name: str
    within: str


MEETINGS: dict[str, Meet] = {
    Meeting.CONFERENCE: Meet("Hội nghị đối thoại với Nhân dân", "hội nghị đối thoại với Nhân dân"),
    Meeting.WORKING_GROUP: Meet(
        "Buổi làm việc của đoàn công tác với khu dân cư", "buổi làm việc của đoàn công tác với khu dân cư"
    ),
    Meeting.RECEPTION: Meet("Ngày tiếp công dân", "ngày tiếp công dân"),
    Meeting.FIELD_VISIT: Meet("Chuyến thăm thực tế", "chuyến thăm thực tế"),
}
_PURPOSES = (
    "Lắng nghe tâm tư, nguyện vọng, ý kiến, kiến nghị của Nhân dân; giải quyết kịp thời việc thuộc thẩm quyền",
    "Thông tin đến Nhân dân chủ trương, chính sách và kết quả giải quyết kiến nghị kỳ trước",
    "Đối thoại công khai, dân chủ, đúng thời hạn; ý kiến nào cũng được ghi lại và được trả lời",
)
_THEMES = (
    "Tình hình kinh tế - xã hội, các việc liên quan trực tiếp đến đời sống của Nhân dân",
    "Kết quả giải quyết ý kiến, kiến nghị kỳ trước",
    "Ý kiến, kiến nghị mới của Nhân dân",
)
_TAKING_PART = (
    "Đến dự và phát biểu trực tiếp",
    "Ghi phiếu ý kiến, gửi trước cho trưởng thôn, tổ trưởng hoặc nộp tại nơi họp",
)
_CONTENT = (
    "Thông báo kết quả giải quyết ý kiến, kiến nghị kỳ trước",
    "Nghe và trả lời ý kiến, kiến nghị của bà con về các việc ở địa phương",
)
_PREPARE = ("Ý kiến, kiến nghị và thông tin thuộc lĩnh vực phụ trách",)


def plan(campaign: Campaign, *, on: date, costs: Sequence[str] = (), issued: Numbered | None = None) -> Plan:
    """Return the plan of a campaign (form F1) with what is scheduled; `costs` are lines, or dots to fill in."""
    commune, frame = campaign.commune, framed(campaign.commune, Kind.PLAN, on=on, issued=issued)
    held = coming(campaign)
    tier = called(commune, campaign.starts_on)
    return Plan(
        **frame,
        title=_titled(campaign),
        recipients=(f"Đảng ủy, HĐND, UBMTTQ {tier};", "Các phòng, đơn vị;", "Trưởng thôn, tổ trưởng;", "Lưu: VT."),
        bases=(DIALOGUE_LAW,),
        purposes=_PURPOSES,
        themes=_THEMES,
        manner=("Trực tiếp, tại từng thôn, tổ dân phố hoặc theo cụm",),
        timing=tuple(_timing(campaign, held)),
        schedule=tuple(scheduled(held)),
        attendance=tuple(_attendance(held)),
        bodies=tuple(body.called(campaigns.country_of(commune), "vi") for body in campaigns.bodies(campaign)),
        groups=tuple(
            WorkingGroup(name=group.name, members=group.members, hamlets=tuple(name for _, name in group.hamlets))
            for group in campaigns.groups(campaign)
        ),
        tasks=_tasks(tier),
        costs=tuple(costs),
        carrying_out=(
            "Văn phòng theo dõi, đôn đốc, tổng hợp kết quả sau từng buổi; kết quả được công bố chậm nhất 10 ngày sau "
            "hội nghị đối thoại",
        ),
    )


def notice(held: Dialogue | Sequence[Dialogue], *, on: date, issued: Numbered | None = None) -> Notice:
    """Return the notice of one or several dialogues of a commune (form F2). Raises Refused: "notice-of-nothing"."""
    held = [held] if isinstance(held, Dialogue) else held
    if not held:
        raise Refused("notice-of-nothing")
    commune = held[0].commune
    kinds = {Meeting(each.kind) for each in held}
    what = MEETINGS[kinds.pop() if len(kinds) == 1 else Meeting.CONFERENCE].within
    return Notice(
        **framed(commune, Kind.NOTICE, on=on, issued=issued),
        title=f"Tổ chức {what}",
        recipients=("Trưởng thôn, tổ trưởng (để thông báo);", f"UBMTTQ Việt Nam {called(commune, on)};", "Lưu: VT."),
        schedule=tuple(scheduled(held)),
        content=_CONTENT,
        taking_part=_TAKING_PART,
        bases=(DIALOGUE_LAW,) if Meeting.CONFERENCE in {each.kind for each in held} else (),
    )


def invitation(dialogue: Dialogue, to: Sequence[str] = (), *, on: date, issued: Numbered | None = None) -> Invitation:
    """Return the invitation of bodies, or of people by their function, to a dialogue (form F3)."""
    frame = framed(dialogue.commune, Kind.INVITATION, on=on, issued=issued)
    meeting, hamlets = MEETINGS[Meeting(dialogue.kind)], list_of(hamlets_of(dialogue))
    return Invitation(
        **frame,
        title=f"Dự {meeting.within}",
        recipients=("Như trên;", "Lưu: VT."),
        addressees=tuple(to),
        to_attend=f"{meeting.within} {hamlets}".strip(),
        held_on=dialogue.held_on,
        starts_at=dialogue.starts_at,
        venue=dialogue.venue,
        chair=dialogue.chair,
        prepare=_PREPARE,
    )


def campaign_meant(words: str) -> Campaign:
    """Return the campaign with the key `words`, else the newest called so, with or without marks.

    For commands, which act for the installation. Raises Refused: "no-such-campaign".
    """
    rows = Campaign.objects.select_related("commune").order_by("-starts_on", "-pk")
    try:
        found = rows.filter(key=UUID(words)).first()
    except ValueError:
        found = next((row for row in rows if fold(row.name) == fold(words)), None)
    if found is None:
        raise Refused("no-such-campaign")
    return found


def coming(campaign: Campaign) -> list[Dialogue]:
    """Return the dialogues of a campaign that were not called off, the first day first."""
    rows = dialogues.every().filter(~dialogues.called_off("pk"), campaign=campaign)
    return list(rows.order_by("held_on", "starts_at", "pk"))


def scheduled(held: Sequence[Dialogue]) -> list[Scheduled]:
    """Return dialogues as lines of a schedule, in the order of their days."""
    names = dialogues.hamlets_then(held)
    return [
        Scheduled(
            hamlets=tuple(names[each.pk]),
            held_on=each.held_on,
            starts_at=each.starts_at,
            venue=each.venue,
            chair=each.chair,
            secretary=each.secretary,
        )
        for each in sorted(held, key=lambda each: (each.held_on, str(each.starts_at or ""), each.pk))
    ]


def hamlets_of(dialogue: Dialogue) -> list[str]:
    """Return what the hamlets of a dialogue were called on its day."""
    return dialogues.hamlets_then([dialogue])[dialogue.pk]


def _titled(campaign: Campaign) -> str:
    name = campaign.name
    return name if "doi thoai" in fold(name) else f"Tổ chức đối thoại với Nhân dân: {name}"


def _timing(campaign: Campaign, held: Sequence[Dialogue]) -> list[str]:
    lines = [f"Từ {day_in_words(campaign.starts_on)} đến {day_in_words(campaign.ends_on)}"]
    left = _unscheduled(campaign, held)
    if left:
        lines.append(f"Thời gian cụ thể tại {list_of(left)} được thông báo trước ít nhất 7 ngày")
    return lines


def _unscheduled(campaign: Campaign, held: Sequence[Dialogue]) -> list[str]:
    there = Place.objects.filter(pk__in=campaign.hamlets.values("pk"))
    taken = {pk for each in held for pk in each.hamlets.values_list("pk", flat=True)}
    left = [hamlet for hamlet in there.order_by("name", "pk") if hamlet.pk not in taken]
    names = names_on(left, campaign.starts_on)
    return [names.get(hamlet.pk, hamlet.name) for hamlet in left]


def _attendance(held: Sequence[Dialogue]) -> list[str]:
    chairs = list_of(dict.fromkeys(each.chair for each in held if each.chair))
    secretaries = list_of(dict.fromkeys(each.secretary for each in held if each.secretary))
    lines = [f"Chủ trì: {chairs}" if chairs else "", f"Thư ký: {secretaries}" if secretaries else ""]
    return [*filter(None, lines), "Nhân dân các thôn, tổ dân phố có tên trong lịch"]


def _tasks(commune: str) -> tuple[str, ...]:
    return (
        "Văn phòng HĐND và UBND: chuẩn bị giấy tờ, ghi biên bản, tổng hợp ý kiến, theo dõi việc trả lời",
        "Các phòng, đơn vị: cử người dự, trả lời nội dung thuộc lĩnh vực phụ trách đúng hạn",
        "Trưởng thôn, tổ trưởng: thông báo đến từng hộ, chuẩn bị nơi họp, niêm yết kết quả",
        f"Đề nghị UBMTTQ Việt Nam {commune}: vận động bà con tham gia, giám sát việc giải quyết",
    )
