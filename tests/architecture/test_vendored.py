"""Files made by others are pinned: the `vendored.toml` beside them names version, source, licence and SHA-256."""

import hashlib
import tomllib

import pytest

from tests.architecture.territory import ROOT, SOURCE, here

pytestmark = pytest.mark.nodatabase

FITTING = {"MIT", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Apache-2.0", "MPL-2.0", "OFL-1.1", "Zlib"}
FOREIGN = ("*.min.js", "*.min.css", "*.woff2", "*.ttf", "*.otf")
LISTS = sorted(each for folder in (SOURCE, ROOT / "tests") for each in folder.rglob("vendored.toml"))


@pytest.mark.parametrize("listing", LISTS, ids=here)
def test_the_list_and_the_files_agree(listing):
    pins = tomllib.loads(listing.read_text("utf-8"))["file"]
    beside = {
        each.relative_to(listing.parent).as_posix()
        for each in listing.parent.rglob("*")
        if each.is_file() and each != listing and not is_licence(each)
    }

    assert {each["path"] for each in pins} == beside
    for each in pins:
        file = listing.parent / each["path"]
        assert hashlib.sha256(file.read_bytes()).hexdigest() == each["sha256"], f"{file.name} was altered"
        assert each["licence"] in FITTING, file.name
        assert all(each[fact] for fact in ("name", "version", "source")), file.name
        assert any(map(is_licence, file.parent.iterdir())), f"{file.name} lacks its licence"


def is_licence(file):
    return "LICENSE" in file.name or file.name == "OFL.txt"


def test_nothing_made_by_others_escapes_a_list():
    folders = [each.parent for each in LISTS]
    foreign = (each for root in (SOURCE, ROOT / "tests") for kind in FOREIGN for each in root.rglob(kind))

    assert [here(each) for each in foreign if not any(folder in each.parents for folder in folders)] == []
