"""Whatever is asked of the register, its lines are those that the records say, in order, each once, page by page."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from langnghe.dialogues import actions as dialogues
from langnghe.matters import actions
from langnghe.matters.actions import Choice
from langnghe.matters.models import Membership
from langnghe.matters.register import Lines
from langnghe.matters.rules import Competence
from langnghe.opinions import actions as opinions
from langnghe.opinions.searching import words_of
from langnghe.people.rules import Role
from langnghe.places import actions as places
from tests.conftest import DAY, EVENING

WORDS = ("Đường hỏng", "Đường tắt đèn", "Rác đầy đường", "Mương tắc", "Cầu gãy", "Đèn hỏng")
UNITS = ("Phòng Kinh tế", "")
ASKED = st.fixed_dictionaries(
    {},
    optional={
        "dialogue": st.sampled_from(["mine", "other", "none"]),
        "hamlet": st.sampled_from(["20035-thon-05", "20035-thon-06", "none"]),
        "topic": st.sampled_from(["infrastructure", "land"]),
        "competence": st.sampled_from(["commune", "city", "central"]),
        "unit": st.sampled_from(["Phòng Kinh tế", "Phòng Văn hóa"]),
        "decided": st.sampled_from(["yes", "no"]),
    },
)
QUERIES = st.sampled_from(["", "duong", "đường hỏng", "d", "h d", "rac", "không có", "12", "!"])
COMMUNES = st.sampled_from([("20035",), ("19804",), ("20035", "19804"), ()])


@pytest.fixture
def rows(said, thao, lan, appointed, binh_dien, huong_an, thon_5, dialogue):
    """Return some 40 lines over two communes, three dialogues and two hamlets, as the records have them."""
    thon_6 = places.add_hamlet(commune=binh_dien, name="Thôn 06", by="a", at=EVENING)
    other = dialogues.plan(commune=binh_dien, hamlets=[thon_6], held_on=DAY + timedelta(days=1), by=lan, at=EVENING)
    there = appointed("ghi-chep", Role.DESK, huong_an)
    away = dialogues.plan(commune=huong_an, hamlets=[], held_on=DAY, by=there, at=EVENING)
    for number in range(42):
        where, by = (away, there) if number % 3 == 0 else (other if number % 3 == 1 else dialogue, thao)
        hamlet = None if where is away else (thon_5, thon_6, None)[number % 4 % 3]
        opinion = said(WORDS[number % 5 if number % 7 else 5], dialogue=where, hamlet=hamlet, by=by)
        opinions.open_one(opinion=opinion, by=by, at=EVENING)
        (matter,) = actions.gather(opinions=[opinion], by=by, at=EVENING)
        if number % 4:
            due_on = DAY + timedelta(days=number % 6) if number % 5 else None
            topic, who = ("infrastructure", "land")[number % 2], (Competence.COMMUNE, Competence.CITY)[number // 2 % 2]
            choice = Choice(topic, "petition", who, UNITS[number // 3 % 2], due_on)
            actions.decide(matter=matter, choice=choice, held_on=DAY, by=by, at=EVENING)
    codes = {dialogue.code: "mine", other.code: "other", away.code: "away"}
    related = ("opinion", "dialogue", "commune")
    return [(row, codes[row.dialogue.code]) for row in Membership.objects.select_related(*related)], codes


def wanted(row, met, narrowed, query):
    """Whether a line is asked for, as one reads it off the line."""
    is_decided = bool(row.competence)
    facts = {"dialogue": met, "hamlet": row.hamlet_code, "topic": row.topic, "unit": row.unit}
    facts |= {"competence": row.competence, "decided": "yes" if is_decided else "no"}
    if any(facts[name] != value for name, value in narrowed.items()):
        return False
    said = words_of(row.opinion.words)
    asked = words_of(query)
    return not query or (bool(asked) and all(any(word.startswith(each) for word in said) for each in asked))


ORDERED = {
    "newest": lambda row: -row.opinion_id,
    "hamlet": lambda row: (row.hamlet_code, row.opinion_id),
    "due": lambda row: (row.due_on, row.opinion_id),
}


def read(lines, size):
    """Return the opinions of a list, read page by page, and check that the way back shows the same."""
    seen, mark = [], ()
    while found := lines.read(mark, backwards=False, size=size):
        if mark:
            back = lines.read(_mark(found[0], lines), backwards=True, size=size)
            assert [row["newest"] for row in back] == seen[: -size - 1 : -1]
        seen += [row["newest"] for row in found]
        mark = _mark(found[-1], lines)
    return seen


def _mark(row, lines):
    return [str(row[name.lstrip("-")]) for name in lines.order]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ASKED, QUERIES, COMMUNES, st.sampled_from(sorted(ORDERED)), st.integers(1, 9))
def test_lines_are_those_asked_for(rows, binh_dien, huong_an, narrowed, query, within, sorted_by, size):
    known, codes = rows
    keys = {"20035": binh_dien.pk, "19804": huong_an.pk}
    communes = [keys[code] for code in within]
    asked = [row for row, met in known if row.commune_id in communes and wanted(row, met, narrowed, query)]
    named = {**narrowed}
    if "dialogue" in named:
        named["dialogue"] = next((code for code, met in codes.items() if met == named["dialogue"]), "none")
    lines = Lines(communes, named, query, sorted_by)

    assert read(lines, size) == [row.opinion_id for row in sorted(asked, key=ORDERED[sorted_by])]
    if communes:
        assert {row["newest"] for row in lines.all()} == {row.opinion_id for row in asked}


def test_the_beginning_of_a_reference_is_found(rows, binh_dien, huong_an):
    row, _met = rows[0][0]
    for query in (row.opinion.reference[:3], row.opinion.reference, f" {row.opinion.reference[:5]} "):
        found = read(Lines([binh_dien.pk, huong_an.pk], {}, query.strip()), 50)
        assert row.opinion_id in found
    assert read(Lines([binh_dien.pk, huong_an.pk], {}, row.opinion.reference + "0"), 50) == []
