"""Whose turn it is to write, among the processes that share one SQLite store.

SQLite lets in whoever knocks first, so a busy server could keep a command waiting for ever. Here everyone takes two
locks: the door, for as long as they wait, then the desk, for as long as they write. While one stands at the door the
server cannot come back to the desk before it.
"""

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections
from django.utils.translation import gettext

from langnghe.refusals import Refused

SILENT_SECONDS = 1.0
PATIENT_SECONDS = 120.0
_POLL_SECONDS = 0.002


class Lock:
    """A lock between threads and processes: a file that stays open, because this is taken for every action."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("ab")
        self.is_held = False

    def take(self) -> None:
        """Wait for the lock; after a second say so on stderr. Raises Refused: "too-busy" after two minutes."""
        began, is_silent = time.monotonic(), True
        while not _try_lock(self._file.fileno()):
            waited = time.monotonic() - began
            if waited > PATIENT_SECONDS:
                raise Refused("too-busy")
            if is_silent and waited > SILENT_SECONDS:
                is_silent = False
                sys.stderr.write(gettext("Đang chờ tới lượt ghi…") + "\n")
            time.sleep(_POLL_SECONDS)
        self.is_held = True

    def release(self) -> None:
        """Let the next one in."""
        self.is_held = False
        _unlock(self._file.fileno())


class _Locks(threading.local):
    """The door and the desk of this thread. A forked process must not use its parent's: they would count as held."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, Path], tuple[Lock, Lock]] = {}

    def of(self, store: Path) -> tuple[Lock, Lock]:
        """Return the door and the desk that stand beside `store`."""
        name = (os.getpid(), store)
        if name not in self._known:
            folder = Path(store).parent
            self._known[name] = Lock(folder / "door.lock"), Lock(folder / "turn.lock")
        return self._known[name]


_locks = _Locks()


@contextmanager
def taken() -> Iterator[None]:
    """Hold the turn to write. Raises Refused: "too-busy" after two minutes."""
    store = _shared_file()
    if store is None:
        yield
        return
    door, desk = _locks.of(store)
    if desk.is_held:
        yield
        return
    door.take()
    try:
        desk.take()
    finally:
        door.release()
    try:
        yield
    finally:
        desk.release()


def _shared_file() -> Path | None:
    """Return the file that other processes may write to as well, if this is the beginning of a transaction on one."""
    store = connections[DEFAULT_DB_ALIAS]
    path = store.settings_dict["NAME"]
    return path if store.vendor == "sqlite" and not store.in_atomic_block and isinstance(path, Path) else None


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> bool:
        try:
            os.lseek(file, 0, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
