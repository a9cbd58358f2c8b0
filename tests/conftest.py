"""What every test stands on: the store, and the cast. `tests/settings.py` keeps the store in a folder thrown away.

The cast: Xã Bình Điền with Thôn 05; chị Lan writes, chị Thảo sorts, anh Minh decides, anh Tuấn mends; chị Hương sits in
Phường Hương An and has nothing to do with them.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from langnghe.dialogues import actions as dialogues
from langnghe.dialogues.models import Dialogue
from langnghe.ledger import guards
from langnghe.opinions import actions as opinions
from langnghe.opinions.models import Opinion
from langnghe.opinions.rules import Channel
from langnghe.people import actions as people
from langnghe.people.models import Person
from langnghe.people.rules import Role
from langnghe.places import actions as places
from langnghe.places.models import Place
from langnghe.places.packs import pack

SINCE = date(2025, 7, 1)


@pytest.fixture(autouse=True)
def may_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take the guards down after a test that really committed; emptying the store puts them up again."""
    marker = request.node.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction", False)
    commits = commits or not {"transactional_db", "live_server"}.isdisjoint(request.fixturenames)
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        guards.remove()


EVENING = datetime(2025, 10, 5, 19, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
DAY = EVENING.date()
PASSWORD = "mot-cau-that-dai"


@pytest.fixture
def city(db: None) -> Place:
    """Return Huế with two of its communes: Xã Bình Điền and Phường Hương An."""
    wanted = {"VN", "46", "20035", "19804"}
    units = [unit for unit in pack("vn").units if unit.code in wanted]
    places.load_units(units=units, by="installation", at=EVENING)
    return Place.objects.get(code="46")


@pytest.fixture
def binh_dien(city: Place) -> Place:
    return Place.objects.get(code="20035")


@pytest.fixture
def huong_an(city: Place) -> Place:
    return Place.objects.get(code="19804")


@pytest.fixture
def admin(city: Place) -> Person:
    """Return the administrator of the whole city, the first person of the installation."""
    person = people.add(login="quan-tri", name="Cán bộ mẫu – quản trị", password=PASSWORD, by=None, at=EVENING)
    people.appoint(person=person, role=Role.ADMINISTRATOR, place=city, valid_from=SINCE, by=person, at=EVENING)
    return person


@pytest.fixture
def appointed(admin: Person) -> Callable[..., Person]:
    """Return what gives a new member of staff a role at a place."""

    def appoint(login: str, role: Role, place: Place, unit: str = "") -> Person:
        person = people.add(login=login, name=f"Cán bộ mẫu – {login}", password=PASSWORD, by=admin, at=EVENING)
        people.appoint(person=person, role=role, place=place, unit=unit, valid_from=SINCE, by=admin, at=EVENING)
        return person

    return appoint


@pytest.fixture
def lan(appointed: Callable[..., Person], binh_dien: Place) -> Person:
    """Return chị Lan, secretary of Bình Điền."""
    return appointed("lan", Role.SECRETARY, binh_dien)


@pytest.fixture
def thao(appointed: Callable[..., Person], binh_dien: Place) -> Person:
    """Return chị Thảo, desk officer of Bình Điền."""
    return appointed("thao", Role.DESK, binh_dien)


@pytest.fixture
def minh(appointed: Callable[..., Person], binh_dien: Place) -> Person:
    """Return anh Minh, chair of Bình Điền."""
    return appointed("minh", Role.CHAIR, binh_dien)


@pytest.fixture
def tuan(appointed: Callable[..., Person], binh_dien: Place) -> Person:
    """Return anh Tuấn of Bình Điền's Phòng Kinh tế."""
    return appointed("tuan", Role.UNIT, binh_dien, "Phòng Kinh tế")


@pytest.fixture
def huong(appointed: Callable[..., Person], huong_an: Place) -> Person:
    """Return chị Hương, desk officer of Hương An: a stranger in Bình Điền."""
    return appointed("huong", Role.DESK, huong_an)


@pytest.fixture
def officer(appointed: Callable[..., Person], city: Place) -> Person:
    """Return the officer of the city."""
    return appointed("thanh-pho", Role.CITY, city)


@pytest.fixture
def front(appointed: Callable[..., Person], binh_dien: Place) -> Person:
    """Return the Front's officer in Bình Điền."""
    return appointed("mat-tran", Role.FRONT, binh_dien)


@pytest.fixture
def thon_5(binh_dien: Place) -> Place:
    return places.add_hamlet(commune=binh_dien, name="Thôn 05", by="installation", at=EVENING)


@pytest.fixture
def dialogue(binh_dien: Place, thon_5: Place, lan: Person) -> Dialogue:
    """Return the dialogue of one evening in Thôn 05."""
    return dialogues.plan(commune=binh_dien, hamlets=[thon_5], held_on=DAY, by=lan, at=EVENING)


@pytest.fixture
def said(dialogue: Dialogue, thon_5: Place, lan: Person) -> Callable[..., Opinion]:
    """Return what writes down one opinion of that evening; what it does not name is as usual."""

    def record(words: str = "Đường thôn hư hỏng, đi lại khó khăn.", **facts: Any) -> Opinion:
        usual = {
            "key": uuid4(),
            "dialogue": dialogue,
            "hamlet": thon_5,
            "channel": Channel.HALL,
            "heard_at": EVENING,
            "by": lan,
            "at": EVENING,
        }
        return opinions.record(words=words, **{**usual, **facts})

    return record
