"""The words each paper's template asks for, made from its shape."""

from collections.abc import Iterable
from dataclasses import fields
from functools import singledispatch

from langnghe.documents.layouts import Layout
from langnghe.documents.shapes import Forwarded, GuidanceSlip, Minutes, Paper, Said, Signature
from langnghe.documents.wording import DOTS, day_in_words, hour_in_words, number_list

MINUTES_SIGNED_BY = (
    Signature(role="Thư ký"),
    Signature(role="Đại diện Ủy ban MTTQ Việt Nam"),
    Signature(role="Chủ trì"),
)


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
        **own_words(paper),
    }


@singledispatch
def own_words(paper: Paper) -> dict[str, object]:
    """Return what only this kind of paper needs."""
    return {}


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


def _items(texts: Iterable[str]) -> list[str]:
    """Return the items of a list without their last marks: the template sets ";" and "." itself."""
    return [text.rstrip(" ;.") for text in texts]


def _by_first(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, str]]:
    """Gather numbers under their first word, in the order the words first come."""
    gathered: dict[str, list[int]] = {}
    for word, number in pairs:
        gathered.setdefault(word, []).append(number)
    return [(word, number_list(numbers)) for word, numbers in gathered.items()]
