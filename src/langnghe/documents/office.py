"""LibreOffice, where it is installed, as a printer: one document in, one document out, in a process of its own."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from langnghe.refusals import Refused

try:
    import resource
except ImportError:  # Windows has no such limits; the time limit holds there too.
    resource = None  # type: ignore[assignment]

NAMES = ("soffice", "libreoffice")
PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
SECONDS = 180
MEMORY = 4 * 1024**3
FILE_SIZE = 512 * 1024**2


def find() -> str:
    """Return the path of LibreOffice. Raises Refused: "office-missing"."""
    for program in (*map(shutil.which, NAMES), *(str(place) for place in PLACES if place.exists())):
        if program:
            return program
    raise Refused("office-missing")


def convert(document: bytes, source: str, target: str, *, seconds: float = SECONDS) -> bytes:
    """Return `document` turned from format `source` into `target` (extensions, as in "docx", "pdf").

    It runs with a fresh profile, without network settings or macros of the user's own, and with limits on time,
    memory and file size. Raises Refused: "office-missing", "office-failed".
    """
    program = find()
    with tempfile.TemporaryDirectory(prefix="langnghe-office-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        given = home / f"paper.{source}"
        given.write_bytes(document)
        made = home / "made" / f"paper.{target}"
        _run([*_command(program, home), target, "--outdir", str(made.parent), str(given)], home, seconds)
        if not made.exists():
            raise Refused("office-failed")
        return made.read_bytes()


def _command(program: str, home: Path) -> list[str]:
    profile = (home / "profile").as_uri()
    quiet = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"]
    return [program, f"-env:UserInstallation={profile}", *quiet, "--convert-to"]


def _run(command: list[str], home: Path, seconds: float) -> None:
    environment = {**os.environ, "HOME": str(home), "SAL_USE_VCLPLUGIN": "svp"}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=home, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        _limit(process.pid, seconds)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise Refused("office-failed") from None


def _limit(pid: int, seconds: float) -> None:
    """Bound the office's processor time, memory and files, where the system can; its children inherit this."""
    if not hasattr(resource, "prlimit"):
        return
    limits = {
        resource.RLIMIT_CPU: max(1, round(seconds)),
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_FSIZE: FILE_SIZE,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        with suppress(OSError, ValueError):  # it may have ended already, or be bound more tightly by the system
            resource.prlimit(pid, what, (most, most))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the office and the processes it started: it is a script that starts another program."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
