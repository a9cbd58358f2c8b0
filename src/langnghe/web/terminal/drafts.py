"""Drafts for the terminal: finds what a paper is asked about and fills it, on behalf of the installation."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from langnghe.dialogues.queries import dialogue
from langnghe.documents import queries as documents
from langnghe.documents.filling.meetings import campaign_meant
from langnghe.matters.queries import every as matters
from langnghe.opinions.rules import Procedure
from langnghe.places.queries import hamlet_named, place_meant
from langnghe.refusals import Refused

if TYPE_CHECKING:
    from langnghe.dialogues.models import Dialogue
    from langnghe.documents.shapes import Paper
    from langnghe.matters.queries import Weighed

Asked = argparse.Namespace


def draft(asked: Asked, on: date) -> "Paper":
    """Return the draft of a paper. Raises Refused: "no-such-…" for what is not there, and what its filling raises."""
    return _DRAFTS[asked.kind](asked, on)


def _plan(asked: Asked, on: date) -> "Paper":
    return documents.plan(campaign_meant(asked.campaign), on=on)


def _notice(asked: Asked, on: date) -> "Paper":
    return documents.notice([dialogue(code) for code in asked.dialogue], on=on)


def _invitation(asked: Asked, on: date) -> "Paper":
    return documents.invitation(_only(asked), asked.to or (), on=on)


def _minutes(asked: Asked, on: date) -> "Paper":
    return documents.minutes(_only(asked), on=on)


def _table(asked: Asked, on: date) -> "Paper":
    return documents.table([dialogue(code) for code in asked.dialogue], on=on)


def _result(asked: Asked, on: date) -> "Paper":
    held = _only(asked)
    if not asked.hamlet:
        return documents.result(held, on=on)
    hamlet = hamlet_named(held.commune, asked.hamlet, on=held.held_on)
    if hamlet is None:
        raise Refused("hamlet-elsewhere", hamlet=asked.hamlet, place=held.commune.name)
    return documents.result(held, hamlet, on=on)


def _register(asked: Asked, on: date) -> "Paper":
    until = asked.until or on
    since = asked.since or until.replace(month=1, day=1)
    return documents.register(place_meant(asked.place, on=until), since, until, on=on)


def _referral(asked: Asked, on: date) -> "Paper":
    to = ", ".join(asked.to or ())
    return documents.referral(_matter(asked), to, reason=asked.reason, reply_by=asked.reply_by, on=on)


def _reply(asked: Asked, on: date) -> "Paper":
    return documents.reply(_matter(asked), on=on)


def _guidance(asked: Asked, on: date) -> "Paper":
    return documents.guidance(Procedure(asked.procedure or "complaint"), _only(asked).commune, on=on)


def _only(asked: Asked) -> "Dialogue":
    return dialogue(asked.dialogue[0])


def _matter(asked: Asked) -> "Weighed":
    found = matters().filter(code=asked.matter).first()
    if found is None:
        raise Refused("no-such-matter", code=asked.matter)
    return found


_DRAFTS: dict[str, Callable[[Asked, date], "Paper"]] = {
    "plan": _plan,
    "notice": _notice,
    "invitation": _invitation,
    "minutes": _minutes,
    "table": _table,
    "result": _result,
    "register": _register,
    "referral": _referral,
    "reply": _reply,
    "guidance": _guidance,
}
