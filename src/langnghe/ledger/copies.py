"""Copying the whole store while it is in use: SQLite by itself, PostgreSQL with its own pg_dump and pg_restore."""

import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection

from langnghe.ledger.models import Entry
from langnghe.refusals import Refused

NAMES = ("store.sqlite3", "store.pgdump")


def name() -> str:
    """Return the name of the store's copy in a backup."""
    return NAMES[0] if connection.vendor == "sqlite" else NAMES[1]


def write(folder: Path) -> Path:
    """Write a copy of the store into `folder` and return its path. Raises Refused: "no-postgresql-tools" and other."""
    path = folder / name()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])  # one state, whole pages, nothing of what was erased
    else:
        _postgresql("pg_dump", "--format=custom", "--no-owner", f"--file={path}")
    return path


def read(path: Path) -> None:
    """Make the copy at `path` the store."""
    if connection.vendor == "sqlite":
        store = Path(connection.settings_dict["NAME"])
        for leftover in (store, store.with_name(store.name + "-wal"), store.with_name(store.name + "-shm")):
            leftover.unlink(missing_ok=True)
        path.replace(store)
    else:
        database = connection.settings_dict["NAME"]
        _postgresql(
            "pg_restore",
            "--clean",
            "--if-exists",
            "--no-owner",
            "--single-transaction",
            f"--dbname={database}",
            str(path),
        )


def is_in_use() -> bool:
    """Return whether the store holds any entry."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return False
    return Entry._meta.db_table in connection.introspection.table_names() and Entry.objects.exists()


def _postgresql(tool: str, *arguments: str) -> None:
    if shutil.which(tool) is None:
        raise Refused("no-postgresql-tools", name=tool)
    settings = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    address = {variable: str(settings[key]) for variable, key in names.items() if settings[key]}
    done = subprocess.run([tool, *arguments], env={**os.environ, **address}, capture_output=True, check=False)
    if done.returncode:
        raise Refused("cannot-copy-store", name=tool)
