"""A log that cannot quote anybody: of an error it tells the kind and the places in the code, never the message."""

import logging
from pathlib import Path
from traceback import extract_tb


class ReticentFormatter(logging.Formatter):
    """Write time, level and where an error happened. Messages of errors may quote a resident, and are left out."""

    def format(self, record: logging.LogRecord) -> str:
        told = f"{self.formatTime(record)} {record.levelname} {record.name}"
        if record.exc_info and record.exc_info[0]:
            return f"{told} {record.exc_info[0].__name__} {self._places(record)}"
        return f"{told} {record.msg}"

    def _places(self, record: logging.LogRecord) -> str:
        frames = extract_tb(record.exc_info[2]) if record.exc_info else []
        return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-6:]))
