"""`langnghe serve`: open the product on this machine; an empty store gets the demo, unless told otherwise."""

import argparse
import os

from langnghe.refusals import Refused
from langnghe.web.terminal.installation import ready
from langnghe.web.terminal.speech import _, tell


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help=_("địa chỉ máy; mặc định chỉ máy này"))
    parser.add_argument(
        "--port", type=int, default=int(os.environ.get("PORT") or 8000), help=_("cổng; mặc định PORT hoặc 8000")
    )
    parser.add_argument("--empty", action="store_true", help=_("không nạp dữ liệu mẫu khi sổ còn trống"))


def run(arguments: argparse.Namespace) -> int:
    ready()
    from django.conf import settings
    from django.db import connection

    from langnghe.ledger.store import unsafe
    from langnghe.people.queries import is_empty
    from langnghe.web.terminal.sample import demo_people, load

    problems = unsafe()
    if problems:
        raise Refused("store-unsafe", problems="; ".join(problems))
    if is_empty() and not arguments.empty:
        tell(_("Sổ còn trống: đang nạp dữ liệu mẫu…"))
        load()
    print(f"http://{arguments.host}:{arguments.port}/", flush=True)
    for login, what in demo_people():
        print(f"  {login:<14} {settings.DEMO_PASSWORD}   {what}", flush=True)
    is_sqlite = connection.vendor == "sqlite"
    connection.close()
    if not is_sqlite:
        # The workers are forked, and two processes must not talk over one socket.
        connection.close_pool()  # type: ignore[attr-defined]
    _serve(arguments.host, arguments.port, workers=1 if is_sqlite else 2)
    return 0


def _serve(host: str, port: int, *, workers: int) -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    Server(
        "langnghe.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=8,
        backpressure=128,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
    ).serve()
