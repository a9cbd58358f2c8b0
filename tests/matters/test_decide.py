from datetime import date, timedelta

import pytest

from langnghe.matters import actions, queries, rules
from langnghe.matters.actions import Choice
from langnghe.matters.rules import Competence
from langnghe.opinions import actions as opinions
from langnghe.people.rules import Verb
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING

CHOICE = Choice("infrastructure", "petition", Competence.COMMUNE, "Phòng Kinh tế", DAY + timedelta(days=20))


@pytest.fixture
def matter(said, thao):
    opinion = said("Đường thôn hư hỏng")
    opinions.open_one(opinion=opinion, by=thao, at=EVENING)
    return actions.gather(opinions=[opinion], by=thao, at=EVENING)[0]


def test_the_newest_decision_counts_and_the_old_ones_stay(matter, thao):
    actions.decide(matter=matter, choice=CHOICE, held_on=DAY, by=thao, at=EVENING)
    other = Choice("land", "petition", Competence.CITY, "Phòng Kinh tế", None)
    actions.decide(matter=matter, choice=other, held_on=DAY, by=thao, at=EVENING)

    assert queries.matter(matter.code, thao, verb=Verb.READ, on=DAY).topic == "land"
    assert [row.topic for row in queries.decisions(matter)] == ["land", "infrastructure"]


def test_the_unit_sees_its_own_matters_the_most_urgent_first(matter, said, thao, tuan):
    late = said("Đèn đường tắt")
    opinions.open_one(opinion=late, by=thao, at=EVENING)
    (urgent,) = actions.gather(opinions=[late], by=thao, at=EVENING)
    sooner = Choice("infrastructure", "petition", Competence.COMMUNE, "Phòng Kinh tế", DAY + timedelta(days=3))
    actions.decide(matter=matter, choice=CHOICE, held_on=DAY, by=thao, at=EVENING)
    actions.decide(matter=urgent, choice=sooner, held_on=DAY, by=thao, at=EVENING)

    assert list(queries.of_unit(tuan, on=DAY)) == [urgent, matter]


def test_another_units_matter_is_not_seen(matter, thao, tuan):
    other = Choice("education", "petition", Competence.COMMUNE, "Phòng Văn hóa - Xã hội", None)
    actions.decide(matter=matter, choice=other, held_on=DAY, by=thao, at=EVENING)

    assert not queries.of_unit(tuan, on=DAY).exists()
    with pytest.raises(Refused, match="no-such-matter"):
        queries.matter(matter.code, tuan, verb=Verb.READ, on=DAY)


def test_the_secretary_does_not_decide(matter, lan):
    with pytest.raises(Refused, match="not-yours"):
        actions.decide(matter=matter, choice=CHOICE, held_on=DAY, by=lan, at=EVENING)


def test_nothing_is_due_before_it_was_heard(matter, thao):
    choice = Choice("land", "petition", Competence.COMMUNE, "", DAY - timedelta(days=1))

    with pytest.raises(Refused, match="due-before-heard"):
        actions.decide(matter=matter, choice=choice, held_on=DAY, by=thao, at=EVENING)


def test_identical_words_of_two_hamlets_are_one_matter_with_two_voices(matter, said, thao):
    again = said("đường thôn hư hỏng.")
    opinions.open_one(opinion=again, by=thao, at=EVENING)

    assert actions.gather(opinions=[again], by=thao, at=EVENING) == [matter]
    assert queries.voices(matter).count() == 2


def test_working_days_leave_out_days_off():
    friday, off = date(2026, 2, 13), {date(2026, 2, day) for day in (14, 15, 16, 17)}

    assert rules.working_days_after(friday, 2, off.__contains__) == date(2026, 2, 19)
