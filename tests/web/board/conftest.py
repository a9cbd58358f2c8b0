"""What the evening in Thôn 05 brought before everybody."""

from uuid import UUID

import pytest

from langnghe.answers import actions as answers
from langnghe.commitments import actions as commitments
from langnghe.matters import actions as matters
from langnghe.matters.actions import Choice
from langnghe.matters.rules import Competence
from langnghe.opinions import actions as opinions
from tests.answers.drafts import good
from tests.conftest import DAY, EVENING


@pytest.fixture
def published(said, thao):
    """Return what writes an opinion down, opens it and gives everybody a text of it."""

    def publish(spoken, public, **facts):
        opinion = said(spoken, **facts)
        opinions.open_one(opinion=opinion, by=thao, at=EVENING)
        opinions.publish(opinion=opinion, words=public, is_checked=True, by=thao, at=EVENING)
        return opinion

    return publish


@pytest.fixture
def in_turn(published):
    """Return what publishes texts said one after another, with keys that rise as a hasty device might make them."""

    def publish(count, **facts):
        return [
            published(f"Lời {number:02}", f"Lời {number:02}", key=UUID(int=number), **facts) for number in range(count)
        ]

    return publish


@pytest.fixture
def about(thao):
    """Return what gives opinions their one matter, led by Phòng Kinh tế until twenty days after."""

    def gather(*voices, competence=Competence.COMMUNE, due_on=None):
        first, *others = matters.gather(opinions=voices, by=thao, at=EVENING)
        for other in dict.fromkeys(others):
            if other != first:
                matters.join(matter=other, into=first, by=thao, at=EVENING)
        choice = Choice("infrastructure", "petition", competence, "Phòng Kinh tế", due_on)
        matters.decide(matter=first, choice=choice, held_on=DAY, by=thao, at=EVENING)
        return first

    return gather


@pytest.fixture
def answered(minh):
    """Return what answers a matter officially: drafted and released by the chair."""

    def answer(matter, outcome, **facts):
        draft = answers.draft(matter=matter, contents=good(outcome, **facts), is_checked=True, by=minh, at=EVENING)
        return commitments.release(draft=draft, by=minh, at=EVENING)

    return answer
