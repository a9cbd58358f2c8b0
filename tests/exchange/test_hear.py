from dataclasses import replace
from datetime import date

import pytest

from langnghe.dialogues import actions as dialogues
from langnghe.dialogues import queries as dialogue_queries
from langnghe.dialogues.models import Dialogue
from langnghe.exchange import actions, queries
from langnghe.exchange.actions import Where
from langnghe.exchange.models import Piece
from langnghe.exchange.reading.shapes import Field, Heard, Reading, Unread
from langnghe.opinions import queries as opinions
from langnghe.opinions.models import Opinion
from langnghe.places import queries as places
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING

MINUTES = Reading(
    file="bien-ban.docx",
    opinions=(
        Heard("Đường thôn hư hỏng, đề nghị sửa", "Thôn 05", where="đoạn 9", answer="Xã sẽ sửa trong tháng 11"),
        Heard("Đèn đường không sáng", "Thôn 06", where="đoạn 10"),
        Heard("Cán bộ địa chính đòi tiền mới làm hồ sơ", "Thôn 06", where="đoạn 11"),
    ),
    fields=(
        Field("opening", "Hôm nay, hồi 19 giờ 00 phút, tại nhà sinh hoạt cộng đồng, UBND xã tổ chức", "đoạn 3"),
        Field("attendance", "Số người dân được mời: 120; có mặt: 87 (nữ 41).", "đoạn 5"),
    ),
    unread=(Unread("đoạn 14", "Trời mưa to."),),
    speakers=2,
    kind="docx",
    sha256="a" * 64,
)


@pytest.fixture
def hear(binh_dien, thon_5, lan):
    def heard(reading=MINUTES, **into):
        return actions.hear(reading=reading, into=Where(binh_dien, DAY, **into), by=lan, at=EVENING)

    return heard


def test_what_the_paper_tells_waits_and_what_is_suspicious_is_held(hear):
    (dialogue,) = hear().dialogues

    assert [row.words for row in opinions.waiting(dialogue)] == [MINUTES.opinions[0].text, MINUTES.opinions[1].text]
    assert [row.words for row in opinions.held(dialogue)] == [MINUTES.opinions[2].text]


def test_an_unknown_hamlet_is_added_unconfirmed(hear, binh_dien):
    hear()

    assert [(each.name, each.is_confirmed) for each in places.hamlets(binh_dien)] == [
        ("Thôn 05", True),
        ("Thôn 06", False),
    ]


def test_attendance_and_what_was_said_in_the_hall_are_kept(hear):
    (dialogue,) = hear().dialogues

    assert dialogue_queries.attendance(dialogue).present == 87
    (replies,) = opinions.replies(opinions.every()).values()
    assert [reply.said.words for reply in replies] == ["Xã sẽ sửa trong tháng 11"]


def test_the_same_bytes_again_change_nothing(hear):
    first = hear()
    again = hear()

    assert again.keys == first.keys
    assert (again.added, again.reworded, Opinion.objects.count()) == ([], [], 3)


def test_a_corrected_paper_adds_corrects_and_removes_nothing(hear):
    first = hear()
    corrected = replace(
        MINUTES,
        sha256="b" * 64,
        opinions=(
            replace(MINUTES.opinions[0], text="Đường thôn hư hỏng nặng, đề nghị sửa"),
            MINUTES.opinions[2],
            Heard("Thiếu sân chơi cho trẻ em", "Thôn 05"),
        ),
    )

    again = hear(corrected)

    assert again.reworded == [(first.keys[0], "Đường thôn hư hỏng nặng, đề nghị sửa")]
    assert again.missing == [first.keys[1]]
    assert len(again.added) == 1
    assert Opinion.objects.count() == 4


def test_minutes_go_into_the_dialogue_that_was_planned_for_their_hamlet(hear, dialogue, lan):
    outcome = hear(replace(MINUTES, opinions=MINUTES.opinions[:1]))

    assert outcome.dialogues == [dialogue]


def test_a_register_over_many_hamlets_goes_into_each_hamlets_dialogue(hear, dialogue, binh_dien, lan):
    from langnghe.places.actions import add_hamlet

    thon_6 = add_hamlet(commune=binh_dien, name="Thôn 06", by="lan", at=EVENING)
    other = dialogues.plan(commune=binh_dien, hamlets=[thon_6], held_on=DAY, by=lan, at=EVENING)

    assert hear().dialogues == [dialogue, other]


def test_a_row_with_a_day_of_its_own_goes_into_that_days_dialogue(hear):
    other_day = date(2025, 9, 28)
    rows = (MINUTES.opinions[0], replace(MINUTES.opinions[1], held_on=other_day))

    assert [each.held_on for each in hear(replace(MINUTES, opinions=rows)).dialogues] == [DAY, other_day]


def test_the_pieces_hold_no_opinions_words_and_go_when_a_person_confirms(hear, thao):
    outcome = hear()

    assert not Piece.objects.filter(words__contains="đòi tiền").exists()
    assert queries.pieces(outcome.paper).filter(role="unread").get().words == "Trời mưa to."

    actions.confirm(dialogue=outcome.dialogues[0], by=thao, at=EVENING)

    assert not Piece.objects.exists()


def test_a_piece_left_unread_can_be_taken_up_as_an_opinion(hear, binh_dien, thon_5, lan):
    outcome = hear()
    piece = queries.pieces(outcome.paper).get(role="unread")
    into = Where(binh_dien, DAY, outcome.dialogues[0])

    opinion = actions.take_up(piece=piece, into=into, hamlet=thon_5, by=lan, at=EVENING)

    assert opinion.words == "Trời mưa to."


def test_confirmed_opinions_with_identical_words_share_one_matter(hear, said, thao):
    outcome = hear(replace(MINUTES, opinions=(MINUTES.opinions[1], replace(MINUTES.opinions[1], hamlet="Thôn 05"))))

    actions.confirm(dialogue=outcome.dialogues[0], by=thao, at=EVENING)

    from langnghe.matters.models import Matter

    assert [matter.memberships.count() for matter in Matter.objects.all()] == [2]


def test_a_stranger_hears_nothing(hear, huong, binh_dien):
    with pytest.raises(Refused, match="not-yours"):
        actions.hear(reading=MINUTES, into=Where(binh_dien, DAY), by=huong, at=EVENING)

    assert not Dialogue.objects.exists()


def test_another_paper_of_the_same_evening_misses_nothing(hear):
    hear()
    slips = replace(MINUTES, sha256="c" * 64, opinions=(MINUTES.opinions[0], Heard("Thiếu sân chơi", "Thôn 05")))

    assert hear(slips).missing == []
