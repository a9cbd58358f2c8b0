from datetime import timedelta

import pytest

from langnghe.dialogues import actions as dialogues
from langnghe.dialogues.models import Dialogue
from langnghe.feedback import actions, queries
from langnghe.opinions import actions as opinions
from langnghe.papers import actions as papers
from langnghe.places import actions as places
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING
from tests.papers.signing import issuing_by


@pytest.fixture
def heard(said, thao):
    """Return one opinion of Thôn 05 that is in the register."""
    opinion = said("Đường thôn hư hỏng")
    opinions.open_one(opinion=opinion, by=thao, at=EVENING)
    return opinion


def publish(dialogue, hamlet, chair, by, **facts):
    facts = {"postings": (("Nhà sinh hoạt cộng đồng", DAY),), **facts}
    issuing = issuing_by(chair, **facts)
    return actions.publish_result(dialogue=dialogue, hamlet=hamlet, issuing=issuing, by=by, at=EVENING)


def test_a_posted_result_stops_being_owed(dialogue, thon_5, heard, thao, minh):
    opinions.publish(opinion=heard, words="Đường thôn hư hỏng.", by=thao, at=EVENING)
    assert queries.owed(thao, on=DAY) == [(dialogue, thon_5)]

    publish(dialogue, thon_5, minh, thao)

    assert queries.owed(thao, on=DAY) == []
    assert queries.told([dialogue]) == {dialogue.pk: {thon_5.pk: DAY}}


def test_a_result_that_hangs_nowhere_is_still_owed(dialogue, thon_5, heard, thao, minh):
    opinions.publish(opinion=heard, words="Đường thôn hư hỏng.", by=thao, at=EVENING)
    paper = publish(dialogue, thon_5, minh, thao, postings=())
    assert queries.owed(thao, on=DAY) == [(dialogue, thon_5)]

    papers.post(paper=paper, where="Trụ sở", on=DAY, by=thao, at=EVENING)

    assert queries.owed(thao, on=DAY) == []


def test_nobody_is_told_while_something_waits(dialogue, thon_5, heard, said, thao, minh):
    said("Vừa nghe xong")

    with pytest.raises(Refused, match="still-waiting"):
        publish(dialogue, thon_5, minh, thao)


def test_every_voice_has_its_text_for_everybody_first(dialogue, thon_5, heard, thao, minh):
    with pytest.raises(Refused, match="texts-missing"):
        publish(dialogue, thon_5, minh, thao)


def test_a_hamlet_that_said_nothing_has_no_result(dialogue, heard, binh_dien, thao, minh):
    other = places.add_hamlet(commune=binh_dien, name="Thôn 06", by="installation", at=EVENING)

    with pytest.raises(Refused, match="nothing-to-tell"):
        publish(dialogue, other, minh, thao)


def test_a_result_for_all_who_came_is_owed_to_nobody_any_more(dialogue, heard, thao, minh):
    opinions.publish(opinion=heard, words="Đường thôn hư hỏng.", by=thao, at=EVENING)

    publish(dialogue, None, minh, thao)

    assert queries.owed(thao, on=DAY) == []


def test_a_conference_noted_after_its_result_was_due_is_nobodys_debt_here(heard, dialogue, thao):
    assert queries.owed(thao, on=DAY)

    Dialogue.objects.filter(pk=dialogue.pk).update(noted_on=DAY + timedelta(days=11))

    assert queries.owed(thao, on=DAY) == []


def test_a_hamlet_that_came_and_said_nothing_is_owed_nothing(heard, dialogue, binh_dien, thon_5, lan, thao):
    other = places.add_hamlet(commune=binh_dien, name="Thôn 06", by="installation", at=EVENING)
    dialogues.include(dialogue=dialogue, hamlets=[other], by=lan, at=EVENING)

    assert queries.owed(thao, on=DAY) == [(dialogue, thon_5)]


def test_people_who_came_although_it_was_called_off_are_owed_the_result(dialogue, said, thon_5, lan, thao):
    dialogues.call_off(dialogue=dialogue, reason="Bão số 9", by=thao, at=EVENING)
    dialogues.hold(dialogue=dialogue, present=7, by=lan, at=EVENING)
    opinions.open_one(opinion=said("Đường thôn hư hỏng"), by=thao, at=EVENING)

    assert queries.owed(thao, on=DAY) == [(dialogue, thon_5)]
