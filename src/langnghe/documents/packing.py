"""Packages of XML parts (.docx, .xlsx) whose bytes depend only on what they say."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

EPOCH = (1980, 1, 1, 0, 0, 0)


def part(name: str) -> zipfile.ZipInfo:
    """Return the entry of one part, with a fixed date."""
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return one package of `parts`, in their order."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        for name, content in parts.items():
            package.writestr(part(name), content)
    return whole.getvalue()


def unpack(package: bytes) -> dict[str, bytes]:
    """Return the parts of a package, in their order."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
