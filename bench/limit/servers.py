"""Servers that are measured: started, asked over one connection that stays open, weighed, and stopped."""

import http.client
import os
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

SECONDS_TO_START = 60
IDLE_SECONDS = 10
_TICK = os.sysconf("SC_CLK_TCK")


class Served:
    """One program that answers at a port of this machine until it is stopped."""

    def __init__(self, command: Sequence[str], surroundings: dict[str, str], folder: Path) -> None:
        self.port = free_port()
        words = [word.replace("PORT", str(self.port)) for word in command]
        self._log = (folder / f"{self.port}.log").open("wb")
        self._process = subprocess.Popen(words, env=surroundings, stdout=self._log, stderr=self._log)
        self._connection = self._reached()
        self._asked_at = time.monotonic()

    def get(self, address: str, cookie: str = "") -> tuple[float, int]:
        """Ask for a page; return the seconds until all of it was here, and its status."""
        if time.monotonic() - self._asked_at > IDLE_SECONDS:
            self._connection.close()  # the server has done so long ago; the next request opens it again
        start = time.perf_counter()
        self._connection.request("GET", address, headers={"Cookie": cookie} if cookie else {})
        answer = self._connection.getresponse()
        answer.read()
        self._asked_at = time.monotonic()
        return time.perf_counter() - start, answer.status

    def cpu(self) -> float:
        """Return the seconds of processor that the program has used so far."""
        return sum(_used(pid) for pid in self._family())

    def heaviest(self) -> float:
        """Return the megabytes of the worker that needs most: its own, and its share of what is shared."""
        return max(_megabytes(pid) for pid in self._family()[1:] or self._family())

    def stop(self) -> None:
        self._connection.close()
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._log.close()

    def _reached(self) -> http.client.HTTPConnection:
        for _ in range(SECONDS_TO_START * 10):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
            except OSError:
                if self._process.poll() is not None:
                    break
                time.sleep(0.1)
        self._log.flush()
        raise RuntimeError(f"nothing answers at port {self.port}; see {self._log.name}")

    def _family(self) -> list[int]:
        found = [self._process.pid]
        for pid in found:
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                found += [int(child) for child in task.read_text().split()]
        return found


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _used(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def _megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
