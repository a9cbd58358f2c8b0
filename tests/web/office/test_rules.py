import pytest
from django.urls import reverse

from langnghe.matters.suggesting import current_pack


def text(response):
    return response.content.decode()


@pytest.fixture
def look(as_, front):
    return lambda asked: as_(front).get(reverse("rules") + asked)


def test_competence_is_shown_topic_by_topic_with_its_basis_and_how_sure_we_are(look):
    page = text(look(""))

    assert "Đất đai" in page
    assert "mặc định của phần mềm" in page


def test_one_topic_shows_its_own_rules_and_the_words_that_lead_to_them(look):
    codes = {row["rule"].code for row in look("?topic=land").context["rows"]}

    wanted = {rule.code for rule in current_pack().competence if {"land", "*"} & {*rule.topics}}
    assert codes == wanted


def test_every_deadline_of_the_pack_is_there(look):
    assert len(look("?tab=deadlines").context["rows"]) == len(current_pack().deadlines)
    assert "Luật Tổ chức chính quyền địa phương 72/2025/QH15" in text(look("?tab=deadlines"))


def test_the_guidance_for_each_procedure_is_there(look):
    assert "Khiếu nại" in text(look("?tab=procedures"))


def test_who_may_do_what_is_said_in_words(look):
    assert "thêm cán bộ, giao quyền" in text(look("?tab=roles"))


def test_something_else_shows_competence(look):
    assert look("?tab=lạ&topic=").context["tab"] == "competence"
