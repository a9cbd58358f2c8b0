from datetime import timedelta

import pytest

from langnghe.people import actions, queries, rules
from langnghe.people.rules import ALLOWED, Grant, Role, Verb
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING, SINCE


def test_without_a_mandate_nothing_is_allowed(admin, binh_dien):
    nobody = actions.add(login="moi", name="", password=None, by=admin, at=EVENING)

    assert not any(queries.may(nobody, verb, binh_dien, on=DAY) for verb in Verb)


def test_a_mandate_reaches_its_place_and_below_and_not_beside(thao, binh_dien, thon_5, huong_an, city):
    reached = [queries.may(thao, Verb.READ, place, on=DAY) for place in (binh_dien, thon_5, huong_an, city)]

    assert reached == [True, True, False, False]


def test_a_mandate_holds_from_its_first_day_until_before_its_last():
    grant = Grant(Role.DESK, "VN/46/", "", SINCE, DAY)
    days = [SINCE - timedelta(days=1), SINCE, DAY - timedelta(days=1), DAY]

    assert [rules.may([grant], Verb.READ, "VN/46/20035/", on=day) for day in days] == [False, True, True, False]


def test_a_stand_in_may_do_the_work_for_those_days_only(thao, huong, admin, binh_dien):
    own = thao.mandates.get()
    until = DAY + timedelta(days=3)
    actions.appoint(
        person=huong,
        role=Role.DESK,
        place=binh_dien,
        valid_from=DAY,
        valid_to=until,
        stands_in_for=own,
        by=admin,
        at=EVENING,
    )

    assert queries.may(huong, Verb.TRIAGE, binh_dien, on=DAY)
    assert not queries.may(huong, Verb.TRIAGE, binh_dien, on=until)


def test_an_ended_mandate_allows_nothing_more(thao, admin, binh_dien):
    actions.end(mandate=thao.mandates.get(), on=DAY, by=admin, at=EVENING)

    assert not queries.may(thao, Verb.READ, binh_dien, on=DAY)


def test_the_administrator_appoints_and_reads_no_opinion(admin, binh_dien):
    assert queries.may(admin, Verb.APPOINT, binh_dien, on=DAY)
    assert not queries.may(admin, Verb.READ, binh_dien, on=DAY)


def test_only_the_administrator_appoints(thao, lan, binh_dien):
    with pytest.raises(Refused, match="not-yours"):
        actions.appoint(person=lan, role=Role.CHAIR, place=binh_dien, valid_from=DAY, by=thao, at=EVENING)


def test_the_unit_officer_sees_the_unit_and_not_the_register(tuan, binh_dien):
    assert queries.units(tuan, on=DAY) == [(binh_dien.path, "Phòng Kinh tế")]
    assert not queries.may(tuan, Verb.READ, binh_dien, on=DAY)


def test_every_verb_has_somebody_and_every_role_something():
    assert set(ALLOWED) == set(Verb)
    assert {role for roles in ALLOWED.values() for role in roles} == set(Role)


def test_a_login_is_taken_once(admin, thao):
    with pytest.raises(Refused, match="login-taken"):
        actions.add(login="THAO", name="", password=None, by=admin, at=EVENING)


def test_only_the_first_person_is_added_by_nobody(admin):
    with pytest.raises(Refused, match="may-not-appoint"):
        actions.add(login="la", name="", password=None, by=None, at=EVENING)


def test_only_the_administrator_adds_staff(thao):
    with pytest.raises(Refused, match="may-not-appoint"):
        actions.add(login="la", name="", password=None, by=thao, at=EVENING)
