from datetime import timedelta

import pytest

from langnghe.matters import actions, queries
from langnghe.opinions import actions as opinions
from langnghe.refusals import Refused
from tests.conftest import EVENING

LATER = EVENING + timedelta(hours=1)


@pytest.fixture
def matter_of(said, thao):
    """Return what makes a matter of one opinion."""

    def make(words, **facts):
        opinion = said(words, **facts)
        opinions.open_one(opinion=opinion, by=thao, at=EVENING)
        return actions.gather(opinions=[opinion], by=thao, at=EVENING)[0]

    return make


@pytest.fixture
def lamps(matter_of):
    return matter_of("Đèn đường đầu thôn tắt đã hai tháng.")


@pytest.fixture
def dark(matter_of):
    return matter_of("Ban đêm lối vào thôn tối om vì đèn không sáng.")


def voices(matter):
    return [voice.words_now for voice in queries.voices(matter)]


def test_joining_keeps_every_voice_and_its_receipt(lamps, dark, thao):
    references = {voice.reference for each in (lamps, dark) for voice in queries.voices(each)}

    actions.join(matter=dark, into=lamps, by=thao, at=LATER)

    assert {voice.reference for voice in queries.voices(lamps)} == references
    assert voices(dark) == []
    assert queries.now_part_of(dark) == lamps


def test_taking_a_moving_back_restores_what_was(lamps, dark, thao):
    before = voices(lamps), voices(dark)
    moving = actions.join(matter=dark, into=lamps, by=thao, at=LATER)

    actions.restore(moving=moving, by=thao, at=LATER)

    assert (voices(lamps), voices(dark)) == before
    assert queries.now_part_of(dark) == dark
    with pytest.raises(Refused, match="restored-already"):
        actions.restore(moving=moving, by=thao, at=LATER)


def test_what_moved_on_is_taken_back_last_first(lamps, dark, matter_of, thao):
    road = matter_of("Đường vào thôn hỏng.")
    first = actions.join(matter=dark, into=lamps, by=thao, at=LATER)
    second = actions.join(matter=lamps, into=road, by=thao, at=LATER)
    assert queries.now_part_of(dark) == road

    with pytest.raises(Refused, match="moved-since"):
        actions.restore(moving=first, by=thao, at=LATER)
    actions.restore(moving=second, by=thao, at=LATER)
    actions.restore(moving=first, by=thao, at=LATER)

    assert [len(voices(each)) for each in (lamps, dark, road)] == [1, 1, 1]


def test_parting_makes_a_matter_of_its_own(lamps, dark, thao):
    actions.join(matter=dark, into=lamps, by=thao, at=LATER)
    first = queries.voices(lamps)[0]

    moving = actions.part(opinions=[first], matter=lamps, by=thao, at=LATER)

    assert moving.target.code == f"V-{first.reference}-2"
    assert voices(moving.target) == [first.words]
    assert len(voices(lamps)) == 1


def test_parting_leaves_a_voice_behind(lamps, dark, thao):
    with pytest.raises(Refused, match="last-voice"):
        actions.part(opinions=list(queries.voices(lamps)), matter=lamps, by=thao, at=LATER)
    with pytest.raises(Refused, match="nothing-to-move"):
        actions.part(opinions=list(queries.voices(dark)), matter=lamps, by=thao, at=LATER)


def test_what_a_joined_matter_hears_again_goes_where_its_voices_are(lamps, dark, matter_of, thao):
    actions.join(matter=dark, into=lamps, by=thao, at=LATER)

    again = matter_of("ban đêm lối vào thôn tối om vì đèn không sáng")

    assert again == lamps
    assert len(voices(lamps)) == 3


def test_nothing_is_joined_with_itself_or_twice(lamps, dark, thao):
    with pytest.raises(Refused, match="same-matter"):
        actions.join(matter=lamps, into=lamps, by=thao, at=LATER)
    actions.join(matter=dark, into=lamps, by=thao, at=LATER)
    with pytest.raises(Refused, match="nothing-to-move"):
        actions.join(matter=dark, into=lamps, by=thao, at=LATER)


def test_what_was_joined_meanwhile_is_joined_where_its_voices_are(lamps, dark, matter_of, thao):
    road = matter_of("Đường vào thôn hỏng.")
    actions.join(matter=lamps, into=road, by=thao, at=LATER)

    moving = actions.join(matter=dark, into=lamps, by=thao, at=LATER)

    assert moving.target == road
    assert len(voices(road)) == 3


def test_two_people_who_join_a_pair_both_ways_lose_nothing(lamps, dark, thao):
    actions.join(matter=dark, into=lamps, by=thao, at=LATER)

    with pytest.raises(Refused, match="nothing-to-move"):
        actions.join(matter=dark, into=lamps, by=thao, at=LATER)
    with pytest.raises(Refused, match="same-matter"):
        actions.join(matter=lamps, into=dark, by=thao, at=LATER)
    assert len(voices(lamps)) == 2


def test_a_voice_may_be_parted_as_often_as_people_change_their_minds(lamps, dark, thao):
    actions.join(matter=dark, into=lamps, by=thao, at=LATER)
    first = queries.voices(lamps)[0]

    for _ in range(12):
        moving = actions.part(opinions=[first], matter=lamps, by=thao, at=LATER)
        actions.restore(moving=moving, by=thao, at=LATER)

    assert moving.target.code == f"V-{first.reference}-13"


def test_matters_kept_apart_are_remembered_both_ways(lamps, dark, thao):
    first = actions.keep_apart(matter=dark, other=lamps, by=thao, at=LATER)

    assert actions.keep_apart(matter=lamps, other=dark, by=thao, at=LATER) == first
    assert queries.kept_apart(lamps) == {dark.pk}
    assert queries.kept_apart(dark) == {lamps.pk}


def test_only_who_decides_groups(lamps, dark, lan, huong):
    for person in (lan, huong):
        with pytest.raises(Refused, match="not-yours"):
            actions.join(matter=dark, into=lamps, by=person, at=LATER)
