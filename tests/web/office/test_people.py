from datetime import date, timedelta

from django.test import Client
from django.urls import reverse

from langnghe.people import actions, queries
from langnghe.people.models import Mandate, Person
from langnghe.people.rules import Role, Verb
from tests.conftest import DAY, EVENING


def text(response):
    return response.content.decode()


def sealed(browser):
    return browser.get(reverse("person-new")).context["form"]["sealed"].value()


def add(browser, **facts):
    return browser.post(
        reverse("person-new"), {"name": "Cán bộ mới", "login": "moi", "sealed": sealed(browser), **facts}
    )


def test_a_new_member_of_staff_gets_a_password_that_is_shown_once(as_, admin):
    response = add(as_(admin))

    password = response.context["password"]
    assert password in text(response)
    signed_in = Client().post(reverse("sign-in"), {"username": "moi", "password": password})
    assert signed_in.status_code == 302


def test_the_same_form_sent_twice_adds_one_person_and_shows_the_same_password(as_, admin):
    browser = as_(admin)
    seal = sealed(browser)
    first, second = (add(browser, sealed=seal) for _ in range(2))

    assert first.context["password"] == second.context["password"]
    assert Person.objects.filter(login="moi").count() == 1


def test_a_login_that_is_taken_is_said_in_the_form(as_, admin, lan):
    response = add(as_(admin), login="lan")

    assert response.status_code == 422
    assert "đã có người dùng" in text(response)


def test_a_role_is_given_from_a_day_to_a_day(as_, admin, binh_dien):
    browser = as_(admin)
    add(browser)
    facts = {"role": "front", "place": binh_dien.code, "valid_from": "2025-10-05", "last_on": "2025-10-31"}

    for _ in range(2):
        assert browser.post(reverse("mandate-new", args=["moi"]), facts).status_code == 303

    mandate = Mandate.objects.get(person__login="moi")
    assert (mandate.role, mandate.valid_from, mandate.valid_to) == ("front", DAY, date(2025, 11, 1))
    assert "đến hết 31/10/2025" in text(browser.get(reverse("person", args=["moi"])))


def test_a_unit_officer_needs_a_unit(as_, admin, lan, binh_dien):
    facts = {"role": "unit", "place": binh_dien.code, "valid_from": "2025-10-05"}

    assert as_(admin).post(reverse("mandate-new", args=["lan"]), facts).status_code == 422


def test_a_place_beyond_reach_is_not_offered(as_, appointed, binh_dien, lan, city):
    local = appointed("quan-tri-xa", Role.ADMINISTRATOR, binh_dien)
    facts = {"role": "administrator", "place": city.code, "valid_from": "2025-10-05"}

    assert as_(local).post(reverse("mandate-new", args=["lan"]), facts).status_code == 422
    assert Mandate.objects.filter(person=lan).count() == 1


def test_the_last_day_still_counts(as_, admin, lan, binh_dien):
    as_(admin).post(reverse("mandate-end", args=[lan.mandates.get().pk]), {"last_on": DAY.isoformat()})

    assert queries.may(lan, Verb.READ, binh_dien, on=DAY)
    assert not queries.may(lan, Verb.READ, binh_dien, on=DAY + timedelta(days=1))


def test_somebody_stands_in_for_some_days_with_the_same_role_and_place(as_, admin, lan, thao, binh_dien):
    facts = {"person": "lan", "valid_from": "2025-10-05", "last_on": "2025-10-07"}
    browser = as_(admin)

    for _ in range(2):
        browser.post(reverse("stand-in", args=[thao.mandates.get().pk]), facts)

    stand_in = lan.mandates.get(stands_in_for=thao.mandates.get())
    assert (stand_in.role, stand_in.place, stand_in.valid_to) == ("desk", binh_dien, date(2025, 10, 8))
    assert f"làm thay {thao.name}" in text(browser.get(reverse("people")))


def test_a_stand_in_has_a_last_day(as_, admin, lan, thao):
    facts = {"person": "lan", "valid_from": "2025-10-05", "last_on": ""}

    assert as_(admin).post(reverse("stand-in", args=[thao.mandates.get().pk]), facts).status_code == 422


def test_the_list_shows_the_staff_below_and_nobody_elses(as_, appointed, binh_dien, lan, huong):
    local = appointed("quan-tri-xa", Role.ADMINISTRATOR, binh_dien)

    page = text(as_(local).get(reverse("people")))

    assert lan.name in page
    assert huong.name not in page
    assert as_(local).get(reverse("person", args=["huong"])).status_code == 404


def test_many_staff_cost_no_more_questions_than_few(as_, admin, appointed, binh_dien, django_assert_max_num_queries):
    for number in range(20):
        appointed(f"can-bo-{number}", Role.DESK, binh_dien)
    actions.add(login="moi", name="Cán bộ mới", password=None, by=admin, at=EVENING)
    browser = as_(admin)

    with django_assert_max_num_queries(12):
        browser.get(reverse("people"))
