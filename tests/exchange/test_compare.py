import pytest
from hypothesis import given
from hypothesis import strategies as st

from langnghe.exchange.rules import Line, compare

pytestmark = pytest.mark.nodatabase

LIGHT = Line("05", "Đèn đường thôn 5 hỏng đã lâu")
ROAD = Line("05", "Đường vào thôn lầy lội, đề nghị đổ bê tông")


def test_the_same_lines_change_nothing():
    compared = compare([LIGHT, ROAD], [("a", LIGHT), ("b", ROAD)])

    assert (compared.same, compared.added, compared.reworded, compared.missing) == (((0, "a"), (1, "b")), (), (), ())


def test_a_line_with_a_word_put_right_is_reworded():
    fixed = Line("05", "Đèn đường thôn 5 hỏng đã rất lâu")

    assert compare([fixed, ROAD], [("a", LIGHT), ("b", ROAD)]).reworded == ((0, "a"),)


def test_another_hamlets_line_is_another_opinion():
    assert compare([Line("06", LIGHT.words)], [("a", LIGHT)]).added == (0,)


def test_what_the_new_paper_lacks_is_named_and_not_removed():
    assert compare([LIGHT], [("a", LIGHT), ("b", ROAD)]).missing == ("b",)


def test_said_twice_is_two_voices():
    compared = compare([LIGHT, LIGHT, LIGHT], [("a", LIGHT), ("b", LIGHT)])

    assert (compared.same, compared.added) == (((0, "a"), (1, "b")), (2,))


lines = st.lists(st.builds(Line, st.sampled_from(["", "05"]), st.text(min_size=1, max_size=12)), max_size=8)


@given(lines, lines)
def test_every_line_and_every_known_opinion_is_accounted_for_once(new, old):
    known = list(enumerate(old))

    compared = compare(new, known)

    pairs = [*compared.same, *compared.reworded]
    assert sorted([place for place, _ in pairs] + list(compared.added)) == list(range(len(new)))
    assert sorted([key for _, key in pairs] + list(compared.missing)) == list(range(len(old)))
