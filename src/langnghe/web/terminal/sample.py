"""The demo: two communes as a newspaper reported on them, and one that does not exist, around today.

Opinions are paraphrases of publicly reported petitions, or invented examples. Nobody in it exists.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings

from langnghe.campaigns import actions as campaigns
from langnghe.dialogues import actions as dialogues
from langnghe.dialogues.rules import Kind
from langnghe.exchange import actions as exchange
from langnghe.ledger.writing import in_turn
from langnghe.matters import actions as matters
from langnghe.matters import queries as matter_queries
from langnghe.matters.actions import Choice
from langnghe.matters.rules import Competence, clock_for
from langnghe.matters.suggesting import current_pack, due, suspect
from langnghe.opinions import actions as opinions
from langnghe.opinions import queries as opinion_queries
from langnghe.opinions.rules import Channel
from langnghe.people import actions as people
from langnghe.people import queries as staff
from langnghe.people.rules import Role
from langnghe.places import actions as places
from langnghe.places.queries import place
from langnghe.refusals import Refused
from langnghe.web.clock import now
from langnghe.web.terminal import sample_scenes as scenes
from langnghe.web.terminal.installation import house
from langnghe.web.terminal.sample_days import day, moment
from langnghe.web.terminal.sample_opinions import Sample, reported

if TYPE_CHECKING:
    from langnghe.campaigns.models import Campaign, WorkingGroup
    from langnghe.dialogues.models import Dialogue
    from langnghe.matters.models import Matter
    from langnghe.people.models import Person
    from langnghe.places.models import Place

HUONG_AN, BINH_DIEN, XA_MAU = "19804", "20035", "mau-xa"
FROZEN = date(2026, 1, 1)
_DECIDING = {Role.DESK, Role.UNIT, Role.CHAIR}
_STAFF = (
    ("thu-ky", "Cán bộ mẫu – thư ký", Role.SECRETARY, ""),
    ("van-phong", "Cán bộ mẫu – văn phòng", Role.DESK, ""),
    ("phong-kinh-te", "Cán bộ mẫu – Phòng Kinh tế", Role.UNIT, "Phòng Kinh tế"),
    ("chu-tich", "Cán bộ mẫu – chủ tịch", Role.CHAIR, ""),
    ("mat-tran", "Cán bộ mẫu – Mặt trận", Role.FRONT, ""),
    ("thanh-pho", "Cán bộ mẫu – thành phố", Role.CITY, ""),
    ("quan-tri", "Cán bộ mẫu – quản trị", Role.ADMINISTRATOR, ""),
)


def demo_people() -> list[tuple[str, str]]:
    """Return the sign-in names of the demo and who they are; none in a store without the demo."""
    return [(login, name) for login, name, _, _ in _STAFF if staff.maybe(login)]


def load() -> None:
    """Fill an empty store, all or nothing. Raises Refused: "store-not-empty"."""
    if not staff.is_empty():
        raise Refused("store-not-empty")
    in_turn(_fill)


def _fill() -> None:
    for code in (HUONG_AN, BINH_DIEN, XA_MAU):
        places.mark_as_sample(commune=place(code), by=str(house().key), at=now())
    _appoint()
    rows = reported()
    _huong_an([row for row in rows if row.place.startswith("phường Hương An")])
    _binh_dien([row for row in rows if row.place.startswith("xã Bình Điền")])
    _xa_mau([row for row in rows if not row.place.startswith(("phường Hương An", "xã Bình Điền"))])


def _appoint() -> None:
    """Give everybody their work in Xã Mẫu; what was reported of the others may be read, and is changed by nobody."""
    for login, name, role, unit in _STAFF:
        person = people.add(login=login, name=name, password=settings.DEMO_PASSWORD, by=house(), at=now())
        for code in (XA_MAU, HUONG_AN, BINH_DIEN):
            people.appoint(
                person=person,
                role=role,
                place=place(code),
                unit=unit,
                valid_from=date(2025, 7, 1),
                valid_to=FROZEN if code != XA_MAU and role in _DECIDING else None,
                by=house(),
                at=now(),
            )


def _huong_an(rows: Sequence[Sample]) -> None:
    """Working groups met residential groups at the turn of September 2025; what was reported, with its dates."""
    evening = date(2025, 10, 3)
    hamlets = _hamlets(HUONG_AN, ["Các tổ dân phố (mẫu)"], at=moment(date(2025, 9, 18), 8))
    campaign = _campaign(HUONG_AN, "Lắng nghe ý kiến khu dân cư", date(2025, 9, 25), date(2025, 10, 5), hamlets)
    invited = {"codes": ("cell", "hamlet-heads", "front-heads"), "names": ("Các hội, đoàn thể",)}
    campaigns.invite(campaign=campaign, **invited, by=_person("van-phong"), at=moment(date(2025, 9, 19), 10))
    meeting = _meeting(HUONG_AN, hamlets, evening, campaign, kind=Kind.WORKING_GROUP, venue="Nhà sinh hoạt cộng đồng")
    _hear(meeting, _as_reported(rows), hamlets=[None])
    _settle(meeting, rows)


def _binh_dien(rows: Sequence[Sample]) -> None:
    """A series of conferences for 22 hamlets, autumn 2025; the hamlets' names are not public.

    Written down from the report two weeks later: what was made public before and after is not known, nor claimed.
    """
    evening, noted_on = date(2025, 10, 5), date(2025, 10, 20)
    hamlets = _hamlets(BINH_DIEN, [f"Thôn {number:02}" for number in range(1, 23)], at=moment(date(2025, 9, 18), 8))
    campaign = _campaign(BINH_DIEN, "Đối thoại với Nhân dân 22 thôn", date(2025, 9, 25), date(2025, 10, 10), hamlets)
    venue = "Nhà sinh hoạt cộng đồng các thôn"
    meeting = _meeting(BINH_DIEN, hamlets, evening, campaign, venue=venue, noted_on=noted_on)
    _hear(meeting, _as_reported(rows), hamlets=[None])
    _settle(meeting, rows)


def _as_reported(rows: Sequence[Sample]) -> list[Sample]:
    """Return `rows` with what followed told as the report has it: no day and no official answer is known of it."""
    return [replace(row, answer=f"Theo bài báo: {row.answer}" if row.answer else "") for row in rows]


def _xa_mau(rows: Sequence[Sample]) -> None:
    """A commune that does not exist, around today: nine days ago answered, yesterday waiting, tonight announced."""
    units = scenes.SCENES["units"]
    rows = [replace(row, unit=units.get(row.unit, row.unit), function="Chủ trì") for row in rows]
    hamlets = _hamlets(XA_MAU, [f"Thôn {number:02}" for number in range(1, 23)], at=moment(day(-21), 8))
    campaign = _campaign(XA_MAU, "Đối thoại với Nhân dân 22 thôn", day(-14), day(14), hamlets)
    groups = scenes.form(campaign, hamlets)
    meeting = partial(_meeting, XA_MAU, campaign=campaign, venue="Nhà sinh hoạt cộng đồng")
    past = meeting(hamlets[:9], day(-9), group=groups[0])
    last = meeting(hamlets[9:17], day(-1), group=groups[1])
    tonight = meeting(hamlets[17:], day(0), group=groups[2])
    scenes.announce(campaign, [past, last, tonight])
    settled = [row for row in rows if row.competence != "redirect"][: len(rows) // 2]
    _hear(past, settled, hamlets=hamlets[:9])
    scenes.hold(past, scenes.SCENES["came"][0])
    scenes.play(past, _settle(past, settled, is_due=True), hamlets)
    _hear(last, [row for row in rows if row not in settled], hamlets=hamlets[9:17])
    scenes.hold(last, scenes.SCENES["came"][1])


def _hamlets(commune: str, names: Sequence[str], *, at: datetime) -> "list[Place]":
    by = str(house().key)
    return [places.add_hamlet(commune=place(commune), name=name, by=by, at=at) for name in names]


def _campaign(commune: str, name: str, first: date, last: date, hamlets: "Sequence[Place]") -> "Campaign":
    return campaigns.plan(
        commune=place(commune),
        name=name,
        starts_on=first,
        ends_on=last,
        hamlets=hamlets,
        by=_person("van-phong"),
        at=moment(first - timedelta(days=6), 9),
    )


def _meeting(  # noqa: PLR0913
    commune: str,
    hamlets: "Sequence[Place]",
    held_on: date,
    campaign: "Campaign",
    kind: Kind = Kind.CONFERENCE,
    venue: str = "",
    group: "WorkingGroup | None" = None,
    noted_on: date | None = None,
) -> "Dialogue":
    return dialogues.plan(
        commune=place(commune),
        hamlets=hamlets,
        held_on=held_on,
        kind=kind,
        starts_at=time(19, 0),
        venue=venue,
        chair="Bí thư Đảng ủy, Chủ tịch HĐND",
        secretary="Chuyên viên Văn phòng HĐND và UBND",
        campaign=campaign,
        group=group,
        by=_person("van-phong"),
        at=moment(noted_on or campaign.starts_on - timedelta(days=5), 9),
    )


def _noted(meeting: "Dialogue") -> date:
    """Return the day on which what a dialogue heard was written down: that evening, if it was in the book by then."""
    return max(meeting.held_on, meeting.noted_on or meeting.held_on)


def _hear(meeting: "Dialogue", rows: Sequence[Sample], *, hamlets: "Sequence[Place | None]") -> None:
    by = _person("thu-ky")
    for number, row in enumerate(rows):
        heard_at, at = (moment(on, 19, 30 + number) for on in (meeting.held_on, _noted(meeting)))
        opinion = opinions.record(
            key=uuid5(NAMESPACE_URL, f"langnghe:demo:{row.id}"),
            dialogue=meeting,
            words=row.text,
            hamlet=hamlets[number * len(hamlets) // max(len(rows), 1)],
            channel=Channel.HALL,
            heard_at=heard_at,
            suspicion=suspect(row.text, held_on=meeting.held_on),
            by=by,
            at=at,
        )
        if row.answer:
            said = dialogues.say(dialogue=meeting, words=row.answer, function=row.function, by=by, at=at)
            opinions.reply(opinion=opinion, said=said, by=by, at=at)


def _settle(meeting: "Dialogue", rows: Sequence[Sample], *, is_due: bool = False) -> "dict[str, Matter]":
    """Confirm, publish and decide what was heard, the day after. Return the matters by the ids of the opinions.

    Where nobody reported a deadline (`is_due` is not said) none is set: nobody may be called late for it.
    """
    desk, morning = _person("van-phong"), _noted(meeting) + timedelta(days=1)
    exchange.confirm(dialogue=meeting, by=desk, at=moment(morning, 8))
    for opinion in opinion_queries.held(meeting):
        exchange.open_held(opinion=opinion, by=desk, at=moment(morning, 8, 30))
    told = {row.text: row for row in rows}
    by_code = {matter.code: matter for matter in matter_queries.matters(meeting)}
    found: dict[str, Matter] = {}
    for opinion in matter_queries.decided(opinion_queries.opened(meeting)):
        opinions.publish(opinion=opinion, words=opinion.words, is_checked=True, by=desk, at=moment(morning, 9))
        found[told[opinion.words].id] = by_code[str(opinion.matter_code)]
    for row in rows:
        competence = Competence(row.competence)
        due_on = due(current_pack().deadline(*clock_for(competence)), meeting.held_on) if is_due else None
        choice = Choice(row.topic, row.kind, competence, row.unit, due_on)
        matters.decide(matter=found[row.id], choice=choice, held_on=meeting.held_on, by=desk, at=moment(morning, 10))
    return found


def _person(login: str) -> "Person":
    return staff.person(login)
