from datetime import date

import pytest

from langnghe.matters.rules import Competence
from langnghe.matters.suggesting import days_off, sameness, suggest, suspect
from tests.conftest import DAY


def test_a_suggestion_says_which_words_led_to_it_and_by_which_clock(binh_dien):
    suggested = suggest("Đường nội đồng xuống cấp, mùa gặt xe không vào được", commune=binh_dien, held_on=DAY)

    assert suggested.topic == "infrastructure"
    assert any("đường nội đồng" in words.lower() for words in suggested.topics[0].words)
    assert (suggested.competence, suggested.clock.mark) == (Competence.COMMUNE, "house_default")
    assert suggested.due_on == date(2025, 10, 24)


def test_a_national_road_is_not_for_the_commune_to_decide(binh_dien):
    assert suggest("Quốc lộ 49B hư hỏng", commune=binh_dien, held_on=DAY).competence == Competence.CENTRAL


def test_the_papers_own_topic_goes_before_the_machines(binh_dien):
    assert suggest("Đường hỏng", commune=binh_dien, held_on=DAY, topic="land").topics[0].code == "infrastructure"


@pytest.mark.nodatabase
def test_a_denunciation_is_suspected_and_a_lamp_is_not():
    assert suspect("Cán bộ địa chính đòi tiền mới làm hồ sơ cho tôi", held_on=DAY)[0] == "denunciation"
    assert suspect("Đèn đường không sáng", held_on=DAY) is None


@pytest.mark.nodatabase
def test_equal_words_share_their_sameness_and_others_do_not():
    assert sameness("Đường hỏng.") == sameness("đường  hỏng")
    assert sameness("Đường hỏng") != sameness("Đèn hỏng")


@pytest.mark.nodatabase
def test_tet_and_sundays_are_days_off_and_a_monday_is_not():
    assert [days_off()(day) for day in (date(2026, 2, 17), date(2025, 10, 5), date(2025, 10, 6))] == [True, True, False]


@pytest.mark.nodatabase
def test_a_make_up_saturday_is_worked():
    assert not days_off()(date(2026, 1, 10))
