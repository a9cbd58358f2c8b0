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

_LAST = """SELECT (SELECT code FROM ledger_log WHERE code = %s),
    (SELECT seal FROM ledger_entry WHERE about = %s AND log_id = %s ORDER BY id DESC LIMIT 1)"""
_LOG = "INSERT INTO ledger_log (code) VALUES (%s) ON CONFLICT DO NOTHING"
_ENTRY = """INSERT INTO ledger_entry (key, log_id, kind, about, by, at, prev, body, seal)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id"""
_SECRET = "INSERT INTO ledger_secret (entry_id, secret) VALUES (%s, %s)"
_PENDING = "INSERT INTO ledger_pending (entry_id) VALUES (%s)"


def record(kind: str, *, log: str, about: UUID, by: str, at: datetime, facts: Mapping[str, Json]) -> Entry:  # noqa: PLR0913
    """Add one entry to `log`, in the transaction of the action that calls.

    `kind` is a short sentence in the past tense; `by` a person's key. `facts` are sealed, not kept: whoever verifies
    must be able to say them again from the rows of the action. Raises Refused: "not-in-an-action", "cannot-be-sealed".
    """
    if not writing.acting():
        raise Refused("not-in-an-action")
    at = at.replace(microsecond=0)
    entry = Entry(key=uuid4(), log_id=log, kind=kind, about=about, by=by, at=at)
    store = connections[DEFAULT_DB_ALIAS]
    key, same = (entry.key, about) if store.features.has_native_uuid_field else (entry.key.hex, about.hex)
    with store.cursor() as wrapper, store.wrap_database_errors:
        # Four statements for every action: without the layers that only tests and debugging need.
        cursor = wrapper.cursor
        entry.prev = _last(cursor, log, same)
        secret = secrets.token_bytes(rules.SECRET_BYTES)
        sealed = rules.sealed_fields(kind=kind, log=log, about=about, by=by, at=at, prev=entry.prev)
        entry.body = rules.entry_body(secret, sealed, facts)
        entry.seal = rules.seal(entry.body)
        when = store.ops.adapt_datetimefield_value(at)
        cursor.execute(_ENTRY, [key, log, kind, same, by, when, entry.prev, entry.body, entry.seal])
        (entry.pk,) = cursor.fetchone()
        cursor.execute(_SECRET, [entry.pk, secret])
        cursor.execute(_PENDING, [entry.pk])
    return entry


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


def _last(cursor: Any, log: str, about: UUID | str) -> bytes:
    """Return the seal of the last entry of `log` about the same, or nothing; begin the log if it is new."""
    cursor.execute(_LAST, [log, about, log])
    known, seal = cursor.fetchone()
    if known is None:
        cursor.execute(_LOG, [log])
    return bytes(seal or b"")
