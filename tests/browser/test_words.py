"""The small words of a page, and the language they are in."""

from datetime import UTC, date, datetime

import pytest
from django.http import HttpResponse
from django.template import TemplateSyntaxError
from django.test import RequestFactory, override_settings
from django.utils import translation

from langnghe.people.rules import Verb
from langnghe.web import context, languages
from langnghe.web.templatetags import words

pytestmark = pytest.mark.nodatabase

TODAY = date(2026, 11, 29)


@pytest.fixture(autouse=True)
def vietnamese():
    with translation.override("vi"):
        yield


def test_a_moment_is_written_as_people_say_it_on_the_wards_clock():
    assert ">thứ Tư 2/12/2026, 19:00<" in words.when(datetime(2026, 12, 2, 12, 0, tzinfo=UTC))
    assert ">Chủ nhật 29/11/2026<" in words.when(TODAY)
    assert words.when(None) == ""


@pytest.mark.parametrize(
    ("day", "said", "state"),
    [
        (date(2026, 12, 2), "còn 3 ngày", "soon"),
        (date(2026, 12, 3), "còn 4 ngày", "open"),
        (TODAY, "hôm nay", "soon"),
        (date(2026, 11, 27), "trễ 2 ngày", "late"),
    ],
)
def test_a_deadline_says_how_far_it_is(day, said, state):
    drawn = words.due(day, TODAY)

    assert f"<span>{said}</span>" in drawn
    assert f'data-state="{state}"' in drawn


def test_a_deadline_at_an_hour_counts_whole_days_of_the_ward():
    assert "hôm nay" in words.due(datetime(2026, 11, 28, 18, 0, tzinfo=UTC), TODAY)


@pytest.mark.parametrize(("language", "written"), [("vi", "10.000"), ("en", "10,000"), ("pl", "10\xa0000")])
def test_counts_are_grouped_as_the_language_groups_them(language, written):
    with translation.override(language):
        assert words.thousands(10000) == written


def test_a_state_without_a_shape_cannot_be_shown():
    with pytest.raises(KeyError):
        words.state("unheard-of")
    with pytest.raises(TemplateSyntaxError):
        words.icon("unheard-of")


def test_words_people_said_are_never_markup():
    assert "<b>" not in words.state("open", "<b>")


def speak(cookie="", **headers):
    request = RequestFactory().get("/", headers=headers)
    if cookie:
        request.COOKIES[languages.COOKIE] = cookie
    return languages.LanguageMiddleware(lambda _request: HttpResponse(translation.get_language()))(request)


@pytest.mark.parametrize(("cookie", "spoken"), [("pl", "pl"), ("", "vi"), ("xx", "vi"), ("../en", "vi")])
@override_settings(LANGUAGE_CODE="vi")
def test_a_page_speaks_the_language_chosen_on_the_machine_whatever_the_browser_wishes(cookie, spoken):
    response = speak(cookie, accept_language="en-US,en;q=0.9")

    assert response.content.decode() == response.headers["Content-Language"] == spoken
    assert response.headers["Vary"] == "Cookie"


@pytest.mark.parametrize(
    ("asked", "goes"),
    [
        ("/desk/?thon=5", "/desk/?thon=5"),
        ("", "/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example", "/"),
        ("/\\elsewhere.example", "/"),
        ("desk", "/"),
    ],
)
def test_choosing_a_language_comes_back_to_this_ward_only(asked, goes):
    response = languages.choose(RequestFactory().post("/language/", {"language": "en", "next": asked}))

    assert response.url == goes
    assert response.cookies[languages.COOKIE].value == "en"


def test_a_language_nobody_speaks_is_not_kept():
    response = languages.choose(RequestFactory().post("/language/", {"language": "xx", "next": "/"}))

    assert languages.COOKIE not in response.cookies
    assert languages.choose(RequestFactory().get("/language/")).status_code == 405


@override_settings(ROOT_URLCONF="tests.browser.gallery")
def test_the_navigation_shows_a_resident_only_the_board_and_marks_where_one_stands():
    assert [item["name"] for item in context.navigation("/board/", set())] == ["board"]
    staff = {item["name"]: item["current"] for item in context.navigation("/desk/opinions/7/", set(Verb))}
    assert staff["register"] == "true"
    assert [name for name, current in staff.items() if current] == ["register"]


@override_settings(ROOT_URLCONF="tests.browser.gallery")
def test_staff_find_only_the_sections_of_their_own_work():
    assert [item["name"] for item in context.navigation("/", {Verb.APPOINT})] == ["people", "board"]
    assert [item["name"] for item in context.navigation("/", {Verb.SEE_UNIT})] == ["unit", "board"]


@override_settings(ROOT_URLCONF="tests.browser.empty")
def test_a_section_this_installation_lacks_is_left_out():
    assert context.navigation("/", set(Verb)) == []
