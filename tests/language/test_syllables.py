"""A text as a row of syllables."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langnghe.language.syllables import bare, marked, read

pytestmark = pytest.mark.nodatabase


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hòa"), ("thuỷ", "thủy"), ("kỹ", "kĩ"), ("quý", "quí"), ("Sỹ", "sĩ")]
)
def test_two_ways_to_write_a_syllable_are_one(one: str, other: str):
    assert marked(one) == marked(other)
    assert bare(one) == bare(other)


@pytest.mark.parametrize(("one", "other"), [("đê", "đề"), ("đê", "đe"), ("mồ", "mô"), ("kè", "kẻ"), ("thúy", "thúi")])
def test_other_words_stay_other_words(one: str, other: str):
    assert marked(one) != marked(other)


def test_short_forms_of_text_messages_are_undone_without_marks():
    assert bare("fong") == bare("phong")
    assert bare("nhũg") == bare("nhũng")


def test_sentences_end_where_they_end():
    assert read("Đường hư. Xin sửa; cảm ơn!").ends == (2, 4, 6)


def test_letters_spelled_out_with_dots_are_one_syllable():
    assert read("m.a t.ú.y").bare == ("ma", "tuy")


def test_a_text_typed_without_marks_is_known():
    assert read("duong thon hu hong nang").is_unmarked
    assert not read("Đường thôn hư hỏng nặng").is_unmarked


@given(st.text())
def test_every_syllable_stands_where_it_is_said_to(text: str):
    reading = read(text)

    assert len(reading.spans) == len(reading.bare) == len(reading.marked)
    assert all(reading.text[start:end].strip() for start, end in reading.spans)
    assert reading.ends[-1] == len(reading.spans)


@given(st.text())
def test_composed_and_decomposed_letters_read_alike(text: str):
    assert read(unicodedata.normalize("NFD", text)).marked == read(unicodedata.normalize("NFC", text)).marked
