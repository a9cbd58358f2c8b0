"""Fill a template: the words of one paper into the .docx of its kind and layout, byte for byte the same each time."""

import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from langnghe.documents import packing, wording
from langnghe.documents.legible import as_xml, legible

# Characters in a cell above which its row may be taller than a page; what a line of the narrowest column holds.
TALL = 200
LINE = 7

_WHOLE_ROW = re.compile(r"(\{% for (\w+) in [^%]*%\}\s*<w:tr[ >](?:(?!</w:tr>).)*?)(<w:cantSplit[^>]*/>)", re.DOTALL)
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties'
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
)


def fill(template: Path, words: Mapping[str, object], target: BinaryIO, *, title: str, on: date) -> None:
    """Write `template` filled with `words` into `target`.

    The parts stream through: a table of 10,000 rows never stands in memory as a tree. Title and date of the file
    are the paper's own, and it carries no author.
    """
    with zipfile.ZipFile(target, "w", compresslevel=4) as package:
        for name, part in _parts(template, template.stat().st_mtime_ns).items():
            with package.open(packing.part(name), "w") as file:
                if isinstance(part, Template):
                    for piece in part.generate(words):
                        file.write(piece.encode())
                else:
                    file.write(properties(title, on) if name == "docProps/core.xml" else part)


def properties(title: str, on: date) -> bytes:
    """Return the file properties of a paper: title and day, no author."""
    moment = datetime.combine(on, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _PROPERTIES.format(title=as_xml(title), moment=moment).encode()


@cache
def _parts(template: Path, changed_at: int) -> dict[str, Template | bytes]:
    """Return the parts of a template, those with text ready to fill. `changed_at` lets a clerk's change be seen."""
    from docxtpl import DocxTemplate  # heavy, and most processes never write a paper

    reader = DocxTemplate(BytesIO())
    parts: dict[str, Template | bytes] = {}
    for name, content in packing.unpack(template.read_bytes()).items():
        is_text = name == "word/document.xml" or name.startswith(("word/header", "word/footer"))
        parts[name] = _ENVIRONMENT.from_string(_splitting(reader.patch_xml(content.decode()))) if is_text else content
    return parts


def _splitting(text: str) -> str:
    """Return a template whose tall rows may run on over the page: LibreOffice cuts off what it may not split."""
    return _WHOLE_ROW.sub(r"\1{% if \2 | fits %}\3{% endif %}", text)


def fits(row: object) -> bool:
    """Return whether a row is surely lower than a page, even where its longest text stands in the narrowest column."""
    values = ("\n".join(value) if isinstance(value, tuple) else value for value in vars(row).values())
    texts = (value for value in values if isinstance(value, str))
    return all(len(text) + LINE * text.count("\n") <= TALL for text in texts)


def _written(value: object) -> object:
    if isinstance(value, str):
        return Markup(as_xml(value).replace("\n", _BREAK))
    return _day(value) if isinstance(value, date) else "" if value is None else value


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _plain(value: object) -> object:
    return legible(value) if isinstance(value, str) else _written(value)


def _joined(values: Iterable[object]) -> str:
    return "\n".join(str(value) for value in values if value)


def _raised(times: int) -> str:
    return f"\n(nêu {times} lượt)" if times > 1 else ""


def said(text: str, words: Mapping[str, object]) -> str:
    """Return `text` with its placeholders filled, as plain text."""
    return _PLAIN.from_string(text).render(words)


# A clerk may edit a template, so it is data: it can read the words of its paper and nothing else.
_ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_written)
_ENVIRONMENT.filters |= {"joined": _joined, "raised": _raised, "fits": fits, "day": _day, "list_of": wording.list_of}
_ENVIRONMENT.filters |= {"clock": wording.clock, "hour": wording.hour_in_words, "weekday": wording.weekday_in_words}
_ENVIRONMENT.filters["full_day"] = wording.full_day_in_words
_PLAIN = _ENVIRONMENT.overlay(autoescape=False, finalize=_plain)
