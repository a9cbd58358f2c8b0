"""What an official answer must say. The words are checked by the pack's formulas elsewhere; here nothing is empty."""

from datetime import timedelta

import pytest

from langnghe.answers.rules import Contents, Outcome, check
from langnghe.refusals import Refused
from tests.answers.drafts import good
from tests.conftest import DAY

pytestmark = pytest.mark.nodatabase


def says_nothing(text):
    return ("sẽ quan tâm",) if text == "Xã sẽ quan tâm." else ()


@pytest.mark.parametrize("outcome", Outcome)
def test_a_good_answer_of_each_outcome_passes(outcome):
    check(good(outcome).needed(), today=DAY, empty=says_nothing)


@pytest.mark.parametrize(
    ("outcome", "lacks", "code"),
    [
        (Outcome.DONE, {"words": " "}, "answer-without-words"),
        (Outcome.DONE, {"done_on": None}, "answer-without-day"),
        (Outcome.DONE, {"done_on": DAY + timedelta(days=1)}, "act-in-the-future"),
        (Outcome.PARTLY, {"done_on": None}, "answer-without-day"),
        (Outcome.PARTLY, {"reason": ""}, "answer-without-reason"),
        (Outcome.WILL_DO, {"due_on": None}, "answer-without-deadline"),
        (Outcome.WILL_DO, {"due_on": DAY - timedelta(days=1)}, "deadline-passed"),
        (Outcome.WILL_DO, {"owner": ""}, "answer-without-owner"),
        (Outcome.WILL_DO, {"money": 0}, "money-impossible"),
        (Outcome.WILL_DO, {"source": ""}, "money-without-source"),
        (Outcome.NOT_POSSIBLE, {"reason": ""}, "answer-without-reason"),
        (Outcome.NOT_POSSIBLE, {"whom": ""}, "answer-without-address"),
        (Outcome.REFERRED, {"whom": ""}, "answer-without-address"),
        (Outcome.REFERRED, {"due_on": None}, "answer-without-deadline"),
        (Outcome.GUIDED, {"reason": ""}, "answer-without-reason"),
        (Outcome.GUIDED, {"whom": ""}, "answer-without-address"),
    ],
)
def test_an_answer_that_lacks_something_is_refused(outcome, lacks, code):
    with pytest.raises(Refused, match=code):
        check(good(outcome, **lacks).needed(), today=DAY, empty=says_nothing)


@pytest.mark.parametrize("outcome", Outcome)
def test_empty_words_are_refused_with_the_formula(outcome):
    with pytest.raises(Refused, match="answer-says-nothing") as refused:
        check(good(outcome, words="Xã sẽ quan tâm."), today=DAY, empty=says_nothing)
    assert refused.value.facts == {"formulas": "“sẽ quan tâm”"}


def test_an_empty_reason_is_none():
    with pytest.raises(Refused, match="answer-says-nothing"):
        check(good(Outcome.NOT_POSSIBLE, reason="Xã sẽ quan tâm."), today=DAY, empty=says_nothing)


def test_only_what_the_outcome_asks_for_is_kept():
    told = Contents(**{**vars(good(Outcome.WILL_DO)), "outcome": Outcome.DONE, "done_on": DAY, "reason": "vì"}).needed()

    assert (told.owner, told.money, told.due_on, told.reason) == ("", None, None, "")
    assert told.done_on == DAY
