"""A ward's own SQLite store in a folder of its own, used by processes of their own, as in life."""

import os
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
START = """
import sys, threading, time
from uuid import UUID, uuid4
import django
django.setup()
from django.db import connection
from langnghe.ledger import actions as ledger, integration, queries, store, turns, writing
from langnghe.ledger.models import Entry, Position, Secret
from langnghe.ledger.writing import action
from langnghe.refusals import Refused
from tests.ledger.lines import EVENING, FACTS, claimed, write, written
"""


@dataclass
class House:
    """One data folder."""

    data: Path

    def start(self, script: str, **streams) -> subprocess.Popen:
        """Start a process of this house that runs `script`."""
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        environment |= {
            "LANGNGHE_DATA": str(self.data),
            "DJANGO_SETTINGS_MODULE": "langnghe.settings",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
            "PYTHONUTF8": "1",
        }
        command = [sys.executable, "-c", START + textwrap.dedent(script)]
        return subprocess.Popen(command, env=environment, text=True, encoding="utf-8", **streams)

    def run(self, script: str) -> str:
        """Run `script` to its end and return what it printed."""
        process = self.start(script, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        return out.strip()

    def bytes(self) -> bytes:
        """Return every byte of the store's own files."""
        return b"".join(path.read_bytes() for path in sorted(self.data.glob("store.sqlite3*")))


def built(folder: Path) -> House:
    """Make and migrate an empty store in `folder`."""
    house = House(folder)
    house.run("from django.core.management import call_command; call_command('migrate', verbosity=0)")
    return house


def copied(house: House, folder: Path) -> House:
    """Return a copy of a house nobody is in."""
    shutil.copytree(house.data, folder)
    return House(folder)
