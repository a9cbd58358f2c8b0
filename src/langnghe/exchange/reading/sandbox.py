"""Papers are read in a short-lived process with little memory and little time: a hostile one can only harm itself.

The process reads many papers, one after the other, and reports each as soon as it is done. When it dies or is late, the
paper it was reading is to blame; a new process goes on with the rest.
"""

import hashlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from langnghe.exchange.reading import gate, office
from langnghe.exchange.reading.shapes import Failure, Reading, from_json
from langnghe.refusals import Refused

SECONDS = 30
_PACKAGE = Path(__file__).resolve().parents[3]


def read_papers(paths: Sequence[Path]) -> list[Reading | Failure]:
    """Read every paper of `paths`, in order; one that cannot be read is a Failure and stops no other.

    Failure codes: "paper-missing", "not-a-paper", "paper-broken", "paper-too-large", "paper-locked", "paper-hostile",
    "paper-empty", "office-missing", "paper-slow".
    """
    done: dict[int, Reading | Failure] = {}
    with tempfile.TemporaryDirectory(prefix="langnghe-") as folder:
        waiting: list[tuple[int, dict[str, str]]] = []
        for index, path in enumerate(paths):
            prepared = _prepared(Path(path), Path(folder) / str(index))
            if isinstance(prepared, Failure):
                done[index] = prepared
            else:
                waiting.append((index, prepared))
        while waiting:
            waiting = waiting[_read_some(waiting, done) :]
    return [done[index] for index in range(len(paths))]


def _prepared(path: Path, folder: Path) -> Failure | dict[str, str]:
    """Look at a file's size and kind; convert an old one, so that the reading process needs no LibreOffice."""
    try:
        data = _bytes_of(path)
        job = {"name": path.name, "path": str(path.resolve()), "sha256": hashlib.sha256(data).hexdigest()}
        if gate.kind_of(path.name, data) == "office":
            name, converted = office.convert(path.name, data)
            folder.mkdir()
            (folder / name).write_bytes(converted)
            job |= {"path": str(folder / name), "as": name}
    except Refused as refused:
        return Failure(path.name, refused.code, refused.facts)
    return job


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > gate.LARGEST:
            raise Refused("paper-too-large", megabytes=gate.LARGEST // 2**20)
        return path.read_bytes()
    except OSError as error:
        raise Refused("paper-missing") from error


def _read_some(waiting: list[tuple[int, dict[str, str]]], done: dict[int, Reading | Failure]) -> int:
    """Start one process for all of `waiting` and return how many it settled; at least one."""
    process = subprocess.Popen(
        [sys.executable, "-m", "langnghe.exchange.reading"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(_PACKAGE), "PYTHONIOENCODING": "utf-8"},
    )
    answers: queue.Queue[bytes | None] = queue.Queue()
    threading.Thread(target=_listen, args=(process, answers), daemon=True).start()
    _tell(process, [job for _, job in waiting])
    try:
        for count, (index, job) in enumerate(waiting):
            result = _next(answers, job)
            if result is None:
                late = process.poll() is None or process.returncode in (-24, -9)
                done[index] = Failure(
                    job["name"],
                    "paper-slow" if late else "paper-hostile",
                    {"seconds": SECONDS} if late else {"reason": "memory"},
                )
                return count + 1
            done[index] = result
        return len(waiting)
    finally:
        process.kill()
        process.wait()


def _tell(process: subprocess.Popen[bytes], jobs: list[dict[str, str]]) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(json.dumps(jobs).encode())
        process.stdin.close()
    except OSError:
        return


def _listen(process: subprocess.Popen[bytes], answers: "queue.Queue[bytes | None]") -> None:
    assert process.stdout is not None
    for line in process.stdout:
        answers.put(line)
    process.wait()
    answers.put(None)


def _next(answers: "queue.Queue[bytes | None]", job: dict[str, str]) -> Reading | Failure | None:
    try:
        line = answers.get(timeout=SECONDS)
    except queue.Empty:
        return None
    if line is None:
        return None
    result = from_json(json.loads(line))
    return replace(result, file=job["name"])
