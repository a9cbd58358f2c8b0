"""The first page anybody sees: open, in Vietnamese, readable by all."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE


def test_the_first_page_answers_by_itself_in_vietnamese(page):
    answer = page.goto("/")

    assert answer.status == 200
    assert answer.request.redirected_from is None
    assert page.locator("html").get_attribute("lang") == "vi"


def test_the_first_page_fits_a_phone(phone, screenshot):
    phone.goto("/")

    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert screenshot(phone, "front-page-phone").exists()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_everybody_can_read_the_first_page(open_page, accessible, size):
    page = open_page(size, bypass_csp=True)
    page.goto("/")

    accessible(page)
