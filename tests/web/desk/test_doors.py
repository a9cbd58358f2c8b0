"""Every address of the desk, and everybody who might try it: what nobody has given to a person stays shut."""

import pytest
from django.test import Client
from django.urls import reverse

from langnghe.exchange import actions as exchange
from langnghe.exchange.actions import Where
from langnghe.exchange.reading.reader import read_text
from langnghe.matters.queries import matters
from langnghe.matters.suggesting import suspect
from langnghe.opinions.models import Opinion
from langnghe.places.models import Place
from langnghe.web.desk.urls import urlpatterns
from tests.conftest import DAY, EVENING

pytestmark = pytest.mark.django_db
HELD = "Tôi tố cáo ông cán bộ địa chính nhận tiền phong bì của dân."
UNREAD = (
    "BIÊN BẢN\nI. Ý kiến của Nhân dân\n1. Rác để lâu ngày.\nII. Kết luận\nGiao Văn phòng tổng hợp, theo dõi, đôn đốc."
)

# What each may do: GET where the page can be looked at, POST where it only writes. 2xx and 3xx are open doors.
DOORS = {
    "register": ("get", {"lan", "thao", "minh", "front"}),
    "register-list": ("get", {"lan", "thao", "minh", "front"}),
    "hear-new": ("get", {"lan", "thao"}),
    "triage": ("get", {"lan", "thao"}),
    "unit": ("get", {"tuan", "thao", "minh"}),
    "matter": ("get", {"lan", "thao", "minh", "front"}),
    "dialogue": ("get", {"lan", "thao", "minh", "front"}),
    "attendance": ("post", {"lan", "thao"}),
    "confirm": ("post", {"lan", "thao", "minh"}),
    "hear": ("get", {"lan", "thao"}),
    "review": ("get", {"lan", "thao", "minh"}),
    "take-up": ("post", {"lan", "thao"}),
    "paper": ("get", {"lan", "thao", "minh", "front"}),
    "decide-all": ("get", {"thao", "minh"}),
    "texts": ("get", {"thao", "minh"}),
    "correct": ("get", {"lan", "thao"}),
    "dismiss": ("post", {"lan", "thao"}),
    "open-held": ("post", {"lan", "thao"}),
    "aside": ("get", {"lan", "thao"}),
    "guidance": ("get", {"lan", "thao"}),
    "publish": ("get", {"thao", "minh"}),
}
# A list is a page for everybody who may do its work somewhere; a stranger finds only what is theirs in it.
LISTS = {"register", "register-list", "hear-new", "triage", "unit"}


@pytest.fixture(autouse=True)
def a_day_after(monkeypatch):
    monkeypatch.setenv("LANGNGHE_NOW", "2025-10-06T09:00")


@pytest.fixture
def addresses(dialogue, said, thao, lan):
    exchange.hear(reading=read_text(UNREAD), into=Where(dialogue.commune, DAY, dialogue), by=lan, at=EVENING)
    held = said(HELD, suspicion=suspect(HELD, held_on=DAY))
    opened = said()
    exchange.open_held(opinion=opened, by=thao, at=EVENING)
    paper = exchange.queries.papers(dialogue)[0]
    piece = next(each for each in exchange.queries.pieces(paper) if each.role == "unread")
    of_held, of_dialogue = [held.reference], [dialogue.code]
    return {
        "register": [],
        "register-list": ["csv"],
        "hear-new": [],
        "triage": [],
        "unit": [],
        "matter": [matters(dialogue)[0].code],
        "take-up": [*of_dialogue, paper.key, piece.number],
        "paper": [*of_dialogue, "minutes", "docx"],
        "guidance": [*of_held, "denunciation"],
        "correct": of_held,
        "dismiss": of_held,
        "open-held": of_held,
        "aside": of_held,
        "publish": [opened.reference],
        **dict.fromkeys(("dialogue", "attendance", "confirm", "hear", "review", "decide-all", "texts"), of_dialogue),
    }


def knock(name, addresses, person=None):
    client = Client()
    if person:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    method = getattr(client, DOORS[name][0])
    data = {"procedure": "denunciation"} if name == "aside" else {"present": "1"} if name == "attendance" else {}
    return method(reverse(name, args=addresses[name]), data)


def text(response):
    return b"".join(response.streaming_content if response.streaming else [response.content]).decode("utf-8", "ignore")


def test_every_address_is_on_this_list():
    assert {each.name for each in urlpatterns} == set(DOORS)


@pytest.mark.parametrize("name", DOORS)
def test_nobody_enters_without_signing_in(name, addresses):
    response = knock(name, addresses)

    assert response.status_code == 302
    assert response.url.startswith(reverse("sign-in"))


@pytest.mark.parametrize("name", DOORS)
@pytest.mark.parametrize("who", ["lan", "thao", "minh", "front", "tuan", "officer", "admin"])
def test_each_enters_where_their_mandate_reaches_and_nowhere_else(name, who, addresses, request):
    before = Opinion.objects.count()
    response = knock(name, addresses, request.getfixturevalue(who))

    if who in DOORS[name][1]:
        assert response.status_code in (200, 303)
    else:
        assert response.status_code == (403 if name in LISTS else 404)
        assert "Đường thôn" not in text(response)
        assert Opinion.objects.count() == before


@pytest.mark.parametrize("name", DOORS)
def test_the_staff_of_another_commune_find_nothing_of_ours(name, addresses, huong):
    response = knock(name, addresses, huong)

    assert response.status_code == (200 if name in LISTS else 404)
    told = text(response)
    assert "Đường thôn" not in told
    assert HELD not in told
    assert "Bình Điền" not in told


@pytest.mark.parametrize("name", ["matter", "dialogue", "hear", "review", "decide-all", "texts", "publish"])
def test_a_page_says_whose_it_is_and_whether_it_is_a_sample(name, addresses, thao, binh_dien):
    Place.objects.filter(pk=binh_dien.pk).update(is_sample=True)
    response = knock(name, addresses, thao)

    assert response.context["place_name"] == "Xã Bình Điền"
    assert response.context["sample"]


@pytest.mark.parametrize("name", [name for name, (method, _who) in DOORS.items() if method == "post"])
def test_what_writes_is_not_done_by_looking(name, addresses, thao):
    client = Client()
    client.force_login(thao, backend="django.contrib.auth.backends.ModelBackend")

    assert client.get(reverse(name, args=addresses[name])).status_code == 405


@pytest.mark.parametrize("name", [name for name in DOORS if name not in LISTS - {"hear-new"}])
def test_no_other_site_can_write_in_our_name(name, addresses, thao):
    client = Client(enforce_csrf_checks=True)
    client.force_login(thao, backend="django.contrib.auth.backends.ModelBackend")

    assert client.post(reverse(name, args=addresses[name])).status_code in (403, 405)


def test_a_mandate_that_has_ended_opens_nothing(addresses, lan, admin):
    from langnghe.people import actions as people

    people.end(mandate=lan.mandates.get(), on=DAY, by=admin, at=EVENING)

    assert knock("register", addresses, lan).status_code == 403
    assert knock("dialogue", addresses, lan).status_code == 404
