"""Old papers (.doc, .xls, .odt, .ods, .rtf) become .docx or .xlsx through headless LibreOffice, where it is present."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path, PurePath

from langnghe.exchange.reading import gate
from langnghe.refusals import Refused

_SHEETS = {"xls", "ods"}
_SECONDS = 60
_LIMITS = f"""
import os, resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({3 * 2**30},) * 2)
resource.setrlimit(resource.RLIMIT_CPU, ({_SECONDS},) * 2)
os.execv(sys.argv[1], sys.argv[1:])
"""
_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def program() -> str | None:
    """Return where LibreOffice is, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice") or shutil.which("soffice.com")
    return found or next((place for place in _PLACES if Path(place).exists()), None)


def convert(name: str, data: bytes) -> tuple[str, bytes]:
    """Return the name and bytes of the .docx or .xlsx made from an old paper; its macros never run.

    Raises Refused: "office-missing", "paper-slow", "paper-broken", "paper-locked".
    """
    ending = PurePath(name).suffix.lower().lstrip(".")
    if data.startswith(b"PK"):
        with gate.open_zip(data, "office") as archive:
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.namelist() else b""
        if b"encryption-data" in manifest:
            raise Refused("paper-locked")
    soffice = program()
    if soffice is None:
        raise Refused("office-missing")
    target = "xlsx" if ending in _SHEETS else "docx"
    with tempfile.TemporaryDirectory(prefix="langnghe-") as folder:
        source = Path(folder) / f"paper.{ending}"
        source.write_bytes(data)
        _run(soffice, source, target, Path(folder))
        made = Path(folder) / "out" / f"paper.{target}"
        if not made.exists() or made.stat().st_size > gate.LARGEST:
            raise Refused("paper-broken")
        return f"{PurePath(name).stem}.{target}", made.read_bytes()


def _run(soffice: str, source: Path, target: str, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        soffice, "--headless", "--norestore", "--nologo", "--nodefault", profile, "--convert-to", target,
        "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    try:
        process = subprocess.Popen(
            [*_limited(), *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(folder)}, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise Refused("office-missing") from error
    try:
        process.wait(timeout=_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise Refused("paper-slow", seconds=_SECONDS) from error
    finally:
        _stop(process)


def _limited() -> list[str]:
    """Return the command that gives LibreOffice little memory and time before it starts, where the system can."""
    if sys.platform == "win32":
        return []
    return [sys.executable, "-c", _LIMITS]


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and what it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
