"""How often a page of the desk asks the store: as often for a matter of many voices as for one."""

from datetime import timedelta

import pytest
from django.test import Client

from langnghe.answers import actions as answers
from langnghe.answers.rules import Outcome
from langnghe.commitments import actions as commitments
from langnghe.exchange import actions as exchange
from langnghe.matters import actions as matters
from langnghe.matters import likeness, queries
from langnghe.matters.actions import Choice
from langnghe.matters.rules import Competence
from langnghe.people import queries as people
from langnghe.people.rules import Verb
from tests.answers.drafts import good
from tests.conftest import DAY, EVENING

pytestmark = pytest.mark.django_db
ROAD = "Đường vào nghĩa trang lầy lội, xe tang không qua được."


@pytest.fixture(autouse=True)
def a_day_after(monkeypatch):
    monkeypatch.setenv("LANGNGHE_NOW", "2025-10-06T09:00")
    likeness.forget()


@pytest.fixture
def matter_of(said, thao, dialogue):
    def make(words):
        opinion = said(words)
        exchange.open_held(opinion=opinion, by=thao, at=EVENING)
        (matter,) = [each for each in queries.matters(dialogue) if opinion in queries.voices(each)]
        return matter

    return make


@pytest.fixture
def road(matter_of, thao):
    """Return a matter with all that can happen to one: joined, given back, answered, promised."""
    matter = matter_of(ROAD)
    choice = Choice("infrastructure", "petition", Competence.COMMUNE, "Phòng Kinh tế", DAY + timedelta(days=20))
    matters.decide(matter=matter, choice=choice, held_on=DAY, by=thao, at=EVENING)
    return matter


@pytest.fixture
def told(road, matter_of, thao, tuan, minh):
    for number in range(20):
        joined = matter_of(f"{ROAD} Tổ {number} cũng vậy.")
        matters.join(matter=joined, into=road, by=thao, at=EVENING)
    first = answers.draft(matter=road, contents=good(Outcome.DONE), by=tuan, at=EVENING)
    answers.give_back(draft=first, words="Ghi rõ đoạn nào.", by=minh, at=EVENING)
    second = answers.draft(matter=road, contents=good(Outcome.WILL_DO), by=tuan, at=EVENING)
    commitments.release(draft=second, by=minh, at=EVENING)
    return road


def signed_in(person):
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("who", ["thao", "minh", "tuan", "front"])
def test_a_matter_takes_six_questions_however_much_happened_to_it(who, told, request, django_assert_max_num_queries):
    client = signed_in(request.getfixturevalue(who))
    client.get(f"/desk/matters/{told.code}/")  # a new connection asks the store once what it can do

    with django_assert_max_num_queries(6):
        page = client.get(f"/desk/matters/{told.code}/")

    assert len(page.context["voices"]) == 21
    assert "Đã hứa với bà con" in page.content.decode()


def test_what_may_be_the_same_takes_few_questions(told, matter_of, thao, django_assert_max_num_queries):
    matter_of("Đường vào nghĩa trang lầy lội quá.")
    client = signed_in(thao)

    with django_assert_max_num_queries(10):
        page = client.get(f"/desk/matters/{told.code}/same/", headers={"HX-Request": "true"})

    assert len(page.context["found"]) == 1
    assert "<html" not in page.content.decode()


def test_a_long_matter_shows_its_first_voices_until_all_are_asked_for(told, thao, monkeypatch):
    monkeypatch.setattr("langnghe.web.desk.matter.SHOWN", 5)
    client = signed_in(thao)

    page = client.get(f"/desk/matters/{told.code}/")
    assert len(page.context["voices"]) == 5
    assert "Xem cả 21 lời" in page.content.decode()
    assert len(client.get(f"/desk/matters/{told.code}/?voices=all").context["voices"]) == 21


def test_the_chairs_list_takes_as_many_questions_for_many_drafts(matter_of, thao, minh, django_assert_max_num_queries):
    for number in range(12):
        matter = matter_of(f"Cầu số {number} gãy hai nhịp.")
        answers.draft(matter=matter, contents=good(Outcome.DONE), by=thao, at=EVENING)
    client = signed_in(minh)

    with django_assert_max_num_queries(9):
        assert len(client.get("/desk/chair/").context["items"]) == 12


def test_an_office_list_takes_as_many_questions_for_many_matters(
    matter_of, thao, tuan, minh, django_assert_max_num_queries
):
    for number in range(12):
        matter = matter_of(f"Cầu số {number} gãy hai nhịp.")
        choice = Choice("infrastructure", "petition", Competence.COMMUNE, "Phòng Kinh tế", DAY + timedelta(days=20))
        matters.decide(matter=matter, choice=choice, held_on=DAY, by=thao, at=EVENING)
        if number % 2:
            draft = answers.draft(matter=matter, contents=good(Outcome.DONE), by=tuan, at=EVENING)
            answers.give_back(draft=draft, words="Ghi rõ.", by=minh, at=EVENING)
    client = signed_in(tuan)

    with django_assert_max_num_queries(9):
        page = client.get("/desk/unit/")

    assert len(page.context["returned"]) == len(page.context["rows"]) == 6


def test_mandates_that_were_read_once_are_not_read_again(thao, binh_dien, django_assert_num_queries):
    people.read_once(thao)

    with django_assert_num_queries(0):
        assert people.may(thao, Verb.DECIDE, binh_dien, on=DAY)
        assert people.reach(thao, Verb.READ, on=DAY)
