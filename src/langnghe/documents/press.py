"""Typst as a printer: data in, PDF out, in a process of its own, so that its memory is given back at once.

The process runs this file alone, wherever the product stands; so nothing of it is imported above.
"""

import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
SECONDS = 180


def pdf(sheet: Path, data: str, *, on: date) -> bytes:
    """Return `sheet` filled with `data` (JSON), dated `on`; same data, same bytes. Raises Refused: "print-failed"."""
    from langnghe.refusals import Refused

    moment = int(datetime.combine(on, time(), UTC).timestamp())
    command = [sys.executable, "-P", __file__, str(sheet), str(moment)]
    try:
        return subprocess.run(command, input=data.encode(), capture_output=True, check=True, timeout=SECONDS).stdout
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise Refused("print-failed") from None


def _press(sheet: str, moment: str) -> None:
    import typst  # heavy, and only this process needs it

    made = typst.compile(
        sheet,
        sys_inputs={"paper": sys.stdin.buffer.read().decode()},
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        pdf_tags=False,  # a tag for each cell would make the file nine times as large
        timestamp=int(moment),
    )
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    _press(*sys.argv[1:])
