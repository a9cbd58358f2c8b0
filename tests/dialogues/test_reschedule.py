from dataclasses import replace
from datetime import time, timedelta

import pytest

from langnghe.campaigns import actions as campaigns
from langnghe.dialogues import actions, queries
from langnghe.dialogues.models import Dialogue
from langnghe.ledger.queries import verify
from langnghe.places import actions as places
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING
from tests.ledger.tampering import alter

LATER = DAY + timedelta(days=4)


@pytest.fixture
def change(dialogue, thao):
    def change(**facts):
        to = replace(queries.arrangement(dialogue), **facts)
        return actions.reschedule(dialogue=dialogue, to=to, by=thao, at=EVENING)

    return change


def test_a_moved_dialogue_keeps_its_code_and_remembers_what_was(dialogue, change):
    change(held_on=LATER, starts_at=time(19, 30), venue="Trường học")

    now = Dialogue.objects.get()
    assert (now.code, now.held_on, now.starts_at, now.venue) == (dialogue.code, LATER, time(19, 30), "Trường học")
    assert [row.changes for row in queries.reschedulings(dialogue)] == [
        {"held_on": ["2025-10-05", "2025-10-09"], "starts_at": ["", "19:30"], "venue": ["", "Trường học"]}
    ]


def test_only_another_day_moves_the_clock(dialogue, change):
    assert change(venue="Trường học", chair="Chủ tịch UBND").moved_on is None
    assert change(held_on=LATER).moved_on == DAY


def test_sent_twice_it_is_changed_once(dialogue, change):
    assert change(venue="Trường học")
    assert change(venue="Trường học") is None
    assert queries.reschedulings(dialogue).count() == 1


def test_hamlets_campaign_and_group_may_change_too(dialogue, change, binh_dien, thon_5, thao):
    other = places.add_hamlet(commune=binh_dien, name="Thôn 06", by="a", at=EVENING)
    campaign = campaigns.plan(
        commune=binh_dien, name="Đợt mẫu", starts_on=DAY, ends_on=DAY, hamlets=[thon_5], by=thao, at=EVENING
    )
    group = campaigns.form_group(campaign=campaign, name="Đoàn số 1", by=thao, at=EVENING)

    change(hamlets=(other,), campaign=campaign, group=group)

    now = queries.arrangement(Dialogue.objects.get())
    assert (now.hamlets, now.campaign, now.group) == ((other,), campaign, group)
    assert queries.reschedulings(dialogue)[0].changes == {
        "hamlets": ["Thôn 05", "Thôn 06"],
        "campaign": ["", "Đợt mẫu"],
        "group": ["", "Đoàn số 1"],
    }


def test_a_group_of_another_campaign_does_not_hold_it(change, binh_dien, thon_5, thao):
    facts = {"commune": binh_dien, "starts_on": DAY, "ends_on": DAY, "hamlets": [thon_5], "by": thao, "at": EVENING}
    one, other = (campaigns.plan(name=name, **facts) for name in ("Một", "Hai"))
    group = campaigns.form_group(campaign=one, name="Đoàn", by=thao, at=EVENING)

    with pytest.raises(Refused, match="group-elsewhere"):
        change(campaign=other, group=group)


def test_what_was_held_was_held_by_now_and_with_its_hamlets(dialogue, change, lan):
    actions.hold(dialogue=dialogue, present=40, by=lan, at=EVENING)

    assert change(held_on=DAY - timedelta(days=1))
    with pytest.raises(Refused, match="held-cannot-be-ahead"):
        change(held_on=LATER)
    with pytest.raises(Refused, match="held-with-these-hamlets"):
        change(hamlets=())


def test_what_was_called_off_is_not_moved(dialogue, change, thao):
    actions.call_off(dialogue=dialogue, reason="Bão số 9", by=thao, at=EVENING)

    with pytest.raises(Refused, match="dialogue-called-off"):
        change(held_on=LATER)


def test_the_record_holds_the_change(dialogue, change, huong):
    change(held_on=LATER)
    change(held_on=DAY, secretary="Văn thư")

    assert verify(queries.claims(), kinds={"dialogue rescheduled"}).problems == []
    with pytest.raises(Refused, match="not-yours"):
        actions.reschedule(dialogue=dialogue, to=queries.arrangement(dialogue), by=huong, at=EVENING)


def test_that_it_was_moved_is_not_hidden_unseen(change):
    alter(change(held_on=LATER), moved_on=None)

    assert verify(queries.claims(), kinds={"dialogue rescheduled"}).problems
