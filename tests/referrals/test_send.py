from datetime import timedelta

import pytest

from langnghe.answers import actions as answers
from langnghe.answers.rules import Outcome
from langnghe.matters import actions as matters
from langnghe.matters.actions import Choice
from langnghe.matters.rules import Competence
from langnghe.opinions import actions as opinions
from langnghe.papers import actions as issued
from langnghe.papers import queries as papers
from langnghe.papers.models import Issued
from langnghe.papers.rules import Kind
from langnghe.referrals import actions, queries
from langnghe.refusals import Refused
from tests.answers.drafts import good
from tests.conftest import DAY, EVENING
from tests.papers.signing import issuing_by

REPLY_BY = DAY + timedelta(days=30)


@pytest.fixture
def road(said, thao):
    """Return a matter of a road of the city."""
    opinion = said("Tỉnh lộ qua thôn nhiều ổ gà.")
    opinions.open_one(opinion=opinion, by=thao, at=EVENING)
    (matter,) = matters.gather(opinions=[opinion], by=thao, at=EVENING)
    return matter


def decide(matter, competence, by):
    choice = Choice("infrastructure", "petition", competence, "", None)
    matters.decide(matter=matter, choice=choice, held_on=DAY, by=by, at=EVENING)


def send(matter, chair, by, **facts):
    usual = {"to": "Sở Xây dựng", "reason": "Tỉnh lộ do thành phố quản lý.", "reply_by": REPLY_BY}
    issuing = issuing_by(chair, symbol="PC-UBND")
    return actions.send(matter=matter, issuing=issuing, by=by, at=EVENING, **{**usual, **facts})


def test_a_referral_is_sent_with_an_issued_slip(road, thao, minh):
    decide(road, Competence.CITY, thao)

    referral = send(road, minh, thao)

    assert list(papers.about(road.key, kind=Kind.REFERRAL)) == [referral.paper]
    assert list(queries.of_matter(road)) == [referral]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"to": " "}, "referral-to-nobody"),
        ({"reason": ""}, "no-reason"),
        ({"reply_by": DAY - timedelta(days=1)}, "deadline-passed"),
    ],
)
def test_a_referral_says_to_whom_why_and_until_when(road, thao, minh, facts, code):
    decide(road, Competence.CITY, thao)

    with pytest.raises(Refused, match=code):
        send(road, minh, thao, **facts)
    assert not Issued.objects.exists()


def test_what_the_commune_decides_itself_is_not_sent_away(road, thao, minh):
    with pytest.raises(Refused, match="matter-undecided"):
        send(road, minh, thao)
    decide(road, Competence.COMMUNE, thao)
    with pytest.raises(Refused, match="matter-is-ours"):
        send(road, minh, thao)


def test_the_secretary_sends_nothing(road, thao, minh, lan):
    decide(road, Competence.CITY, thao)

    with pytest.raises(Refused, match="not-yours"):
        send(road, minh, lan)
    assert not Issued.objects.exists()


def test_a_matter_whose_slip_was_withdrawn_is_still_to_be_sent(road, thao, minh):
    decide(road, Competence.CITY, thao)
    draft = answers.draft(matter=road, contents=good(Outcome.REFERRED), by=thao, at=EVENING)
    answers.give(draft=draft, by=minh, at=EVENING)
    referral = send(road, minh, thao)
    assert list(queries.owed(thao, on=DAY)) == []

    issued.withdraw(paper=referral.paper, reason="Ghi sai nơi nhận", by=thao, at=EVENING)

    assert list(queries.owed(thao, on=DAY)) == [road]
