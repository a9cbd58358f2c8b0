"""A copy of everything in one file, and the way back from it.

A backup is a zip: the store, `files/`, `issued/`, the public keys, the list of what was erased, on request all keys,
and `manifest.json` with the SHA-256 of each part and the heads of the record. It counts only once it has been restored
and verified.
"""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from langnghe.ledger import copies, erasures, queries
from langnghe.ledger.models import Checkpoint
from langnghe.ledger.tree import EMPTY
from langnghe.refusals import Refused

VERSION = 1
MANIFEST = "manifest.json"
FOLDERS = ("files", "issued", "keys")
# Lists of lines, not secret: they check old signatures and erase again what was erased. Restoring adds to them.
LISTS = ("keys/record.public", "keys/erased")
_BLOCK = 1 << 20


def backup(target: Path, *, at: datetime, with_keys: bool = False) -> dict[str, Any]:
    """Write everything into the zip `target` and return its manifest. Without `with_keys` no secret is in it.

    Raises Refused: "backup-exists", "no-postgresql-tools", "cannot-copy-store".
    """
    if target.exists():
        raise Refused("backup-exists", name=target.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(target.name + ".part")
    hashes: dict[str, str] = {}
    manifest = {"version": VERSION, "at": at.isoformat(), "store": connection.vendor, "sha256": hashes}
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        erasures.write(Path(settings.KEYS) / "erased", erasures.remembered() | erasures.erased())
        try:
            with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
                manifest["heads"] = queries.heads()  # before the copy, which may be a little ahead of it
                hashes[copies.name()] = _add(file, copies.name(), copies.write(Path(folder)))
                for name, path in _beside(with_keys):
                    hashes[name] = _add(file, name, path)
                file.writestr(MANIFEST, json.dumps(manifest, indent=1, sort_keys=True))
            draft.chmod(0o600)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    return manifest


def restore(source: Path, *, into: Path, with_keys: bool = False) -> dict[str, Any]:
    """Put the backup `source` into `into`, the empty data folder of this installation; return its manifest.

    The store is migrated, and what was erased since the backup is erased again. Raises Refused: "store-not-empty",
    "backup-damaged", "other-store", "no-postgresql-tools", "cannot-copy-store".
    """
    if copies.is_in_use() or any(any((into / name).glob("*")) for name in ("files", "issued")):
        raise Refused("store-not-empty")
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=into) as folder:
        manifest = _unpack(source, Path(folder))
        if manifest["store"] != connection.vendor:
            raise Refused("other-store", name=manifest["store"])
        connections.close_all()
        copies.read(Path(folder) / copies.name())  # first, because of all this it alone can fail half way
        for name in manifest["sha256"]:
            _put(Path(folder) / name, into / name, name, with_keys)
    call_command("migrate", interactive=False, verbosity=0)  # and so puts guards up and erases again
    for log, root in manifest["heads"].items():
        if root != EMPTY.hex() and not Checkpoint.objects.filter(log=log, root=bytes.fromhex(root)).exists():
            raise Refused("backup-damaged", name=log)
    return manifest


def _beside(with_keys: bool) -> Iterator[tuple[str, Path]]:
    """Yield name and path of every file that belongs to the store."""
    for folder in FOLDERS:
        top = Path(settings.KEYS if folder == "keys" else Path(settings.DATA) / folder)
        for path in sorted(top.rglob("*")):
            name = PurePosixPath(folder, path.relative_to(top).as_posix())
            is_wanted = folder != "keys" or with_keys or str(name) in LISTS
            if path.is_file() and path.suffix != ".lock" and is_wanted:
                yield str(name), path


def _add(file: zipfile.ZipFile, name: str, path: Path) -> str:
    """Add one file and return the SHA-256 of the very bytes that were added."""
    digest = hashlib.sha256()
    with path.open("rb") as source, file.open(name, "w", force_zip64=True) as target:
        while block := source.read(_BLOCK):
            digest.update(block)
            target.write(block)
    return digest.hexdigest()


def _unpack(source: Path, folder: Path) -> dict[str, Any]:
    """Unpack what the manifest names, checking each hash."""
    try:
        with zipfile.ZipFile(source) as file:
            manifest: dict[str, Any] = json.loads(file.read(MANIFEST))
            if manifest["version"] != VERSION or set(file.namelist()) != {MANIFEST, *manifest["sha256"]}:
                raise Refused("backup-damaged", name=MANIFEST)
            for name, expected in manifest["sha256"].items():
                if not _is_safe(name) or _extract(file, name, folder / name) != expected:
                    raise Refused("backup-damaged", name=name)
    except (zipfile.BadZipFile, OSError, KeyError, ValueError, TypeError, AttributeError, EOFError) as error:
        raise Refused("backup-damaged", name=source.name) from error
    return manifest


def _is_safe(name: str) -> bool:
    """Return whether `name` stays inside the folder it is unpacked into, on every system."""
    path = PurePosixPath(name)
    if "\\" in name or ":" in name or path.is_absolute() or ".." in path.parts or str(path) != name:
        return False
    return name in copies.NAMES or (path.parts[0] in FOLDERS and len(path.parts) > 1)


def _extract(file: zipfile.ZipFile, name: str, path: Path) -> str:
    digest = hashlib.sha256()
    path.parent.mkdir(parents=True, exist_ok=True)
    with file.open(name) as source, path.open("wb") as target:
        while block := source.read(_BLOCK):
            digest.update(block)
            target.write(block)
    return digest.hexdigest()


def _put(source: Path, target: Path, name: str, with_keys: bool) -> None:
    """Move one unpacked file to its place; lists grow, secrets come only when asked for."""
    if name in LISTS:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        known = target.read_text("ascii").split() if target.exists() else []
        target.write_text(
            "".join(f"{line}\n" for line in dict.fromkeys([*known, *source.read_text("ascii").split()])), "ascii"
        )
    elif name not in copies.NAMES and (with_keys or not name.startswith("keys/")):
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
        if name.startswith("keys/"):
            target.chmod(0o600)
