"""The door for the web server: one process on SQLite, several on PostgreSQL."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "langnghe.settings")
application = get_wsgi_application()


def _open_the_book() -> None:
    from langnghe.ledger import integration, writing

    writing.start_queue()
    integration.start()


_open_the_book()
