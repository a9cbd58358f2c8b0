import pytest

from langnghe.campaigns import actions as campaigns
from langnghe.dialogues import actions, queries
from langnghe.ledger.queries import verify
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING


@pytest.fixture
def campaign(binh_dien, thon_5, thao):
    return campaigns.plan(
        commune=binh_dien, name="Đợt mẫu", starts_on=DAY, ends_on=DAY, hamlets=[thon_5], by=thao, at=EVENING
    )


@pytest.fixture
def bodies(campaign, thao):
    return campaigns.invite(campaign=campaign, codes=["cell", "women"], by=thao, at=EVENING)


@pytest.fixture
def evening(binh_dien, thon_5, campaign, lan):
    return actions.plan(commune=binh_dien, hamlets=[thon_5], held_on=DAY, campaign=campaign, by=lan, at=EVENING)


def test_how_many_came_of_each_body_is_counted(evening, campaign, bodies, lan):
    cell, women = bodies
    actions.hold(dialogue=evening, present=60, women=31, bodies={cell: 7, women: 12}, by=lan, at=EVENING)

    assert queries.presence(evening) == {cell.pk: 7, women.pk: 12}
    assert [(each.body, each.code, each.present) for each in queries.met(campaign)] == [
        (cell.pk, evening.code, 7),
        (women.pk, evening.code, 12),
    ]


def test_a_correction_is_a_new_count_and_touches_no_other_body(evening, campaign, bodies, lan):
    cell, women = bodies
    actions.hold(dialogue=evening, present=60, bodies={cell: 70, women: 12}, by=lan, at=EVENING)
    actions.hold(dialogue=evening, present=60, bodies={cell: 7}, by=lan, at=EVENING)
    actions.hold(dialogue=evening, present=61, by=lan, at=EVENING)

    assert queries.presence(evening) == {cell.pk: 7, women.pk: 12}
    assert sum(each.present for each in queries.met(campaign)) == 19
    assert queries.attendance(evening).present == 61


def test_a_body_that_sent_nobody_was_not_met(evening, campaign, bodies, lan):
    actions.hold(dialogue=evening, present=60, bodies={bodies[0]: 0}, by=lan, at=EVENING)

    assert queries.met(campaign) == []


@pytest.mark.parametrize(
    "facts", [{"present": -1}, {"present": 5, "women": 6}, {"present": 5, "women": -1}, {"present": 5, "invited": -2}]
)
def test_impossible_numbers_are_refused(dialogue, lan, facts):
    with pytest.raises(Refused, match="attendance-impossible"):
        actions.hold(dialogue=dialogue, **facts, by=lan, at=EVENING)


def test_a_body_is_counted_where_it_was_invited(dialogue, evening, bodies, lan):
    with pytest.raises(Refused, match="body-not-invited"):
        actions.hold(dialogue=dialogue, present=5, bodies={bodies[0]: 1}, by=lan, at=EVENING)
    with pytest.raises(Refused, match="attendance-impossible"):
        actions.hold(dialogue=evening, present=5, bodies={bodies[0]: -1}, by=lan, at=EVENING)


def test_the_record_holds_every_count(evening, bodies, lan):
    actions.hold(dialogue=evening, present=60, by=lan, at=EVENING)
    actions.hold(dialogue=evening, present=60, bodies=dict.fromkeys(bodies, 4), by=lan, at=EVENING)

    assert verify(queries.claims(), kinds={"dialogue held"}).problems == []
