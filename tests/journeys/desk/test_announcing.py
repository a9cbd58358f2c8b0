"""Before the evening: what tells people to come, and stops doing so once it is moved or called off."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from langnghe.dialogues import actions as dialogues
from langnghe.dialogues.queries import arrangement
from langnghe.papers.models import Issued
from langnghe.people.models import Mandate
from tests.conftest import EVENING
from tests.journeys.desk.test_issuing import issued_by, numbered

pytestmark = pytest.mark.django_db


@pytest.fixture
def chair(minh):
    return Mandate.objects.get(person=minh)


@pytest.fixture
def ahead(binh_dien, thon_5, lan):
    """Return an evening a fortnight ahead."""
    facts = {"commune": binh_dien, "hamlets": [thon_5], "held_on": date(2025, 10, 20)}
    return dialogues.plan(**facts, by=lan, at=EVENING)


@pytest.mark.parametrize("kind", ["notice", "invitation"])
def test_nobody_is_told_to_come_to_what_was_called_off(at_desk, thao, ahead, chair, kind):
    dialogues.call_off(dialogue=ahead, reason="Bão số 9", by=thao, at=EVENING)
    desk, address = at_desk(thao), f"/desk/issue/{kind}/{ahead.code}/"
    assert "Hội nghị này đã hủy" in desk.get(address).content.decode()

    page = desk.post(address, numbered(chair, to="Hội Nông dân", dialogues=[ahead.code]))

    assert page.status_code == 422
    assert not Issued.objects.exists()


def test_a_notice_of_another_day_stops_no_clock_however_late_it_is_hung_up(at_desk, thao, ahead, chair, monkeypatch):
    desk = at_desk(thao)
    paper = issued_by(desk, f"/desk/issue/notice/{ahead.code}/", numbered(chair, dialogues=[ahead.code]))
    to = replace(arrangement(ahead), held_on=date(2025, 10, 27))
    dialogues.reschedule(dialogue=ahead, to=to, by=thao, at=EVENING + timedelta(days=2))
    monkeypatch.setenv("LANGNGHE_NOW", "2025-10-08T09:00")

    hung = {"where": "Loa truyền thanh", "posted_on": "2025-10-08"}
    assert desk.post(f"/desk/issued/{paper.key}/posting/", hung).status_code == 303

    assert "Phải báo trước cho bà con" in desk.get(f"/desk/dialogues/{ahead.code}/").content.decode()
