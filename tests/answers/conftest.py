from datetime import timedelta

import pytest

from langnghe.matters import actions as matters
from langnghe.matters.actions import Choice
from langnghe.matters.rules import Competence
from langnghe.opinions import actions as opinions
from tests.conftest import DAY, EVENING


@pytest.fixture
def matter(said, thao):
    """Return a matter of Thôn 05 that Phòng Kinh tế leads."""
    opinion = said("Đường vào thôn hư hỏng, mưa là lầy.")
    opinions.open_one(opinion=opinion, by=thao, at=EVENING)
    (found,) = matters.gather(opinions=[opinion], by=thao, at=EVENING)
    due_on = DAY + timedelta(days=20)
    choice = Choice("infrastructure", "petition", Competence.COMMUNE, "Phòng Kinh tế", due_on)
    matters.decide(matter=found, choice=choice, held_on=DAY, by=thao, at=EVENING)
    return found


@pytest.fixture
def other(said, thao):
    """Return another matter of the same evening."""
    opinion = said("Cống đầu thôn tắc, nước tràn vào nhà.")
    opinions.open_one(opinion=opinion, by=thao, at=EVENING)
    (found,) = matters.gather(opinions=[opinion], by=thao, at=EVENING)
    return found
