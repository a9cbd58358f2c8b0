from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from langnghe.campaigns import actions, queries, rules
from langnghe.dialogues import actions as dialogues
from langnghe.dialogues.queries import owed
from langnghe.dialogues.rules import Kind
from langnghe.ledger.queries import verify
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING

SUBJECT = "Thu gom rác"


@pytest.fixture
def count(binh_dien, thao):
    def count(asking, voters=4_000, subject=SUBJECT, counted_on=DAY, at=EVENING):
        return actions.count_request(
            commune=binh_dien, subject=subject, asking=asking, voters=voters, counted_on=counted_on, by=thao, at=at
        )

    return count


def known(thao):
    return [(each.request.subject, each.asking) for each in queries.counts(thao, Verb.PLAN, on=DAY)]


def test_the_newest_count_of_a_subject_counts(count, thao):
    count(120)
    count(310, subject="thu gom  RÁC")
    count(15, subject="Chợ")

    assert sorted(known(thao)) == [("Chợ", 15), (SUBJECT, 310)]


def test_a_conference_is_owed_from_ten_in_a_hundred_on(count, thao):
    count(399)
    assert owed(thao, on=DAY) == []

    count(400)
    assert [each.request.subject for each in owed(thao, on=DAY)] == [SUBJECT]


def test_it_is_owed_until_one_is_planned_for_it_and_again_when_that_is_called_off(count, thao, binh_dien, thon_5):
    request = count(900).request
    day = DAY + timedelta(days=9)
    facts = {"commune": binh_dien, "hamlets": [thon_5], "held_on": day, "request": request, "by": thao, "at": EVENING}
    dialogues.plan(**facts, kind=Kind.RECEPTION)
    assert owed(thao, on=DAY)

    planned = dialogues.plan(**facts)
    assert owed(thao, on=DAY) == []
    dialogues.call_off(dialogue=planned, reason="Bão", by=thao, at=EVENING)
    assert owed(thao, on=DAY)


@pytest.mark.nodatabase
def test_the_share_never_looks_larger_than_it_is():
    assert rules.share(3_999, 40_000) == 9.9
    assert not rules.is_reached(3_999, 40_000, 10)
    assert rules.share(4_000, 40_000) == 10.0
    assert rules.is_reached(4_000, 40_000, 10)


def test_the_threshold_is_the_packs_with_its_basis(binh_dien):
    asked = queries.threshold(binh_dien, on=DAY)

    assert (asked.amount, asked.mark) == (10, "verified")
    assert "Điều 43" in asked.basis
    assert queries.threshold(binh_dien, on=DAY.replace(year=2024)) is None


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"asking": 5, "subject": " "}, "request-without-subject"),
        ({"asking": 41, "voters": 40}, "request-impossible"),
        ({"asking": -1}, "request-impossible"),
        ({"asking": 0, "voters": 0}, "request-impossible"),
        ({"asking": 5, "counted_on": DAY + timedelta(days=1)}, "request-impossible"),
    ],
)
def test_what_cannot_be_counted_is_refused(count, facts, code):
    with pytest.raises(Refused, match=code):
        count(**facts)


def test_today_is_today_where_people_live(count):
    """At six in the morning in Huế it is still yesterday in Greenwich."""
    early = datetime(2025, 10, 5, 6, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")).astimezone(ZoneInfo("UTC"))

    assert count(5, at=early).counted_on == DAY


def test_the_record_holds_each_count(count, binh_dien, huong):
    count(120)
    count(310)

    assert verify(queries.claims(), kinds={"request counted"}).problems == []
    with pytest.raises(Refused, match="not-yours"):
        actions.count_request(commune=binh_dien, subject="A", asking=1, voters=2, counted_on=DAY, by=huong, at=EVENING)
