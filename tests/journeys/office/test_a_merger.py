"""Two hamlets become one on a day; what was said before keeps the names of its own evening."""

import re
from datetime import date
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


def test_a_merger_walked_from_end_to_end(as_, at, client, lan, thao, binh_dien):
    office = as_(thao)
    commune = {name: reverse(name, args=["20035"]) for name in ("place", "hamlets-add", "hamlets-merge")}

    # The hamlets are entered, a campaign planned over both, and Thôn 01 is listened to.
    send(office, commune["hamlets-add"], listing="Thôn 01\nThôn 02")
    days = {"starts_on": "2025-10-01", "ends_on": "2025-12-31"}
    campaign = send(office, reverse("campaign-new"), name="Đối thoại năm 2025", every="on", **days)
    first, second = Place.objects.filter(kind="hamlet").order_by("name")
    key = campaign.rstrip("/").rsplit("/", 1)[1]
    send(office, reverse("dialogue-new"), hamlets=[first.code], held_on="2025-10-05", kind="conference", campaign=key)
    before = Dialogue.objects.get()
    hear(before, first, lan, thao)

    # From 1 November they are one hamlet.
    merged = {"places": [first.code, second.code], "name": "Thôn An Bình", "on": "2025-11-01", "basis": "NQ mẫu"}
    send(office, commune["hamlets-merge"], **merged)
    assert "Sắp có" in text(office.get(commune["place"]))

    # In November the office knows the new hamlet, and plans with it what is still owed to Thôn 02.
    at("2025-11-03T08:00")
    page = text(office.get(commune["place"]))
    assert "Từ 1/11/2025, Thôn 01 và Thôn 02 sáp nhập thành Thôn An Bình." in page
    assert re.findall(r"<li><p><span>([^<]*)<", page) == ["Thôn An Bình"]
    page = text(office.get(campaign))
    assert re.search(r"Thôn 02 <span class=\"soft\">\(nay là Thôn An Bình\)", page)
    assert 'Còn <span class="count">1</span> nơi chưa ai lắng nghe' in page

    united = Place.objects.get(name="Thôn An Bình")
    form = office.get(f"{reverse('dialogue-new')}?campaign={key}&hamlet={second.code}").context["form"]
    assert dict(form.fields["hamlets"].choices) == {united.code: "Thôn An Bình"}
    assert form["hamlets"].value() == [united.code]
    send(office, reverse("dialogue-new"), hamlets=[united.code], held_on="2025-11-04", kind="conference", campaign=key)
    after = Dialogue.objects.get(held_on=date(2025, 11, 4))
    hear(after, united, lan, thao)

    # Both hamlets have been heard; each evening keeps the name of its own day, here and before everybody.
    assert "chưa ai lắng nghe" not in text(office.get(campaign))
    listed = {row["dialogue"].pk: row["hamlets"] for row in office.get(reverse("dialogues")).context["rows"]}
    assert listed == {before.pk: ["Thôn 01"], after.pk: ["Thôn An Bình"]}
    old, new = (text(client.get(reverse("board-dialogue", args=[each.code]))) for each in (before, after))
    assert "Thôn 01" in old
    assert "Thôn An Bình" not in old
    assert "Thôn An Bình" in new
    assert "Thôn 01" not in new
    whole = text(client.get(reverse("board-commune", args=["20035"])))
    assert whole.index("Thôn An Bình") < whole.index("Thôn 01")
