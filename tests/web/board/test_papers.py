"""Papers that hang on the wall, for everybody to take home."""

import pytest
from django.urls import reverse

from langnghe.dialogues import actions as dialogues
from langnghe.feedback import actions as feedback
from langnghe.papers import actions as papers
from langnghe.papers.actions import issue
from langnghe.papers.rules import Kind, digest
from tests.conftest import DAY, EVENING
from tests.papers.signing import CONTENT, issuing_by
from tests.web.board.reading import page, words

pytestmark = pytest.mark.django_db

WALL = (("Nhà sinh hoạt cộng đồng", DAY),)


@pytest.fixture
def notice(dialogue, thao, minh):
    """Return the notice of the dialogue, on the wall."""
    issuing = issuing_by(minh, title="Hội nghị đối thoại", postings=WALL)
    return dialogues.give_notice(dialogues=[dialogue], issuing=issuing, by=thao, at=EVENING)


def way(paper):
    return reverse("board-paper", args=[paper.key])


def test_a_posted_paper_is_given_out_byte_for_byte_under_its_number(client, notice):
    response = client.get(way(notice))

    assert response.content == CONTENT
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="50-TB-UBND-2025.pdf"'
    assert response["ETag"] == f'"{digest(CONTENT)}"'


def test_a_machine_that_has_it_already_gets_nothing_twice(client, notice, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get(way(notice), headers={"If-None-Match": f'"{digest(CONTENT)}"'})

    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == f'"{digest(CONTENT)}"'


def test_a_withdrawn_paper_is_gone(client, notice, thao):
    papers.withdraw(paper=notice, reason="Đổi ngày", by=thao, at=EVENING)

    assert client.get(way(notice)).status_code == 404


def test_a_paper_that_hangs_nowhere_yet_is_not_given_out(client, dialogue, thao, minh):
    paper = dialogues.give_notice(dialogues=[dialogue], issuing=issuing_by(minh), by=thao, at=EVENING)

    assert client.get(way(paper)).status_code == 404


@pytest.mark.parametrize("kind", [Kind.MINUTES, Kind.TABLE, Kind.REFERRAL, Kind.REGISTER])
def test_papers_of_the_house_are_not_given_out_wherever_they_hang(client, dialogue, binh_dien, thao, minh, kind):
    issuing = issuing_by(minh, postings=WALL)
    paper = issue(kind=kind, commune=binh_dien, abouts=[dialogue.key], issuing=issuing, by=thao, at=EVENING)

    assert client.get(way(paper)).status_code == 404
    assert way(paper) not in page(client, "/20035/")[1]


def test_the_pages_of_commune_dialogue_and_hamlet_lead_to_their_papers(
    client, notice, published, dialogue, thon_5, thao, minh
):
    published("Nói", "Đường hỏng")
    issuing = issuing_by(minh, title="Kết quả đối thoại", number=51, postings=WALL)
    result = feedback.publish_result(dialogue=dialogue, hamlet=thon_5, issuing=issuing, by=thao, at=EVENING)
    pages = ("/20035/", reverse("board-dialogue", args=[dialogue.code]), reverse("board-hamlet", args=[thon_5.code]))

    for address in pages:
        html = page(client, address)[1]
        assert way(notice) in html
        assert way(result) in html
        assert "Thôn 05, số 51/TB-UBND, niêm yết Chủ nhật 5/10/2025" in words(html)
