"""The list of opinions that nobody has decided on, kept by the database itself whenever a row is added.

So recording an opinion costs no question more, and a page counts what waits without reading what does not. SQLite drops
triggers whenever a migration rebuilds a table: they are put up, and the list is made again, after every migrate.
"""

from collections.abc import Iterator
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from langnghe.opinions.models import Dismissal, Opening, Opinion, Undecided

_LIST = Undecided._meta.db_table
_HEARD = f"INSERT INTO {_LIST} (opinion_id, commune_id) VALUES (NEW.id, NEW.commune_id)"
_DECIDED = f"DELETE FROM {_LIST} WHERE opinion_id = NEW.opinion_id"
_ERASED = f"DELETE FROM {_LIST} WHERE opinion_id = OLD.id"
TRIGGERS = {
    "undecided_heard": ("INSERT", Opinion._meta.db_table, _HEARD),
    "undecided_opened": ("INSERT", Opening._meta.db_table, _DECIDED),
    "undecided_dismissed": ("INSERT", Dismissal._meta.db_table, _DECIDED),
    "undecided_erased": ("DELETE", Opinion._meta.db_table, _ERASED),
}
_AGAIN = f"""INSERT INTO {_LIST} (opinion_id, commune_id) SELECT id, commune_id FROM {Opinion._meta.db_table} heard
    WHERE NOT EXISTS (SELECT 1 FROM {Opening._meta.db_table} WHERE opinion_id = heard.id)
    AND NOT EXISTS (SELECT 1 FROM {Dismissal._meta.db_table} WHERE opinion_id = heard.id)"""


def install(*, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Put up the triggers and make the list again. Safe to run any number of times."""
    connection = connections[using]
    if _LIST not in connection.introspection.table_names():
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            cursor.execute(statement)
        cursor.execute(f"DELETE FROM {_LIST}")
        cursor.execute(_AGAIN)


def _statements(vendor: str) -> Iterator[str]:
    for name, (verb, table, work) in TRIGGERS.items():
        if vendor == "sqlite":
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield f"CREATE TRIGGER {name} AFTER {verb} ON {table} BEGIN {work}; END"
        else:
            yield (
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ "
                f"BEGIN {work}; RETURN NULL; END $$"
            )
            yield f"CREATE OR REPLACE TRIGGER {name} AFTER {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
