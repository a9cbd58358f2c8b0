"""Nothing that has a procedure of its own passes unheld; ordinary petitions mostly do."""

import unicodedata
from collections.abc import Callable

import pytest

from langnghe.language.folding import fold
from langnghe.language.suspicion import suspicions
from langnghe.places.packs import pack

pytestmark = pytest.mark.nodatabase

RULES = pack("vn").suspicion
GUIDED = {"complaint", "denunciation", "crime_tip", "private_dispute"}

typed_both_ways = pytest.mark.parametrize("typed", [str, fold], ids=["with marks", "without marks"])


def held(text: str) -> bool:
    return bool(suspicions(text, RULES))


def kinds(text: str) -> set[str]:
    return {one.kind for one in suspicions(text, RULES)}


@typed_both_ways
def test_everything_said_plainly_is_held(suspicious: list[dict[str, str]], typed: Callable[[str], str]):
    assert [row["text"] for row in suspicious if not held(typed(row["text"]))] == []


@pytest.mark.parametrize(("typed", "least"), [(str, 1.0), (fold, 0.97)], ids=["with marks", "without marks"])
def test_what_is_told_in_other_words_is_held(indirect: list[dict[str, str]], typed: Callable[[str], str], least: float):
    assert sum(held(typed(row["text"])) for row in indirect) / len(indirect) >= least


@typed_both_ways
def test_few_ordinary_petitions_are_held(innocent: list[str], typed: Callable[[str], str]):
    assert sum(held(typed(text)) for text in innocent) / len(innocent) <= 0.15


@typed_both_ways
def test_at_most_three_ordinary_samples_are_held(samples: list[dict[str, str]], typed: Callable[[str], str]):
    ordinary = [row["text"] for row in samples if row["competence"] != "redirect"]

    assert sum(held(typed(text)) for text in ordinary) <= 3


@typed_both_ways
def test_every_sample_that_must_be_redirected_is_held(samples: list[dict[str, str]], typed: Callable[[str], str]):
    assert [row["text"] for row in samples if row["competence"] == "redirect" and not held(typed(row["text"]))] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Khiêú nại việc thu tiền", "complaint"),
        ("Tôi ko đồng ý qđ phạt", "complaint"),
        ("Cán bộ đòi fong bì", "denunciation"),
        ("Cb xã nhũg nhiễu", "denunciation"),
        ("có nguoi bán m.a t.u.ý", "crime_tip"),
        ("bán matuy ở đầu kiệt", "crime_tip"),
        ("TỐ CÁO CHỦ TỊCH XÃ", "denunciation"),
        ("Nhà bên lấn zanh, đề nghị xử lý tranh chấp", "private_dispute"),
    ],
)
def test_hurried_spelling_does_not_hide_it(text: str, kind: str):
    assert kind in kinds(text)


def test_decomposed_letters_and_letters_that_cannot_be_seen_do_not_hide_it():
    assert held(unicodedata.normalize("NFD", "Tôi tố cáo"))
    assert held("Có người bán ma\u200b túy\u00ad")


def test_a_warning_against_crime_is_not_a_crime_but_does_not_cover_one():
    assert not held("Đề nghị xã tuyên truyền phòng chống ma túy trong trường học")
    assert held("Đề nghị xã tuyên truyền phòng chống ma túy. Xóm tôi có người bán ma túy")


def test_the_words_that_say_so_are_shown_as_they_were_said():
    found = suspicions("Muốn có sổ thì phải Phong Bì", RULES)

    assert found[0].kind == "denunciation"
    assert "Phong Bì" in " ".join(found[0].words)


def test_the_kind_with_most_signs_comes_first():
    found = suspicions("Anh em tranh chấp thừa kế, cãi nhau, nhờ hòa giải giúp, tôi sẽ khiếu nại", RULES)

    assert found[0].kind == "private_dispute"
    assert {one.kind for one in found} <= GUIDED


def test_the_rules_speak_only_of_guided_kinds():
    assert {rule.kind for rule in RULES} == GUIDED == {kind.code for kind in pack("vn").kinds if kind.is_guided}
