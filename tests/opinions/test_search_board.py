"""The lines of the board say what the records say, and how many there are is counted as they are put up."""

from collections import Counter
from uuid import UUID

import pytest
from django.db import connection

from langnghe.dialogues import actions as dialogues
from langnghe.opinions import actions, queries
from langnghe.opinions.models import BoardIndex, BoardLine, PublicText
from langnghe.opinions.searching import Sought
from tests.conftest import DAY, EVENING

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(said, thao):
    def put_up(words, **facts):
        opinion = said("Lời đã nói", **facts)
        actions.open_one(opinion=opinion, by=thao, at=EVENING)
        actions.publish(opinion=opinion, words=words, is_checked=True, by=thao, at=EVENING)
        return opinion

    return put_up


def found(query):
    wanted = Sought.from_query(query).expression(connection.vendor)
    return set(BoardIndex.objects.filter(words__says=wanted).values_list("line__opinion", flat=True))


def test_the_newest_text_stands_on_the_board_and_is_found(publish, thao):
    opinion = publish("Kênh lấp")
    actions.publish(opinion=opinion, words="Đường hỏng", is_checked=True, by=thao, at=EVENING)

    assert list(BoardLine.objects.values_list("opinion", "words")) == [(opinion.pk, "Đường hỏng")]
    assert found("duong") == {opinion.pk}
    assert found("kenh") == set()
    assert found("loi") == set()


def test_texts_and_dialogues_are_counted_as_the_records_have_them(publish, binh_dien, huong_an, thon_5, lan, thao):
    later = dialogues.plan(commune=binh_dien, hamlets=[thon_5], held_on=DAY.replace(day=9), by=lan, at=EVENING)
    first = publish("Một")
    publish("Hai", dialogue=later)
    publish("Ba")
    actions.publish(opinion=first, words="Một lần nữa", is_checked=True, by=thao, at=EVENING)

    (counted,) = queries.listened()
    shown = Counter(dialogue for dialogue, _ in set(PublicText.objects.values_list("opinion__dialogue", "opinion")))
    assert (counted["texts"], counted["dialogues"]) == (sum(shown.values()), len(shown)) == (3, 2)
    assert (counted["newest"], counted["last_on"]) == (later.pk, later.held_on)


def test_a_line_s_number_tells_nothing_about_who_spoke_when(publish):
    rows = [publish(f"Lời {number}", key=UUID(int=number)).pk for number in range(12)]
    shown = list(BoardLine.objects.order_by("shuffled").values_list("opinion", flat=True))

    assert sorted(shown) == rows
    assert shown not in (rows, rows[::-1])
