"""Every address of the desk, and everybody who might try it: what nobody has given to a person stays shut."""

import pytest
from django.test import Client
from django.urls import reverse

from langnghe.answers import actions as answers
from langnghe.answers.rules import Outcome
from langnghe.exchange import actions as exchange
from langnghe.exchange.actions import Where
from langnghe.exchange.reading.reader import read_text
from langnghe.matters import actions as grouping
from langnghe.matters.queries import matters
from langnghe.matters.suggesting import suspect
from langnghe.opinions.models import Opinion
from langnghe.papers import actions as papers
from langnghe.papers.rules import Kind
from langnghe.places.models import Place
from langnghe.web.desk.urls import urlpatterns
from tests.answers.drafts import good
from tests.conftest import DAY, EVENING
from tests.papers.signing import issuing_by

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
    "answer": ("get", {"thao", "minh"}),
    "alike": ("get", {"thao", "minh"}),
    "same": ("get", {"thao", "minh"}),
    "same-queue": ("get", {"thao", "minh"}),
    "part": ("post", {"thao", "minh"}),
    "restore": ("post", {"thao", "minh"}),
    "chair": ("get", {"minh"}),
    "owed": ("get", {"thao", "minh"}),
    "give-back": ("post", {"minh"}),
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
    "issue": ("get", {"lan", "thao", "minh", "front"}),
    "issued-papers": ("get", {"lan", "thao", "minh", "front"}),
    "issued-paper": ("get", {"lan", "thao", "minh", "front"}),
    "issued-paper-file": ("get", {"lan", "thao", "minh", "front"}),
    "issued-post": ("post", {"thao", "minh"}),
    "issued-withdraw": ("post", {"thao", "minh"}),
}
EVERYBODY = {"lan", "thao", "minh", "front", "tuan", "officer", "admin"}
SENT = {"aside": {"procedure": "denunciation"}, "attendance": {"present": "1"}, "give-back": {"words": "Ghi rõ hơn."}}
SENT |= {"issued-post": {"where": "Trụ sở", "posted_on": DAY.isoformat()}, "issued-withdraw": {"reason": "Ghi sai"}}
# A list is a page for everybody who may do its work somewhere; a stranger finds only what is theirs in it.
LISTS = {"register", "register-list", "hear-new", "triage", "unit", "same-queue", "chair", "owed", "issued-papers"}
# What is for one kind of work says so to whoever never does it, before it looks for anything; who only reads the matter
# may not draft for it.
REFUSED = {name: {"lan", "front"} for name in ("answer", "issued-post", "issued-withdraw")}
REFUSED |= {**dict.fromkeys(("alike", "same", "part", "restore", "give-back"), EVERYBODY)}


@pytest.fixture(autouse=True)
def a_day_after(monkeypatch):
    monkeypatch.setenv("LANGNGHE_NOW", "2025-10-06T09:00")


@pytest.fixture
def issued(dialogue, thao, minh):
    about = {"kind": Kind.MINUTES, "commune": dialogue.commune, "abouts": [dialogue.key]}
    return papers.issue(**about, issuing=issuing_by(minh), by=thao, at=EVENING)


@pytest.fixture
def addresses(dialogue, said, thao, lan, issued):
    exchange.hear(reading=read_text(UNREAD), into=Where(dialogue.commune, DAY, dialogue), by=lan, at=EVENING)
    held = said(HELD, suspicion=suspect(HELD, held_on=DAY))
    opened = said()
    exchange.open_held(opinion=opened, by=thao, at=EVENING)
    paper = exchange.queries.papers(dialogue)[0]
    piece = exchange.queries.pieces(paper)[0]
    road, lamps, other = _matters(dialogue, said, thao)
    moving = grouping.join(matter=other, into=lamps, by=thao, at=EVENING)
    draft = answers.draft(matter=road, contents=good(Outcome.DONE), by=thao, at=EVENING)
    of_held, of_dialogue = [held.reference], [dialogue.code]
    return {
        "register": [],
        "register-list": ["csv"],
        "hear-new": [],
        "triage": [],
        "unit": [],
        "matter": [road.code],
        "answer": [road.code],
        "alike": [road.code],
        "same": [road.code, lamps.code],
        "same-queue": [],
        "part": [road.code],
        "restore": [moving.key],
        "chair": [],
        "owed": [],
        "give-back": [draft.key],
        "take-up": [*of_dialogue, paper.key, piece.number],
        "paper": [*of_dialogue, "minutes", "docx"],
        "guidance": [*of_held, "denunciation"],
        "correct": of_held,
        "dismiss": of_held,
        "open-held": of_held,
        "aside": of_held,
        "publish": [opened.reference],
        "issue": ["minutes", dialogue.code],
        "issued-papers": [],
        **{name: [issued.key] for name in DOORS if name.startswith("issued-") and name != "issued-papers"},
        **dict.fromkeys(("dialogue", "attendance", "confirm", "hear", "review", "decide-all", "texts"), of_dialogue),
    }


def _matters(dialogue, said, thao):
    for words in ("Đèn đầu thôn tắt.", "Đèn cuối thôn tắt."):
        exchange.open_held(opinion=said(words), by=thao, at=EVENING)
    return matters(dialogue)


def knock(name, addresses, person=None):
    client = Client()
    if person:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    method = getattr(client, DOORS[name][0])
    return method(reverse(name, args=addresses[name]), SENT.get(name, {}))


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
        assert response.status_code in ((200, 303) if name != "part" else (409,))  # nothing was ticked
    else:
        assert response.status_code == (403 if name in LISTS or who in REFUSED.get(name, ()) else 404)
        assert "Đường thôn" not in text(response)
        assert Opinion.objects.count() == before


@pytest.mark.parametrize("name", DOORS)
def test_the_staff_of_another_commune_find_nothing_of_ours(name, addresses, huong):
    response = knock(name, addresses, huong)

    assert response.status_code == (403 if name in {"chair", "give-back"} else 200 if name in LISTS else 404)
    told = text(response)
    assert "Đường thôn" not in told
    assert HELD not in told
    assert "Bình Điền" not in told


@pytest.mark.parametrize(
    "name",
    [
        "matter",
        "answer",
        "same",
        "dialogue",
        "hear",
        "review",
        "decide-all",
        "texts",
        "publish",
        "issue",
        "issued-paper",
    ],
)
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
