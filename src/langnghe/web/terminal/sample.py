"""The demo: two communes as a newspaper reported on them, and one that does not exist, around today.

Opinions are paraphrases of publicly reported petitions, or invented examples. Nobody in it exists.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.utils import timezone

from langnghe.campaigns import actions as campaigns
from langnghe.dialogues import actions as dialogues
from langnghe.dialogues.rules import Kind
from langnghe.exchange import actions as exchange
from langnghe.ledger.writing import in_turn
from langnghe.matters import actions as matters
from langnghe.matters import queries as matter_queries
from langnghe.matters.actions import Choice
from langnghe.matters.rules import Competence
from langnghe.matters.suggesting import suggest, suspect
from langnghe.opinions import actions as opinions
from langnghe.opinions import queries as opinion_queries
from langnghe.opinions.rules import Channel
from langnghe.people import actions as people
from langnghe.people import queries as staff
from langnghe.people.rules import Role
from langnghe.places import actions as places
from langnghe.places.packs import PACKS
from langnghe.places.queries import place
from langnghe.refusals import Refused
from langnghe.web.clock import now
from langnghe.web.terminal.installation import house

if TYPE_CHECKING:
    from langnghe.campaigns.models import Campaign
    from langnghe.dialogues.models import Dialogue
    from langnghe.people.models import Person
    from langnghe.places.models import Place

HUONG_AN, BINH_DIEN, XA_MAU = "19804", "20035", "mau-xa"
_STAFF = (
    ("thu-ky", "Cán bộ mẫu – thư ký", Role.SECRETARY, ""),
    ("van-phong", "Cán bộ mẫu – văn phòng", Role.DESK, ""),
    ("phong-kinh-te", "Cán bộ mẫu – Phòng Kinh tế", Role.UNIT, "Phòng Kinh tế"),
    ("chu-tich", "Cán bộ mẫu – chủ tịch", Role.CHAIR, ""),
    ("mat-tran", "Cán bộ mẫu – Mặt trận", Role.FRONT, ""),
    ("thanh-pho", "Cán bộ mẫu – thành phố", Role.CITY, ""),
    ("quan-tri", "Cán bộ mẫu – quản trị", Role.ADMINISTRATOR, ""),
)


@dataclass(frozen=True)
class Sample:
    """One opinion of the demo, as its table has it."""

    id: str
    text: str
    topic: str
    competence: str
    kind: str
    unit: str
    answer: str
    place: str


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
    rows = _rows()
    _huong_an([row for row in rows if row.place.startswith("phường Hương An")])
    _binh_dien([row for row in rows if row.place.startswith("xã Bình Điền")])
    _xa_mau([row for row in rows if not row.place.startswith(("phường Hương An", "xã Bình Điền"))])


def _rows() -> list[Sample]:
    with (PACKS / "vn" / "demo" / "opinions.csv").open(encoding="utf-8", newline="") as file:
        return [Sample(**{name: row[name] for name in Sample.__annotations__}) for row in csv.DictReader(file)]


def _appoint() -> None:
    for login, name, role, unit in _STAFF:
        person = people.add(login=login, name=name, password=settings.DEMO_PASSWORD, by=house(), at=now())
        for code in (HUONG_AN, BINH_DIEN, XA_MAU):
            people.appoint(
                person=person,
                role=role,
                place=place(code),
                unit=unit,
                valid_from=date(2025, 7, 1),
                by=house(),
                at=now(),
            )


def _huong_an(rows: Sequence[Sample]) -> None:
    """Working groups met residential groups at the turn of September 2025; what was reported, with its dates."""
    day = date(2025, 10, 3)
    hamlets = _hamlets(HUONG_AN, ["Các tổ dân phố (mẫu)"])
    campaign = _campaign(HUONG_AN, "Lắng nghe ý kiến khu dân cư", date(2025, 9, 25), date(2025, 10, 5), hamlets)
    meeting = _meeting(HUONG_AN, hamlets, day, campaign, kind=Kind.WORKING_GROUP, venue="Nhà sinh hoạt cộng đồng")
    _hear(meeting, rows, hamlets=[None], settle=True)


def _binh_dien(rows: Sequence[Sample]) -> None:
    """A series of conferences for 22 hamlets, autumn 2025; the hamlets' names are not public."""
    day = date(2025, 10, 5)
    hamlets = _hamlets(BINH_DIEN, [f"Thôn {number:02}" for number in range(1, 23)])
    campaign = _campaign(BINH_DIEN, "Đối thoại với Nhân dân 22 thôn", date(2025, 9, 25), date(2025, 10, 10), hamlets)
    meeting = _meeting(BINH_DIEN, hamlets, day, campaign, venue="Nhà sinh hoạt cộng đồng các thôn")
    _hear(meeting, rows, hamlets=[None], settle=True)


def _xa_mau(rows: Sequence[Sample]) -> None:
    """A commune that does not exist, around today: nine days ago settled, yesterday waiting, tonight planned."""
    today = timezone.localdate(now())
    hamlets = _hamlets(XA_MAU, [f"Thôn {number:02}" for number in range(1, 23)])
    campaign = _campaign(
        XA_MAU, "Đối thoại với Nhân dân 22 thôn", today - timedelta(days=14), today + timedelta(days=14), hamlets
    )
    meeting = partial(_meeting, XA_MAU, campaign=campaign, venue="Nhà sinh hoạt cộng đồng")
    settled = [row for row in rows if row.competence != "redirect"][: len(rows) // 2]
    past = meeting(hamlets[:9], today - timedelta(days=9))
    dialogues.hold(dialogue=past, invited=120, present=87, women=41, by=_person("thu-ky"), at=now())
    _hear(past, settled, hamlets=hamlets[:9], settle=True)
    last = meeting(hamlets[9:17], today - timedelta(days=1))
    dialogues.hold(dialogue=last, invited=110, present=64, women=30, by=_person("thu-ky"), at=now())
    _hear(last, [row for row in rows if row not in settled], hamlets=hamlets[9:17], settle=False)
    meeting(hamlets[17:], today)


def _hamlets(commune: str, names: Sequence[str]) -> "list[Place]":
    by = str(house().key)
    return [places.add_hamlet(commune=place(commune), name=name, by=by, at=now()) for name in names]


def _campaign(commune: str, name: str, first: date, last: date, hamlets: "Sequence[Place]") -> "Campaign":
    return campaigns.plan(
        commune=place(commune),
        name=name,
        starts_on=first,
        ends_on=last,
        hamlets=hamlets,
        by=_person("van-phong"),
        at=now(),
    )


def _meeting(  # noqa: PLR0913
    commune: str,
    hamlets: "Sequence[Place]",
    day: date,
    campaign: "Campaign",
    kind: Kind = Kind.CONFERENCE,
    venue: str = "",
) -> "Dialogue":
    return dialogues.plan(
        commune=place(commune),
        hamlets=hamlets,
        held_on=day,
        kind=kind,
        starts_at=time(19, 0),
        venue=venue,
        chair="Bí thư Đảng ủy, Chủ tịch HĐND",
        secretary="Chuyên viên Văn phòng HĐND và UBND",
        campaign=campaign,
        by=_person("van-phong"),
        at=now(),
    )


def _hear(meeting: "Dialogue", rows: Sequence[Sample], *, hamlets: "Sequence[Place | None]", settle: bool) -> None:
    by = _person("thu-ky")
    for number, row in enumerate(rows):
        opinion = opinions.record(
            key=uuid5(NAMESPACE_URL, f"langnghe:demo:{row.id}"),
            dialogue=meeting,
            words=row.text,
            hamlet=hamlets[number * len(hamlets) // max(len(rows), 1)],
            channel=Channel.HALL,
            heard_at=timezone.make_aware(datetime.combine(meeting.held_on, time(19, 30)) + timedelta(minutes=number)),
            suspicion=suspect(row.text, held_on=meeting.held_on),
            by=by,
            at=now(),
        )
        if row.answer:
            said = dialogues.say(dialogue=meeting, words=row.answer, function="Chủ trì", by=by, at=now())
            opinions.reply(opinion=opinion, said=said, by=by, at=now())
    if settle:
        _settle(meeting, {row.text: row for row in rows})


def _settle(meeting: "Dialogue", rows: dict[str, Sample]) -> None:
    desk = _person("van-phong")
    exchange.confirm(dialogue=meeting, by=desk, at=now())
    for opinion in opinion_queries.held(meeting):
        exchange.open_held(opinion=opinion, by=desk, at=now())
    for opinion in opinion_queries.opened(meeting):
        opinions.publish(opinion=opinion, words=opinion.words, is_checked=True, by=desk, at=now())
    for matter in matter_queries.matters(meeting):
        row = next(row for text, row in rows.items() if text.startswith(matter.title.rstrip("…")))
        competence = Competence(row.competence)
        suggested = suggest(row.text, commune=matter.commune, held_on=meeting.held_on, topic=row.topic)
        choice = Choice(row.topic, row.kind, competence, row.unit, suggested.due_on)
        matters.decide(matter=matter, choice=choice, held_on=meeting.held_on, by=desk, at=now())


def _person(login: str) -> "Person":
    return staff.person(login)
