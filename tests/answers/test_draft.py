import pytest

from langnghe.answers import actions, queries
from langnghe.answers.rules import Outcome
from langnghe.commitments import actions as commitments
from langnghe.commitments import queries as promised
from langnghe.insights.coverage import of_dialogue
from langnghe.matters import actions as matters
from langnghe.refusals import Refused
from tests.answers.drafts import good
from tests.conftest import DAY, EVENING


def draft(matter, by, outcome=Outcome.DONE, *, is_checked=False, **facts):
    contents = good(outcome, **facts)
    return actions.draft(matter=matter, contents=contents, is_checked=is_checked, by=by, at=EVENING)


def test_the_unit_that_leads_drafts_and_the_chair_releases(matter, tuan, minh):
    proposed = draft(matter, tuan)
    assert list(queries.to_release(minh, on=DAY)) == [proposed]

    answer = actions.give(draft=proposed, by=minh, at=EVENING)

    assert queries.newest([matter.pk]) == {matter.pk: answer}
    assert list(queries.to_release(minh, on=DAY)) == []
    assert list(queries.owed(tuan, on=DAY)) == []


def test_another_unit_does_not_draft(matter, appointed, binh_dien):
    school = appointed("van-hoa", "unit", binh_dien, "Phòng Văn hóa - Xã hội")

    with pytest.raises(Refused, match="not-yours"):
        draft(matter, school)


def test_who_drafts_does_not_release(matter, tuan, thao):
    proposed = draft(matter, tuan)

    for person in (tuan, thao):
        with pytest.raises(Refused, match="not-yours"):
            actions.give(draft=proposed, by=person, at=EVENING)


def test_the_chair_gives_a_draft_back_with_what_it_lacks(matter, tuan, minh):
    proposed = draft(matter, tuan)
    actions.give_back(draft=proposed, words="Ghi rõ số bóng đèn.", by=minh, at=EVENING)

    (owed,) = queries.owed(tuan, on=DAY)
    assert owed.draft_returned
    with pytest.raises(Refused, match="draft-is-past"):
        actions.give(draft=proposed, by=minh, at=EVENING)
    again = draft(matter, tuan)
    assert queries.pending(matter) == again


def test_a_newer_draft_takes_the_place_of_an_older_one(matter, tuan, minh):
    old, new = draft(matter, tuan), draft(matter, tuan, words="Tổ điện đã thay 5 bóng đèn.")

    assert list(queries.to_release(minh, on=DAY)) == [new]
    with pytest.raises(Refused, match="draft-is-past"):
        actions.give(draft=old, by=minh, at=EVENING)


def test_what_will_be_done_is_given_with_its_promise_or_not_at_all(matter, tuan, minh):
    proposed = draft(matter, tuan, Outcome.WILL_DO)
    with pytest.raises(Refused, match="promise-it"):
        actions.give(draft=proposed, by=minh, at=EVENING)

    commitments.release(draft=proposed, by=minh, at=EVENING)

    (commitment,) = promised.of_matter(matter)
    assert (commitment.owner, commitment.money) == ("Phòng Kinh tế", 80_000_000)
    assert queries.newest([matter.pk])[matter.pk].draft == proposed


def test_other_answers_promise_nothing(matter, tuan, minh):
    commitments.release(draft=draft(matter, tuan), by=minh, at=EVENING)

    assert not promised.of_matter(matter).exists()


@pytest.mark.parametrize("words", ["Xã đã tiếp nhận và xử lý thông tin.", "Se quan tam, xem xet trong thoi gian toi."])
def test_an_answer_that_says_nothing_is_refused(matter, tuan, words):
    with pytest.raises(Refused, match="answer-says-nothing"):
        draft(matter, tuan, words=words)
    assert not queries.drafts(matter).exists()


def test_personal_data_needs_a_person_who_checked(matter, tuan):
    words = "Đã thay bóng đèn trước nhà ông Nguyễn Văn Mẫu, điện thoại 0912 345 678."

    with pytest.raises(Refused, match="personal-data"):
        draft(matter, tuan, words=words)
    assert draft(matter, tuan, words=words, is_checked=True).words == words


def test_a_dialogue_knows_how_many_of_its_opinions_are_answered(matter, dialogue, tuan, minh, said):
    said("Còn chờ xác nhận")
    assert [(row.heard, row.answered) for row in of_dialogue(dialogue)] == [(1, 0)]

    commitments.release(draft=draft(matter, tuan), by=minh, at=EVENING)

    assert [(row.heard, row.answered) for row in of_dialogue(dialogue)] == [(1, 1)]


def test_the_chair_is_not_asked_about_a_matter_that_was_joined_with_another(matter, other, tuan, thao, minh):
    proposed = draft(matter, tuan)

    moving = matters.join(matter=matter, into=other, by=thao, at=EVENING)
    assert list(queries.to_release(minh, on=DAY)) == []

    matters.restore(moving=moving, by=thao, at=EVENING)
    assert list(queries.to_release(minh, on=DAY)) == [proposed]
