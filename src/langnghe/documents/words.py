"""The words each paper's template asks for, made from its shape."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import singledispatch

from langnghe.documents.layouts import Layout
from langnghe.documents.shapes import (
    Forwarded,
    GuidanceSlip,
    Invitation,
    Minutes,
    Notice,
    Paper,
    Plan,
    Referral,
    Reply,
    ResultNotice,
    Said,
    Signature,
)
from langnghe.documents.wording import DOTS, day_in_words, hour_in_words, list_of, number_list, tier_of

MINUTES_SIGNED_BY = (
    Signature(role="Thư ký"),
    Signature(role="Đại diện Ủy ban MTTQ Việt Nam"),
    Signature(role="Chủ trì"),
)
CHAIR = Signature(authority="TM. Ủy ban nhân dân", role="Chủ tịch")


def words_of(paper: Paper, layout: Layout) -> dict[str, object]:
    """Return every value the template of `paper` may name: its own fields, and those its layout or kind derives."""
    return {
        **{field.name: getattr(paper, field.name) for field in fields(paper)},
        "recipients": _items(paper.recipients),
        "number": layout.number(paper.head.number),
        "signed_on": day_in_words(paper.head.on),
        "draft_mark": layout.header.draft_mark(draft=paper.draft, checked=paper.checked),
        "sample_mark": layout.header.sample if paper.sample else "",
        "signatures": paper.signatures or (Signature(role="Người lập"),),
        "tier": tier_of(paper.head.issuer),
        "dots": DOTS,
        **own_words(paper),
    }


@singledispatch
def own_words(paper: Paper) -> dict[str, object]:
    """Return what only this kind of paper needs."""
    return {}


@own_words.register
def _(plan: Plan) -> dict[str, object]:
    sections = ("purposes", "themes", "manner", "attendance", "tasks", "costs", "carrying_out")
    return {
        **{name: _lines(getattr(plan, name)) for name in sections},
        "timing": _items(plan.timing) if plan.schedule else _lines(plan.timing),
        "bases": _items(plan.bases),
        "bodies": _items(plan.bodies),
        "signatures": _signed(plan),
    }


@own_words.register
def _(notice: Notice) -> dict[str, object]:
    hamlets = dict.fromkeys(hamlet for scheduled in notice.schedule for hamlet in scheduled.hamlets)
    return {
        "invited": list_of(hamlets) or DOTS,
        "bases": _items(notice.bases),
        "content": _lines(notice.content),
        "taking_part": _lines(notice.taking_part),
        "signatures": _signed(notice),
    }


@own_words.register
def _(invitation: Invitation) -> dict[str, object]:
    return {
        "addressees": _lines(invitation.addressees),
        "to_attend": _item(invitation.to_attend),
        "venue": invitation.venue or DOTS,
        "chair": invitation.chair or DOTS,
        "prepare": _items(invitation.prepare),
        "signatures": _signed(invitation),
    }


@own_words.register
def _(result: ResultNotice) -> dict[str, object]:
    return {
        "bases": _items(result.bases),
        "numbers": _items(result.numbers),
        "ask_again": _items(result.ask_again),
        "signatures": _signed(result),
    }


@own_words.register
def _(referral: Referral) -> dict[str, object]:
    several = len(referral.hamlets)
    return {
        "addressees": _lines(referral.addressees),
        "bases": _items(referral.bases),
        "content": _lines(referral.content),
        "asked_in": f", tại {several} thôn, tổ dân phố ({list_of(referral.hamlets)})" if several else "",
        "done": _lines(referral.done),
        "proposals": _lines(referral.proposals),
        "reason": referral.reason or DOTS,
        "attachments": _items(referral.attachments),
        "reply_by": day_in_words(referral.reply_by) if referral.reply_by else f"ngày {DOTS}",
        "reply_to": _item(referral.reply_to),
        "signatures": _signed(referral),
    }


@own_words.register
def _(reply: Reply) -> dict[str, object]:
    return {
        "addressees": _items(reply.addressees),
        "findings": _lines(reply.findings),
        "next_steps": _lines(reply.next_steps),
        "signatures": _signed(reply),
    }


@own_words.register
def _(slip: GuidanceSlip) -> dict[str, object]:
    return {"where": _items(slip.where), "bring": _items(slip.bring), "basis": _items(slip.basis)}


@own_words.register
def _(minutes: Minutes) -> dict[str, object]:
    signatures = minutes.signatures + MINUTES_SIGNED_BY[len(minutes.signatures) :]
    return {
        "composition": _items(minutes.composition),
        "held": day_in_words(minutes.held_on),
        "opened": hour_in_words(minutes.opened_at),
        "closed": hour_in_words(minutes.closed_at),
        "venue": minutes.venue or DOTS,
        "chair": minutes.chair or DOTS,
        "secretary": minutes.secretary or DOTS,
        "invited": DOTS if minutes.invited is None else minutes.invited,
        "present": DOTS if minutes.present is None else minutes.present,
        "report": minutes.report or DOTS,
        "answered": _answered(minutes.opinions),
        "taken_up": _taken_up(minutes.forwarded),
        "concluded": minutes.conclusion.splitlines() or [DOTS],
        "signatures": signatures,
    }


def _answered(opinions: tuple[Said, ...]) -> list[str]:
    """Say who answered which numbers. The words of each answer stand in the table, once."""
    given = [(opinion.answered_by, opinion.number) for opinion in opinions if opinion.answer]
    return [f"Người trả lời: {who or DOTS} (STT {numbers})" for who, numbers in _by_first(given)]


def _taken_up(forwarded: tuple[Forwarded, ...]) -> list[str]:
    pairs = ((row.to, row.number) for row in forwarded)
    return [f"Chuyển {to}: ý kiến số {numbers}" for to, numbers in _by_first(pairs)]


def _lines(texts: Sequence[str]) -> list[str]:
    """Return the lines of a section, or dots for the pen where there is none."""
    return _items(texts) or [DOTS]


def _items(texts: Iterable[str]) -> list[str]:
    """Return the items of a list without their last marks: the template sets ";" and "." itself."""
    return [_item(text) for text in texts]


def _item(text: str) -> str:
    return text.rstrip(" ;.")


def _signed(paper: Paper) -> tuple[Signature, ...]:
    """Return who signs, by default the chair on behalf of the committee."""
    return paper.signatures or (CHAIR,)


def _by_first(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, str]]:
    """Gather numbers under their first word, in the order the words first come."""
    gathered: dict[str, list[int]] = {}
    for word, number in pairs:
        gathered.setdefault(word, []).append(number)
    return [(word, number_list(numbers)) for word, numbers in gathered.items()]
