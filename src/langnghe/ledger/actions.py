"""Writing the record: one entry for each thing done, inside the transaction that does it."""

import functools
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models import Max

from langnghe.ledger import erasures, guards, rules, store, writing
from langnghe.ledger.models import Entry, Secret
from langnghe.ledger.rules import Json
from langnghe.refusals import Refused

_COLUMNS = ["id", "key", "log_id", "kind", "about", "by", "at", "prev", "body", "seal"]
_LAST = """SELECT (SELECT code FROM ledger_log WHERE code = %s),
    (SELECT seal FROM ledger_entry WHERE about = %s AND log_id = %s ORDER BY id DESC LIMIT 1)"""
_LOG = "INSERT INTO ledger_log (code) VALUES (%s) ON CONFLICT DO NOTHING"
_ENTRY = """INSERT INTO ledger_entry (key, log_id, kind, about, by, at, prev, body, seal)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id"""
_SECRET = "INSERT INTO ledger_secret (entry_id, secret) VALUES (%s, %s)"
_PENDING = "INSERT INTO ledger_pending (entry_id) VALUES (%s)"
# The drivers' own placeholders: these run in every action, so they go to the driver without Django's layers.
_STATEMENTS = {
    "postgresql": (_LAST, _LOG, _ENTRY, _SECRET, _PENDING),
    "sqlite": tuple(statement.replace("%s", "?") for statement in (_LAST, _LOG, _ENTRY, _SECRET, _PENDING)),
}


def record(kind: str, *, log: str, about: UUID, by: str, at: datetime, facts: Mapping[str, Json]) -> Entry:  # noqa: PLR0913
    """Add one entry to `log`, in the transaction of the action that calls.

    `kind` is a short sentence in the past tense; `by` a person's key. `facts` are sealed, not kept: whoever verifies
    must be able to say them again from the rows of the action. Raises Refused: "not-in-an-action", "cannot-be-sealed".
    """
    if not writing.acting():
        raise Refused("not-in-an-action")
    at = at.replace(microsecond=0)
    key, secret = uuid4(), secrets.token_bytes(rules.SECRET_BYTES)
    database = connections[DEFAULT_DB_ALIAS]
    database.validate_no_broken_transaction()
    own, same = (key, about) if database.features.has_native_uuid_field else (key.hex, about.hex)
    last, begin, insert, keep, wait = _STATEMENTS[database.vendor]
    execute = database.connection.execute
    with database.wrap_database_errors:
        known, prev = execute(last, [log, same, log]).fetchone()
        if known is None:
            execute(begin, [log])
        prev = bytes(prev or b"")
        sealed = rules.sealed_fields(kind=kind, log=log, about=about, by=by, at=at, prev=prev)
        body = rules.entry_body(secret, sealed, facts)
        seal = rules.seal(body)
        when = database.ops.adapt_datetimefield_value(at)
        (number,) = execute(insert, [own, log, kind, same, by, when, prev, body, seal]).fetchone()
        execute(keep, [number, secret])
        execute(wait, [number])
    return Entry.from_db(DEFAULT_DB_ALIAS, _COLUMNS, [number, key, log, kind, about, by, at, prev, body, seal])


def erase_secrets(*, about: UUID) -> int:
    """Erase the secrets of the entries about `about`: their leaves stay, and nobody can open them any more.

    The entry that says why (one of `erasures.KINDS`, by the same action) keeps its secret. Returns how many were
    erased. Raises Refused: "not-in-an-action".
    """
    if not writing.acting():
        raise Refused("not-in-an-action")
    secrets_about = Secret.objects.filter(entry__about=about).exclude(entry__kind__in=erasures.KINDS)
    with guards.erasing(about):
        erased, _ = secrets_about.delete()
    transaction.on_commit(functools.partial(erasures.remember, [about]))
    return erased


def repeat_erasures(*, using: str = DEFAULT_DB_ALIAS, **_: Any) -> int:
    """Erase again what was erased before an older store was put back; return of how many things something was left.

    Runs after every migrate, so before anybody is served.
    """
    known = erasures.remembered()
    if using != DEFAULT_DB_ALIAS or not known or not guards.are_complete():
        return 0
    left = Secret.objects.exclude(entry__kind__in=erasures.KINDS).filter(entry__about__in=known)
    abouts = set(left.values_list("entry__about", flat=True))
    if abouts:
        writing.in_turn(functools.partial(_erase, abouts))
    return len(abouts)


def _erase(abouts: set[UUID]) -> None:
    """Erase the rows of every word that concern `abouts`, uppermost word first, then the secrets, and say so."""
    with guards.erasing(*abouts):
        for model in reversed(guards.erasable()):
            if model is not Secret:
                model._default_manager.filter(**{f"{guards.concern(model)}__in": abouts}).delete()
    for about in abouts:
        first = Entry.objects.filter(about=about).select_related("log").order_by("id")[0]
        at = Entry.objects.filter(log=first.log).aggregate(at=Max("at"))["at"]
        record(erasures.REPEATED, log=first.log.code, about=about, by="house", at=at, facts={})
        erase_secrets(about=about)
    transaction.on_commit(store.forget)
