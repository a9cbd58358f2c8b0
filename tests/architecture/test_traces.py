"""The repository speaks of the product alone: no path, host or habit of the place where somebody worked on it."""

import re

import pytest

from tests.architecture.territory import ROOT, here

pytestmark = pytest.mark.nodatabase

TEXT = {
    ".py",
    ".md",
    ".toml",
    ".html",
    ".css",
    ".js",
    ".po",
    ".in",
    ".lock",
    ".csv",
    ".json",
    ".txt",
    ".yml",
    ".svg",
    "",
}
FOLDERS = ("src", "tests", "docs", "script", "bench", "requirements", ".ci")
TRACES = re.compile(
    r"(?<![\w.])/(work|farm|root|home/\w+)/|pypi\.org|pythonhosted|npmjs\.(org|com)|deb\.debian\.org|crates\.io|"
    r"\b(TODO|FIXME|XXX)\b"
)


def written_files():
    yield from (each for each in ROOT.iterdir() if each.is_file() and each.suffix in TEXT)
    for folder in FOLDERS:
        for each in (ROOT / folder).rglob("*"):
            is_ours = not {"vendor", "__pycache__", "architecture"} & set(each.parts)
            if is_ours and each.is_file() and each.suffix in TEXT:
                yield each


def test_no_file_tells_where_it_was_written():
    told = [
        f"{here(file)}: {found[0]}"
        for file in written_files()
        if (found := TRACES.search(file.read_text("utf-8", errors="replace")))
    ]

    assert told == []
