"""Which topic an opinion is about, and the words that say so."""

from collections.abc import Callable

import pytest

from langnghe.language.folding import fold
from langnghe.language.topics import suggest_topics, topic_named
from langnghe.places.packs import pack

pytestmark = pytest.mark.nodatabase

TOPICS = pack("vn").topics


def best(text: str) -> str:
    return suggest_topics(text, TOPICS)[0].code


def share(cases: list[dict[str, str]], typed: Callable[[str], str], first: int) -> float:
    hits = [row["topic"] in [one.code for one in suggest_topics(typed(row["text"]), TOPICS)][:first] for row in cases]
    return sum(hits) / len(hits)


@pytest.mark.parametrize("typed", [str, fold], ids=["with marks", "without marks"])
def test_the_samples_find_their_topic(samples: list[dict[str, str]], typed: Callable[[str], str]):
    assert share(samples, typed, 1) >= 0.88
    assert share(samples, typed, 3) >= 0.97


@pytest.mark.parametrize("typed", [str, fold], ids=["with marks", "without marks"])
def test_sentences_from_elsewhere_find_their_topic(topic_cases: list[dict[str, str]], typed: Callable[[str], str]):
    assert share(topic_cases, typed, 1) >= 0.85
    assert share(topic_cases, typed, 3) >= 0.94


def test_the_words_that_led_to_it_are_shown_as_they_were_said():
    suggestion = suggest_topics("Sớm cấp Sổ Đỏ cho bà con", TOPICS)[0]

    assert (suggestion.code, suggestion.words) == ("land", ("cấp Sổ Đỏ",))


def test_the_trouble_beats_the_place():
    assert best("Nắp cống lối vào nhà văn hóa bị vỡ") == "infrastructure"
    assert best("Khu nhà sinh hoạt cộng đồng hay ngập") == "infrastructure"


def test_a_dyke_is_not_a_petition_word():
    assert best("Đê xuống thấp quá") == "infrastructure"
    assert suggest_topics("Đề nghị xem giúp để bà con đỡ khổ", TOPICS) == []
    assert suggest_topics("De nghi xem giup de ba con do kho", TOPICS) == []


@pytest.mark.parametrize("text", ["Nhà văn hoá chưa có ghế đá", "Nhà văn hóa chưa có ghế đá"])
def test_the_tone_may_stand_on_either_vowel(text: str):
    assert suggest_topics(text, TOPICS)[0].words == ("Nhà văn " + text.split()[2], "ghế đá")


def test_words_of_hue_are_known():
    assert best("Kiệt tổ 3 nước đọng không chảy ra hói") == "infrastructure"


def test_the_longest_phrase_wins():
    assert best("Nghĩa trang liệt sĩ cần quét vôi") == "social"


def test_at_most_three_are_suggested_with_shares_that_fall():
    found = suggest_topics("Trường học, trạm y tế, đường thôn, sổ đỏ, rác đều cần quan tâm", TOPICS)

    assert len(found) == 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Văn hóa - thể thao", "culture"),
        ("AN NINH TRẬT TỰ", "security"),
        ("Giao thông", "infrastructure"),
        ("Chuyển đổi số", "digital"),
        ("Chế độ chính sách", "social"),
        ("Nong nghiep", "agriculture"),
        ("Land", "land"),
        ("Grunty i nieruchomości", "land"),
        ("Trồng hoa lan", None),
    ],
)
def test_a_paper_may_call_a_topic_by_another_name(name: str, code: str | None):
    assert topic_named(name, TOPICS) == code
