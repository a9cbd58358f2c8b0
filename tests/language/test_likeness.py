"""Which stored texts say the same thing as a new one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langnghe.language.folding import fold
from langnghe.language.likeness import Likeness, same_text_key

pytestmark = pytest.mark.nodatabase

TEXTS = {
    "road": "Đường vào thôn 5 xuống cấp, mùa mưa lầy lội, đề nghị đổ bê tông",
    "waste": "Rác để lâu bốc mùi, xe thu gom ba ngày mới đến một lần",
    "lamp": "Kiệt 12 không có đèn đường, ban đêm rất tối",
    "school": "Trường mầm non thiếu phòng học",
}


def index(texts: dict[str, str]) -> Likeness:
    likeness = Likeness()
    for key, text in texts.items():
        likeness.add(key, text)
    return likeness


def test_the_same_text_is_exactly_one_however_it_is_typed():
    assert index(TEXTS).nearest("  truong mam non THIEU phong hoc. ")[0] == ("school", 1.0)


def test_the_same_wish_in_other_words_comes_first():
    key, score = index(TEXTS).nearest("Xin đổ bê tông đường vào thôn 5 vì mưa lầy lội")[0]

    assert key == "road"
    assert 0.3 < score < 1


def test_nothing_alike_is_not_found():
    assert index(TEXTS).nearest("Xin vay vốn") == []
    assert Likeness().nearest("Xin vay vốn") == []


def test_what_was_removed_is_not_found_again():
    likeness = index(TEXTS)

    likeness.remove("school")
    likeness.remove("school")

    assert likeness.nearest(TEXTS["school"]) == []
    assert len(likeness) == 3


def test_a_new_text_takes_the_place_of_the_old_one():
    likeness = index(TEXTS)

    likeness.add("school", "Chợ chưa có nhà vệ sinh")

    assert likeness.nearest("Chợ chưa có nhà vệ sinh", limit=1) == [("school", 1.0)]
    assert likeness.nearest("Trường mầm non thiếu phòng học") == []


@given(st.permutations(sorted(TEXTS)), st.sampled_from(sorted(TEXTS.values())))
def test_the_order_in_which_texts_came_does_not_matter(order: list[str], asked: str):
    assert index({key: TEXTS[key] for key in order}).nearest(asked + " nữa") == index(TEXTS).nearest(asked + " nữa")


@given(st.text(min_size=1))
def test_every_text_finds_itself(text: str):
    found = index({**TEXTS, "own": text}).nearest(text)

    assert not any(letter.isalnum() for letter in fold(text)) or found[0][1] == 1.0


def test_only_identical_texts_share_a_key():
    assert same_text_key(" Đường  thôn hư. ") == same_text_key("đường thôn hư") == same_text_key("Đường thôn hư…")
    assert same_text_key("Đường thôn hư") != same_text_key("Duong thon hu")
    assert same_text_key("Đường thôn 1 hư") != same_text_key("Đường thôn 2 hư")
