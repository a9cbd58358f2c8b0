from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from langnghe.answers import actions as answers
from langnghe.answers.rules import Outcome
from langnghe.campaigns import actions as campaigns
from langnghe.campaigns.queries import meant_by
from langnghe.dialogues import actions as dialogues
from langnghe.dialogues import queries as dialogue_queries
from langnghe.exchange import actions as exchange
from langnghe.insights import queries
from langnghe.insights.clocks import State
from langnghe.insights.coverage import coverage, of_dialogue, states
from langnghe.matters import queries as matters
from langnghe.opinions import actions as opinions
from langnghe.opinions.rules import Channel
from langnghe.papers import actions as papers
from langnghe.papers.actions import Issuing
from langnghe.people.models import Mandate
from langnghe.places import actions as places
from tests.answers.drafts import good
from tests.conftest import DAY, EVENING


@pytest.fixture
def hamlets(binh_dien):
    return [places.add_hamlet(commune=binh_dien, name=f"Thôn 0{n}", by="lan", at=EVENING) for n in range(1, 6)]


@pytest.fixture
def campaign(binh_dien, hamlets, lan):
    return campaigns.plan(
        commune=binh_dien, name="Mùa thu", starts_on=DAY, ends_on=DAY, hamlets=hamlets, by=lan, at=EVENING
    )


@pytest.fixture
def meet(binh_dien, campaign, lan):
    def meet(*hamlets, on=DAY):
        return dialogues.plan(commune=binh_dien, hamlets=hamlets, held_on=on, campaign=campaign, by=lan, at=EVENING)

    return meet


@pytest.fixture
def hear(lan, thao):
    def hear(dialogue, words="Đường hỏng"):
        facts = {"key": uuid4(), "words": words, "hamlet": None, "channel": Channel.HALL, "heard_at": EVENING}
        opinions.record(dialogue=dialogue, **facts, by=lan, at=EVENING)
        exchange.confirm(dialogue=dialogue, by=thao, at=EVENING)
        return matters.matters(dialogue).order_by("-pk")[0]

    return hear


@pytest.fixture
def tell(thao, minh):
    def tell(matter):
        draft = answers.draft(matter=matter, contents=good(Outcome.DONE), is_checked=True, by=thao, at=EVENING)
        answers.give(draft=draft, by=minh, at=EVENING)

    return tell


def standing(campaign):
    return [row.state for row in coverage(meant_by(campaign))]


def test_each_hamlet_is_unplanned_planned_held_minuted_or_answered(campaign, hamlets, meet, hear, tell, lan):
    _, second, third, fourth, fifth = hamlets
    meet(second)
    dialogues.hold(dialogue=meet(third), present=40, by=lan, at=EVENING)
    hear(meet(fourth), "Chợ thiếu nước sạch")
    tell(hear(meet(fifth)))

    assert standing(campaign) == ["unplanned", "planned", "held", "minuted", "answered"]
    assert states([campaign])[campaign.pk] == dict.fromkeys(standing(campaign), 1)


def test_a_dialogue_is_answered_only_when_everything_said_there_is(campaign, hamlets, meet, hear, tell):
    evening = meet(hamlets[0])
    tell(hear(evening))
    hear(evening, "Chợ thiếu nước sạch")

    row = coverage(meant_by(campaign))[0]
    assert (row.state, row.heard, row.answered) == ("minuted", 2, 1)


def test_what_was_called_off_leaves_its_hamlets_without_a_plan(campaign, hamlets, meet, thao):
    dialogues.call_off(dialogue=meet(*hamlets), reason="Bão", by=thao, at=EVENING)

    assert standing(campaign) == ["unplanned"] * 5
    assert states([campaign])[campaign.pk] == {"unplanned": 5}


def test_a_hamlet_that_was_heard_stays_heard_when_another_evening_is_planned(campaign, hamlets, meet, lan):
    dialogues.hold(dialogue=meet(hamlets[0]), present=40, by=lan, at=EVENING)
    meet(hamlets[0], on=DAY + timedelta(days=20))

    assert standing(campaign)[0] == "held"
    assert states([campaign])[campaign.pk]["held"] == 1


def test_what_a_hamlet_became_speaks_for_it_even_twice_over(campaign, hamlets, meet, lan):
    first, second, third, *_ = hamlets
    one = places.merge(places=[first, second], name="Thôn A", on=DAY, basis="", by="a", at=EVENING)
    later = DAY + timedelta(days=1)
    both = places.merge(places=[one, third], name="Thôn B", on=later, basis="", by="a", at=EVENING)
    dialogues.hold(dialogue=meet(both, on=later), present=40, by=lan, at=EVENING)

    rows = coverage(meant_by(campaign))
    assert [row.state for row in rows[:4]] == ["held", "held", "held", "unplanned"]
    assert [[heir.name for heir in row.heirs] for row in rows[:4]] == [["Thôn B"], ["Thôn B"], ["Thôn B"], []]
    assert states([campaign])[campaign.pk] == {"held": 3, "unplanned": 2}


def test_coverage_asks_the_same_few_questions_however_much_there_is(
    campaign, hamlets, meet, hear, django_assert_num_queries
):
    for hamlet in hamlets:
        hear(meet(hamlet))
    meant = meant_by(campaign)

    with django_assert_num_queries(1):
        coverage(meant)
    with django_assert_num_queries(1):
        states([campaign])


@pytest.fixture
def announce(minh):
    def announce(dialogue, on):
        minh_signs = Mandate.objects.get(person=minh)
        facts = {"symbol": "TB-UBND", "signatory": minh_signs, "title": "Thông báo", "form": "docx"}
        issuing = Issuing(
            number=on.toordinal() % 9000 + 1, on=on, content=b"PK", postings=(("Nhà văn hóa", on),), **facts
        )
        at = datetime.combine(on, time(9), tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
        return dialogues.give_notice(dialogues=[dialogue], issuing=issuing, by=minh, at=at)

    return announce


def test_both_clocks_run_for_a_conference(hamlets, meet, announce):
    evening = meet(hamlets[0], on=DAY + timedelta(days=9))
    announce(evening, DAY)

    (row,) = of_dialogue(evening)
    assert row.notice(DAY).state is State.MET
    assert row.result(DAY).state is State.NONE
    assert row.result(DAY + timedelta(days=9)).state is State.DUE
    assert row.result(DAY + timedelta(days=20)).state is State.LATE


def test_a_notice_of_a_day_that_was_changed_does_not_count(hamlets, meet, announce, thao):
    evening = meet(hamlets[0], on=DAY + timedelta(days=9))
    announce(evening, DAY)
    to = replace(dialogue_queries.arrangement(evening), held_on=DAY + timedelta(days=10))
    dialogues.reschedule(dialogue=evening, to=to, by=thao, at=EVENING + timedelta(days=2))
    assert of_dialogue(evening)[0].notice(DAY + timedelta(days=2)).state is State.SOON

    announce(evening, DAY + timedelta(days=4))
    assert of_dialogue(evening)[0].notice(DAY + timedelta(days=4)).state is State.MET_LATE


def test_a_notice_of_another_day_does_not_count_however_late_it_is_posted(hamlets, meet, announce, thao):
    evening = meet(hamlets[0], on=DAY + timedelta(days=9))
    paper = announce(evening, DAY)
    to = replace(dialogue_queries.arrangement(evening), held_on=DAY + timedelta(days=20))
    dialogues.reschedule(dialogue=evening, to=to, by=thao, at=EVENING)

    papers.post(paper=paper, where="Trụ sở", on=DAY + timedelta(days=1), by=thao, at=EVENING + timedelta(days=1))

    assert of_dialogue(evening)[0].notice(DAY + timedelta(days=1)).state is State.DUE


def test_what_waits_is_not_minuted_yet(dialogue, said):
    said()

    progress = queries.progress_of([dialogue])[dialogue.pk]

    assert (progress.waiting, progress.is_minuted) == (1, False)
