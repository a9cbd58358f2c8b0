"""What stands in each paper: filled from the register, by function and never by name.

Until a paper is issued it is a draft. Until a person has confirmed a dialogue its minutes and table also show what
waits; what is held on suspicion stands in none. What goes to the people holds texts for everybody and official answers,
and nothing else; a text that is missing shows as missing.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from langnghe.documents.filling.heads import Numbered, head
from langnghe.documents.filling.letters import referral, reply
from langnghe.documents.filling.meetings import invitation, notice, plan
from langnghe.documents.filling.minutes import minutes, table
from langnghe.documents.filling.register import register
from langnghe.documents.filling.results import result
from langnghe.documents.shapes import GuidanceSlip, Paper, Signature
from langnghe.matters.suggesting import current_pack
from langnghe.opinions.rules import Procedure
from langnghe.places.models import Place
from langnghe.refusals import Refused

__all__ = [
    "Numbered",
    "guidance",
    "invitation",
    "minutes",
    "notice",
    "paper",
    "plan",
    "referral",
    "register",
    "reply",
    "result",
    "table",
]


def guidance(procedure: Procedure, commune: Place, *, on: date) -> GuidanceSlip:
    """Return the guidance slip of a procedure (form F13). It holds nothing of what was said."""
    parts = current_pack().on(on).procedure(procedure)
    texts: dict[str, list[str]] = {}
    for part in parts:
        texts.setdefault(part.part, []).append(part.text("vi"))
    return GuidanceSlip(
        head=head(commune, "HD-UBND", on=on),
        draft=False,
        sample=commune.is_sample,
        title=" ".join(texts.get("title", [])),
        signatures=(Signature(role="Người hướng dẫn"),),
        kind=_procedure_words(procedure, on=on),
        where=tuple(texts.get("where", [])),
        bring=tuple(texts.get("bring", []) + texts.get("note", [])),
        time_limit=" ".join(texts.get("limit", []) + texts.get("clock", [])),
        basis=tuple(dict.fromkeys(part.basis for part in parts if part.mark != "house_default")),
    )


def _procedure_words(procedure: Procedure, *, on: date) -> str:
    kind = current_pack().on(on).kind(procedure)
    return kind.name("vi").lower() if kind else str(procedure)


FILLINGS: dict[str, Callable[..., Paper]] = {
    "plan": plan,
    "notice": notice,
    "invitation": invitation,
    "minutes": minutes,
    "table": table,
    "result": result,
    "register": register,
    "referral": referral,
    "reply": reply,
    "guidance": guidance,
}


def paper(kind: str, *about: Any, on: date, **facts: Any) -> Paper:
    """Return the paper of `kind` about what its own function asks for, dated `on`; `issued` makes it no draft.

    Raises Refused: "no-such-paper", and what the paper's own function raises.
    """
    if kind not in FILLINGS:
        raise Refused("no-such-paper", kind=kind, known=", ".join(FILLINGS))
    return FILLINGS[kind](*about, on=on, **facts)
