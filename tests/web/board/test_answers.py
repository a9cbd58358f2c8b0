"""What became of what people said, as everybody reads it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from langnghe.answers import actions as answers
from langnghe.answers.rules import Outcome
from langnghe.dialogues import actions as dialogues
from langnghe.matters.rules import Competence
from langnghe.opinions import actions as opinions
from langnghe.papers import actions as papers
from langnghe.places import actions as places
from langnghe.referrals import actions as referrals
from tests.answers.drafts import GOOD, good
from tests.conftest import DAY, EVENING
from tests.papers.signing import issuing_by
from tests.web.board.reading import page, quoted, words

pytestmark = pytest.mark.django_db

WORDS = {
    Outcome.DONE: "Đã làm",
    Outcome.WILL_DO: "Sẽ làm",
    Outcome.PARTLY: "Làm được một phần",
    Outcome.NOT_POSSIBLE: "Chưa làm được",
    Outcome.REFERRED: "Chuyển nơi có thẩm quyền",
    Outcome.GUIDED: "Hướng dẫn nơi khác",
}


@pytest.fixture(autouse=True)
def evening(monkeypatch):
    monkeypatch.setenv("LANGNGHE_NOW", EVENING.isoformat())


def of_dialogue(dialogue):
    return reverse("board-dialogue", args=[dialogue.code])


def every(dialogue):
    commune = reverse("board-commune", args=[dialogue.commune.code])
    hamlets = [reverse("board-hamlet", args=[hamlet.code]) for hamlet in dialogue.hamlets.all()]
    lists = [f"{commune}?state={state}" for state in ("all", "answered", "waiting", "late")]
    return ["/", commune, *lists, of_dialogue(dialogue), *hamlets, "/?q=duong"]


@pytest.mark.parametrize("outcome", list(Outcome))
def test_an_answer_says_its_outcome_its_words_who_when_why_and_whom_to_ask(
    client, published, about, answered, dialogue, outcome
):
    matter = about(published("Nói", "Đường thôn hỏng"), competence=Competence.CITY)
    answered(matter, outcome)
    said = GOOD[outcome]

    shown = words(page(client, of_dialogue(dialogue))[1])

    assert WORDS[outcome] in shown
    for name in ("words", "reason", "whom", "owner", "source"):
        assert said.get(name, "") in shown
    for day in ("done_on", "due_on"):
        if day in said:
            assert f"{said[day].day}/{said[day].month}/{said[day].year}" in shown
    assert "Xã Bình Điền trả lời Chủ nhật 5/10/2025" in shown


def test_money_is_told_with_its_source(client, published, about, answered, dialogue):
    answered(about(published("Nói", "Đường thôn hỏng")), Outcome.WILL_DO)

    assert "80.000.000 đồng, ngân sách xã năm 2026" in words(page(client, of_dialogue(dialogue))[1])


def test_a_promise_past_its_day_is_late_and_one_ahead_is_not(client, published, about, answered, dialogue, monkeypatch):
    answered(about(published("Nói", "Đường thôn hỏng")), Outcome.WILL_DO)
    late = reverse("board-commune", args=["20035"]) + "?state=late"

    assert "còn 60 ngày" in words(page(client, of_dialogue(dialogue))[1])
    assert quoted(page(client, late)[1]) == []

    monkeypatch.setenv("LANGNGHE_NOW", (EVENING + timedelta(days=62)).isoformat())

    assert "trễ 2 ngày" in words(page(client, of_dialogue(dialogue))[1])
    assert quoted(page(client, late)[1]) == ["Đường thôn hỏng"]


def test_without_an_answer_it_is_being_looked_into_by_whom_a_person_decided(client, published, about, dialogue):
    published("Nói", "Không ai phân loại")
    assert "Đang xem xét" in words(page(client, of_dialogue(dialogue))[1])

    about(published("Nói nữa", "Đường thôn hỏng"), due_on=DAY + timedelta(days=3))

    shown = words(page(client, of_dialogue(dialogue))[1])
    assert "Phòng Kinh tế, hạn thứ Tư 8/10/2025 (còn 3 ngày)" in shown


def test_an_unanswered_matter_past_its_day_is_among_the_late_ones(client, published, about, monkeypatch):
    about(published("Nói", "Đường thôn hỏng"), due_on=DAY + timedelta(days=3))
    monkeypatch.setenv("LANGNGHE_NOW", (EVENING + timedelta(days=4)).isoformat())

    late = page(client, reverse("board-commune", args=["20035"]) + "?state=late")[1]

    assert quoted(late) == ["Đường thôn hỏng"]
    assert "trễ 1 ngày" in words(late)


def test_several_voices_of_one_matter_stand_together_above_one_answer(client, published, about, answered, dialogue):
    voices = [published(f"Nói {number}", text) for number, text in enumerate(("Đường hỏng", "Đường lầy", "Đường hỏng"))]
    answered(about(*voices), Outcome.DONE)
    published("Khác", "Rác để lâu")

    html = page(client, of_dialogue(dialogue))[1]

    assert sorted(quoted(html)) == ["Rác để lâu", "Đường hỏng", "Đường lầy"]
    assert html.count(GOOD[Outcome.DONE]["words"]) == 1
    assert "3 lượt bà con cùng nêu" in words(html)


def test_only_public_voices_are_counted(client, published, said, thao, about, answered, dialogue):
    silent = said("Không công khai")
    opinions.open_one(opinion=silent, by=thao, at=EVENING)
    answered(about(published("Nói", "Đường hỏng"), silent), Outcome.DONE)

    assert "cùng nêu" not in words(page(client, of_dialogue(dialogue))[1])


def test_a_matter_leads_to_where_else_it_was_raised(client, published, about, binh_dien, lan, dialogue):
    thon_7 = places.add_hamlet(commune=binh_dien, name="Thôn 07", by="installation", at=EVENING)
    later = dialogues.plan(commune=binh_dien, hamlets=[thon_7], held_on=DAY + timedelta(days=7), by=lan, at=EVENING)
    about(published("Nói", "Đường hỏng"), published("Nói nữa", "Đường lầy", dialogue=later, hamlet=thon_7))

    html = page(client, of_dialogue(dialogue))[1]

    assert "Cũng được nêu ở: Thôn 07, hội nghị 12/10/2025" in words(html)
    assert f'href="{of_dialogue(later)}?hamlet=Th%C3%B4n%2007"' in html
    assert quoted(html) == ["Đường hỏng"]


def test_a_referral_is_called_sent_only_when_its_slip_was_issued_and_not_withdrawn(
    client, published, about, answered, thao, minh, dialogue
):
    matter = about(published("Nói", "Tỉnh lộ hỏng"), competence=Competence.CITY)
    answered(matter, Outcome.REFERRED)
    assert "Đã chuyển" not in words(page(client, of_dialogue(dialogue))[1])

    slip = referrals.send(
        matter=matter,
        to="Sở Xây dựng",
        reason="Tỉnh lộ do thành phố quản lý.",
        reply_by=DAY + timedelta(days=30),
        issuing=issuing_by(minh, symbol="PC-UBND", number=7),
        by=thao,
        at=EVENING,
    )
    shown = words(page(client, of_dialogue(dialogue))[1])
    assert "Đã chuyển nơi có thẩm quyền" in shown
    assert "Đã gửi: Sở Xây dựng, Chủ nhật 5/10/2025, phiếu chuyển số 07/PC-UBND" in shown

    papers.withdraw(paper=slip.paper, reason="Ghi nhầm nơi nhận", by=thao, at=EVENING)
    assert "Đã chuyển" not in words(page(client, of_dialogue(dialogue))[1])


def test_the_newest_answer_counts(client, published, about, answered, dialogue):
    matter = about(published("Nói", "Đường hỏng"))
    answered(matter, Outcome.WILL_DO)
    answered(matter, Outcome.DONE)

    shown = words(page(client, of_dialogue(dialogue))[1])

    assert GOOD[Outcome.DONE]["words"] in shown
    assert GOOD[Outcome.WILL_DO]["words"] not in shown


def test_no_draft_nothing_from_the_hall_and_no_spoken_word_is_anywhere(
    client, published, about, answered, tuan, minh, lan, dialogue
):
    told = published("Ông Tám đầu xóm nói đường hỏng", "Đường thôn hỏng")
    heard = dialogues.say(dialogue=dialogue, words="Tuần sau làm ngay", function="Chủ trì", by=lan, at=EVENING)
    opinions.reply(opinion=told, said=heard, by=lan, at=EVENING)
    matter = about(told)
    returned = answers.draft(matter=matter, contents=good(Outcome.DONE, words="Thay 9 cột"), by=tuan, at=EVENING)
    answers.give_back(draft=returned, words="Ghi rõ chỗ nào", by=minh, at=EVENING)
    answered(matter, Outcome.PARTLY)  # the control: what everybody may read is there
    answers.draft(matter=matter, contents=good(Outcome.DONE, words="Thay 11 cột"), by=tuan, at=EVENING)
    secret = ("Ông Tám", "Tuần sau làm ngay", "Chủ trì", "Thay 9 cột", "Ghi rõ chỗ nào", "Thay 11 cột", "Cán bộ mẫu")

    for address in [*every(dialogue), "/?q=cot", "/?q=tuan sau"]:
        response, html = page(client, address)
        assert response.status_code == 200
        assert [each for each in secret if each in words(html)] == []
    for address in (of_dialogue(dialogue), reverse("board-commune", args=["20035"]) + "?state=answered"):
        shown = words(page(client, address)[1])
        assert GOOD[Outcome.PARTLY]["words"] in shown
        assert "Đường thôn hỏng" in shown


def test_voices_are_grouped_without_telling_who_spoke_first(client, in_turn, about, dialogue):
    voices = in_turn(12)
    about(*voices)

    shown = quoted(page(client, of_dialogue(dialogue))[1])

    assert sorted(shown) == [f"Lời {number:02}" for number in range(12)]
    assert shown != sorted(shown)
