from django.test import Client
from django.urls import reverse

from langnghe.ledger.models import Entry
from tests.conftest import PASSWORD

NEW = "ba con noi minh nghe"


def change(browser, **facts):
    return browser.post(reverse("password"), {"old": PASSWORD, "new": NEW, "again": NEW, **facts})


def may_enter(login, password):
    response = Client().post(reverse("sign-in"), {"username": login, "password": password})
    return response.status_code == 302


def test_one_changes_ones_own_password_and_stays_signed_in(as_, lan):
    browser = as_(lan)

    assert change(browser).status_code == 303
    assert browser.get(reverse("password")).status_code == 200
    assert may_enter("lan", NEW)
    assert not may_enter("lan", PASSWORD)


def test_a_wrong_old_word_a_short_new_one_and_a_slip_are_named_and_change_nothing(as_, lan):
    for facts, said in (
        ({"old": "sai"}, "Mật khẩu đang dùng chưa đúng"),
        ({"new": "ngan", "again": "ngan"}, "10"),
        ({"again": "khac hẳn đi"}, "Hai lần gõ chưa giống nhau"),
    ):
        response = change(as_(lan), **facts)
        assert response.status_code == 422
        assert said in response.content.decode()
    assert may_enter("lan", PASSWORD)


def test_a_new_first_password_is_shown_once_and_sent_twice_is_the_same(as_, admin, lan):
    browser = as_(admin)
    sealed = browser.get(reverse("password-renew", args=["lan"])).context["form"]["sealed"].value()

    first, second = (browser.post(reverse("password-renew", args=["lan"]), {"sealed": sealed}) for _ in range(2))

    password = first.context["password"]
    assert second.context["password"] == password
    assert may_enter("lan", password)
    assert password not in browser.get(reverse("person", args=["lan"])).content.decode()
    assert "no-store" in first["Cache-Control"]


def test_a_password_somebody_made_up_is_not_taken(as_, admin, lan):
    response = as_(admin).post(reverse("password-renew", args=["lan"]), {"sealed": "tu-nghi-ra"})

    assert response.status_code == 422
    assert may_enter("lan", PASSWORD)


def test_nobody_renews_the_password_of_staff_beyond_their_reach(as_, appointed, binh_dien, officer):
    from langnghe.people.rules import Role

    local = appointed("quan-tri-xa", Role.ADMINISTRATOR, binh_dien)
    browser = as_(local)
    sealed = browser.get(reverse("password-renew", args=["thanh-pho"])).context["form"]["sealed"].value()

    response = browser.post(reverse("password-renew", args=["thanh-pho"]), {"sealed": sealed})

    assert response.status_code == 422
    assert may_enter("thanh-pho", PASSWORD)


def test_the_record_knows_that_a_password_was_renewed_and_not_which(as_, lan):
    change(as_(lan))

    entry = Entry.objects.order_by("pk").last()
    assert NEW not in str(vars(entry))
