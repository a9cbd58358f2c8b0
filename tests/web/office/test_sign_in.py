import pytest
from django.test import Client
from django.urls import reverse

from langnghe.people import actions as people
from tests.conftest import EVENING, PASSWORD

pytestmark = pytest.mark.django_db


def sign_in(login, password, client=None, **more):
    return (client or Client()).post(reverse("sign-in"), {"username": login, "password": password, **more})


def test_staff_come_to_where_their_work_waits(officer, admin, tuan):
    assert sign_in("thanh-pho", PASSWORD).url == reverse("campaigns")
    assert sign_in("quan-tri", PASSWORD).url == reverse("places")
    assert sign_in("tuan", PASSWORD).url == reverse("unit")


def test_the_name_may_be_typed_in_capitals(lan):
    assert sign_in(" LAN ", PASSWORD).status_code == 302


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(lan):
    wrong_name, wrong_password = sign_in("ai-do", PASSWORD), sign_in("lan", "sai rồi")

    assert wrong_name.status_code == wrong_password.status_code == 422
    assert wrong_name.context["form"].errors == wrong_password.context["form"].errors
    assert "chưa đúng" in wrong_name.content.decode()


def test_the_typed_password_is_never_sent_back(lan):
    assert "mot-cau-sai" not in sign_in("lan", "mot-cau-sai").content.decode()


def test_after_five_wrong_words_not_even_the_right_one_helps_for_a_while(lan, thao):
    for spelled in ("lan", "LAN", "Lan", " lan", "lan"):
        sign_in(spelled, "sai")

    locked = sign_in("lan", PASSWORD)

    assert locked.status_code == 429
    assert "15 phút" in locked.content.decode()
    assert sign_in("thao", PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/office/dialogues/", "/office/dialogues/"),
        ("https://noi-khac.example/", "/office/campaigns/"),
        ("//noi-khac.example/", "/office/campaigns/"),
        ("/\\noi-khac.example/", "/office/campaigns/"),
    ],
)
def test_one_goes_on_to_a_page_of_ours_and_nowhere_else(officer, wanted, reached):
    assert sign_in("thanh-pho", PASSWORD, next=wanted).url == reached


def test_who_is_signed_in_already_is_not_asked_again(officer):
    client = Client()
    sign_in("thanh-pho", PASSWORD, client)

    assert client.get(reverse("sign-in")).url == reverse("campaigns")


def test_signing_out_is_a_form_and_ends_it(officer):
    client = Client()
    sign_in("thanh-pho", PASSWORD, client)

    assert client.get(reverse("sign-out")).status_code == 405
    assert client.post(reverse("sign-out")).url == reverse("board")
    assert client.get(reverse("campaigns")).url.startswith(reverse("sign-in"))


def test_the_sample_staff_may_be_chosen_by_a_button(lan):
    page = Client().get(reverse("sign-in")).content.decode()

    assert 'name="username" value="lan"' in page
    assert "DỮ LIỆU MẪU" in page


def test_real_staff_are_not_offered_to_anybody(admin):
    people.add(login="that", name="Cán bộ thật", password=PASSWORD, by=admin, at=EVENING)

    assert 'value="that"' not in Client().get(reverse("sign-in")).content.decode()
