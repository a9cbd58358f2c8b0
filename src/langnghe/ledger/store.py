"""What the store must be before anyone may trust it: durable settings, one view for a reader, erasure that lasts."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core import checks
from django.db import connection, connections, transaction

from langnghe.ledger import guards, turns

SQLITE_AT_LEAST = (3, 51, 3)
POSTGRESQL_AT_LEAST = 150000
# What PRAGMA names must answer; FULL is 2, EXTRA 3.
SQLITE_MUST: dict[str, tuple[object, ...]] = {
    "journal_mode": ("wal",),
    "synchronous": (2, 3),
    # PRAGMA mmap_size answers nothing at all where mapping is compiled out.
    "mmap_size": (0, None),
    "secure_delete": (1,),
    "foreign_keys": (1,),
    "recursive_triggers": (1,),
}
BUSY_SECONDS = 30
FORGET_SECONDS = 0.5
POSTGRESQL_MUST = {"fsync": ("on",), "synchronous_commit": ("on", "remote_write", "remote_apply", "local")}

_owed = threading.Event()


def unsafe(using: str = "default") -> list[str]:
    """Return what makes the store unsafe, a sentence in English each; nothing for a safe one."""
    return _unsafe_sqlite(using) if connections[using].vendor == "sqlite" else _unsafe_postgresql(using)


def check(*, databases: Sequence[str] | None = None, **_: Any) -> list[checks.CheckMessage]:
    """Tell Django's database checks what is unsafe: run by `check --database default` and by migrate."""
    return [checks.Error(sentence, id="store.E001") for using in databases or [] for sentence in unsafe(using)]


@contextmanager
def snapshot() -> Iterator[None]:
    """Read one state of the store, whatever is written meanwhile. Inside a transaction this adds nothing."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")  # Django's own blocks are IMMEDIATE and would keep writers out
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield


def forget() -> bool:
    """Make what was erased unreadable in the store's own files; call it after the commit. Return whether it is done.

    SQLite overwrote the bytes already and loses them from the write-ahead log here, unless a reader still needs that:
    then the integrator tries again a second later. PostgreSQL gives the rows' space free, but its archived WAL and its
    backups keep them until they are thrown away.
    """
    with turns.taken(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            _patience(cursor, FORGET_SECONDS)
            is_busy = bool(_answer(cursor, "PRAGMA wal_checkpoint(TRUNCATE)"))
            _patience(cursor, BUSY_SECONDS)
            (_owed.set if is_busy else _owed.clear)()
            return not is_busy
        for model in guards.erasable():
            cursor.execute(f"VACUUM {model._meta.db_table}")
    return True


def owes_forgetting() -> bool:
    """Return whether the last `forget` was kept from its work."""
    return _owed.is_set()


def _patience(cursor: Any, seconds: float) -> None:
    cursor.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")


def _unsafe_sqlite(using: str) -> list[str]:
    store = connections[using]
    version = store.Database.sqlite_version_info  # type: ignore[attr-defined]
    found = []
    if version < SQLITE_AT_LEAST:
        found.append(f"SQLite {'.'.join(map(str, version))} can damage a WAL store; 3.51.3 or later is needed")
    must = {} if store.is_in_memory_db() else SQLITE_MUST  # type: ignore[attr-defined]
    with store.cursor() as cursor:
        for name, allowed in must.items():
            value = _answer(cursor, f"PRAGMA {name}")
            if value not in allowed:
                found.append(f"SQLite's {name} is {value}, not {allowed[0]}")
    return found


def _unsafe_postgresql(using: str) -> list[str]:
    found = []
    with connections[using].cursor() as cursor:
        if int(_answer(cursor, "SHOW server_version_num")) < POSTGRESQL_AT_LEAST:
            found.append("PostgreSQL 15 or later is needed")
        for name, allowed in POSTGRESQL_MUST.items():
            value = _answer(cursor, f"SHOW {name}")
            if value not in allowed:
                found.append(f"PostgreSQL's {name} is {value}, not {allowed[0]}")
    return found


def _answer(cursor: Any, question: str) -> Any:
    cursor.execute(question)
    row = cursor.fetchone()
    return row[0] if row else None
