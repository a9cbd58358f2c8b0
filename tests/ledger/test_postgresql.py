import threading
from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import connection

from langnghe.ledger import backups, copies, guards, integration, queries, store
from langnghe.ledger.models import Entry, Position
from langnghe.refusals import Refused
from tests.ledger.lines import EVENING, claimed, written

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer and copies itself"),
]


def at_once(*works: Callable[[], object]) -> None:
    """Run all of `works` in threads with connections of their own."""

    def run(work):
        try:
            work()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_integrators_and_many_writers_make_one_tree():
    abouts = []

    def integrate():
        for _ in range(30):
            integration.integrate()

    at_once(*[lambda: abouts.extend(written(25))] * 6, integrate, integrate)
    integration.integrate()

    report = queries.verify(claimed(abouts))
    assert report.problems == []
    assert report.entries == Position.objects.count() == 150


def test_a_safe_store_is_recognised():
    assert store.unsafe() == []


def test_erased_rows_are_vacuumed():
    written(3)

    store.forget()


def test_what_pg_dump_copied_comes_back_whole(tmp_path, settings):
    settings.DATA = tmp_path / "data"
    abouts = written(20)
    integration.integrate()
    backups.backup(tmp_path / "backup.zip", at=EVENING)
    with pytest.raises(Refused, match="store-not-empty"):
        backups.restore(tmp_path / "backup.zip", into=settings.DATA)
    guards.remove()
    call_command("flush", interactive=False, verbosity=0)
    assert not copies.is_in_use()

    backups.restore(tmp_path / "backup.zip", into=settings.DATA)

    assert Entry.objects.count() == 20
    assert queries.verify(claimed(abouts)).problems == []
