"""One paper's bytes to its reading, in this very process. `sandbox` calls it where a hostile paper can do no harm."""

import hashlib
import unicodedata
from zipfile import BadZipFile

from lxml import etree

from langnghe.exchange.reading import docx, gate, plain, sheets
from langnghe.exchange.reading.blocks import Paper
from langnghe.exchange.reading.shapes import Reading
from langnghe.exchange.reading.understanding import understand
from langnghe.refusals import Refused


def read_bytes(name: str, data: bytes, *, original: bytes | None = None) -> Reading:
    """Return what the paper called `name` says; `original` is what it was before LibreOffice converted it.

    Raises Refused: "not-a-paper", "paper-broken", "paper-too-large", "paper-locked", "paper-hostile", "paper-empty",
    "office-missing" (the old formats need LibreOffice; `sandbox.read_papers` calls it).
    """
    kind = gate.kind_of(name, data)
    paper = _paper(kind, data)
    digest = hashlib.sha256(data if original is None else original).hexdigest()
    return understand(paper, file=name, sha256=digest)


def read_text(text: str) -> Reading:
    """Return what pasted text says. Raises Refused: "paper-empty", "paper-too-large"."""
    data = text.encode("utf-8", errors="replace")
    if not text.strip():
        raise Refused("paper-empty")
    if len(data) > gate.LARGEST:
        raise Refused("paper-too-large", megabytes=gate.LARGEST // 2**20)
    paper = plain.text_paper(unicodedata.normalize("NFC", text))
    return understand(paper, file="", sha256=hashlib.sha256(data).hexdigest())


def _paper(kind: str, data: bytes) -> Paper:
    if kind == "csv":
        return plain.csv_paper(data)
    if kind == "text":
        return plain.text_paper(plain.decode(data))
    if kind == "office":
        raise Refused("office-missing")
    try:
        with gate.open_zip(data, kind) as archive:
            return docx.read(archive) if kind == "docx" else sheets.read(archive)
    except (etree.XMLSyntaxError, KeyError, BadZipFile, ValueError, IndexError) as error:
        raise Refused("paper-broken") from error
