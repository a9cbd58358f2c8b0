import re

import pytest

from tests.architecture.territory import TEMPLATES, calls, here, python_files

pytestmark = pytest.mark.nodatabase

FORBIDDEN = {
    "inline style": r"<style\b|\sstyle=",
    "inline script": r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")",
    "inline handler": r"<[^>]*\s(on[a-z]+|hx-on[\w:.-]*)=",
    "script address": r"(?i)javascript:",
    "unescaped text": r"\|\s*(safe|safeseq)\b|autoescape\s+off",
    "code in an attribute": r"hx-(vals|headers|vars)=\"\s*(js|javascript):",
    "something from elsewhere": r"<(script|link|img|iframe|source|form)\b[^>]*\b(src|href|action)=\"(https?:)?//",
}


@pytest.mark.parametrize("file", sorted(TEMPLATES.rglob("*.html")), ids=here)
@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(file, what):
    assert not re.search(FORBIDDEN[what], file.read_text("utf-8")), f"{here(file)} holds {what}"


def test_no_code_declares_text_safe():
    """`format_html` escapes what it is given; `mark_safe` believes it."""
    believed = [
        here(file, call.lineno)
        for file in python_files("src")
        for name in ("mark_safe", "SafeString", "SafeText")
        for call in calls(file, name)
    ]

    assert believed == []
