"""What is called sure must be; what is about the same thing stands among the first three."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import grouping
from langnghe.language.folding import fold
from langnghe.language.likeness import Band, Likeness

pytestmark = pytest.mark.nodatabase

ROAD = "Đường vào thôn 5 xuống cấp, mùa mưa lầy lội, đề nghị đổ bê tông"

with (Path(__file__).parent / "cases" / "minimal_pairs.csv").open(encoding="utf-8", newline="") as file:
    PAIRS = [(row["one"], row["other"]) for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def crowd() -> Likeness:
    """Return the samples among 1,000 texts that look like one of them and are another."""
    return grouping.index(grouping.samples() | grouping.others(1_000))


def bands(stored: str, asked: str) -> list[Band]:
    return [one.band for one in grouping.index({"stored": stored}).near(asked)]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_small_difference_that_matters_is_never_sure(one: str, other: str):
    assert Band.SURE not in bands(one, other)
    assert Band.SURE not in bands(other, one)
    assert fold(one) == fold(other) or Band.SURE not in bands(one, fold(other))


@pytest.mark.parametrize("kinds", grouping.VARIATIONS.values(), ids=grouping.VARIATIONS)
def test_the_same_opinion_typed_otherwise_is_found_and_nothing_else_is_sure(crowd: Likeness, kinds):
    outcomes = grouping.asked(crowd, grouping.questions(kinds, 1))

    assert sum(one.place is not None for one in outcomes) >= 0.95 * len(outcomes)
    assert sum(one.wrong for one in outcomes) == 0


def test_the_same_opinion_in_other_words_is_found_but_not_sure(crowd: Likeness):
    outcomes = grouping.asked(crowd, grouping.reworded())

    assert sum(one.place is not None for one in outcomes) >= 0.95 * len(outcomes)
    assert sum(one.sure for one in outcomes) == 0


def test_others_that_look_like_a_sample_are_not_sure():
    known = grouping.index(grouping.samples())

    assert [text for text in grouping.others(1_000).values() if grouping.is_sure(known, text)] == []


@pytest.mark.parametrize(
    "asked",
    [
        ROAD,
        fold(ROAD).upper(),
        "Đường vào thôn 05 xuống cấp - mùa mưa lầy lội; đề nghị đổ bê tông!",
        "Ddường vào thôn 5 xuốgn cấp, mùa mưa lầy lội, đề nghịj đổ bê tông",
        "Đưòng vào thôn 5 xuống cap, mùa mưa lầy lội, đề nghị đỗ bê tông",
    ],
)
def test_the_same_words_are_sure_however_they_are_typed(asked: str):
    assert bands(ROAD, asked) == [Band.SURE]


@pytest.mark.parametrize(
    "asked",
    [
        "Thôn 06: " + ROAD,
        ROAD.replace("thôn 5", "thôn 6"),
        ROAD.replace("thôn 5", "thôn5"),
        ROAD + ", làm cống",
        ROAD.replace("đề nghị", "không"),
        "Mùa mưa lầy lội, đường vào thôn 5 xuống cấp, đề nghị đổ bê tông",
        ROAD + "?",
    ],
)
def test_other_words_are_unsure(asked: str):
    assert bands(ROAD, asked) == [Band.UNSURE]


def test_of_two_texts_that_fit_neither_is_sure_and_a_closer_one_is():
    likeness = grouping.index({"one": "Thôn Hà thiếu nước", "other": "Thôn Hạ thiếu nước"})

    assert [one.band for one in likeness.near("thon ha thieu nuoc")] == [Band.UNSURE, Band.UNSURE]
    assert next((one.key, one.band) for one in likeness.near("Thôn Hạ thiếu nước.")) == ("other", Band.SURE)


def test_all_texts_that_are_one_are_sure():
    likeness = grouping.index({"first": ROAD, "second": ROAD + ".", "third": ROAD.replace("5", "7")})

    assert [(one.key, one.band) for one in likeness.near(fold(ROAD))] == [
        ("first", Band.SURE),
        ("second", Band.SURE),
        ("third", Band.UNSURE),
    ]


def test_keys_to_be_passed_over_are():
    likeness = grouping.index({"own": ROAD, "other": ROAD})

    assert [one.key for one in likeness.near(ROAD, without={"own"})] == ["other"]


def test_words_of_another_language_are_not_taken_for_slips():
    assert bands("We have no water in the village", "We have now water in the village") == [Band.UNSURE]


def test_nothing_far_away_is_suggested():
    assert grouping.index(grouping.samples()).near("Xin mua bảo hiểm cho thuyền đánh cá") == []


def test_the_words_that_led_to_it_are_given_as_they_were_asked():
    found = grouping.index(grouping.samples()).near("Bến NGUYỄN HỮU CẢNH ngập cục bộ")

    assert found[0].key == "OP082"
    assert "NGUYỄN HỮU CẢNH" in " ".join(found[0].shared)
    assert len(found[0].shared) <= 3


@given(st.permutations(sorted(grouping.samples())[:12]), st.sampled_from(sorted(grouping.samples())[:12]))
def test_the_order_in_which_texts_came_does_not_matter(order: list[str], asked: str):
    samples = grouping.samples()
    text = samples[asked] + " nữa"

    assert grouping.index({key: samples[key] for key in order}).near(text) == grouping.index(
        {key: samples[key] for key in sorted(order)}
    ).near(text)


@given(st.text(min_size=1))
def test_a_text_is_sure_of_itself(text: str):
    found = grouping.index({"own": text}).near(text)

    assert not any(letter.isalnum() for letter in fold(text)) or [one.band for one in found] == [Band.SURE]
