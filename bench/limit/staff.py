"""Staff who sit at the stocked store, signed in: a clerk in each of some communes, and one for the whole city."""

from datetime import UTC, date, datetime

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from langnghe.people import actions as people
from langnghe.people.rules import Role
from langnghe.web.terminal.installation import house

AT = datetime(2026, 6, 1, tzinfo=UTC)


def sign_in(login: str, place) -> str:
    """Add a desk officer for a place, signed in; return the cookie of their browser."""
    person = people.add(login=login, name="Cán bộ mẫu", password=None, by=house(), at=AT)
    people.appoint(person=person, role=Role.DESK, place=place, valid_from=date(2025, 7, 1), by=house(), at=AT)
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session.save()
    return f"sessionid={session.session_key}"
