from datetime import timedelta
from uuid import uuid4

import pytest

from langnghe.ledger.models import Entry
from langnghe.opinions import queries
from langnghe.opinions.models import Opinion
from langnghe.opinions.rules import Procedure, Room
from langnghe.refusals import Refused
from tests.conftest import EVENING


def test_an_opinion_is_kept_as_spoken_with_its_line_in_the_record(said):
    opinion = said("  Đường thôn\như hỏng. ")

    assert opinion.words == "Đường thôn hư hỏng."
    assert Entry.objects.filter(kind="opinion heard", about=opinion.key).count() == 1


def test_a_device_that_sends_twice_is_heard_once(said):
    key = uuid4()

    assert said(key=key) == said(key=key)

    assert Opinion.objects.count() == 1


def test_other_words_under_a_used_key_are_refused_not_swallowed(said):
    key = uuid4()
    said(key=key)

    with pytest.raises(Refused, match="key-taken"):
        said("Thiếu sân chơi.", key=key)


def test_empty_words_are_refused(said):
    with pytest.raises(Refused, match="nothing-said"):
        said(" \n\t ")


def test_an_opinion_that_arrives_a_week_late_is_accepted(said):
    assert said(at=EVENING + timedelta(days=7)).heard_at == EVENING


def test_composed_and_decomposed_letters_are_the_same_words(said):
    key = uuid4()

    assert said("Đường hỏng", key=key) == said("Đường hỏng", key=key)


def test_whoever_has_no_mandate_there_writes_nothing(said, huong):
    with pytest.raises(Refused, match="not-yours"):
        said(by=huong)

    assert not Opinion.objects.exists()


def test_on_suspicion_it_is_held_and_waits_for_a_person(said, dialogue):
    said("Cán bộ đòi tiền.", suspicion=(Procedure.DENUNCIATION, ["đòi tiền"]))

    assert not queries.waiting(dialogue).exists()
    assert [queries.room_of(row) for row in queries.held(dialogue)] == [Room.HELD]


def test_numbers_run_through_the_evening_and_are_not_given_twice(said, lan, thao):
    from langnghe.opinions import actions

    numbers = [said(f"Ý kiến {number}").number for number in range(3)]
    last = said("Hàng xóm lấn đất nhà tôi.")
    actions.set_aside(opinion=last, kind=Procedure.PRIVATE_DISPUTE, by=thao, at=EVENING)

    assert numbers == [1, 2, 3]
    assert said("Ý kiến cuối").number == 5
