"""The parts that several forms share: how a paper opens, whom it addresses, what it rests on, and its lists."""

from langnghe.documents import blocks
from langnghe.documents.blocks import Column, each, paragraph, when
from langnghe.documents.layouts import Layout

LISTED = "- {{ line }}{{ '.' if loop.last else ';' }}"
SENTENCE = "- {{ line }}."
HAMLETS = Column("Thôn/TDP", 30, "{{ row.hamlets | list_of }}")
HOUR = Column("Thời gian", 33, "{{ [row.starts_at | clock, row.held_on | weekday, row.held_on | day] | joined }}")


def opening(layout: Layout, measure: float, kind: str) -> str:
    """Return the head, the name of the kind, what the paper is about, and a rule."""
    return blocks.head(layout, measure) + named(layout, measure, kind)


def letter_opening(layout: Layout, measure: float, kind: str) -> str:
    """Return the head; the name of the kind follows only where the head does not say what the letter is about."""
    return blocks.head(layout, measure) + when("not head.about", named(layout, measure, kind))


def named(layout: Layout, measure: float, kind: str) -> str:
    """Return the name of the kind and the subject of a paper, and a rule."""
    return paragraph("kind", kind) + paragraph("subject", "{{ title }}") + blocks.rule(layout.subject_rule, measure)


def lines(style: str, *texts: str) -> str:
    """Return one paragraph of `style` for each text."""
    return "".join(paragraph(style, text) for text in texts)


def bases() -> str:
    """Return what the paper rests on, one law or paper a line."""
    return each("line", "bases", paragraph("basis", "Căn cứ {{ line }}{{ '.' if loop.last else ';' }}"))


def listed(heading: str, items: str) -> str:
    """Return a heading and a list; nothing at all where the list is empty."""
    return when(items, paragraph("section", heading), each("line", items, paragraph("body", LISTED)))


def addressed(measure: float) -> str:
    """Return "Kính gửi:" and at its right those the paper goes to, each on a line of its own."""
    left, right = measure * 0.3, measure * 0.7
    to = paragraph("addressee", "{{ '- ' if loop.length > 1 }}{{ line }}{{ '.' if loop.last else ';' }}")
    row = (
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + blocks.cell(left, paragraph("addressed", "Kính gửi:"))
        + blocks.cell(right, each("line", "addressees", to))
        + "</w:tr>"
    )
    return paragraph("gap", "") * 2 + blocks.table([left, right], row, padding=1) + paragraph("gap", "")
