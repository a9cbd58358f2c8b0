"""The country pack: what is in it, what holds on a day, and how a broken one says so."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from langnghe.places.packs import PACKS, Pack, load, pack
from langnghe.refusals import Refused

pytestmark = pytest.mark.nodatabase

TODAY = date(2026, 11, 24)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the Vietnamese pack that a test may break."""
    return Path(shutil.copytree(PACKS / "vn", tmp_path / "vn"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def what_is_wrong(folder: Path) -> dict[str, object]:
    with pytest.raises(Refused, match="pack-broken") as refused:
        load(folder)
    return refused.value.facts


def test_hue_has_its_forty_communes_and_wards():
    units = [unit for unit in pack("vn").units if unit.parent == "46" and not unit.is_sample]

    assert len(units) == 40
    assert {unit.kind for unit in units} == {"commune", "ward"}
    assert all(unit.latitude and unit.longitude and unit.merged_from for unit in units)


def test_there_are_twelve_topics_and_one_for_the_rest():
    topics = pack("vn").topics

    assert len(topics) == 13
    assert topics[-1].code == "other"
    assert all(topic.name("vi") and topic.name("en") and topic.name("pl") and topic.aliases for topic in topics)


def test_every_topic_has_a_rule_that_holds_when_no_other_does():
    general = {topic for rule in pack("vn").competence if not rule.patterns for topic in rule.topics}

    assert general == {topic.code for topic in pack("vn").topics}


def test_a_ward_and_a_commune_have_their_own_lead_units():
    rule = next(rule for rule in pack("vn").competence if rule.code == "land")

    assert rule.unit("ward") == "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert rule.unit("commune") == "Phòng Kinh tế"


def test_a_petition_is_answered_in_fifteen_working_days_and_says_that_this_is_our_own_default():
    clock = pack("vn").deadline("petition_within_competence", "answer")

    assert clock
    assert (clock.amount, clock.unit, clock.from_event, clock.mark) == (
        15,
        "working_day",
        "session_date",
        "house_default",
    )


def test_the_clocks_of_article_43_are_verified():
    notice, result = (pack("vn").deadline("dialogue", step) for step in ("public_notice_before", "publish_result"))

    assert notice
    assert result
    assert (notice.amount, result.amount) == (7, 10)
    assert {notice.mark, result.mark} == {"verified"}


@pytest.mark.parametrize("kind", ["complaint", "denunciation", "crime_tip", "private_dispute"])
def test_every_guided_kind_has_a_slip_in_three_languages(kind: str):
    slip = pack("vn").on(TODAY).procedure(kind)

    assert {"title", "where", "bring", "limit", "clock"} <= {part.part for part in slip}
    assert all(part.text(language) for part in slip for language in ("vi", "en", "pl"))


def test_the_slip_for_a_complaint_says_ninety_days():
    assert any("90 ngày" in part.text("vi") for part in pack("vn").procedure("complaint"))


def test_what_is_not_valid_yet_is_not_there_and_what_always_held_is():
    before, after = pack("vn").on(date(2026, 6, 30)), pack("vn").on(date(2026, 7, 1))

    assert before.deadline("reception_chair", "minimum_frequency") is None
    assert after.deadline("reception_chair", "minimum_frequency")
    assert pack("vn").on(date(2024, 1, 1)).suspicion == pack("vn").suspicion


def test_years_whose_days_off_are_not_announced_are_not_confirmed():
    holidays = pack("vn").holidays

    assert 2027 not in holidays.confirmed
    assert holidays.note


def test_a_pack_nobody_has_is_refused_with_the_ones_there_are():
    with pytest.raises(Refused, match="pack-unknown") as refused:
        pack("xx")

    assert refused.value.facts == {"pack": "xx", "known": "vn"}


def test_a_competence_that_does_not_exist_is_refused_with_its_line(folder: Path):
    change(folder, "competence.csv", "land,land,,both,", "land,land,,ward,")

    facts = what_is_wrong(folder)

    assert (facts["file"], facts["line"]) == ("competence.csv", 2)
    assert "ward" in str(facts["why"])


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("topics.csv", "aliases_vi", "aliases", "no column aliases_vi"),
        ("deadlines.csv", "dialogue,publish_result,10", "dialogue,publish_result,ten", "ten"),
        ("deadlines.csv", ",2026-07-01,", ",1/7/2026,", "1/7/2026"),
        ("suspicion.csv", "denunciation,", "denunciaton,", "denunciaton"),
        ("groups.csv", "neighbour,", "neighbor,", "neighbour"),
        ("pack.toml", 'calendar = "VN"', "", "calendar"),
        ("competence.csv", "tách thửa;", "(tách thửa;", "brackets"),
    ],
)
def test_a_broken_table_says_what_is_wrong(folder: Path, file: str, old: str, new: str, why: str):
    change(folder, file, old, new)

    assert why in str(what_is_wrong(folder)["why"])


def test_a_second_country_needs_no_code(folder: Path, tmp_path: Path):
    for table in ("topics.csv", "kinds.csv", "competence.csv", "procedures.csv", "bodies.csv"):
        text = (folder / table).read_text("utf-8")
        first, rest = text.split("\n", 1)
        (folder / table).write_text(f"{first.replace('_vi', '_uk')}\n{rest}", "utf-8")
    change(folder, "pack.toml", 'language = "vi"', 'language = "uk"')
    change(folder, "pack.toml", "vi = ", "uk = ")

    other: Pack = load(folder)

    assert other.language == "uk"
    assert other.topics[0].name("uk") == other.topics[0].name("xx") == "Đất đai"
