from datetime import timedelta

import pytest

from langnghe.answers import actions as answers
from langnghe.answers.rules import Outcome
from langnghe.commitments import actions as commitments
from langnghe.exchange import actions as exchange
from langnghe.matters.queries import matters
from langnghe.web.desk.to_do import desk_to_do
from tests.answers.drafts import good
from tests.conftest import DAY, EVENING

pytestmark = pytest.mark.django_db
NEXT_DAY = DAY + timedelta(days=1)


@pytest.fixture
def matter(dialogue, said, thao):
    exchange.open_held(opinion=said(), by=thao, at=EVENING)
    return matters(dialogue)[0]


def counts(person):
    waits = desk_to_do(person, NEXT_DAY)
    return waits.drafts, len(waits.referrals), waits.untold


def test_each_sees_what_waits_for_them(matter, thao, minh, lan, front):
    draft = answers.draft(matter=matter, contents=good(Outcome.REFERRED), by=thao, at=EVENING)
    assert counts(minh) == (1, 0, 1)
    assert counts(thao) == (0, 0, 1)

    commitments.release(draft=draft, by=minh, at=EVENING)
    assert counts(minh) == counts(thao) == (0, 1, 1)
    assert desk_to_do(thao, NEXT_DAY).due_on == DAY + timedelta(days=10)
    for person in (lan, front):
        assert not desk_to_do(person, NEXT_DAY)


def test_a_stranger_has_nothing_of_ours_to_do(matter, huong):
    assert not desk_to_do(huong, NEXT_DAY)


def test_the_page_leads_to_what_is_owed_and_the_register_takes_in_one_sentence(
    client, monkeypatch, matter, dialogue, thon_5, thao, minh
):
    monkeypatch.setenv("LANGNGHE_NOW", f"{NEXT_DAY.isoformat()}T09:00")
    draft = answers.draft(matter=matter, contents=good(Outcome.REFERRED), by=thao, at=EVENING)
    commitments.release(draft=draft, by=minh, at=EVENING)
    client.force_login(thao)

    page = client.get("/desk/owed/").content.decode()
    sentence = client.get("/desk/owed/", headers={"HX-Request": "true"}).content.decode()

    assert f"/desk/issue/result/{dialogue.code}/?hamlet={thon_5.code}" in page
    assert f"/desk/issue/referral/{matter.code}/" in page
    assert "<html" not in sentence
    assert "1</span> thôn, tổ dân phố chờ thông báo kết quả" in sentence
