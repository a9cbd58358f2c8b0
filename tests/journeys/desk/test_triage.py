from io import BytesIO

import pytest
from docx import Document

from langnghe.matters.models import Membership
from langnghe.opinions.models import Opinion, SettingAside
from tests.journeys.desk.conftest import HELD

pytestmark = pytest.mark.django_db
EVERYWHERE = ("/desk/", "/desk/triage/", "/desk/register.csv")


@pytest.fixture
def held(evening):
    return Opinion.objects.get(words=HELD)


def text(response):
    return b"".join(response.streaming_content if response.streaming else [response.content]).decode("utf-8", "ignore")


def test_what_is_held_says_why_and_gives_two_choices(at_desk, lan, held):
    page = text(at_desk(lan).get("/desk/triage/"))

    assert HELD in page
    assert "có thể là <strong>Tố cáo</strong>" in page
    assert "Đây là ý kiến, kiến nghị" in page
    assert "Thuộc thủ tục khác" in page


def test_an_opinion_that_was_held_without_reason_enters_the_register_once(at_desk, lan, held):
    desk = at_desk(lan)
    for _time in range(2):
        assert desk.post(f"/desk/triage/{held.reference}/opening/").status_code == 303

    assert HELD in text(desk.get("/desk/"))
    assert Membership.objects.filter(opinion=held).count() == 1


def test_first_the_slip_is_printed_and_it_repeats_nothing(at_desk, lan, held):
    desk = at_desk(lan)
    page = text(desk.get(f"/desk/triage/{held.reference}/aside/", {"procedure": "denunciation"}))
    slip = b"".join(desk.get(f"/desk/triage/{held.reference}/guidance/denunciation.docx").streaming_content)

    assert "Trước hết in phiếu" in page
    assert Opinion.objects.filter(pk=held.pk).exists()
    words = "\n".join(paragraph.text for paragraph in Document(BytesIO(slip)).paragraphs)
    assert "phong bì" not in words


def test_after_the_slip_the_words_are_gone_from_every_page_and_a_counter_stays(at_desk, lan, held):
    desk, code = at_desk(lan), held.dialogue.code
    address = f"/desk/triage/{held.reference}/aside/"

    for _time in range(2):
        sent = desk.post(address, {"procedure": "denunciation", "key": str(held.key)})
        assert (sent.status_code, sent.url) == (303, "/desk/triage/")

    pages = [*EVERYWHERE, f"/desk/dialogues/{code}/", f"/desk/dialogues/{code}/review/"]
    pages += [f"/desk/dialogues/{code}/papers/{paper}" for paper in ("table.xlsx", "minutes.docx")]
    assert [page for page in pages if "phong bì" in text(desk.get(page))] == []
    assert SettingAside.objects.count() == 1
    assert "1 người được hướng dẫn sang thủ tục riêng" in text(desk.get(f"/desk/dialogues/{code}/"))


def test_a_procedure_that_does_not_exist_leads_back(at_desk, lan, held):
    assert at_desk(lan).get(f"/desk/triage/{held.reference}/aside/", {"procedure": "x"}).url == "/desk/triage/"
    assert at_desk(lan).get(f"/desk/triage/{held.reference}/guidance/x.docx").status_code == 404


def test_held_words_stand_nowhere_but_in_triage(at_desk, thao, held):
    desk, code = at_desk(thao), held.dialogue.code
    desk.post(f"/desk/dialogues/{code}/confirm/")
    pages = ["/desk/", "/desk/register.csv", f"/desk/dialogues/{code}/", f"/desk/dialogues/{code}/review/"]
    pages += [f"/desk/dialogues/{code}/decisions/", f"/desk/dialogues/{code}/texts/", "/"]

    assert [page for page in pages if "phong bì" in text(desk.get(page))] == []


def test_an_empty_triage_says_when_something_would_wait_here(at_desk, lan, dialogue):
    assert "Không có lời nào đang giữ lại." in text(at_desk(lan).get("/desk/triage/"))
