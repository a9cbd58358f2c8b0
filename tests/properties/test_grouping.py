"""Whatever is joined and parted, in whatever order: no voice is lost, and taking everything back restores the start."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from langnghe.matters import actions, queries
from langnghe.opinions import actions as opinions
from langnghe.refusals import Refused
from tests.conftest import EVENING

WORDS = ("Đường hỏng", "Đèn tắt", "Rác đầy", "Mương tắc", "Cầu gãy")
STEPS = st.lists(st.tuples(st.sampled_from(["join", "part"]), st.integers(0, 9), st.integers(0, 9)), max_size=8)


@pytest.fixture
def matters(said, thao):
    heard = [said(words) for words in WORDS for _ in range(2)]
    for opinion in heard:
        opinions.open_one(opinion=opinion, by=thao, at=EVENING)
    return list(dict.fromkeys(actions.gather(opinions=heard, by=thao, at=EVENING)))


def partition():
    """Return which voices stand together now."""
    together = {}
    for member in queries.Membership.objects.all():
        together.setdefault(member.matter_id, set()).add(member.opinion_id)
    return together


def take(step, known, by):
    """Take one step; None where a rule refuses it."""
    verb, one, other = step
    origin, target = known[one % len(known)], known[other % len(known)]
    try:
        if verb == "join":
            return actions.join(matter=origin, into=target, by=by, at=EVENING)
        voices = list(queries.voices(origin))
        return actions.part(opinions=voices[: 1 + other % 2], matter=origin, by=by, at=EVENING)
    except Refused:
        return None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_no_voice_is_lost_and_taking_all_back_restores_the_start(matters, thao, steps):
    with transaction.atomic():
        before, known, movings = partition(), list(matters), []
        for step in steps:
            if moving := take(step, known, thao):
                movings.append(moving)
                known.append(moving.target)
            assert sorted(voice for each in partition().values() for voice in each) == sorted(
                voice for each in before.values() for voice in each
            )
        for moving in reversed(movings):
            actions.restore(moving=moving, by=thao, at=EVENING)

        assert partition() == before
        transaction.set_rollback(True)
