"""A page asks the store as much for 300 opinions as for 30, and its processor time stays near that of a bare page."""

import time
from statistics import median

import pytest
from django.db import connection
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext

from langnghe.dialogues import actions as dialogues
from langnghe.matters import actions as matters
from langnghe.matters import register
from langnghe.matters.actions import Choice
from langnghe.matters.models import Matter, Membership
from langnghe.matters.rules import Competence
from langnghe.opinions import actions as opinions
from langnghe.opinions.rules import Procedure
from langnghe.people.rules import Role
from tests.conftest import DAY, EVENING

pytestmark = pytest.mark.django_db
QUERIES = 6
DEARER = 6
"""A page with sessions, languages, filters and layout may cost so many times what its rows alone cost."""
CHOICE = Choice("infrastructure", "petition", Competence.COMMUNE, "Phòng Kinh tế", None)


@pytest.fixture(autouse=True)
def a_day_after(monkeypatch):
    monkeypatch.setenv("LANGNGHE_NOW", "2025-10-06T09:00")


@pytest.fixture
def hear(said, thao):
    """Return what takes more opinions into the register and onto the board, half of them decided."""

    def more(count):
        heard = [said(f"Đường số {number} hỏng nặng") for number in range(count)]
        for opinion in heard:
            opinions.open_one(opinion=opinion, by=thao, at=EVENING)
            opinions.publish(opinion=opinion, words=opinion.words, is_checked=True, by=thao, at=EVENING)
        for matter in matters.gather(opinions=heard, by=thao, at=EVENING)[::2]:
            matters.decide(matter=matter, choice=CHOICE, held_on=DAY, by=thao, at=EVENING)
        said(f"Tôi khiếu nại {count}", suspicion=(Procedure.COMPLAINT, ["khiếu nại"]))

    return more


@pytest.fixture
def desk(thao):
    client = Client()
    client.force_login(thao, backend="django.contrib.auth.backends.ModelBackend")
    return client


def at_desk():
    matter = Matter.objects.filter(decisions__isnull=False).latest("pk")
    return ["/desk/", "/desk/?q=duong hong&topic=infrastructure", "/desk/?sort=due", f"/desk/matters/{matter.code}/"]


def on_board(dialogue):
    return ["/", "/20035/?state=all", "/20035/?q=duong", f"/hoi-nghi/{dialogue.code}/"]


def asked(client, address):
    client.get(address)  # the first one may make an index that is kept
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
        return len(captured)


def test_a_page_asks_few_questions_and_as_many_for_300_opinions_as_for_30(hear, desk, client, dialogue):
    hear(30)
    few = [asked(desk, address) for address in at_desk()], [asked(client, address) for address in on_board(dialogue)]
    hear(270)
    many = [asked(desk, address) for address in at_desk()], [asked(client, address) for address in on_board(dialogue)]

    assert max(many[0]) <= QUERIES
    assert max(many[1]) <= QUERIES
    # A list longer than a page is counted as well, unless it counts itself on the way.
    assert many[0] == few[0]
    assert all(more <= less + 1 for more, less in zip(many[1], few[1], strict=True))


@pytest.fixture
def city_desk(appointed, city, huong_an, admin):
    """Return the browser of somebody who reads two communes."""
    person = appointed("van-phong-thanh-pho", Role.DESK, city)
    dialogues.plan(commune=huong_an, hamlets=[], held_on=DAY, by=person, at=EVENING)
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


SHAPES = ("", "q=duong", "q=123", "sort=due", "sort=hamlet", "decided=no", "decided=yes", "topic=infrastructure")
SHAPES += ("unit=Phòng Kinh tế", "competence=commune&sort=due", "hamlet=20035-thon-05", "q=duong&topic=infrastructure")
LARGE = ("matters_membership", "opinions_opinion", "opinions_boardline", "opinions_undecided", "dialogues_dialogue")


def steps(client, address):
    """Return how SQLite goes about each question of a page."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    questions = [each["sql"] for each in captured if each["sql"].startswith("SELECT")]
    with connection.cursor() as cursor:
        return [step for sql in questions for *_, step in cursor.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]


def walks(step):
    """Whether a step reads a whole table, or asks the index of words once for every row of another."""
    return any(step.startswith(f"SCAN {table}") and " USING " not in step for table in LARGE) or ":=M" in step


@pytest.mark.nodatabase
@pytest.mark.parametrize("shape", SHAPES)
def test_no_page_of_the_register_walks_a_large_table(hear, desk, city_desk, shape):
    hear(3)

    for browser in (desk, city_desk):
        assert [step for step in steps(browser, f"/desk/?{shape}") if walks(step)] == []


@pytest.mark.nodatabase
@pytest.mark.parametrize("address", ["/", "/?q=duong", "/20035/?q=duong"])
def test_no_first_page_or_search_of_the_board_walks_a_large_table(hear, client, address):
    hear(3)

    assert [step for step in steps(client, address) if walks(step)] == []


def used(work):
    """Return the middle of what several runs of `work` take of the processor, in seconds."""
    work()
    runs = []
    for _ in range(9):
        start = time.process_time()
        work()
        runs.append(time.process_time() - start)
    return median(runs)


def test_the_register_costs_little_more_than_its_rows(hear, desk, binh_dien):
    hear(60)
    bare = engines["django"].from_string(
        "{% for row in rows %}<p>{{ row.words }} {{ row.hamlet_then }} {{ row.held_on|date:'j/n/Y' }} "
        "{{ row.reference }} {{ row.topic }} {{ row.competence }} {{ row.unit }}</p>{% endfor %}"
    )

    def rows():
        found = register.shown(Membership.objects.filter(commune=binh_dien)).order_by("-newest")[:50]
        bare.render({"rows": found})

    assert used(lambda: desk.get("/desk/")) < DEARER * used(rows)
