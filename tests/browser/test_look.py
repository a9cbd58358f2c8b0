"""The look, as a browser shows it: nothing runs off the page, everything can be read, reached and printed."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.test import override_settings
from playwright.sync_api import expect

from tests.browser import gallery
from tests.browser.served import served

pytestmark = [pytest.mark.browser, pytest.mark.nodatabase]

ROOT = Path(__file__).parents[2]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
# A date typed as "hôm qua" is what the form page is about; Chromium remarks on it.
EXPECTED = "does not conform to the required format"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("look")
    shutil.copytree(ROOT / "src" / "langnghe" / "web" / "static", folder / "static")
    with override_settings(ROOT_URLCONF="tests.browser.gallery"):
        for name in gallery.PAGES:
            (folder / f"{name}.html").write_text(gallery.page(name), "utf-8")
        for language in ("en", "pl"):
            (folder / f"register-{language}.html").write_text(gallery.page("register", language=language), "utf-8")
    with served(folder) as address:
        yield address


@pytest.fixture
def show(browser, site):
    contexts, complaints = [], []

    def look(name, viewport=DESK, **options):
        context = browser.new_context(viewport=viewport, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda line: complaints.append(line.text) if line.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{site}/{name}.html")
        page.evaluate("document.fonts.ready")
        return page

    yield look
    for context in contexts:
        context.close()
    assert [text for text in complaints if EXPECTED not in text] == []


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def choose_letters(page, size):
    page.evaluate(f"localStorage.setItem('langnghe.letters', '{size}')")
    page.reload()
    page.evaluate("document.fonts.ready")


@pytest.mark.parametrize("name", gallery.PAGES)
def test_nothing_runs_off_the_page(show, name):
    for viewport in ({"width": 320, "height": 600}, PHONE, {"width": 768, "height": 900}, DESK):
        page = show(name, viewport)
        assert overflow(page) <= 0, viewport
        choose_letters(page, "largest")
        assert overflow(page) <= 0, f"largest letters, {viewport}"


@pytest.mark.parametrize("name", gallery.PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_read_and_use_the_page(show, name, scheme):
    page = show(name, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(drawer => drawer.open = true)")
    page.evaluate(AXE.read_text("utf-8"))

    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]

    assert [(each["id"], [node["html"][:160] for node in each["nodes"]]) for each in found] == []


def test_letters_and_theme_are_kept_on_the_machine_and_set_before_the_first_letter(show):
    page = show("register", color_scheme="light")
    page.locator("summary").filter(has_text="Hiển thị").click()
    page.get_by_role("button", name="Rất to").click()
    page.get_by_role("button", name="Tối").click()
    page.reload()

    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "25px"
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(26, 23, 21)"
    early = page.locator("head script").first
    assert early.get_attribute("defer") is None
    assert early.get_attribute("type") is None


def test_without_scripts_the_page_works_and_offers_only_what_works(show):
    page = show("opinion", java_script_enabled=False)
    page.locator("summary").filter(has_text="Hiển thị").click()

    expect(page.get_by_role("button", name="English")).to_be_visible()
    expect(page.get_by_text("Rất to")).to_be_hidden()
    page.get_by_role("link", name="Rút ý kiến").first.click()
    expect(page.get_by_role("heading", name="Rút ý kiến này?")).to_be_visible()


def test_a_question_in_front_of_the_page_takes_and_gives_back_the_keyboard(show):
    page = show("opinion")
    opener = page.get_by_role("link", name="Rút ý kiến").first
    opener.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_first_tab_offers_the_way_past_the_navigation_and_every_stop_is_seen(show):
    page = show("register")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"

    for _stop in range(30):
        outline = page.evaluate(
            "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))"
        )
        assert outline[0] == "solid"
        assert outline[1] >= 2
        page.keyboard.press("Tab")


@pytest.mark.parametrize(("viewport", "least"), [(PHONE, 48), (DESK, 24)])
@pytest.mark.parametrize("name", gallery.PAGES)
def test_whatever_is_pressed_is_large_enough_for_a_finger_or_a_mouse(show, name, viewport, least):
    page = show(name, viewport, has_touch=viewport is PHONE)
    page.evaluate("document.querySelectorAll('details').forEach(drawer => drawer.open = true)")

    small = page.evaluate(
        """least => [...document.querySelectorAll(
             'button, .button, summary, select, textarea, .tabs a, .sections a, .tasks a, .ledger .said a,' +
             'input:not([type=hidden], [type=radio], [type=checkbox])')]
           .filter(e => e.checkVisibility()).map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect().height])
           .filter(([, height]) => height < least - 0.5)""",
        least,
    )

    assert small == []


def test_the_board_keeps_the_full_target_at_a_desk_too(show):
    page = show("board")

    assert page.locator("summary:visible").first.evaluate("e => e.getBoundingClientRect().height") >= 48


@pytest.mark.parametrize("name", gallery.PAGES)
def test_stacked_marks_stand_free_of_the_line_above(show, name):
    page = show(name)

    tight = page.evaluate(
        """() => {
          const brush = document.createElement('canvas').getContext('2d')
          return [...document.querySelectorAll('h1,h2,h3,p,a,button,td,th,label,dt,dd,span,blockquote,select,input')]
            .filter(e => e.checkVisibility() && !e.matches('.out-of-sight')).map(e => {
              const s = getComputedStyle(e)
              brush.font = `${s.fontWeight} ${s.fontSize} ${s.fontFamily}`
              const ink = brush.measureText('ỂỮẶậẫỵ')
              const tall = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent
              return [e.tagName + '.' + e.className, tall, parseFloat(s.lineHeight)]
            }).filter(([, tall, line]) => line < tall)
        }"""
    )

    assert tight == []


def test_a_narrow_register_becomes_cards_that_say_what_each_value_is(show):
    page = show("register", PHONE)
    row = page.locator("tbody tr").first

    expect(page.locator("thead")).to_be_hidden()
    label = row.locator("td[data-label='Tình trạng']").evaluate("e => getComputedStyle(e, '::before').content")
    assert label == '"Tình trạng"'
    words, facts = row.locator(".said").bounding_box(), row.locator(".reference").bounding_box()
    assert words["y"] < facts["y"], "the words come before the facts"


def test_the_head_of_a_long_register_stays_in_sight(show):
    page = show("register", {"width": 1280, "height": 500})
    page.locator("tbody tr").last.scroll_into_view_if_needed()
    page.mouse.wheel(0, 4000)

    expect(page.get_by_role("columnheader", name="Lời bà con")).to_be_in_viewport()


@pytest.mark.parametrize("name", ["register", "opinion", "board"])
def test_a_printed_page_is_light_has_no_navigation_and_says_on_every_sheet_that_it_is_sample(show, tmp_path, name):
    page = show(name, color_scheme="dark")
    paper = tmp_path / "paper.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)

    text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True).stdout
    sheets = text.split("\f")[:-1]

    assert all("DỮ LIỆU MẪU" in sheet for sheet in sheets)
    assert "Việc của phòng tôi" not in text
    assert "Hiển thị" not in text
    assert "Xã Mẫu" in sheets[0]
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).color") == "rgb(0, 0, 0)"
