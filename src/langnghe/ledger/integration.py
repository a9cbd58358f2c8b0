"""Giving entries their place in the tree of their log: pending, integrated, published.

Whatever waits enters in a random order, so that a place tells nothing about who spoke before whom.
"""

import logging
import random
import threading
from functools import partial

from django.db import close_old_connections, connection

from langnghe.ledger import checkpoints, store, writing
from langnghe.ledger.models import Checkpoint, Log, Pending, Position
from langnghe.ledger.tree import Edge, leaf_hash

BATCH = 2000
EVERY_SECONDS = 1.0

_logger = logging.getLogger(__name__)
_shuffle = random.SystemRandom().shuffle


def integrate(log: str | None = None) -> int:
    """Give every waiting entry (of `log`, or of all logs) its place and sign a checkpoint. Return how many.

    Safe to run twice or from two processes: one log grows in one transaction at a time. Raises Refused: "too-busy".
    """
    waiting = Pending.objects.order_by().values_list("entry__log", flat=True).distinct()
    placed = 0
    for code in [log] if log else list(waiting):
        while grown := writing.in_turn(partial(_grow, code)):
            placed += grown
    return placed


def start() -> None:
    """Integrate every second from now on, in a thread of its own. Safe to call twice."""
    global _stopped
    if _stopped is None:
        _stopped = threading.Event()
        threading.Thread(target=_run, args=[_stopped], name="integrator", daemon=True).start()


def stop() -> None:
    """End the thread that `start` began, after the batch at hand."""
    global _stopped
    if _stopped is not None:
        _stopped.set()
    _stopped = None


def _grow(code: str) -> int:
    """Place one batch of the log `code`. Its checkpoint is as late as the latest of its entries."""
    # Entries refer to their log, and may go on being written while it is locked so.
    if not Log.objects.select_for_update(no_key=True).filter(code=code).exists():
        return 0
    pending = Pending.objects.filter(entry__log=code).order_by("entry")
    batch = list(pending.values_list("entry", "entry__seal", "entry__at")[:BATCH])
    if not batch:
        return 0
    _shuffle(batch)
    last = Checkpoint.objects.filter(log=code).order_by("size").last()
    old = Edge.unpacked(last.size, bytes(last.edge)) if last else Edge()
    new = old.grown(leaf_hash(bytes(seal)) for _, seal, _ in batch)
    Position.objects.bulk_create(
        Position(entry_id=entry, log_id=code, index=old.size + place) for place, (entry, *_) in enumerate(batch)
    )
    Pending.objects.filter(entry__in=[entry for entry, *_ in batch]).delete()
    at = max([at for *_, at in batch] + ([last.at] if last else []))
    note = checkpoints.sign(log=code, size=new.size, root=new.root())
    Checkpoint.objects.create(log_id=code, size=new.size, root=new.root(), edge=new.packed(), at=at, note=note)
    return len(batch)


def _run(stopped: threading.Event) -> None:
    while not stopped.wait(EVERY_SECONDS):
        try:
            integrate()
            if store.owes_forgetting():
                store.forget()
        except Exception as error:  # nothing is lost: what waits is placed a second later
            _logger.warning("Entries still wait for their place: %s", type(error).__name__)
            close_old_connections()
    connection.close()


_stopped: threading.Event | None = None
