"""The sentences of a commune's page, and the lists they lead to."""

from datetime import timedelta

import pytest
from django.urls import reverse

from langnghe.answers.rules import Outcome
from tests.conftest import DAY, EVENING
from tests.web.board.reading import page, quoted, words

pytestmark = pytest.mark.django_db

COMMUNE = "/20035/"


@pytest.fixture
def told(published, about, answered, monkeypatch):
    """Publish five texts: two answered, one promised and late, one waiting, one late to be answered."""
    answered(about(published("1", "Đường hỏng"), published("2", "Đường lầy")), Outcome.DONE)
    answered(about(published("3", "Kênh cạn")), Outcome.WILL_DO)
    published("4", "Rác để lâu")
    about(published("5", "Đèn tắt"), due_on=DAY + timedelta(days=3))
    monkeypatch.setenv("LANGNGHE_NOW", (EVENING + timedelta(days=70)).isoformat())


def test_the_sentence_says_how_much_was_heard_answered_waits_and_is_late(client, told):
    shown = words(page(client, COMMUNE)[1])

    assert "Đã nghe 5 ý kiến của bà con 1 thôn, tổ dân phố ở 1 hội nghị." in shown
    assert "Đã trả lời 3 ý kiến." in shown
    assert "Đang xem xét 2 ý kiến." in shown
    assert "Quá hạn 2 ý kiến." in shown


@pytest.mark.parametrize(
    ("state", "texts"),
    [
        ("all", {"Đường hỏng", "Đường lầy", "Kênh cạn", "Rác để lâu", "Đèn tắt"}),
        ("answered", {"Đường hỏng", "Đường lầy", "Kênh cạn"}),
        ("waiting", {"Rác để lâu", "Đèn tắt"}),
        ("late", {"Kênh cạn", "Đèn tắt"}),
    ],
)
def test_each_number_leads_to_its_list(client, told, state, texts):
    html = page(client, COMMUNE)[1]

    assert f'href="{COMMUNE}?state={state}"' in html
    assert set(quoted(page(client, f"{COMMUNE}?state={state}")[1])) == texts


def test_an_empty_list_says_so_and_an_unknown_one_is_the_page(client, published):
    published("1", "Đường hỏng")

    assert "Không có ý kiến nào trong danh sách này" in page(client, f"{COMMUNE}?state=late")[1]
    assert page(client, f"{COMMUNE}?state=khong-co")[0].status_code == 200


def test_the_page_leads_to_its_dialogues_and_hamlets(client, told, dialogue, thon_5):
    html = page(client, COMMUNE)[1]

    assert reverse("board-dialogue", args=[dialogue.code]) in html
    assert reverse("board-hamlet", args=[thon_5.code]) in html
    assert "Thôn 05 5 ý kiến, đã trả lời 3" in words(html)


def test_what_was_answered_last_comes_first_and_one_answer_stands_once(client, told):
    html = page(client, COMMUNE)[1]

    assert set(quoted(html)) == {"Đường hỏng", "Đường lầy", "Kênh cạn"}
    assert words(html).count("Tổ điện đã thay 4 bóng đèn") == 1


def test_before_anything_is_answered_the_page_shows_what_was_said(client, published):
    published("1", "Đường hỏng")

    assert quoted(page(client, COMMUNE)[1]) == ["Đường hỏng"]
    assert "Bà con vừa nói" in page(client, COMMUNE)[1]
