"""The ward's own store: Django's SQLite backend, on a safe SQLite and with durable settings.

Python's `sqlite3` carries whatever SQLite the system has, and those before 3.51.3 can damage a WAL store that two
connections write at once. The `pysqlite3` wheel brings a newer one.

Django binds the driver by name when its backend is imported (base class of its cursor, adapters, converters), so a
subclass comes too late to change it. While that one module is imported here, and only then, the name `sqlite3` means
`pysqlite3`; nobody else's `sqlite3` is touched.
"""

import importlib
import sys
from contextlib import suppress

DJANGO = "django.db.backends.sqlite3.base"


def _load() -> None:
    known = sys.modules.get("sqlite3")
    with suppress(ImportError):
        sys.modules["sqlite3"] = importlib.import_module("pysqlite3")
        importlib.import_module("pysqlite3.dbapi2")
    try:
        importlib.import_module(DJANGO)
    finally:
        if known is None:
            sys.modules.pop("sqlite3", None)
        else:
            sys.modules["sqlite3"] = known


if DJANGO not in sys.modules:
    _load()
