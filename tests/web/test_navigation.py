"""Which section of the navigation a page stands in."""

import pytest

from langnghe.people.rules import Verb
from langnghe.web.context import navigation

pytestmark = pytest.mark.nodatabase


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("/desk/", "register"),
        ("/desk/matters/V-1/", "register"),
        ("/desk/triage/", "triage"),
        ("/office/places/20035/", "places"),
        ("/office/password/", None),
        ("/", "board"),
        ("/binh-dien-xa/", "board"),
    ],
)
def test_a_page_marks_its_own_section_or_none(path, section):
    marked = [each["name"] for each in navigation(path, set(Verb)) if each["current"]]

    assert marked == ([section] if section else [])
