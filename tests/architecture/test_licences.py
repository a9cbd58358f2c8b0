import re
from importlib import metadata

import pytest

from tests.architecture.territory import PROJECT, ROOT

pytestmark = pytest.mark.nodatabase

FITTING = re.compile(r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|LGPL|Lesser|Unlicense|zlib", re.I)
UNFIT = re.compile(r"GPL-2\.0-only|GPLv2(?! or)|proprietary|non-?commercial", re.I)
READ_BY_HAND = {"pysqlite3": "zlib"}  # names no licence, and carries its text
PACKAGES = re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / "base.lock").read_text("utf-8"), re.M)


def licence(package):
    about = metadata.metadata(package)
    by_hand = READ_BY_HAND.get(package, "")
    classifiers = [each for each in about.get_all("Classifier", []) if each.startswith("License")]
    return " ".join([by_hand, about.get("License-Expression") or "", (about.get("License") or "")[:80], *classifiers])


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_the_product_carries_fits_its_licence(package):
    try:
        text = licence(package)
    except metadata.PackageNotFoundError:
        pytest.skip(f"{package} is not for this machine")

    assert FITTING.search(text), f"{package}: {text}"
    assert not UNFIT.search(text), f"{package}: {text}"


def test_the_product_s_own_licence_is_the_one_it_names():
    assert PROJECT["project"]["license"] == "AGPL-3.0-or-later"
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text("utf-8")[:200]


def test_every_direct_need_is_locked_with_its_hash():
    for name in ("base", "test", "check", "build"):
        lock = (ROOT / "requirements" / f"{name}.lock").read_text("utf-8")
        pins = re.findall(r"^[\w.\[\],-]+==\S+", lock, re.M)
        assert len(pins) == len(re.findall(r"^[\w.\[\],-]+==[^\n]*\\\n\s+--hash=sha256:", lock, re.M)), name
