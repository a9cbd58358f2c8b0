"""The board as everybody reads it: on a phone, in the dark, without scripts, on a wall."""

import pytest

from tests.browser.conftest import DESKTOP

SMALL = {"width": 320, "height": 700}
HAMLET, COMMUNE = "/thon/mau-xa-thon-03/", "/mau-xa/"
PAGES = ("/", COMMUNE, f"{COMMUNE}?state=late", f"{COMMUNE}?q=rac", HAMLET, "/thon/mau-xa-thon-22/")


def of_dialogue(page):
    """Return the address of the dialogue that the commune's page leads to."""
    page.goto(COMMUNE)
    return page.locator("#dialogues a").first.get_attribute("href")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [SMALL, DESKTOP], ids=["small", "wide"])
def test_everybody_can_read_every_page_of_the_board(open_page, accessible, size, scheme):
    page = open_page(size, bypass_csp=True, color_scheme=scheme)

    for address in (*PAGES, of_dialogue(page)):
        page.goto(address)
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_a_number_leads_to_its_list_and_a_paper_comes_home_without_a_script(open_page):
    page = open_page(java_script_enabled=False)
    page.goto(COMMUNE)
    page.get_by_role("link", name="17 ý kiến").click()
    assert page.locator(".matter").count() > 10

    page.goto(HAMLET)
    with page.expect_download() as download:
        page.locator("#papers ~ ul a").first.click()
    assert download.value.suggested_filename.endswith(".docx")


def test_a_hamlet_s_page_prints_as_a_poster_with_its_address(page):
    page.goto(HAMLET)
    address = page.locator(".poster__address")
    assert not address.is_visible()
    letters = "parseFloat(getComputedStyle(document.querySelector('.quotation__words')).fontSize)"
    page.emulate_media(media="print")

    assert address.is_visible()
    assert HAMLET in address.inner_text()
    assert page.evaluate(letters) >= 24  # 18 pt
    assert not page.locator("#papers").is_visible()
    assert not page.locator("nav.where").is_visible()


def test_a_poster_says_no_days_left_but_that_something_is_late(page):
    page.goto(f"{of_dialogue(page)}?hamlet=Thôn 01")
    page.emulate_media(media="print")
    shown = page.locator(".poster").inner_text()

    assert "trễ" in shown
    assert "còn" not in shown.replace("còn để", "")


@pytest.mark.parametrize("language", ["en", "pl"])
def test_peoples_words_stay_vietnamese_in_every_language(open_page, server, language):
    page = open_page()
    page.context.add_cookies([{"name": "langnghe_language", "value": language, "url": server}])
    page.goto(HAMLET)

    assert page.locator("html").get_attribute("lang") == language
    assert set(page.locator(".quotation__words, .reply__words").evaluate_all("all => all.map(one => one.lang)")) == {
        "vi"
    }
