"""Whoever alters an answer or a promise behind the record's back is found out."""

import pytest

from langnghe.answers import actions, queries
from langnghe.answers.models import Answer, Draft, Remark
from langnghe.answers.rules import Outcome
from langnghe.commitments import actions as commitments
from langnghe.commitments import queries as promised
from langnghe.commitments.models import Commitment, Serving
from langnghe.ledger.queries import verify
from tests.answers.drafts import good
from tests.conftest import DAY, EVENING
from tests.ledger.tampering import alter

pytestmark = pytest.mark.usefixtures("told")


@pytest.fixture
def told(matter, tuan, minh):
    """Answer a matter twice, each time with a promise, after a draft was given back."""
    unclear = actions.draft(matter=matter, contents=good(Outcome.WILL_DO), by=tuan, at=EVENING)
    actions.give_back(draft=unclear, words="Ghi rõ đoạn nào.", by=minh, at=EVENING)
    for _ in range(2):
        draft = actions.draft(matter=matter, contents=good(Outcome.WILL_DO), by=tuan, at=EVENING)
        commitments.release(draft=draft, by=minh, at=EVENING)


def problems():
    kinds = {"answer drafted", "answer given", "answer given back", "promise made"}
    return verify([*queries.claims(), *promised.claims()], kinds=kinds).problems


def test_as_it_was_written_nothing_is_found():
    assert problems() == []


@pytest.mark.parametrize(
    ("kept", "columns"),
    [
        (Draft, {"words": "Khác."}),
        (Draft, {"due_on": DAY}),
        (Remark, {"words": "Khác."}),
        (Commitment, {"due_on": DAY}),
        (Commitment, {"money": 1}),
    ],
)
def test_no_word_of_it_is_altered_unseen(kept, columns):
    alter(kept.objects.first(), **columns)

    assert problems()


def test_an_answer_does_not_become_another_matters_unseen(other):
    alter(Answer.objects.first(), matter=other)

    assert problems()


def test_a_promise_does_not_serve_another_answer_unseen():
    first, second = Serving.objects.order_by("pk")

    alter(second, commitment=first.commitment)

    assert problems()
