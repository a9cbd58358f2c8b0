"""What may be opened at all: size, kind and directory are looked at before anything is parsed."""

import re
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile, ZipInfo

from langnghe.refusals import Refused

LARGEST = 20 * 2**20
MOST_MEMBERS = 1_000
MOST_UNPACKED = 50 * 2**20
MOST_RATIO = 100
_SMALL = 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED = {"docx", "docm", "dotx", "xlsx", "xlsm", "xltx"}
_OPEN = {"odt", "ods"}
_OLD = {"doc", "xls"}
_PLAIN = {"txt", "csv", "tsv", "md"}
_MAIN = {"docx": "word/", "docm": "word/", "dotx": "word/", "xlsx": "xl/", "xlsm": "xl/", "xltx": "xl/"}
_FORBIDDEN = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_INNER = re.compile(r"\.(?:zip|docx|xlsx|docm|xlsm|jar|7z|rar|gz)$", re.IGNORECASE)


def kind_of(name: str, data: bytes) -> str:
    """Return the kind of paper that `data` is (docx, xlsx, office, csv, text).

    Raises Refused: "not-a-paper", "paper-empty", "paper-too-large", "paper-locked".
    """
    ending = PurePath(name).suffix.lower().lstrip(".")
    if len(data) > LARGEST:
        raise Refused("paper-too-large", megabytes=LARGEST // 2**20)
    if not data.strip(b"\0 \r\n\t"):
        raise Refused("paper-empty")
    if data.startswith(_OLE):
        return _ole(ending, data)
    if ending in _PACKED and data.startswith(b"PK"):
        return "docx" if _MAIN[ending] == "word/" else "xlsx"
    if ending in _OPEN and data.startswith(b"PK"):
        return "office"
    if ending == "rtf" and data.lstrip().startswith(b"{\\rtf"):
        return "office"
    if ending in _PLAIN and _is_text(data):
        return "csv" if ending in ("csv", "tsv") else "text"
    raise Refused("not-a-paper", ending=ending)


def _ole(ending: str, data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Refused("paper-locked")
    if ending in _OLD:
        return "office"
    raise Refused("not-a-paper", ending=ending)


def _is_text(data: bytes) -> bool:
    if data.startswith(
        (
            b"PK\x03\x04",
            b"%PDF",
            b"\x89PNG",
            b"\xff\xd8\xff",
            b"GIF8",
            b"{\\rtf",
            b"\x7fELF",
            b"MZ",
            b"\x1f\x8b",
            b"Rar!",
            b"7z",
        )
    ):
        return False
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    start = data[:4096]
    if start.count(0) > len(start) // 4:
        return _is_wide_text(start)
    controls = sum(byte < 9 or 13 < byte < 32 for byte in start)
    return controls <= len(start) // 100


def _is_wide_text(start: bytes) -> bool:
    even, odd = start[::2].count(0), start[1::2].count(0)
    return max(even, odd) > len(start) // 8 and min(even, odd) <= len(start) // 50


def open_zip(data: bytes, kind: str) -> ZipFile:
    """Return the opened archive once its directory and every XML part in it are harmless.

    Raises Refused: "paper-broken", "paper-hostile", "paper-too-large", "paper-locked".
    """
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Refused("paper-broken") from error
    _look_at_directory(archive)
    if kind in ("docx", "xlsx"):
        _look_for_parts(archive, kind)
    _look_into_parts(archive)
    return archive


def _look_at_directory(archive: ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise Refused("paper-hostile", reason="members")
    for member in members:
        _look_at_member(member)
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise Refused("paper-hostile", reason="size")
    if len({member.filename for member in members}) != len(members):
        raise Refused("paper-hostile", reason="twice")


def _look_at_member(member: ZipInfo) -> None:
    name = member.filename
    if member.flag_bits & 0x1:
        raise Refused("paper-locked")
    leaves = name.startswith(("/", "\\")) or ".." in PurePath(name.replace("\\", "/")).parts
    if leaves or re.match(r"[A-Za-z]:", name):
        raise Refused("paper-hostile", reason="path")
    if _INNER.search(name) and not name.startswith(("word/embeddings/", "xl/embeddings/")):
        raise Refused("paper-hostile", reason="nested")
    if member.file_size > _SMALL and member.file_size > MOST_RATIO * max(1, member.compress_size):
        raise Refused("paper-hostile", reason="ratio")


def _look_for_parts(archive: ZipFile, kind: str) -> None:
    names = archive.namelist()
    if "[Content_Types].xml" not in names:
        raise Refused("paper-broken")
    folder = "word/" if kind == "docx" else "xl/"
    if not any(name.startswith(folder) for name in names):
        raise Refused("not-a-paper", ending=kind)


def _look_into_parts(archive: ZipFile) -> None:
    """Entities make readers lose text or fetch files; no honest paper declares any. UTF-16 is looked through too."""
    for member in archive.infolist():
        if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        try:
            with archive.open(member) as part:
                content = part.read(MOST_UNPACKED + 1)
        except (BadZipFile, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
            raise Refused("paper-broken") from error
        except Exception as error:  # zlib.error is not a public base of the others
            if type(error).__name__ != "error":
                raise
            raise Refused("paper-broken") from error
        if _FORBIDDEN.search(content) or _FORBIDDEN.search(content.replace(b"\0", b"")):
            raise Refused("paper-hostile", reason="entities")
