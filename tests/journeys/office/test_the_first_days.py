"""A ward begins: the administrator lets people in, they plan, the city sees it, everybody still sees nothing."""

from django.test import Client
from django.urls import reverse

PASSWORD = "ba con noi minh nghe"


def test_from_an_empty_office_to_the_first_evening(as_, admin, binh_dien, officer):
    desk = Client()
    office = as_(admin)

    # A person, a first password, a role.
    sealed = office.get(reverse("person-new")).context["form"]["sealed"].value()
    given = office.post(reverse("person-new"), {"name": "Cán bộ mới", "login": "moi", "sealed": sealed})
    first_password = given.context["password"]
    role = {"role": "desk", "place": binh_dien.code, "valid_from": "2025-10-05"}
    assert office.post(reverse("mandate-new", args=["moi"]), role).status_code == 303

    # The person comes in and takes a password of their own.
    desk.post(reverse("sign-in"), {"username": "moi", "password": first_password})
    own = {"old": first_password, "new": PASSWORD, "again": PASSWORD}
    assert desk.post(reverse("password"), own).status_code == 303

    # They enter the hamlets, plan a campaign and its first evening.
    desk.post(reverse("hamlets-add", args=["20035"]), {"listing": "Thôn 01\nThôn 02\nThôn 03"})
    days = {"starts_on": "2025-10-06", "ends_on": "2025-10-31"}
    campaign = desk.post(reverse("campaign-new"), {"name": "Đối thoại năm 2025", "every": "on", **days}).url
    ticked = desk.get(campaign).context["unplanned"][:2]
    facts = {"hamlets": [row.hamlet.code for row in ticked], "held_on": "2025-10-12", "kind": "conference"}
    planned = desk.post(reverse("dialogue-new"), {**facts, "campaign": campaign.split("/")[-2]})
    assert planned.url == campaign

    # The office says what is left, the city sees the same, and the board says nothing yet.
    assert "Đã lên lịch hội nghị." in desk.get(campaign).content.decode()
    for browser in (desk, as_(officer)):
        page = browser.get(campaign).content.decode()
        assert 'Đã nghe <span class="count">0</span> trong <span class="count">3</span> thôn' in page
        assert '<span class="count">1</span> nơi chưa có lịch' in page
    assert "Chưa có ý kiến nào được đăng" in Client().get("/").content.decode()
