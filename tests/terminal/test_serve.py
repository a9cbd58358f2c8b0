"""The server as a ward starts it on PostgreSQL: two workers behind one door, each with connections of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError, URLError
from urllib.parse import urlparse
from uuid import uuid4

import psycopg
import pytest

STARTS_WITHIN = 90
pytestmark = [pytest.mark.slow, pytest.mark.skipif("DATABASE_URL" not in os.environ, reason="SQLite has one process")]


@pytest.fixture
def database() -> Iterator[str]:
    """Return the address of an empty database of its own on the server that is tested."""
    known, name = os.environ["DATABASE_URL"], f"serve_{uuid4().hex[:12]}"
    with psycopg.connect(known, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield urlparse(known)._replace(path=f"/{name}").geturl()
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def address(database, tmp_path) -> Iterator[str]:
    """Return the address of `langnghe serve` over that database, which loads the demo into it first."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = os.environ | {"DATABASE_URL": database, "LANGNGHE_DATA": str(tmp_path), "PORT": str(port)}
    told |= {"DJANGO_SETTINGS_MODULE": "langnghe.settings"}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([sys.executable, "-m", "langnghe", "serve"], env=told, stdout=quiet, stderr=quiet)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def status(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=40) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def wait_for(address: str) -> None:
    give_up = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < give_up:
        try:
            if status(f"{address}/health") == 200:
                return
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError("the server did not start")


def test_two_workers_answer_many_at_once_over_a_store_they_were_started_with(address):
    wait_for(address)

    with ThreadPoolExecutor(8) as people:
        answers = list(people.map(status, [f"{address}/mau-xa/", f"{address}/"] * 40))

    assert answers == [200] * 80
