import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from langnghe.ledger import actions as ledger
from langnghe.ledger import rules
from langnghe.ledger.models import Entry, Pending, Secret
from langnghe.ledger.writing import action
from langnghe.refusals import Refused
from tests.ledger.lines import EVENING, FACTS, write

pytestmark = pytest.mark.django_db


def test_an_entry_is_sealed_and_waits_for_its_place():
    about = uuid4()

    entry = write(about=about)

    kept = Entry.objects.select_related("secret").get()
    sealed = rules.sealed_fields(kind="opinion heard", log="20035", about=about, by="officer", at=EVENING, prev=b"")
    assert bytes(kept.body) == entry.body == rules.entry_body(bytes(kept.secret.secret), sealed, FACTS)
    assert bytes(kept.seal) == rules.seal(entry.body)
    assert Pending.objects.get().entry == kept
    assert (kept.key, kept.kind, kept.about, kept.by, kept.at) == (
        entry.key,
        "opinion heard",
        about,
        "officer",
        EVENING,
    )


def test_an_entry_names_the_one_before_it_about_the_same():
    about = uuid4()

    first = write(about=about)
    write(about=uuid4())
    second = write(about=about, kind="opinion corrected")

    assert (bytes(first.prev), bytes(second.prev)) == (b"", first.seal)


def test_two_entries_about_the_same_words_look_nothing_alike():
    first, second = write(about=uuid4()), write(about=uuid4())

    assert not set(re.findall(rb"[0-9a-f]{64}", first.body)) & set(re.findall(rb"[0-9a-f]{64}", second.body))


def test_time_is_kept_to_the_second_as_it_is_sealed():
    write(about=uuid4(), at=EVENING + timedelta(microseconds=7))

    assert Entry.objects.get().at == EVENING


def test_nothing_is_recorded_outside_an_action():
    with pytest.raises(Refused, match="not-in-an-action"), transaction.atomic():
        ledger.record("opinion heard", log="20035", about=uuid4(), by="officer", at=EVENING, facts={})


def test_a_fact_that_cannot_be_sealed_leaves_nothing_behind():
    with pytest.raises(Refused, match="cannot-be-sealed"):
        write(about=uuid4(), facts={"share": 0.5})

    assert Entry.objects.count() == Secret.objects.count() == 0


def test_an_action_that_fails_takes_its_entry_with_it():
    @action
    def half(*, by, at):
        write(about=uuid4())
        raise Refused("too-late")

    with pytest.raises(Refused, match="too-late"):
        half(by="officer", at=EVENING)

    assert Entry.objects.count() == 0


def test_an_action_that_is_refused_inside_another_leaves_the_other_whole():
    @action
    def half(*, by, at):
        write(about=uuid4())
        raise Refused("too-late")

    @action
    def whole(*, by, at):
        with pytest.raises(Refused):
            half(by=by, at=at)
        write(about=uuid4())

    whole(by="officer", at=EVENING)

    assert Entry.objects.count() == 1


@pytest.mark.nodatabase
def test_an_action_takes_keywords_only():
    with pytest.raises(TypeError, match="opinion"):

        @action
        def hear(opinion, *, by, at): ...


@pytest.mark.nodatabase
@pytest.mark.parametrize("missing", ["by", "at"])
def test_an_action_says_by_whom_and_when(missing):
    source = f"def hear(*, words, {'at' if missing == 'by' else 'by'}): ..."
    names: dict = {}
    exec(source, names)

    with pytest.raises(TypeError, match=missing):
        action(names["hear"])
