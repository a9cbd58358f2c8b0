from datetime import date

import pytest

from langnghe.dialogues import actions as dialogues
from langnghe.documents import queries
from langnghe.exchange import actions as exchange
from langnghe.matters import actions as matters
from langnghe.matters.actions import Choice
from langnghe.matters.rules import Competence
from langnghe.opinions import actions as opinions
from langnghe.opinions.rules import Procedure
from langnghe.places import actions as places
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING


def test_a_draft_shows_what_waits_and_never_what_is_held(dialogue, said):
    said("Đường thôn hư hỏng")
    said("Cán bộ đòi tiền", suspicion=(Procedure.DENUNCIATION, ["đòi tiền"]))

    minutes = queries.minutes(dialogue, on=DAY)

    assert [row.text for row in minutes.opinions] == ["Đường thôn hư hỏng"]
    assert (minutes.draft, minutes.checked) == (True, False)


def test_once_a_person_confirmed_the_minutes_no_longer_say_unchecked(dialogue, said, thao):
    said("Đường thôn hư hỏng")
    exchange.confirm(dialogue=dialogue, by=thao, at=EVENING)

    assert queries.minutes(dialogue, on=DAY).checked


def test_what_was_dismissed_is_in_no_paper(dialogue, said, thao):
    opinions.dismiss(opinion=said("II. NỘI DUNG"), by=thao, at=EVENING)

    assert queries.table([dialogue], on=DAY).rows == ()


def test_the_table_shows_a_persons_decision_instead_of_the_suggestion(dialogue, said, thao):
    said("Đường thôn hư hỏng")
    exchange.confirm(dialogue=dialogue, by=thao, at=EVENING)
    (suggested,) = queries.table([dialogue], on=DAY).rows
    choice = Choice("land", "petition", Competence.CITY, "Phòng Văn hóa - Xã hội", date(2025, 11, 1))
    (matter,) = exchange_matters(dialogue)
    matters.decide(matter=matter, choice=choice, held_on=DAY, by=thao, at=EVENING)

    (decided,) = queries.table([dialogue], on=DAY).rows

    assert (suggested.topic, suggested.status) == ("Hạ tầng", "Chưa kiểm")
    assert (decided.topic, decided.competence, decided.lead_unit) == ("Đất đai", "Thành phố", "Phòng Văn hóa - Xã hội")
    assert (decided.deadline, decided.note) == (date(2025, 11, 1), "")


def test_identical_words_are_counted_as_raised_twice(dialogue, said, thao):
    said("Đường thôn hư hỏng")
    said("đường thôn hư hỏng.")
    exchange.confirm(dialogue=dialogue, by=thao, at=EVENING)

    assert [row.times for row in queries.table([dialogue], on=DAY).rows] == [2, 2]


def test_a_paper_keeps_the_names_of_its_evening(dialogue, said, thon_5):
    said("Đường thôn hư hỏng")
    places.rename(place=thon_5, name="Thôn Bình Minh", on=date(2026, 7, 1), basis="", by="a", at=EVENING)

    assert [row.hamlet for row in queries.minutes(dialogue, on=date(2026, 8, 1)).opinions] == ["Thôn 05"]


def test_what_was_said_in_the_hall_stands_beside_the_opinion(dialogue, said, lan):
    opinion = said("Đường thôn hư hỏng")
    answer = dialogues.say(dialogue=dialogue, words="Sửa trong tháng 11", function="Chủ trì", by=lan, at=EVENING)
    opinions.reply(opinion=opinion, said=answer, by=lan, at=EVENING)

    (row,) = queries.minutes(dialogue, on=DAY).opinions
    assert (row.answer, row.answered_by) == ("Sửa trong tháng 11", "Chủ trì")


def test_the_guidance_slip_tells_where_to_go_in_the_residents_own_words(binh_dien):
    slip = queries.guidance(Procedure.COMPLAINT, binh_dien, on=DAY)

    assert slip.kind == "khiếu nại"
    assert slip.where
    assert "90 ngày" in slip.time_limit


def test_a_kind_nobody_knows_says_which_there_are(dialogue):
    with pytest.raises(Refused, match="no-such-paper"):
        queries.paper("poem", dialogue, on=DAY)


def exchange_matters(dialogue):
    from langnghe.matters import queries as matter_queries

    return list(matter_queries.matters(dialogue))
