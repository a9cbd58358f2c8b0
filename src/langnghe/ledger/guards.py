"""What was written stays as it was written: the database itself refuses to change or delete it.

A model says so by itself: `forever = True` for rows that nothing may change; `forever = "erasable"` for rows that
only an action may change or delete that asked for leave, with `erasing`, to erase what concerns one thing. Which thing
a row concerns stands in its field `key`; without one, in the `key` of the row its first foreign key names.
SQLite drops a table's triggers whenever a migration rebuilds the table, so guards are put up again after every migrate.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction

from langnghe.ledger.models import Erasure

Model = type[models.Model]


@contextmanager
def erasing(*abouts: UUID) -> Iterator[None]:
    """Give leave, in the transaction at hand, to erase the erasable rows that concern `abouts`; take it back after."""
    Erasure.objects.bulk_create([Erasure(about=about) for about in abouts])
    yield
    Erasure.objects.filter(about__in=abouts).delete()


def guarded() -> list[Model]:
    """Return every model of every word whose rows are for ever."""
    return [model for model in apps.get_models() if getattr(model, "forever", False)]


def erasable() -> list[Model]:
    """Return the models whose rows an action may erase."""
    return [model for model in guarded() if model.forever == "erasable"]  # type: ignore[attr-defined]


def are_complete() -> bool:
    """Return whether all tables of what may be erased exist; not so while a store is migrated word by word."""
    return set(erasable()) <= set(_existing(DEFAULT_DB_ALIAS))


def concern(model: Model) -> str:
    """Return the look-up from an erasable `model` to the key of what a row concerns."""
    fields = model._meta.concrete_fields
    if any(field.name == "key" and field.unique for field in fields):
        return "key"
    # `Secret` names its own: an entry's key is not what the entry is about.
    parent = next(field.name for field in fields if field.is_relation)
    return str(getattr(model, "concern", f"{parent}__key"))


def install(*, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Put up the guards of all tables that exist. Safe to run any number of times."""
    remove(using=using)
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for model in _existing(using):
            for statement in statements(model, connection.vendor):
                cursor.execute(statement)


def remove(*, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Take the guards down, so that a test may empty its store."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for table in (model._meta.db_table for model in _existing(using)):
            for verb in ("update", "delete", "truncate"):
                end = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{end}")


def statements(model: Model, vendor: str) -> Iterator[str]:
    """Return the SQL that guards the table of `model` on one kind of database."""
    put_up = _sqlite if vendor == "sqlite" else _postgresql
    return put_up(model._meta.db_table, _refused_when(model))


def _existing(using: str) -> list[Model]:
    tables = set(connections[using].introspection.table_names())
    return [model for model in guarded() if model._meta.db_table in tables]


def _refused_when(model: Model) -> str:
    """Return the SQL condition on OLD under which a change of a row of `model` is refused."""
    if model.forever is True:  # type: ignore[attr-defined]
        return "1 = 1"
    name, _, beyond = concern(model).partition("__")
    column = _column(model, name)
    if not beyond:
        return f"NOT EXISTS (SELECT 1 FROM ledger_erasure WHERE about = OLD.{column})"
    parent = model._meta.get_field(name).related_model
    assert isinstance(parent, type)
    table = parent._meta.db_table
    return (
        f"NOT EXISTS (SELECT 1 FROM ledger_erasure JOIN {table} ON {table}.{_column(parent, beyond)} = "
        f"ledger_erasure.about WHERE {table}.{parent._meta.pk.column} = OLD.{column})"
    )


def _column(model: Model, name: str) -> str:
    return str(model._meta.get_field(name).column)  # type: ignore[union-attr]


def _sqlite(table: str, condition: str) -> Iterator[str]:
    for verb in ("update", "delete"):
        yield (
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is for ever'); END"
        )


def _postgresql(table: str, condition: str) -> Iterator[str]:
    refuse = f"RAISE EXCEPTION '{table} is for ever' USING ERRCODE = 'restrict_violation';"
    yield (
        f"CREATE OR REPLACE FUNCTION {table}_forever() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'TRUNCATE' THEN {refuse} END IF; IF {condition} THEN {refuse} END IF; "
        f"IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    )
    for verb, each in (("update", "ROW"), ("delete", "ROW"), ("truncate", "STATEMENT")):
        yield (
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} FOR EACH {each} "
            f"EXECUTE FUNCTION {table}_forever()"
        )
