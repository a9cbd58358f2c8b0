"""What every paper begins and ends with: who issues it, under which number, and who signs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from langnghe.documents.shapes import Head, Signature
from langnghe.papers.rules import SYMBOLS, Kind
from langnghe.people.models import Mandate
from langnghe.places.models import Place
from langnghe.places.queries import name_on

COMMITTEE = "TM. Ủy ban nhân dân"
CHAIR = "Chủ tịch"
STAND_IN = "Phó Chủ tịch"
_TIERS = ("xã ", "phường ")


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """What a paper gets as it is issued: number and symbol of the register of outgoing papers, day, who signs."""

    number: int
    symbol: str
    on: date
    signatory: Mandate


def framed(commune: Place, kind: Kind, *, on: date, issued: Numbered | None, checked: bool = True) -> dict[str, Any]:
    """Return what all papers of a commune have in common.

    Without `issued` it is a draft of the day `on`; `checked` says whether a person has confirmed everything in it.
    """
    day = issued.on if issued else on
    code = issued.symbol if issued else SYMBOLS[kind]
    return {
        "head": head(commune, code, on=day, number=issued.number if issued else None),
        "draft": issued is None,
        "checked": checked,
        "sample": commune.is_sample,
        "signatures": (signature(issued),),
    }


def head(commune: Place, code: str, *, on: date, number: int | None = None) -> Head:
    """Return the head of a paper of a commune, by the name it had on its day."""
    name = called(commune, on)
    bare = name.split(" ", 1)[1] if name.startswith(_TIERS) else name
    return Head(issuer=f"Ủy ban nhân dân {name}", code=code, place=bare, on=on, number=number)


def called(commune: Place, on: date) -> str:
    """Return what a commune was called on a day, as it stands within a sentence: "xã Bình Điền"."""
    name = name_on(commune, on)
    return name[:1].lower() + name[1:] if name.lower().startswith((*_TIERS, "đặc khu ")) else name


def signature(issued: Numbered | None) -> Signature:
    """Return where the chair signs, or who stands in for the chair (Decree 30/2020/NĐ-CP, Annex I: "KT.").

    Before a paper is issued nobody has signed it yet.
    """
    if issued is None:
        return Signature(authority=COMMITTEE, role=CHAIR)
    mandate, name = issued.signatory, issued.signatory.person.name
    if mandate.stands_in_for_id is None:
        return Signature(authority=COMMITTEE, role=CHAIR, name=name)
    return Signature(authority=f"{COMMITTEE}\nKT. {CHAIR}", role=_own_office(mandate), name=name)


def _own_office(mandate: Mandate) -> str:
    """Return the office of a stand-in without the body it belongs to, which stands above it already."""
    office = mandate.function.split(" UBND")[0].split(" Ủy ban")[0].strip()
    return STAND_IN if office.casefold() in ("", CHAIR.casefold()) else office
