"""Who may decide, and which office leads."""

import pytest

from langnghe.language.competence import suggest_competence
from langnghe.places.packs import pack

pytestmark = pytest.mark.nodatabase

RULES = pack("vn").competence


@pytest.mark.parametrize(
    ("text", "topic", "competence"),
    [
        ("Quốc lộ 49B hư hỏng", "infrastructure", "central"),
        ("Thoát nước trên Tỉnh lộ 16", "infrastructure", "city"),
        ("Quy hoạch treo 20 năm", "land", "city"),
        ("Xin vào khu tái định cư", "land", "city"),
        ("Điện hạ thế xuống cấp", "infrastructure", "utility"),
        ("Cáp viễn thông chùng thấp", "infrastructure", "utility"),
        ("Phụ cấp người hoạt động ở thôn quá thấp", "cadres", "central"),
        ("Hát karaoke ồn ào", "security", "commune"),
        ("Có mua bán ma túy", "security", "redirect"),
        ("Đường trong khu dân cư xuống cấp", "infrastructure", "both"),
    ],
)
def test_the_catalogue_is_followed(text: str, topic: str, competence: str):
    suggestion = suggest_competence(text, topic, RULES, "ward")

    assert suggestion
    assert suggestion.competence == competence


def test_most_samples_go_where_they_were_sent(samples: list[dict[str, str]]):
    found = [suggest_competence(row["text"], row["topic"], RULES, "ward") for row in samples]

    right = sum(
        one is not None and one.competence == row["competence"] for one, row in zip(found, samples, strict=True)
    )
    assert right / len(samples) >= 0.9


def test_it_says_by_which_rule_and_words():
    suggestion = suggest_competence("Xin được tách thửa đất cho con", "land", RULES, "ward")

    assert suggestion
    assert (suggestion.rule, suggestion.words) == ("land-registry", ("tách thửa",))
    assert suggestion.city_department == "Sở Nông nghiệp và Môi trường"


def test_a_ward_and_a_commune_have_other_units():
    units = [one.unit for kind in ("ward", "commune") if (one := suggest_competence("Ồn ào", "security", RULES, kind))]

    assert units == ["Công an phường", "Công an xã"]


def test_a_topic_without_any_rule_suggests_nothing():
    assert suggest_competence("Trời đẹp", "weather", RULES, "ward") is None
