"""Connections to the ward's own store: what is acknowledged is on the disk, what is erased is gone."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.sqlite3 import base

BUSY_SECONDS = 30
PRAGMAS = (
    # First, because it must hold before anything is written: erased bytes are overwritten with zeros.
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_mode = WAL",
    # NORMAL loses acknowledged rows in a power cut.
    "PRAGMA synchronous = FULL",
    "PRAGMA mmap_size = 0",
    # Every action ends on the same few pages: copy them back once in 16 MB of log, not in 4.
    "PRAGMA wal_autocheckpoint = 4000",
    # Without it, INSERT OR REPLACE deletes a row and no DELETE trigger sees it.
    "PRAGMA recursive_triggers = ON",
)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's SQLite with WAL, synchronous=FULL, IMMEDIATE transactions, secure_delete and no memory mapping."""

    # The same to SQLite, but a primary key called bigint gets an index of its own beside the table.
    data_types = {**base.DatabaseWrapper.data_types, "BigIntegerField": "integer"}

    def get_connection_params(self) -> dict[str, Any]:
        if self.settings_dict["OPTIONS"]:
            raise ImproperlyConfigured("The store's options are fixed by langnghe.ledger.sqlite.")
        parameters = super().get_connection_params()
        self.transaction_mode = "IMMEDIATE"
        return {**parameters, "timeout": BUSY_SECONDS}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        if not self.is_in_memory_db():
            Path(conn_params["database"]).parent.mkdir(parents=True, exist_ok=True)
        connection = super().get_new_connection(conn_params)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection
