import random
from uuid import uuid4

import pytest
from django.db import connection

from langnghe.ledger import actions as ledger
from langnghe.ledger import guards, integration, queries
from langnghe.ledger.models import Entry, Pending, Position
from langnghe.ledger.rules import Claim
from langnghe.ledger.writing import action
from tests.ledger.lines import EVENING, FACTS, claimed, write, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def abouts():
    """Five lines, three of them in a first checkpoint and two in a second."""
    first = written(3)
    integration.integrate()
    second = written(2)
    integration.integrate()
    return first + second


@action
def set_aside(*, about, by="officer", at=EVENING):
    write(about=about, kind="opinion set aside", facts={"kind": "denunciation"})
    ledger.erase_secrets(about=about)


def tamper(sql, *values):
    """Do what an administrator of the database could do."""
    guards.remove()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE" if connection.vendor == "postgresql" else "SELECT 1")
        cursor.execute(sql, values)
        assert cursor.rowcount


def found(abouts):
    return queries.verify(claimed(abouts)).problems


def test_a_whole_record_has_no_problem(abouts):
    report = queries.verify(claimed(abouts))

    assert report.problems == []
    assert report.ok
    assert report.entries == 5
    assert report.heads == queries.heads()
    assert len(report.head) == 64


def test_an_empty_record_is_whole():
    assert queries.verify([]).ok


def test_what_still_waits_is_no_problem(abouts):
    assert not found(abouts + written(2))


def test_a_claim_that_differs_is_found_with_the_names_that_differ(abouts):
    about = abouts[2]
    entry = Entry.objects.get(about=about)
    claims = [*claimed(abouts[:2]), Claim("opinion heard", about, {**FACTS, "words": "Tốt cả rồi.", "extra": 1})]

    report = queries.verify([*claims, *claimed(abouts[3:])])

    assert [(key, what.split(": ")[1]) for key, what in report.problems] == [(str(entry.key), "extra, words")]


def test_a_row_without_an_entry_is_found(abouts):
    assert len(found([*abouts, uuid4()])) == 1


def test_the_same_row_claimed_twice_is_found(abouts):
    assert len(found([*abouts, abouts[0]])) == 1


def test_an_entry_whose_row_is_gone_is_found(abouts):
    assert [key for key, _ in found(abouts[1:])] == [str(Entry.objects.get(about=abouts[0]).key)]


def test_rows_of_a_kind_that_are_all_gone_are_found(abouts):
    assert len(queries.verify([], kinds=["opinion heard"]).problems) == 5


def test_several_entries_of_a_kind_about_the_same_find_their_own_claims(abouts):
    claims = claimed(abouts)
    for words in ("một", "hai", "ba"):
        write(about=abouts[0], kind="opinion corrected", facts={"words": words})
        claims.append(Claim("opinion corrected", abouts[0], {"words": words}))

    assert queries.verify(random.sample(claims, len(claims))).problems == []


def test_an_erased_secret_is_in_order_where_a_later_entry_says_why(abouts):
    set_aside(about=abouts[1])
    claims = claimed([abouts[0], *abouts[2:]])

    report = queries.verify([*claims, Claim("opinion set aside", abouts[1], {"kind": "denunciation"})])

    assert report.problems == []
    assert not ledger.Secret.objects.filter(entry__about=abouts[1], entry__kind="opinion heard").exists()


def test_a_lost_secret_is_found(abouts):
    tamper("DELETE FROM ledger_secret WHERE entry_id = %s", Entry.objects.get(about=abouts[0]).id)

    assert [key for key, _ in found(abouts)] == [str(Entry.objects.get(about=abouts[0]).key)]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "opinion opened"),
        ("by", "somebody"),
        ("at", EVENING.replace(day=2)),
        ("about", uuid4()),
        ("prev", b"1" * 32),
    ],
)
def test_a_changed_field_of_an_entry_is_found(abouts, column, value):
    entry = Entry.objects.get(about=abouts[0])
    guards.remove()
    Entry.objects.filter(pk=entry.pk).update(**{column: value})

    assert str(entry.key) in dict(found(abouts))


def test_a_body_changed_with_its_seal_is_found_by_the_signed_root(abouts):
    target, other = Entry.objects.filter(about__in=abouts[:2])
    guards.remove()
    Entry.objects.filter(pk=target.pk).update(
        kind=other.kind, about=other.about, body=other.body, seal=other.seal, prev=other.prev
    )

    assert any("3" in what for _, what in found(abouts))


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM ledger_position WHERE log_id = '20035' AND index = 1",
        "UPDATE ledger_position SET index = 99 WHERE log_id = '20035' AND index = 4",
        "DELETE FROM ledger_checkpoint WHERE size = 5",
        "UPDATE ledger_checkpoint SET root = seal FROM ledger_entry WHERE size = 3",
        "UPDATE ledger_checkpoint SET note = replace(note, '3', '4') WHERE size = 3",
    ],
)
def test_a_change_of_the_tree_is_found(abouts, sql):
    tamper(sql.replace("index =", '"index" =').replace("SET index", 'SET "index"'))

    assert found(abouts)


def test_two_entries_that_change_places_are_found(abouts):
    guards.remove()
    first, second = Position.objects.order_by("index")[:2]
    Position.objects.filter(pk__in=[first.pk, second.pk]).delete()
    Position.objects.bulk_create(
        [
            Position(entry_id=second.entry_id, log_id="20035", index=first.index),
            Position(entry_id=first.entry_id, log_id="20035", index=second.index),
        ]
    )

    assert found(abouts)


def test_an_entry_that_lost_its_place_in_the_queue_is_found(abouts):
    new = written(1)
    Pending.objects.all().delete()

    assert [key for key, _ in found(abouts + new)] == [str(Entry.objects.get(about=new[0]).key)]


def test_a_missing_predecessor_is_found():
    about = uuid4()
    write(about=about)
    write(about=about, kind="opinion opened", facts={})
    Pending.objects.order_by("entry").first().delete()
    first = Entry.objects.order_by("id").first()
    tamper("DELETE FROM ledger_secret WHERE entry_id = %s", first.id)
    tamper("DELETE FROM ledger_entry WHERE id = %s", first.id)

    assert len(found([])) == 1


def test_questions_do_not_grow_with_the_record(django_assert_max_num_queries):
    abouts = written(40)
    integration.integrate()

    with django_assert_max_num_queries(12):
        queries.verify(claimed(abouts))
