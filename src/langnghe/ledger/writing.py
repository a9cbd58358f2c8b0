"""How anything is written: one action, one transaction, one turn.

On SQLite the running server hands every action to one writer thread, which writes what is waiting in one transaction
(a savepoint for each action) and answers nobody before that transaction is on the disk. First come, first served.
Commands, tests and PostgreSQL write directly.
"""

import functools
import inspect
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextvars import Context, ContextVar, copy_context
from typing import Any, ParamSpec, TypeVar

from django.db import DatabaseError, close_old_connections, connection, transaction
from django.utils import timezone, translation

from langnghe.ledger import turns
from langnghe.refusals import Refused

Facts = ParamSpec("Facts")
Result = TypeVar("Result")

WAITING_AT_MOST = 512
GROUP_AT_MOST = 128

_logger = logging.getLogger(__name__)
_acting: ContextVar[bool] = ContextVar("acting", default=False)


def action(verb: Callable[Facts, Result]) -> Callable[Facts, Result]:
    """Make `verb` an action: one transaction, everything by keyword, with `by` and `at`.

    An action called by an action joins its transaction, in a savepoint of its own. Raises Refused: "too-busy".
    """
    parameters = inspect.signature(verb).parameters
    if loose := [name for name, each in parameters.items() if each.kind is not each.KEYWORD_ONLY]:
        raise TypeError(f"{verb.__qualname__} takes {', '.join(loose)} by position; an action takes keywords only")
    if missing := {"by", "at"} - parameters.keys():
        raise TypeError(f"{verb.__qualname__} lacks {', '.join(sorted(missing))}; an action says by whom and when")

    @functools.wraps(verb)
    def act(*_: Facts.args, **facts: Facts.kwargs) -> Result:
        return in_turn(functools.partial(verb, **facts))

    return act


def acting() -> bool:
    """Return whether this code runs inside an action."""
    return _acting.get()


def in_turn(work: Callable[[], Result]) -> Result:
    """Run `work` in one transaction when its turn comes, and return what it returns. Raises Refused: "too-busy"."""
    writer = _writer
    if acting():
        with transaction.atomic():
            return work()
    if writer is None or writer.is_current():
        with turns.taken(), transaction.atomic():
            return _marked(work)
    if connection.in_atomic_block:
        # The writer thread would wait for this transaction, and this transaction for the writer thread.
        raise RuntimeError("An action of the running server was called inside another transaction")
    return writer.write(work)


def start_queue() -> None:
    """Let one thread of this process write for all, if the store is SQLite. Safe to call twice."""
    global _writer
    if _writer is None and connection.vendor == "sqlite":
        _writer = Writer()


def stop_queue() -> None:
    """Write what is still waiting, then let every thread write for itself again."""
    global _writer
    writer, _writer = _writer, None
    if writer is not None:
        writer.stop()


def _marked(work: Callable[[], Result]) -> Result:
    token = _acting.set(True)
    try:
        return work()
    finally:
        _acting.reset(token)


class Call:
    """One action that waits for its turn, in the language and time zone of its caller."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self.work = work
        self.context: Context = copy_context()
        # Django keeps these two for each thread, out of the context's reach.
        self.language = translation.get_language()
        self.zone = timezone.get_current_timezone()
        self.answer: Future[Any] = Future()
        self.outcome: Callable[[], Any] = self.answer.cancel

    def perform(self) -> None:
        """Run the work in a savepoint and keep what it returned or raised until the commit."""
        waiting = len(connection.run_on_commit)
        try:
            with transaction.atomic():
                value = self.context.run(self._as_caller, functools.partial(_marked, self.work))
        except Exception as error:
            self.outcome = functools.partial(self.answer.set_exception, error)
        else:
            self.outcome = functools.partial(self.answer.set_result, value)
        hooks: list[Any] = connection.run_on_commit
        for at, (savepoints, callback, is_robust) in enumerate(hooks[waiting:], waiting):
            hooks[at] = (savepoints, functools.partial(self._call_back, callback), is_robust)

    def _as_caller(self, work: Callable[[], Result]) -> Result:
        with translation.override(self.language), timezone.override(self.zone):
            return work()

    def _call_back(self, callback: Callable[[], object]) -> None:
        """Run what the action left for after the commit; its failure must not stop the callbacks of others."""
        try:
            self.context.run(self._as_caller, callback)
        except Exception as error:  # without its message, which may quote what people said
            _logger.error("A callback after a commit failed: %s", type(error).__name__)


class Writer:
    """The one thread that writes."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[Call | None] = queue.Queue(WAITING_AT_MOST)
        self._open = threading.Lock()
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def is_current(self) -> bool:
        return threading.current_thread() is self._thread

    def write(self, work: Callable[[], Result]) -> Result:
        call = Call(work)
        with self._open:
            if self._stopped:
                raise Refused("too-busy")
            try:
                self._waiting.put_nowait(call)
            except queue.Full:
                raise Refused("too-busy") from None
        result: Result = call.answer.result()
        return result

    def stop(self) -> None:
        with self._open:
            self._stopped = True
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._waiting.get()) is not None:
            group = [first]
            with turns.taken():
                open_ended = self._gather(group)
                self._write(group)
            if not open_ended:
                break
        connection.close()

    def _gather(self, group: list[Call]) -> bool:
        """Add to `group` all that waits; return False when the end of the queue was among it."""
        while len(group) < GROUP_AT_MOST:
            try:
                call = self._waiting.get_nowait()
            except queue.Empty:
                break
            if call is None:
                return False
            group.append(call)
        return True

    def _write(self, group: list[Call]) -> None:
        """Write `group` in one transaction, then answer; if it cannot be kept as a whole, write each alone."""
        try:
            _commit(group)
        except DatabaseError as error:
            close_old_connections()
            if len(group) == 1:
                group[0].answer.set_exception(error)
                return
            for call in group:
                self._write([call])
        except BaseException as error:
            for call in group:
                call.answer.set_exception(error)
        else:
            for call in group:
                call.outcome()


def _commit(group: list[Call]) -> None:
    with transaction.atomic():
        for call in group:
            call.perform()
        if connection.needs_rollback:
            # Leaving the block now would roll back without a word.
            raise DatabaseError("A savepoint could not be rolled back")


_writer: Writer | None = None
