import pytest

from langnghe.web.desk.comparing import differing, words_of

pytestmark = pytest.mark.nodatabase


def marked(text, *others):
    return [words for words, differs in differing(text, words_of(others)) if differs]


def test_only_what_the_other_side_does_not_say_is_marked():
    assert marked("Đèn đường thôn 5 tắt", "Đèn đường thôn 7 tắt rồi") == ["5"]


def test_marks_that_were_not_typed_make_no_difference():
    assert marked("Đèn đường thôn năm", "den duong thon nam") == []


def test_words_that_differ_one_after_another_are_one_piece():
    assert marked("Đường liên thôn sụt lở nặng", "Đường hư") == ["liên thôn sụt lở nặng"]


def test_texts_that_share_nothing_are_not_marked_at_all():
    assert marked("Rác để lâu ngày", "Thiếu chỗ học") == []


@pytest.mark.parametrize("text", ["", "  ", "Đường, thôn 5 (đầu làng)?", "…", "Một hai ba."])
def test_the_pieces_are_the_text(text):
    assert "".join(words for words, _differs in differing(text, words_of(["thôn ba"]))) == text
