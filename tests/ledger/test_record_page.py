import hashlib
import hmac
import json
import re

import pytest

from tests.ledger.vectors import END, PAGE, START, written

pytestmark = pytest.mark.nodatabase


def vectors():
    """Read the vectors from the page, as somebody would who has nothing else."""
    text = PAGE.read_text("utf-8").partition(START)[2].partition(END)[0]
    return dict(re.findall(r"^(\S[^\n]*):\n((?:  [^\n]*\n)+)", text, re.M))


def test_the_page_shows_what_the_program_computes():
    assert PAGE.read_text("utf-8").partition(START)[2].partition(END)[0].strip() == written().strip()


def test_the_page_alone_is_enough_to_compute_an_entry_again():
    shown = {name: value.strip() for name, value in vectors().items()}
    secret = bytes.fromhex(shown["secret"])
    body: dict = {"facts": {}, "sealed": {}, "v": 1}

    for name in [name.removesuffix(" value") for name in shown if name.endswith(" value")]:
        salt = hmac.new(secret, name.encode(), hashlib.sha256).digest()
        commitment = hmac.new(salt, shown[f"{name} value"].encode(), hashlib.sha256).hexdigest()
        assert (shown[f"{name} salt"], shown[f"{name} commitment"]) == (salt.hex(), commitment)
        group, field = name.split(":")
        body["facts" if group == "fact" else "sealed"][field] = commitment

    assert json.dumps(body, sort_keys=True, separators=(",", ":")) == shown["body"]
    seal = hashlib.sha256(shown["body"].encode()).digest()
    assert shown["seal"] == seal.hex()
    assert shown["leaf hash"] == hashlib.sha256(b"\x00" + seal).hexdigest()
