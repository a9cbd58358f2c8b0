"""Making the store ready, and who acts when a command does."""

import hashlib
import os
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

import django
from django.conf import settings

if TYPE_CHECKING:
    from langnghe.people.models import Person


def ready() -> None:
    """Set Django up, migrate the store and load the pack's units; quick when there is nothing to do."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "langnghe.settings")
    django.setup()
    from django.utils import translation

    translation.activate(settings.WARD_LANGUAGE)
    settings.DATA.mkdir(parents=True, exist_ok=True)
    stamp, wanted = settings.DATA / "ready", _fingerprint()
    if stamp.exists() and stamp.read_text("ascii") == f"{wanted} {_migrations_done()}":
        return
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0, stdout=StringIO())
    _load_units()
    stamp.write_text(f"{wanted} {_migrations_done()}", "ascii")


def _fingerprint() -> str:
    """Return what this release brings to a store: its migrations, the pack's units, and which store it is."""
    brought = sorted([*settings.PACKAGE.glob("*/migrations/*.py"), *settings.PACKAGE.glob("packs/*/units.csv")])
    told = [(path.parent.parent.name, path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in brought]
    store = [settings.DATABASES["default"].get(name) for name in ("ENGINE", "HOST", "PORT", "NAME")]
    return hashlib.sha256(repr((told, store)).encode()).hexdigest()


def _migrations_done() -> int:
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM django_migrations")
            return int(cursor.fetchone()[0])
    except DatabaseError:
        return 0


def _load_units() -> None:
    from langnghe.people.rules import installation
    from langnghe.places.actions import load_units
    from langnghe.places.packs import pack
    from langnghe.places.queries import missing_units
    from langnghe.web.clock import now

    missing = missing_units(pack("vn").units)
    if missing:
        load_units(units=missing, by=installation(), at=now())


def house() -> "Person":
    """Return the person in whose name commands write: the installation itself, which nobody can sign in as."""
    from langnghe.people import actions, queries
    from langnghe.people.rules import Role
    from langnghe.places.queries import country
    from langnghe.web.clock import now

    known = queries.maybe("langnghe")
    if known is not None:
        return known
    person = actions.add(login="langnghe", name="langnghe", password=None, by=None, at=now())
    for role in (Role.ADMINISTRATOR, Role.SECRETARY, Role.DESK):
        actions.appoint(person=person, role=role, place=country(), valid_from=date(2025, 7, 1), by=person, at=now())
    return person


def finish() -> None:
    """Give what a command wrote its place in the record's tree."""
    from langnghe.ledger.integration import integrate

    integrate()
