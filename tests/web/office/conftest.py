"""The evening of the cast, and a way in for each of them."""

import pytest
from django.test import Client

from tests.conftest import EVENING


@pytest.fixture(autouse=True)
def tonight(monkeypatch):
    monkeypatch.setenv("LANGNGHE_NOW", EVENING.isoformat())


@pytest.fixture
def as_():
    """Return what signs a member of staff in and gives their browser."""

    def browser(person):
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return browser
