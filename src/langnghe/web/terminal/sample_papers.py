"""The papers of the demo, written as any other paper is and ready to be issued: number, day, signatory, bytes."""

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from langnghe.documents import papers as documents
from langnghe.documents import queries as filled
from langnghe.documents.queries import Numbered
from langnghe.papers import queries as register
from langnghe.papers.actions import Issuing
from langnghe.papers.rules import SYMBOLS, Kind

if TYPE_CHECKING:
    from langnghe.places.models import Place


def issuing(kind: Kind, *about: Any, commune: "Place", on: date, wall: str = "", **facts: Any) -> Issuing:
    """Return the paper of `kind` about something, signed by the commune's chair; posted on `wall` the same day."""
    symbol = SYMBOLS[kind]
    number = register.next_number(commune, on.year, symbol)
    chair = register.signatories(commune, on=on)[0]
    numbered = Numbered(number=number, symbol=symbol, on=on, signatory=chair)
    paper = filled.paper(kind, *about, on=on, issued=numbered, **facts)
    written = BytesIO()
    documents.write(paper, written, "docx")
    return Issuing(
        number=number,
        symbol=symbol,
        on=on,
        signatory=chair,
        title=" ".join(paper.title.split()),
        form="docx",
        content=written.getvalue(),
        postings=((wall, on),) if wall else (),
    )
