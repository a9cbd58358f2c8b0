"""The scale and what was taken from others, without a browser."""

import hashlib
import re
import tomllib
from itertools import product
from pathlib import Path

import pytest

from langnghe.web.templatetags.words import ICONS, STATES

pytestmark = pytest.mark.nodatabase

WEB = Path(__file__).parents[2] / "src" / "langnghe" / "web"
STATIC = WEB / "static"
PAPERS = ("--paper", "--sheet", "--shade")
TEXT = ("--ink", "--ink-soft", "--brand", "--brand-strong", "--soon", "--late")
BUTTONS = (("--on-brand", "--brand"), ("--on-brand", "--brand-strong"), ("--paper", "--ink"))


def tokens(name):
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", (STATIC / "css" / name).read_text("utf-8")))


LIGHT = tokens("tokens.css")
THEMES = {"light": LIGHT, "dark": {**LIGHT, **tokens("dark.css")}}


def luminance(colour):
    """Relative luminance of "#rrggbb" (WCAG 2.2)."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_dark_paper_names_every_colour_again():
    assert tokens("dark.css").keys() == LIGHT.keys()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "paper"), [*product(TEXT, PAPERS), *BUTTONS])
def test_every_text_can_be_read_on_every_paper(theme, text, paper):
    assert contrast(THEMES[theme][text], THEMES[theme][paper]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", PAPERS)
def test_ink_and_the_edge_of_a_box_are_plain_to_see(theme, paper):
    assert contrast(THEMES[theme]["--ink"], THEMES[theme][paper]) >= 7
    assert contrast(THEMES[theme]["--edge"], THEMES[theme][paper]) >= 3


def test_parts_take_their_colours_from_the_scale():
    parts = [
        path for path in (STATIC / "css").rglob("*.css") if path.name not in ("tokens.css", "dark.css", "print.css")
    ]

    assert [path.name for path in parts if re.search(r"#[0-9a-f]{3,8}\b", path.read_text("utf-8"))] == []


def test_every_style_sheet_is_brought_in_once():
    brought = re.findall(r'@import url\("([^"]+)"\)', (STATIC / "css" / "look.css").read_text("utf-8"))

    found = {path.relative_to(STATIC / "css").as_posix() for path in (STATIC / "css").rglob("*.css")}
    assert sorted(brought) == sorted(found - {"look.css", "dark.css"})


def test_what_was_taken_from_others_is_what_was_taken():
    listed = tomllib.loads((STATIC / "vendor" / "vendored.toml").read_text("utf-8"))["file"]

    for file in listed:
        assert hashlib.sha256((STATIC / "vendor" / file["path"]).read_bytes()).hexdigest() == file["sha256"], file[
            "path"
        ]
    found = {path.relative_to(STATIC / "vendor").as_posix() for path in (STATIC / "vendor").rglob("*.*")}
    licences = {name for name in found if name.endswith(".txt")}
    assert found - licences == {file["path"] for file in listed} | {"vendored.toml"}
    assert {Path(name).parent for name in licences} == {Path(file["path"]).parent for file in listed}


def test_every_icon_a_template_asks_for_is_in_the_sprite():
    asked = {name for page in WEB.rglob("*.html") for name in re.findall(r'{% icon "([^"]+)"', page.read_text("utf-8"))}

    assert asked <= ICONS
    assert {shape for shape, _word in STATES.values()} <= ICONS


def test_no_template_carries_script_or_style_of_its_own():
    for page in WEB.rglob("*.html"):
        source = page.read_text("utf-8")
        markup = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", source)
        assert not re.search(r"<style|\sstyle=|\son\w+=|hx-on|javascript:", markup), page
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", source)), page
