"""Write a paper: its kind and layout choose the template, the file name chooses the format."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from langnghe.documents import layouts, office
from langnghe.documents.shapes import (
    ConsolidatedTable,
    GuidanceSlip,
    Invitation,
    Minutes,
    Notice,
    Paper,
    Plan,
    Referral,
    Register,
    Reply,
    ResultNotice,
)
from langnghe.documents.words import words_of
from langnghe.refusals import Refused

KINDS: dict[str, type[Paper]] = {
    "plan": Plan,
    "notice": Notice,
    "invitation": Invitation,
    "minutes": Minutes,
    "table": ConsolidatedTable,
    "result": ResultNotice,
    "register": Register,
    "referral": Referral,
    "guidance": GuidanceSlip,
    "reply": Reply,
}
SHEETS = {"table", "register"}


def shape_of(kind: str) -> type[Paper]:
    """Return the shape a paper of `kind` is filled into. Raises Refused: "no-such-paper"."""
    if kind not in KINDS:
        raise Refused("no-such-paper", kind=kind, known=", ".join(KINDS))
    return KINDS[kind]


def forms_of(kind: str) -> list[str]:
    """Return the formats a paper of `kind` can be written in."""
    return ["docx", "pdf", "xlsx"] if kind in SHEETS else ["docx", "pdf"]


def write(paper: Paper, target: Path | BinaryIO, form: str = "") -> None:
    """Write `paper` into a file or stream; `form` is docx, xlsx or pdf, by default the file's extension.

    Raises Refused: "no-such-form", "no-such-layout"; for .pdf "office-missing", "office-failed", "print-failed".
    """
    kind = next(name for name, shape in KINDS.items() if isinstance(paper, shape))
    form = form or (target.suffix.lstrip(".").lower() if isinstance(target, Path) else "")
    if form not in forms_of(kind):
        raise Refused("no-such-form", form=form, known=", ".join(forms_of(kind)))
    with _opened(target) as stream:
        if form == "xlsx":
            assert isinstance(paper, ConsolidatedTable | Register)
            # Workbooks and templates load libraries that most processes never need.
            from langnghe.documents import table

            table.write(paper, stream)
        elif form == "pdf":
            stream.write(_printed(paper, kind))
        else:
            _typeset(paper, kind, stream)


def _typeset(paper: Paper, kind: str, stream: BinaryIO) -> None:
    from langnghe.documents import typesetting

    layout = layouts.layout(paper.head.profile)
    template = layouts.FOLDER / layout.profile / f"{kind}.docx"
    typesetting.fill(template, words_of(paper, layout), stream, title=paper.title, on=paper.head.on)


def _printed(paper: Paper, kind: str) -> bytes:
    from langnghe.documents import long_tables

    if isinstance(paper, ConsolidatedTable | Register) and len(paper.rows) > long_tables.LONG:
        return long_tables.pdf(paper, kind)
    office.find()
    written = BytesIO()
    _typeset(paper, kind, written)
    return office.convert(written.getvalue(), "docx", "pdf")


@contextmanager
def _opened(target: Path | BinaryIO) -> Iterator[BinaryIO]:
    """Yield a stream for `target`. A file appears under its name only when it is whole."""
    if not isinstance(target, Path):
        yield target
        return
    unfinished = target.with_name(f".{target.name}.part")
    try:
        with unfinished.open("wb") as stream:
            yield stream
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
