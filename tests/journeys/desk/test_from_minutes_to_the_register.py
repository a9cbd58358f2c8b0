from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from langnghe.dialogues.models import Attendance, Dialogue
from langnghe.exchange.models import Paper, Piece
from langnghe.opinions.models import Opening, Opinion
from tests.journeys.desk.conftest import COURSE, HELD, ROAD, RUBBISH

pytestmark = pytest.mark.django_db
MINUTES = f"""BIÊN BẢN
Hội nghị đối thoại tại Thôn 05, xã Bình Điền, ngày 05/10/2025

Ý kiến của người dân:
1. Ông Nguyễn Văn Mẫu: {ROAD}
Trả lời: Tuần sau xã xuống khảo sát.
2. {RUBBISH}
"""


def minutes():
    paper, stream = Document(), BytesIO()
    for line in MINUTES.splitlines():
        paper.add_paragraph(line)
    paper.save(stream)
    return SimpleUploadedFile("Biên bản ông Mẫu.docx", stream.getvalue())


def test_minutes_become_waiting_opinions_beside_their_source_and_then_stand_in_the_register(at_desk, lan, dialogue):
    desk = at_desk(lan)

    heard = desk.post(f"/desk/dialogues/{dialogue.code}/hear/", {"way": "paper", "paper": minutes()}, follow=True)
    review = heard.content.decode()
    assert heard.redirect_chain == [(f"/desk/dialogues/{dialogue.code}/review/", 303)]
    assert ROAD.rstrip(".") in review
    assert "Tuần sau xã xuống khảo sát" in review
    assert "tên người nói: không lưu" in review
    assert "Nguyễn Văn Mẫu" not in review

    confirmed = desk.post(f"/desk/dialogues/{dialogue.code}/confirm/", follow=True).content.decode()
    assert "nay đã vào sổ" in confirmed
    assert ROAD.rstrip(".") in desk.get("/desk/", {"dialogue": dialogue.code}).content.decode()
    assert Piece.objects.count() == 0


def test_the_same_minutes_again_change_nothing_and_say_so(at_desk, lan, dialogue):
    desk = at_desk(lan)
    for _time in range(2):
        page = desk.post(f"/desk/dialogues/{dialogue.code}/hear/", {"way": "pasted", "text": MINUTES}, follow=True)

    assert "Không có gì thay đổi" in page.content.decode()
    assert Paper.objects.count() == 1
    assert Opinion.objects.count() == 2


def test_a_paper_without_any_opinion_is_still_shown_as_it_was_read(at_desk, lan, dialogue):
    words = "Giấy mời họp thôn, đề nghị bà con đến đông đủ và đúng giờ."
    page = at_desk(lan).post(
        f"/desk/dialogues/{dialogue.code}/hear/", {"way": "pasted", "text": f"THÔNG BÁO\n{words}"}, follow=True
    )

    assert page.status_code == 200
    assert "đến đông đủ" in page.content.decode()


def test_minutes_of_another_day_are_heard_and_doubted(at_desk, lan, dialogue):
    other_day = MINUTES.replace("05/10/2025", "03/10/2025")
    page = at_desk(lan).post(
        f"/desk/dialogues/{dialogue.code}/hear/", {"way": "pasted", "text": other_day}, follow=True
    )

    assert "Trong giấy ghi ngày 03/10/2025" in page.content.decode()
    assert Opinion.objects.filter(dialogue=dialogue).count() == 2


def test_a_form_that_the_browser_sends_twice_is_heard_once(at_desk, lan, dialogue, thon_5):
    desk, address = at_desk(lan), f"/desk/dialogues/{dialogue.code}/hear/"
    key = str(desk.get(address).context["ways"].typed["key"].value())
    form = {
        "way": "typed",
        "key": key,
        "channel": "slip",
        "hamlet": thon_5.code,
        "lines": f"{ROAD}\n\n{COURSE}\n{ROAD}",
    }
    for _time in range(2):
        desk.post(address, form)

    assert sorted(Opinion.objects.values_list("words", flat=True)) == sorted([ROAD, ROAD, COURSE])
    assert set(Opinion.objects.values_list("channel", "hamlet")) == {("slip", thon_5.pk)}


def test_the_same_slip_on_another_day_is_another_voice(at_desk, lan, dialogue):
    desk, address = at_desk(lan), f"/desk/dialogues/{dialogue.code}/hear/"
    for _time in range(2):
        key = str(desk.get(address).context["ways"].typed["key"].value())
        desk.post(address, {"way": "typed", "key": key, "channel": "slip", "lines": ROAD})

    assert Opinion.objects.count() == 2


def test_a_broken_paper_says_why_and_nothing_typed_is_lost(at_desk, lan, dialogue):
    broken = SimpleUploadedFile("x.docx", b"PK\x03\x04 not a paper at all")
    form = {"way": "paper", "paper": broken, "text": "chữ đang dán dở", "lines": ROAD}
    page = at_desk(lan).post(f"/desk/dialogues/{dialogue.code}/hear/", form)

    assert page.status_code == 422
    text = page.content.decode()
    assert "Tệp bị hỏng" in text
    assert "chữ đang dán dở" in text
    assert ROAD in text
    assert Opinion.objects.count() == 0


@pytest.mark.parametrize(("way", "field"), [("paper", "paper"), ("pasted", "text"), ("typed", "lines")])
def test_nothing_is_asked_for_in_the_way_that_was_chosen_only(at_desk, lan, dialogue, way, field):
    page = at_desk(lan).post(f"/desk/dialogues/{dialogue.code}/hear/", {"way": way})

    assert page.status_code == 422
    assert field in page.context["form"].errors


def test_without_a_planned_dialogue_one_begins_with_its_paper(at_desk, lan, binh_dien):
    desk = at_desk(lan)
    form = {
        "commune": binh_dien.code,
        "held_on": "2025-10-04",
        "kind": "reception",
        "way": "pasted",
        "text": MINUTES.replace("05/10", "04/10"),
    }
    first = desk.post("/desk/hear/", form)
    again = desk.post("/desk/hear/", form)

    dialogue = Dialogue.objects.get()
    assert first.url == again.url == f"/desk/dialogues/{dialogue.code}/review/"
    assert dialogue.kind == "reception"
    assert Opinion.objects.count() == 2


def test_typed_opinions_find_the_dialogue_of_their_day(at_desk, lan, dialogue, thon_5, binh_dien):
    desk = at_desk(lan)
    key = str(desk.get("/desk/hear/").context["ways"].typed["key"].value())
    form = {"way": "typed", "key": key, "channel": "hamlet-head", "hamlet": thon_5.code, "lines": ROAD}
    desk.post("/desk/hear/", {**form, "commune": binh_dien.code, "held_on": "2025-10-05", "kind": "conference"})

    assert Opinion.objects.get().dialogue == dialogue


def test_confirming_again_opens_nothing_twice(at_desk, minh, evening):
    desk = at_desk(minh)
    for _time in range(2):
        assert desk.post(f"/desk/dialogues/{evening.code}/confirm/").status_code == 303

    assert Opening.objects.count() == 3


def test_how_many_came_is_noted_once_and_impossible_numbers_are_not(at_desk, lan, dialogue):
    desk, address = at_desk(lan), f"/desk/dialogues/{dialogue.code}/attendance/"
    for _time in range(2):
        assert desk.post(address, {"present": 40, "women": 18, "invited": 60}).status_code == 303

    wrong = desk.post(address, {"present": 4, "women": 18})
    assert wrong.status_code == 422
    assert "Số người dự không hợp lý" in wrong.content.decode()
    assert Attendance.objects.count() == 1
    assert "40 người có mặt" in desk.get(f"/desk/dialogues/{dialogue.code}/").content.decode()


@pytest.mark.parametrize("paper", ["minutes.docx", "table.docx", "table.xlsx"])
def test_the_papers_say_draft_and_hold_nothing_that_is_held(at_desk, thao, evening, paper):
    response = at_desk(thao).get(f"/desk/dialogues/{evening.code}/papers/{paper}")
    file = b"".join(response.streaming_content)

    assert response["Content-Disposition"].startswith('attachment; filename="du-thao-')
    text = words_of(file)
    assert "DỰ THẢO" in text
    assert ROAD in text
    assert HELD not in text


def words_of(file):
    from zipfile import ZipFile

    package = ZipFile(BytesIO(file))
    parts = [package.read(name).decode("utf-8", "ignore") for name in package.namelist() if name.endswith(".xml")]
    return "".join(parts)


def test_a_paper_that_no_evening_has_says_which_it_has(at_desk, thao, evening):
    page = at_desk(thao).get(f"/desk/dialogues/{evening.code}/papers/plan.docx")

    assert page.status_code == 404
    assert "notice, invitation, minutes, table, result" in page.content.decode()
