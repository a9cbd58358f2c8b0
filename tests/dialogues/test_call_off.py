import pytest

from langnghe.dialogues import actions, queries
from langnghe.ledger.queries import verify
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING


def call_off(dialogue, by, reason="Bão số 9, hoãn lại"):
    return actions.call_off(dialogue=dialogue, reason=reason, by=by, at=EVENING)


def test_a_dialogue_is_called_off_with_its_reason(dialogue, thao):
    call_off(dialogue, thao)

    assert queries.calling_off(dialogue).reason == "Bão số 9, hoãn lại"
    assert queries.dialogue(dialogue.code).is_called_off


def test_it_is_called_off_once_and_never_without_a_reason(dialogue, thao):
    with pytest.raises(Refused, match="no-reason"):
        call_off(dialogue, thao, reason="  ")
    call_off(dialogue, thao)
    with pytest.raises(Refused, match="dialogue-called-off"):
        call_off(dialogue, thao)


def test_what_was_held_cannot_be_called_off(dialogue, thao, lan):
    actions.hold(dialogue=dialogue, present=40, by=lan, at=EVENING)

    with pytest.raises(Refused, match="dialogue-held-already"):
        call_off(dialogue, thao)


def test_people_who_came_all_the_same_are_counted(dialogue, thao, lan):
    """Capture never says no: the evening that was called off took place after all."""
    call_off(dialogue, thao)
    actions.hold(dialogue=dialogue, present=7, by=lan, at=EVENING)

    again = queries.dialogue(dialogue.code)
    assert (again.is_held, again.is_called_off) == (True, False)


def test_the_same_evening_may_be_planned_again(dialogue, thao, binh_dien, thon_5):
    call_off(dialogue, thao)

    assert queries.same_plan(binh_dien, [thon_5], DAY, None, "conference") is None
    assert queries.covering(binh_dien, thon_5, on=DAY) is None
    again = actions.plan(commune=binh_dien, hamlets=[thon_5], held_on=DAY, by=thao, at=EVENING)
    assert queries.covering(binh_dien, thon_5, on=DAY) == again


def test_the_record_holds_it_and_strangers_do_not_do_it(dialogue, thao, huong):
    with pytest.raises(Refused, match="not-yours"):
        call_off(dialogue, huong)
    call_off(dialogue, thao)

    assert verify(queries.claims(), kinds={"dialogue called off"}).problems == []
