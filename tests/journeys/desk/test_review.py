import pytest

from langnghe.exchange.models import Piece
from langnghe.opinions.models import Correction, Dismissal, Opinion
from tests.journeys.desk.conftest import COURSE, HELD, ROAD

pytestmark = pytest.mark.django_db
UNREAD = """BIÊN BẢN
I. Ý kiến của Nhân dân
1. Đường thôn hư hỏng, đi lại khó khăn.
II. Kết luận
Chủ trì ghi nhận các ý kiến; giao Văn phòng tổng hợp, theo dõi, đôn đốc.
"""


def one(words):
    return Opinion.objects.get(words=words)


def test_each_opinion_shows_what_is_suggested_and_why(at_desk, lan, evening):
    page = at_desk(lan).get(f"/desk/dialogues/{evening.code}/review/").content.decode()

    assert "Gợi ý lĩnh vực" in page
    assert "Hạ tầng" in page
    assert "Gợi ý hạn" in page
    assert HELD not in page


def test_words_are_corrected_once_and_the_first_are_kept(at_desk, lan, evening):
    desk, opinion = at_desk(lan), one(ROAD)
    for _time in range(2):
        sent = desk.post(f"/desk/opinions/{opinion.reference}/words/", {"words": "Đường liên thôn sụt lở từ năm kia."})

    assert sent.url.endswith(f"/review/#opinion-{opinion.reference}")
    assert Correction.objects.count() == 1
    page = desk.get(f"/desk/opinions/{opinion.reference}/words/").content.decode()
    assert "năm kia" in page
    assert ROAD in page


def test_what_was_misread_is_dismissed_once_and_stays_to_be_seen(at_desk, lan, evening):
    desk, opinion = at_desk(lan), one(COURSE)
    for _time in range(2):
        page = desk.post(f"/desk/opinions/{opinion.reference}/dismissal/", follow=True)

    assert Dismissal.objects.count() == 1
    assert "1 chỗ đọc nhầm đã bỏ" in page.content.decode()


def test_words_said_twice_are_shown_as_the_same(at_desk, lan, evening, said):
    said(ROAD)

    page = at_desk(lan).get(f"/desk/dialogues/{evening.code}/review/").content.decode()

    assert page.count("Giống hệt:") == 2


def test_a_piece_nobody_understood_is_taken_up_as_an_opinion_once(at_desk, lan, dialogue, thon_5):
    desk = at_desk(lan)
    desk.post(f"/desk/dialogues/{dialogue.code}/hear/", {"way": "pasted", "text": UNREAD})
    piece = Piece.objects.filter(role="unread").first()
    if piece is None:
        pytest.skip("the reader understood all of it")
    words = piece.words
    address = f"/desk/dialogues/{dialogue.code}/papers/{piece.paper.key}/{piece.number}/"

    for _time in range(2):
        assert desk.post(address, {"hamlet": thon_5.code}).status_code == 303

    assert one(words).hamlet == thon_5
    assert Opinion.objects.filter(words=words).count() == 1


def test_a_long_review_takes_as_many_questions_as_a_short_one(
    at_desk, lan, evening, said, django_assert_max_num_queries
):
    for number in range(30):
        said(f"Kênh mương thứ {number} bị bồi lấp, nước không về ruộng.")
    desk = at_desk(lan)

    with django_assert_max_num_queries(24):
        desk.get(f"/desk/dialogues/{evening.code}/review/")
