import sqlite3

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection

from langnghe.ledger import store

SAFE = {"journal_mode": "delete", "synchronous": "NORMAL", "mmap_size": 1 << 20, "secure_delete": "OFF"}


@pytest.mark.nodatabase
def test_the_ward_s_own_store_is_safe(house):
    assert house.run("print(store.unsafe())") == "[]"


@pytest.mark.nodatabase
@pytest.mark.parametrize(("name", "value"), SAFE.items())
def test_every_unsafe_setting_is_named(house, name, value):
    said = house.run(
        f"""
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA {name} = {value}")
        print(store.unsafe())
        """
    )

    assert name in said


@pytest.mark.nodatabase
def test_an_sqlite_that_damages_wal_stores_is_refused(house):
    said = house.run("store.SQLITE_AT_LEAST = (99, 0, 0); print(store.unsafe())")

    assert "can damage a WAL store" in said


@pytest.mark.nodatabase
def test_the_rest_of_the_program_keeps_the_sqlite_it_had(house):
    assert house.run("connection.connect(); import sqlite3; print(sqlite3.__file__)") == sqlite3.__file__


@pytest.mark.django_db
def test_django_s_own_check_refuses_an_unsafe_store(monkeypatch):
    monkeypatch.setattr(store, "SQLITE_AT_LEAST", (99, 0, 0))
    monkeypatch.setattr(store, "POSTGRESQL_AT_LEAST", 990000)

    with pytest.raises(SystemCheckError, match=r"store\.E001"):
        call_command("check", tags=["database"], databases=["default"])


@pytest.mark.django_db
def test_a_snapshot_inside_a_transaction_is_the_transaction_s():
    with store.snapshot():
        assert connection.in_atomic_block


@pytest.mark.nodatabase
def test_a_reader_sees_one_state_while_others_write(house):
    house.run(
        """
        with store.snapshot():
            before = Entry.objects.count()
            thread = threading.Thread(target=written, args=[3])
            thread.start()
            thread.join()
            assert Entry.objects.count() == before == 0
        assert Entry.objects.count() == 3
        """
    )
