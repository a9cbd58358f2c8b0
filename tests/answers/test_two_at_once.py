"""Two people at once, or one whose browser sends again what it sent: one of them is told what became of it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from langnghe.answers import actions
from langnghe.answers.models import Answer, Remark
from langnghe.answers.rules import Outcome
from langnghe.refusals import Refused
from tests.answers.drafts import good
from tests.conftest import EVENING

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer"),
]


def at_once(*verbs):
    """Do all of `verbs` in threads that start together; return what each was refused for, or None."""
    start = Barrier(len(verbs))

    def do(verb):
        start.wait()
        try:
            verb()
        except Refused as refusal:
            return refusal.code
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(verbs)) as threads:
        return list(threads.map(do, verbs))


@pytest.mark.parametrize("round_", range(3))
def test_a_draft_is_released_or_given_back_and_never_both(matter, tuan, minh, round_):
    draft = actions.draft(matter=matter, contents=good(Outcome.DONE), by=tuan, at=EVENING)

    refused = at_once(
        lambda: actions.give(draft=draft, by=minh, at=EVENING),
        lambda: actions.give(draft=draft, by=minh, at=EVENING),
        lambda: actions.give_back(draft=draft, words="Ghi rõ hơn.", by=minh, at=EVENING),
    )

    assert sorted(refused, key=str) == [None, "draft-is-past", "draft-is-past"]
    assert Answer.objects.count() + Remark.objects.count() == 1
