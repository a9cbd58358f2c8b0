"""The page a hamlet head opens and prints."""

from datetime import timedelta

import pytest
from django.urls import reverse

from langnghe.answers.rules import Outcome
from langnghe.dialogues import actions as dialogues
from langnghe.places import actions as places
from tests.conftest import DAY, EVENING
from tests.web.board.reading import page, quoted, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(binh_dien, thon_5, lan):
    """Return a second dialogue with Thôn 05, a month after."""
    return dialogues.plan(commune=binh_dien, hamlets=[thon_5], held_on=DAY + timedelta(days=30), by=lan, at=EVENING)


def way(hamlet):
    return reverse("board-hamlet", args=[hamlet.code])


def test_a_hamlet_reads_all_it_said_in_all_its_dialogues_the_newest_first(client, published, thon_5, later):
    published("Trước", "Đường hỏng")
    published("Sau", "Kênh cạn", dialogue=later)

    assert quoted(page(client, way(thon_5))[1]) == ["Kênh cạn", "Đường hỏng"]


def test_it_reads_nothing_of_another_hamlet(client, published, binh_dien, thon_5):
    other = places.add_hamlet(commune=binh_dien, name="Thôn 06", by="installation", at=EVENING)
    published("Của mình", "Đường hỏng")
    published("Của họ", "Rác để lâu", hamlet=other)

    assert quoted(page(client, way(thon_5))[1]) == ["Đường hỏng"]
    assert quoted(page(client, way(other))[1]) == ["Rác để lâu"]


def test_what_nobody_noted_a_hamlet_for_belongs_to_every_hamlet_that_came(client, published, binh_dien, thon_5):
    absent = places.add_hamlet(commune=binh_dien, name="Thôn 06", by="installation", at=EVENING)
    published("Nói chung", "Đèn đường tắt", hamlet=None)

    html = page(client, way(thon_5))[1]

    assert quoted(html) == ["Đèn đường tắt"]
    assert "Nói chung cho các thôn, tổ dân phố cùng dự" in words(html)
    assert quoted(page(client, way(absent))[1]) == []


def test_it_counts_what_was_said_and_answered(client, published, about, answered, thon_5):
    answered(about(published("Một", "Đường hỏng"), published("Hai", "Đường hỏng")), Outcome.DONE)
    published("Ba", "Rác để lâu")

    assert "Bà con nói 3 ý kiến, đã trả lời 2." in words(page(client, way(thon_5))[1])


def test_a_hamlet_that_said_nothing_yet_has_a_page_that_says_so(client, thon_5):
    response, html = page(client, way(thon_5))

    assert response.status_code == 200
    assert "Chưa có ý kiến nào được đăng" in html


def test_a_renamed_hamlet_keeps_its_address_and_says_what_it_was_called(client, published, thon_5):
    published("Nói", "Đường hỏng")
    places.rename(place=thon_5, name="Thôn Đông", on=DAY + timedelta(days=9), basis="NQ", by="a", at=EVENING)

    shown = words(page(client, way(thon_5))[1])

    assert "Bà con Thôn Đông nói" in shown
    assert "Khi ấy gọi là Thôn 05" in shown


def test_the_poster_ends_with_the_address_in_plain_words(client, published, thon_5):
    published("Nói", "Đường hỏng")

    assert f"testserver{way(thon_5)}" in words(page(client, way(thon_5))[1])


@pytest.mark.parametrize("address", ["/thon/khong-co/", "/thon/20035/", "/thon/46/"])
def test_only_a_hamlet_has_such_a_page(client, binh_dien, address):
    assert page(client, address)[0].status_code == 404


def test_a_hamlet_s_name_may_hold_any_letter(client, binh_dien):
    odd = places.add_hamlet(commune=binh_dien, name="Tổ dân phố 4.1 (mới) & 5", by="a", at=EVENING)

    assert page(client, way(odd))[0].status_code == 200
