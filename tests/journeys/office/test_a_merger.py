"""Two hamlets become one on a day; what was said before keeps the names of its own evening."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from langnghe.dialogues.models import Dialogue
from langnghe.opinions import actions as opinions
from langnghe.opinions.rules import Channel
from langnghe.places.models import Place
from tests.conftest import EVENING

PUBLIC = "Đường thôn hỏng, mong sửa."


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def send(browser, address, **facts):
    response = browser.post(address, facts)
    assert response.status_code == 303, response.content.decode()
    return response.url


def hear(dialogue, hamlet, lan, thao):
    opinion = opinions.record(
        key=uuid4(),
        dialogue=dialogue,
        words="Đường hỏng.",
        hamlet=hamlet,
        channel=Channel.HALL,
        heard_at=EVENING,
        by=lan,
        at=EVENING,
    )
    opinions.open_one(opinion=opinion, by=thao, at=EVENING)
    opinions.publish(opinion=opinion, words=PUBLIC, by=thao, at=EVENING)


@pytest.fixture
def at(monkeypatch):
    return lambda moment: monkeypatch.setenv("LANGNGHE_NOW", moment)


@pytest.fixture
def office(as_, thao, binh_dien):
    """Return the desk officer's browser, with Thôn 01 and Thôn 02 on the map."""
    browser = as_(thao)
    send(browser, reverse("hamlets-add", args=["20035"]), listing="Thôn 01\nThôn 02")
    return browser


@pytest.fixture
def campaign(office):
    """Return the address of a campaign over both hamlets."""
    days = {"starts_on": "2025-10-01", "ends_on": "2025-12-31"}
    return send(office, reverse("campaign-new"), name="Đối thoại năm 2025", every="on", **days)


@pytest.fixture
def meet(office, campaign, lan, thao):
    """Return what plans an evening with a hamlet and brings one public text from it."""

    def evening(hamlet, day):
        key = campaign.split("/")[-2]
        send(office, reverse("dialogue-new"), hamlets=hamlet.code, held_on=day, kind="conference", campaign=key)
        dialogue = Dialogue.objects.get(held_on=day)
        hear(dialogue, hamlet, lan, thao)
        return dialogue

    return evening


@pytest.fixture
def merge(office):
    """Return what makes one hamlet of both, from 1 November on."""

    def act():
        merged = {"name": "Thôn An Bình", "on": "2025-11-01", "basis": "Nghị quyết mẫu"}
        codes = [hamlet.code for hamlet in Place.objects.filter(kind="hamlet").order_by("name")]
        send(office, reverse("hamlets-merge", args=["20035"]), places=codes, **merged)
        return Place.objects.get(name="Thôn An Bình")

    return act


def test_before_its_day_a_merger_is_only_announced(office, campaign, merge):
    merge()

    page = text(office.get(reverse("place", args=["20035"])))
    assert "Hôm nay có" in page
    assert "Sắp có" in page
    assert "từ 1/11/2025 là Thôn An Bình" in " ".join(text(office.get(campaign)).split())


def test_from_its_day_the_office_plans_with_the_new_hamlet(office, campaign, meet, merge, at):
    second = Place.objects.get(name="Thôn 02")
    meet(Place.objects.get(name="Thôn 01"), "2025-10-05")
    united = merge()
    at("2025-11-03T08:00")

    page = text(office.get(reverse("place", args=["20035"])))
    assert "Từ 1/11/2025, Thôn 01 và Thôn 02 sáp nhập thành Thôn An Bình." in page
    assert re.findall(r"<li><p><span>([^<]*)<", page) == ["Thôn An Bình"]
    page = text(office.get(campaign))
    assert re.search(r"Thôn 02 <span class=\"soft\">\(nay là Thôn An Bình\)", page)
    assert '<span class="count">1</span> nơi chưa có lịch' in page
    form = office.get(f"{reverse('dialogue-new')}?hamlet={second.code}").context["form"]
    assert dict(form.fields["hamlets"].choices) == {united.code: "Thôn An Bình"}
    assert form["hamlets"].value() == [united.code]


def test_each_evening_keeps_the_name_of_its_own_day_here_and_before_everybody(
    office, campaign, meet, merge, at, client
):
    before = meet(Place.objects.get(name="Thôn 01"), "2025-10-05")
    united = merge()
    at("2025-11-03T08:00")
    after = meet(united, "2025-11-04")

    assert 'Đã nghe <span class="count">2</span> trong <span class="count">2</span>' in text(office.get(campaign))
    listed = {row["dialogue"].pk: row["hamlets"] for row in office.get(reverse("dialogues")).context["rows"]}
    assert listed == {before.pk: ["Thôn 01"], after.pk: ["Thôn An Bình"]}
    old, new = (text(client.get(reverse("board-dialogue", args=[each.code]))) for each in (before, after))
    assert "Thôn 01" in old
    assert "Thôn An Bình" not in old
    assert "Thôn An Bình" in new
    assert "Thôn 01" not in new
    whole = text(client.get(reverse("board-commune", args=["20035"])))
    assert whole.index("Thôn An Bình") < whole.index("Thôn 01")
