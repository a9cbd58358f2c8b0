"""Whatever is decided, joined, parted and taken back: a line of the register holds what the records say, no more."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from langnghe.matters import actions
from langnghe.matters.actions import Choice
from langnghe.matters.models import Decision, Membership
from langnghe.matters.rules import NEVER, Competence
from langnghe.opinions import actions as opinions
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING

WORDS = ("Đường hỏng", "Đèn tắt", "Rác đầy", "Mương tắc")
CHOICES = (
    Choice("infrastructure", "petition", Competence.COMMUNE, "Phòng Kinh tế", DAY + timedelta(days=9)),
    Choice("environment", "petition", Competence.CITY, "", None),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["decide", "join", "part", "restore"]), st.integers(0, 9), st.integers(0, 9)), max_size=9
)


@pytest.fixture
def heard(said, thao):
    found = [said(words, **({"hamlet": None} if number else {})) for words in WORDS for number in range(2)]
    for opinion in found:
        opinions.open_one(opinion=opinion, by=thao, at=EVENING)
    return found


def recorded(line):
    """Return what a line must hold, as the records of its opinion and its matter say."""
    decision = Decision.objects.filter(matter=line.matter).order_by("-pk").first()
    decided = ("", "", "", NEVER)
    if decision:
        decided = (decision.topic, decision.competence, decision.unit, decision.due_on or NEVER)
    opinion = line.opinion
    return (opinion.commune_id, opinion.dialogue_id, opinion.hamlet.code if opinion.hamlet else "", *decided)


def kept(line):
    return (line.commune_id, line.dialogue_id, line.hamlet_code, line.topic, line.competence, line.unit, line.due_on)


def take(step, known, movings, by):
    """Take one step, unless a rule refuses it."""
    verb, one, other = step
    matter = known[one % len(known)]
    try:
        if verb == "decide":
            actions.decide(matter=matter, choice=CHOICES[other % 2], held_on=DAY, by=by, at=EVENING)
        elif verb == "join":
            movings.append(actions.join(matter=matter, into=known[other % len(known)], by=by, at=EVENING))
        elif verb == "part":
            voices = [line.opinion for line in Membership.objects.filter(matter=matter)[: 1 + other % 2]]
            movings.append(actions.part(opinions=voices, matter=matter, by=by, at=EVENING))
            known.append(movings[-1].target)
        elif movings:
            actions.restore(moving=movings[other % len(movings)], by=by, at=EVENING)
    except Refused:
        pass


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_a_line_holds_what_the_records_say(heard, thao, steps):
    with transaction.atomic():
        known, movings = list(dict.fromkeys(actions.gather(opinions=heard, by=thao, at=EVENING))), []
        for step in steps:
            take(step, known, movings, thao)
            for line in Membership.objects.select_related("opinion__hamlet", "matter"):
                assert kept(line) == recorded(line)
        transaction.set_rollback(True)


def test_words_that_are_said_again_take_over_what_was_decided(heard, said, thao):
    (matter,) = set(actions.gather(opinions=heard[:2], by=thao, at=EVENING))
    actions.decide(matter=matter, choice=CHOICES[0], held_on=DAY, by=thao, at=EVENING)
    again = said(WORDS[0])
    opinions.open_one(opinion=again, by=thao, at=EVENING)
    actions.gather(opinions=[again], by=thao, at=EVENING)

    line = Membership.objects.get(opinion=again)
    assert (line.unit, line.competence) == ("Phòng Kinh tế", "commune")
