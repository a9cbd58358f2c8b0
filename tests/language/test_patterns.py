"""The small language in which a pack writes what it looks for."""

import pytest

from langnghe.language.patterns import Marks, PatternError, pattern
from langnghe.language.syllables import read

pytestmark = pytest.mark.nodatabase


def found(source: str, text: str, marks: Marks = Marks.IGNORED, **groups: str) -> list[str]:
    reading = read(text)
    return [reading.words(one.first, one.last) for one in pattern(source, groups, marks).find(reading)]


def test_syllables_stand_one_after_another():
    assert found("sổ đỏ", "Xin cấp Sổ  đỏ sớm") == ["Sổ  đỏ"]
    assert found("sổ đỏ", "Sổ màu đỏ") == []


def test_one_of_several_may_stand():
    assert found("(đòi | xin) tiền", "họ xin tiền rồi đòi tiền") == ["xin tiền", "đòi tiền"]


def test_a_star_spans_six_syllables_and_a_tilde_two():
    assert found("phải * tiền", "phải a b c d e f tiền") == ["phải a b c d e f tiền"]
    assert found("phải * tiền", "phải a b c d e f g tiền") == []
    assert found("phải ~ tiền", "phải a b tiền") == ["phải a b tiền"]
    assert found("phải ~ tiền", "phải a b c tiền") == []


def test_a_gap_does_not_reach_over_the_end_of_a_sentence():
    assert found("phải * tiền", "Phải chờ. Tiền chưa có") == []


def test_both_parts_may_come_in_any_order_within_two_sentences():
    assert found("cán bộ & phong bì", "Phải có phong bì. Cán bộ mới ký") == ["phong bì", "Cán bộ"]
    assert found("cán bộ & phong bì", "Phong bì đây. Trời mưa. Cán bộ về") == []


def test_a_group_is_written_once():
    assert found("{official} ~ nhận", "bí thư có nhận", official="cán bộ | bí thư") == ["bí thư có nhận"]


def test_marks_are_ignored_compared_or_needed():
    assert found("đê", "để bà con chờ", Marks.IGNORED) == ["để"]
    assert found("đê", "để bà con chờ", Marks.COMPARED) == []
    assert found("đê", "de ba con cho", Marks.COMPARED) == ["de"]
    assert found("đê", "de ba con cho", Marks.NEEDED) == []


def test_syllables_written_together_are_found_without_marks():
    assert found("ma túy", "ban matuy") == ["matuy"]


@pytest.mark.parametrize("broken", ["(sổ đỏ", "sổ) đỏ", "", "sổ &", "{nobody} tiền", "sổ [đỏ]"])
def test_what_cannot_be_read_is_refused(broken: str):
    with pytest.raises(PatternError):
        pattern(broken, {})
