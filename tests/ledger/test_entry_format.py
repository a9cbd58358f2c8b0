import hashlib
import hmac
import json
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from langnghe.ledger import rules
from langnghe.refusals import Refused

pytestmark = pytest.mark.nodatabase

SECRET = bytes(range(32))
ABOUT = UUID("8a3e6a52-3df0-4b6a-9d4b-0f6f1f6f7c11")
MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"

texts = st.text(st.characters(exclude_categories=["Cs"]))
whole = st.integers(-rules.LARGEST, rules.LARGEST)
values = st.recursive(
    st.none() | st.booleans() | whole | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcđê\ue000\U0001f600"), inner, max_size=3),
    max_leaves=8,
)


def normal(value):
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [normal(inner) for inner in value]
    return {normal(name): normal(inner) for name, inner in value.items()} if isinstance(value, dict) else value


@given(values)
def test_a_canonical_value_is_rfc_8785_in_one_unicode_form(value):
    try:
        said = rules.canonical(value)
    except Refused:
        assert len(set(map(normal, value if isinstance(value, dict) else {}))) != len(value)
    else:
        assert said == rfc8785.dumps(normal(value))


@pytest.mark.parametrize("letter", MARKED + MARKED.upper())
def test_the_same_letter_typed_in_two_ways_is_not_an_alteration(letter):
    apart = unicodedata.normalize("NFD", letter)

    assert rules.commitment(SECRET, "fact:words", apart) == rules.commitment(SECRET, "fact:words", letter)


@pytest.mark.parametrize(
    "value", [1.5, 1.0, float("nan"), 2**53, -(2**53), b"bytes", {1: "a"}, [0.1], "\ud800", object()]
)
def test_what_json_cannot_keep_exactly_is_refused(value):
    with pytest.raises(Refused, match="cannot-be-sealed"):
        rules.canonical(value)


def test_two_names_that_become_one_are_refused():
    with pytest.raises(Refused, match="cannot-be-sealed"):
        rules.canonical({"\u00e9": 1, "e\u0301": 2})


@given(st.dictionaries(st.text("abcxyz_09"), texts, max_size=5))
def test_a_body_is_rfc_8785_too(facts):
    body = rules.entry_body(SECRET, {"kind": "opinion heard"}, facts)

    assert body == rfc8785.dumps(json.loads(body))
    assert rules.opened(body)[1].keys() == facts.keys()


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200))
def test_our_hmac_is_everybody_s_hmac(key, message):
    assert rules.hmac_sha256(key, message) == hmac.digest(key, message, "sha256")


def test_a_commitment_is_an_hmac_under_a_salt_of_the_field():
    salt = hmac.new(SECRET, b"fact:words", hashlib.sha256).digest()
    expected = hmac.new(salt, '"Xin chào"'.encode(), hashlib.sha256).hexdigest()

    assert rules.commitment(SECRET, "fact:words", "Xin chào") == expected


def test_fields_and_facts_of_one_name_have_salts_of_their_own():
    sealed, facts = rules.opened(rules.entry_body(SECRET, {"kind": "x"}, {"kind": "x"}))

    assert sealed["kind"] != facts["kind"]


def test_time_is_whole_seconds_in_any_zone():
    here = datetime(2026, 3, 1, 19, 30, 0, 999_999, tzinfo=timezone(timedelta(hours=7)))

    assert rules.seconds(here) == rules.seconds(datetime(2026, 3, 1, 12, 30, tzinfo=UTC)) == 1772368200


def test_time_without_a_zone_is_refused():
    with pytest.raises(Refused, match="cannot-be-sealed"):
        rules.seconds(datetime(2026, 3, 1))  # noqa: DTZ001


def test_a_body_shows_none_of_what_it_seals():
    sealed = rules.sealed_fields(
        kind="opinion heard", log="20035", about=ABOUT, by="officer", at=datetime(2026, 3, 1, tzinfo=UTC), prev=b""
    )

    body = rules.entry_body(SECRET, sealed, {"words": "Xin chào"}).decode()

    assert not [value for value in map(str, [*sealed.values(), "Xin chào"]) if value and value in body]


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"facts":{},"sealed":{},"v":2}', b"\xff"])
def test_other_bytes_are_not_a_body(body):
    with pytest.raises(ValueError):  # noqa: PT011
        rules.opened(body)
