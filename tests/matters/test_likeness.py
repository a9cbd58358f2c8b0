from datetime import timedelta

import pytest

from langnghe.language.likeness import Band
from langnghe.matters import actions, likeness
from langnghe.opinions import actions as opinions
from tests.conftest import EVENING

LATER = EVENING + timedelta(hours=1)
LAMPS = "Đèn đường đầu thôn tắt đã hai tháng, đi lại ban đêm nguy hiểm."
BARE = "Den duong dau thon tat da hai thang, di lai ban dem nguy hiem"
OTHER_LAMPS = "Đèn đường đầu thôn 7 tắt đã lâu, bà con đi lại ban đêm rất nguy hiểm."
SCHOOL = "Trường mầm non thiếu chỗ, cháu ba tuổi chưa được nhận."


@pytest.fixture(autouse=True)
def nothing_known():
    likeness.forget()


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
    return matter_of(LAMPS)


@pytest.fixture
def bare(matter_of):
    return matter_of(BARE)


def found(matter):
    return {each.matter.code: each.band for each in likeness.alike(matter)}


def test_the_same_words_without_marks_are_sure_and_others_are_not(lamps, bare, matter_of):
    other = matter_of(OTHER_LAMPS)
    matter_of(SCHOOL)

    assert found(lamps) == {bare.code: Band.SURE, other.code: Band.UNSURE}
    assert next(iter(likeness.alike(lamps))).shared


def test_what_waits_is_in_no_index(lamps, said):
    said(BARE)

    assert found(lamps) == {}
    assert len(likeness.index(lamps.commune)) == 1


def test_what_comes_later_is_taken_in_when_it_is_asked_for(lamps, matter_of):
    assert found(lamps) == {}

    bare = matter_of(BARE)

    assert found(lamps) == {bare.code: Band.SURE}


def test_a_correction_takes_the_place_of_the_first_words(lamps, said, thao, lan):
    opinion = said(SCHOOL)
    opinions.open_one(opinion=opinion, by=thao, at=EVENING)
    (other,) = actions.gather(opinions=[opinion], by=thao, at=EVENING)
    assert found(lamps) == {}

    opinions.correct(opinion=opinion, words=BARE, by=lan, at=LATER)

    assert found(lamps) == {other.code: Band.SURE}
    assert len(likeness.index(lamps.commune)) == 2


def test_what_a_person_kept_apart_is_not_suggested_again(lamps, bare, thao):
    actions.keep_apart(matter=lamps, other=bare, by=thao, at=LATER)

    assert found(lamps) == found(bare) == {}
    assert likeness.pairs(lamps.commune) == []


def test_voices_that_were_joined_are_one_matter(lamps, bare, matter_of, thao):
    other = matter_of(OTHER_LAMPS)
    actions.join(matter=bare, into=lamps, by=thao, at=LATER)

    assert found(lamps) == {other.code: Band.UNSURE}
    assert found(other) == {lamps.code: Band.UNSURE}


def test_pairs_are_told_once_the_surest_first(lamps, bare, matter_of):
    other = matter_of(OTHER_LAMPS)
    matter_of(SCHOOL)

    pairs = likeness.pairs(lamps.commune)

    assert (pairs[0].one, pairs[0].other, pairs[0].is_sure) == (lamps, bare, True)
    assert {(pair.one.code, pair.other.code) for pair in pairs[1:]} <= {
        (lamps.code, other.code),
        (bare.code, other.code),
    }
    assert len(pairs) == len({(pair.one, pair.other) for pair in pairs})


def test_pairs_of_another_dialogue_are_not_asked_about(lamps, bare, dialogue, binh_dien, lan):
    from langnghe.dialogues import actions as dialogues

    other = dialogues.plan(commune=binh_dien, hamlets=[], held_on=LATER.date() + timedelta(days=1), by=lan, at=EVENING)

    assert len(likeness.pairs(binh_dien, dialogue)) == 1
    assert likeness.pairs(binh_dien, other) == []


def test_words_that_are_in_no_matter_yet_find_the_matters_they_may_be_about(lamps):
    first, second = likeness.alike_words([BARE, SCHOOL], lamps.commune)

    assert [(each.matter, each.is_sure) for each in first] == [(lamps, True)]
    assert second == []


def test_only_so_many_communes_are_kept(lamps, huong_an, monkeypatch):
    monkeypatch.setattr(likeness, "COMMUNES", 1)
    first = likeness.index(lamps.commune)

    likeness.index(huong_an)

    assert likeness.index(lamps.commune) is not first


def test_a_question_asks_the_store_as_often_with_one_voice_as_with_many(
    lamps, matter_of, thao, django_assert_max_num_queries
):
    for number in range(8):
        joined = matter_of(f"{LAMPS} Tổ {number}")
        actions.join(matter=joined, into=lamps, by=thao, at=LATER)

    with django_assert_max_num_queries(7):
        likeness.alike(lamps)


@pytest.mark.django_db(transaction=True)
def test_many_who_ask_at_once_all_get_an_answer(lamps, bare):
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection

    def ask():
        try:
            return [each.code for each in (pair.other for pair in likeness.pairs(lamps.commune))]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        answers = [each.result() for each in [threads.submit(ask) for _time in range(12)]]

    assert answers == [[bare.code]] * 12


def test_a_commune_keeps_its_newest_opinions(lamps, bare, matter_of, monkeypatch):
    monkeypatch.setattr(likeness, "TEXTS", 2)
    newest = matter_of(OTHER_LAMPS)

    assert len(likeness.index(lamps.commune)) == 2
    assert set(found(lamps)) == {bare.code, newest.code}
    assert found(newest) == {bare.code: Band.UNSURE}
    later = matter_of(f"{LAMPS} Tổ 3.")
    assert len(likeness.index(lamps.commune)) == 2
    assert set(found(later)) == {newest.code}
