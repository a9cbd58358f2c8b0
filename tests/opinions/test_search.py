"""What is open is found by its words; what waits is in no index."""

import pytest
from django.db import connection

from langnghe.opinions import actions
from langnghe.opinions.models import SpokenIndex
from langnghe.opinions.rules import Procedure
from langnghe.opinions.searching import Sought, words_of
from tests.conftest import EVENING

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(said, thao):
    def open_one(words):
        opinion = said(words)
        actions.open_one(opinion=opinion, by=thao, at=EVENING)
        return opinion

    return open_one


def found(query, *communes):
    sought = Sought.from_query(query, [commune.pk for commune in communes])
    rows = SpokenIndex.objects.filter(words__says=sought.expression(connection.vendor))
    return list(rows.order_by("-pk").values_list("opinion", flat=True))


@pytest.mark.parametrize("query", ["duong", "DUONG", "đường", "duo", "hong duong", "d h", "hỏng, đường!"])
def test_every_word_is_looked_for_as_the_beginning_of_a_word_without_marks(opened, query):
    road = opened("Đường liên thôn hỏng")
    opened("Đèn tắt")

    assert found(query) == [road.pk]


@pytest.mark.parametrize("query", ["uong", "duong den", "duongx", "!?", "OR", "duong*", '"', "NOT tat"])
def test_what_is_not_said_is_not_found_whatever_signs_are_typed(opened, query):
    opened("Cầu thôn hỏng")
    opened("Đèn tắt")

    assert found(query) == []


def test_the_newest_comes_first(opened):
    rows = [opened(f"Rác đầy {number}").pk for number in range(3)]

    assert found("rac") == rows[::-1]


def test_what_waits_is_held_or_was_dismissed_is_not_found(said, thao):
    said("Đường hỏng")
    said("Đường hỏng", suspicion=(Procedure.COMPLAINT, ["khiếu nại"]))
    actions.dismiss(opinion=said("Đường hỏng"), by=thao, at=EVENING)

    assert found("duong") == []
    assert SpokenIndex.objects.count() == 0


def test_setting_aside_leaves_no_word_in_the_index(said, thao):
    opinion = said("Đường hỏng", suspicion=(Procedure.COMPLAINT, ["khiếu nại"]))
    actions.set_aside(opinion=opinion, kind=Procedure.COMPLAINT, by=thao, at=EVENING)

    assert SpokenIndex.objects.count() == 0


def test_a_correction_counts_from_then_on(opened, lan):
    opinion = opened("Đừơng hỏng")
    actions.correct(opinion=opinion, words="Mương tắc", by=lan, at=EVENING)

    assert found("hong") == []
    assert found("muong") == [opinion.pk]


def test_a_correction_made_while_it_waited_counts_when_it_is_opened(said, lan, thao):
    opinion = said("Đèn tắt")
    actions.correct(opinion=opinion, words="Mương tắc", by=lan, at=EVENING)
    assert found("muong") == []
    actions.open_one(opinion=opinion, by=thao, at=EVENING)

    assert found("muong") == [opinion.pk]
    assert found("den") == []


def test_a_search_within_a_commune_stays_there_and_nobody_can_type_a_place(opened, binh_dien, huong_an):
    opinion = opened("Đường hỏng")

    assert found("duong", binh_dien) == [opinion.pk]
    assert found("duong", huong_an) == []
    assert found("duong", binh_dien, huong_an) == [opinion.pk]
    assert found(f"@{binh_dien.pk}") == []


def test_a_word_that_nobody_could_say_is_taken_in_all_the_same(opened):
    opinion = opened("a" * 3000 + " Đường 2025–2030 " + "ok ²ⅷ 漢字 " * 10)

    for query in ("a" * 40, "a" * 300, "duong 2030", "漢字"):
        assert found(query) == [opinion.pk]


@pytest.mark.nodatabase
def test_words_are_folded_and_each_counts_once():
    assert words_of("Đường  đường, ĐƯỜNG-hỏng: 2025/2030") == ["duong", "hong", "2025", "2030"]
