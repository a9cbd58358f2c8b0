from uuid import uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.test.utils import isolate_apps

from langnghe.ledger import guards, integration
from langnghe.ledger.models import Checkpoint, Entry, Erasure, Log, Position, Secret
from langnghe.ledger.writing import action
from tests.ledger.lines import EVENING, written

pytestmark = pytest.mark.django_db

FOREVER = [Log, Entry, Secret, Position, Checkpoint]


@pytest.fixture
def a_line():
    written(1)
    integration.integrate()


@pytest.mark.parametrize("table", FOREVER)
def test_a_line_of_the_record_cannot_be_deleted(a_line, table):
    with pytest.raises(IntegrityError, match="is for ever"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table._meta.db_table}")

    assert table.objects.count() == 1


@pytest.mark.parametrize("table", FOREVER)
def test_a_line_of_the_record_cannot_be_changed(a_line, table):
    column = table._meta.pk.column

    with pytest.raises(IntegrityError, match="is for ever"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table._meta.db_table} SET {column} = {column}")


def test_a_line_cannot_be_replaced_by_inserting_over_it(a_line):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite replaces")

    with pytest.raises(IntegrityError, match="is for ever"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT OR REPLACE INTO ledger_log (code) VALUES ('20035')")


def test_the_record_cannot_be_emptied_at_once(a_line):
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL truncates")

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError, match="is for ever"), transaction.atomic():
            cursor.execute("TRUNCATE ledger_secret")


def test_leave_to_erase_is_for_one_thing_alone():
    mine, other = written(2)

    with guards.erasing(mine):
        Secret.objects.filter(entry__about=mine).delete()
        with pytest.raises(IntegrityError, match="is for ever"), transaction.atomic():
            Secret.objects.filter(entry__about=other).delete()

    assert Erasure.objects.count() == 0


def test_leave_to_erase_ends_with_the_action_that_asked():
    (about,) = written(1)

    @action
    def ask(*, by, at):
        with guards.erasing(about):
            pass

    ask(by="officer", at=EVENING)

    with pytest.raises(IntegrityError, match="is for ever"), transaction.atomic():
        Secret.objects.all().delete()


def test_guards_may_be_put_up_any_number_of_times_and_taken_down(a_line):
    guards.install()
    guards.install()

    with pytest.raises(IntegrityError), transaction.atomic():
        Position.objects.all().delete()
    guards.remove()

    assert Position.objects.all().delete()[0] == 1


def test_every_table_that_is_for_ever_is_guarded():
    sqlite = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    postgresql = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    with connection.cursor() as cursor:
        cursor.execute(sqlite if connection.vendor == "sqlite" else postgresql)
        names = {name for (name,) in cursor.fetchall()}

    tables = [model._meta.db_table for model in apps.get_models() if getattr(model, "forever", False)]
    assert {f"{table}_no_{verb}" for table in tables for verb in ("update", "delete")} <= names


@isolate_apps("langnghe.ledger")
def test_a_row_without_a_key_concerns_what_its_first_parent_concerns():
    class Said(models.Model):  # noqa: DJ008
        key = models.UUIDField(unique=True)

        class Meta:
            app_label = "ledger"

    class Correction(models.Model):  # noqa: DJ008
        forever = "erasable"
        said = models.ForeignKey(Said, on_delete=models.PROTECT)
        words = models.TextField()

        class Meta:
            app_label = "ledger"

    key, other = uuid4(), uuid4()
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE ledger_said (id integer, key {Said._meta.get_field('key').db_type(connection)})")
        cursor.execute("CREATE TABLE ledger_correction (id integer, said_id integer, words text)")
        for statement in guards.statements(Correction, connection.vendor):
            cursor.execute(statement)
    Said.objects.bulk_create([Said(id=1, key=key), Said(id=2, key=other)])
    Correction.objects.bulk_create([Correction(id=1, said_id=1, words="a"), Correction(id=2, said_id=2, words="b")])

    with guards.erasing(key):
        assert Correction.objects.filter(said__key=key).update(words="") == 1
        with pytest.raises(IntegrityError, match="is for ever"), transaction.atomic():
            Correction.objects.filter(said__key=other).update(words="")
