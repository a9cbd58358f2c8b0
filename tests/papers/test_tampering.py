"""Whoever alters an issued paper behind the record's back is found out."""

import pytest

from langnghe.ledger.queries import verify
from langnghe.papers import actions as papers
from langnghe.papers import queries
from langnghe.papers.models import Posting
from langnghe.papers.rules import Kind, digest
from langnghe.people.models import Mandate
from langnghe.people.rules import Role
from tests.conftest import DAY, EVENING
from tests.ledger.tampering import alter
from tests.papers.signing import issuing_by

KINDS = {"paper issued", "paper posted", "paper withdrawn"}


@pytest.fixture
def paper(dialogue, minh, thao, binh_dien):
    issuing = issuing_by(minh, postings=(("Trụ sở", DAY),))
    return papers.issue(
        kind=Kind.NOTICE, commune=binh_dien, abouts=[dialogue.key], issuing=issuing, by=thao, at=EVENING
    )


def problems():
    return verify(queries.claims(), kinds=KINDS).problems


@pytest.mark.parametrize(
    "columns",
    [
        {"title": "Thông báo khác"},
        {"form": "docx"},
        {"number": 51},
        {"symbol": "GM-UBND"},
        {"kind": Kind.RESULT},
        {"content": b"khac"},
        {"digest": digest(b"khac")},
        {"content": b"khac", "digest": digest(b"khac")},
    ],
)
def test_nothing_an_issued_paper_says_is_altered_unseen(paper, columns):
    assert problems() == []

    alter(paper, **columns)

    assert problems()


def test_nobody_else_becomes_its_signatory_unseen(paper, appointed, binh_dien):
    other = Mandate.objects.get(person=appointed("khac", Role.CHAIR, binh_dien))

    alter(paper, signatory=other)

    assert problems()


def test_it_does_not_become_another_communes_unseen(paper, huong_an):
    alter(paper, commune=huong_an)

    assert problems()


def test_its_posting_is_not_moved_unseen(paper):
    alter(Posting.objects.get(), where="Nhà văn hóa")

    assert problems()
