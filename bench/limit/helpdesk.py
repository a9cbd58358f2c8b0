"""django-helpdesk from PyPI in an environment of its own, which is thrown away: its staff's list of tickets.

A member of staff waits for two answers: the page, and the rows that the page asks for.
"""

import base64
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

from bench.limit.servers import Served

WANTED = ("django-helpdesk==2.6.1", "django-bootstrap4-form==4.0.2", "packaging", "granian", "psycopg[binary]")
PEER = Path(__file__).parent / "peer"
ROWS = 50


class Helpdesk:
    """The peer with so many tickets, served as we are."""

    def __init__(self, size: int, folder: Path, surroundings: dict[str, str], workers: int) -> None:
        python = environment(folder)
        own = folder / f"helpdesk-{size}"
        own.mkdir()
        surroundings = surroundings | {"PEER_DATA": str(own), "PYTHONPATH": str(PEER)}
        fill = [str(python), str(PEER / "helpdesk_stock.py"), str(size)]
        made = subprocess.run(
            fill, env=surroundings, input="\n".join(_texts()), text=True, check=True, capture_output=True
        )
        self.cookie = made.stdout.split()[-1]
        server = [
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--host",
            "127.0.0.1",
            "--port",
            "PORT",
            "--log-level",
            "error",
        ]
        server += ["--workers", str(workers), "--blocking-threads", "8", "--backpressure", "128"]
        self.served = Served([str(python), *server, "helpdesk_site:application"], surroundings, folder)
        asked = {"filtering": {"status__in": [1, 2]}, "sorting": "created", "search_string": "", "sortreverse": False}
        kept = base64.b64encode(json.dumps(asked).encode()).decode()
        table = {"draw": 1, "start": 0, "length": ROWS, "order[0][column]": 0, "order[0][dir]": "desc"}
        self._rows = f"/datatables_ticket_list/{kept}?{urlencode(table)}"

    def get(self) -> float:
        """Return the seconds until a member of staff sees the list."""
        answers = [self.served.get(address, self.cookie) for address in ("/tickets/", self._rows)]
        assert [status for _, status in answers] == [200, 200], answers
        return sum(seconds for seconds, _ in answers)


def environment(folder: Path) -> Path:
    """Return the Python of the peer's own environment, made on first use."""
    place = folder / "helpdesk"
    python = place / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *WANTED], check=True, capture_output=True)
    return python


def _texts() -> list[str]:
    from bench.limit.stock import demo_texts

    return [row["text"] for row in demo_texts()]
