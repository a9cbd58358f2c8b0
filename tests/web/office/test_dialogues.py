from datetime import timedelta

import pytest
from django.urls import reverse

from langnghe.campaigns import actions as campaigns
from langnghe.dialogues import actions as dialogues
from langnghe.dialogues.models import Dialogue
from langnghe.exchange import actions as exchange
from langnghe.places import actions as places
from langnghe.web import paging
from tests.conftest import DAY, EVENING

FACTS = {"held_on": "2025-10-09", "starts_at": "19:00", "venue": "Nhà văn hóa Thôn 05", "kind": "conference"}


def text(response):
    return response.content.decode()


def rows(response):
    return [row["dialogue"] for row in response.context["rows"]]


@pytest.fixture
def thon_6(binh_dien):
    return places.add_hamlet(commune=binh_dien, name="Thôn 06", by="a", at=EVENING)


def test_a_dialogue_is_planned_for_a_cluster(as_, thao, thon_5, thon_6):
    response = as_(thao).post(reverse("dialogue-new"), {**FACTS, "hamlets": [thon_5.code, thon_6.code]})

    dialogue = Dialogue.objects.get()
    assert response.status_code == 303
    assert [hamlet.name for hamlet in dialogue.hamlets.order_by("name")] == ["Thôn 05", "Thôn 06"]
    assert dialogue.venue == FACTS["venue"]


def test_sent_twice_it_is_planned_once(as_, thao, thon_5):
    browser = as_(thao)
    for _ in range(2):
        browser.post(reverse("dialogue-new"), {**FACTS, "hamlets": [thon_5.code]})

    assert Dialogue.objects.count() == 1


def test_the_campaigns_page_fills_the_form(as_, thao, binh_dien, thon_5, thon_6):
    campaign = campaigns.plan(
        commune=binh_dien, name="Đợt mẫu", starts_on=DAY, ends_on=DAY, hamlets=[thon_5], by=thao, at=EVENING
    )
    browser = as_(thao)
    asked = f"?commune=20035&campaign={campaign.key}&hamlet={thon_6.code}"
    form = browser.get(reverse("dialogue-new") + asked).context["form"]

    assert form["hamlets"].value() == [thon_6.code]
    response = browser.post(reverse("dialogue-new"), {**FACTS, "hamlets": [thon_6.code], "campaign": campaign.key})
    assert response.url == reverse("campaign", args=[campaign.key])
    assert Dialogue.objects.get().campaign == campaign


def test_a_hamlet_that_is_not_there_that_day_is_named(as_, thao, binh_dien, thon_5, thon_6):
    places.merge(places=[thon_5, thon_6], name="Thôn An Bình", on=DAY + timedelta(days=2), basis="", by="a", at=EVENING)

    response = as_(thao).post(reverse("dialogue-new"), {**FACTS, "hamlets": [thon_5.code]})

    assert response.status_code == 422
    assert "Ngày 09/10/2025 không có Thôn 05" in text(response)


def test_the_list_may_be_narrowed_to_what_still_waits(as_, thao, lan, binh_dien, thon_5, dialogue, said):
    said()
    later = dialogues.plan(commune=binh_dien, hamlets=[thon_5], held_on=DAY + timedelta(days=4), by=lan, at=EVENING)
    browser, address = as_(thao), reverse("dialogues")

    assert rows(browser.get(address)) == [later, dialogue]
    assert rows(browser.get(address + "?state=held")) == [dialogue]
    assert rows(browser.get(address + "?state=planned")) == [later]
    assert rows(browser.get(address + "?state=lạ&campaign=lạ")) == [later, dialogue]

    exchange.confirm(dialogue=dialogue, by=thao, at=EVENING)
    assert rows(browser.get(address + "?state=minuted")) == [dialogue]


def test_dialogues_of_other_communes_are_not_in_the_list(as_, huong, dialogue):
    response = as_(huong).get(reverse("dialogues"))

    assert rows(response) == []
    assert "Chưa có hội nghị nào" in text(response)


def test_a_long_list_is_read_page_by_page_and_back_without_losing_a_row(as_, thao, lan, binh_dien, monkeypatch):
    monkeypatch.setattr(paging, "SIZE", 50)
    for number in range(120):
        day = DAY + timedelta(days=number // 3)
        dialogues.plan(commune=binh_dien, hamlets=[], held_on=day, by=lan, at=EVENING)
    browser, address = as_(thao), reverse("dialogues")
    seen, way, back = [], "", ""
    while way is not None:
        response = browser.get(address + way)
        seen += rows(response)
        back, way = response.context["pager"]["previous"], response.context["pager"]["next"] or None

    assert seen == list(Dialogue.objects.order_by("-held_on", "-pk"))
    assert rows(browser.get(address + back)) == seen[50:100]
    assert "120 mục" in text(browser.get(address))


def test_an_altered_page_mark_shows_the_first_page(as_, thao, dialogue):
    for mark in ("?after=abc", "?before=2025-13-45~x", "?after=1~2~3"):
        assert rows(as_(thao).get(reverse("dialogues") + mark)) == [dialogue]


def test_many_dialogues_cost_no_more_questions_than_few(
    as_, thao, lan, binh_dien, thon_5, django_assert_max_num_queries
):
    for number in range(40):
        day = DAY + timedelta(days=number)
        dialogues.plan(commune=binh_dien, hamlets=[thon_5], held_on=day, by=lan, at=EVENING)
    browser = as_(thao)

    with django_assert_max_num_queries(6):
        browser.get(reverse("dialogues"))
