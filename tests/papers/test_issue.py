from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from langnghe.papers import actions as papers
from langnghe.papers import queries
from langnghe.papers.models import Issued
from langnghe.papers.rules import Kind, digest
from langnghe.people.models import Mandate
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING
from tests.papers.signing import CONTENT, issuing_by

NEXT_DAY = EVENING + timedelta(days=1)


def issue(commune, chair, by, **facts):
    about = facts.pop("about")
    return papers.issue(
        kind=Kind.NOTICE, commune=commune, abouts=[about], issuing=issuing_by(chair, **facts), by=by, at=EVENING
    )


def test_an_issued_paper_keeps_its_bytes_and_its_digest(dialogue, minh, thao, binh_dien):
    paper = issue(binh_dien, minh, thao, about=dialogue.key)

    assert queries.content(paper) == CONTENT
    assert paper.digest == digest(CONTENT)
    assert str(paper) == "50/TB-UBND"


def test_nobody_changes_or_removes_an_issued_paper(dialogue, minh, thao, binh_dien):
    paper = issue(binh_dien, minh, thao, about=dialogue.key)

    for change in (lambda: Issued.objects.filter(pk=paper.pk).update(title="khác"), paper.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_number_is_given_once_a_year_for_each_symbol(dialogue, minh, thao, binh_dien):
    issue(binh_dien, minh, thao, about=dialogue.key)

    with pytest.raises(Refused, match="number-taken"):
        issue(binh_dien, minh, thao, about=dialogue.key)
    assert issue(binh_dien, minh, thao, about=dialogue.key, symbol="GM-UBND").number == 50
    assert queries.next_number(binh_dien, DAY.year, "TB-UBND") == 51


def test_only_who_holds_the_office_that_day_signs(dialogue, minh, thao, huong, binh_dien):
    Mandate.objects.filter(person=minh).update(valid_to=DAY)

    with pytest.raises(Refused, match="signatory-not-in-office"):
        issue(binh_dien, minh, thao, about=dialogue.key)
    with pytest.raises(Refused, match="signatory-not-in-office"):
        issue(binh_dien, huong, thao, about=dialogue.key)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"on": DAY + timedelta(days=1)}, "issued-in-the-future"),
        ({"number": 0}, "number-unclear"),
        ({"symbol": "TB UBND"}, "number-unclear"),
        ({"content": b""}, "paper-empty"),
        ({"postings": ((" ", DAY),)}, "posted-nowhere"),
        ({"postings": (("Trụ sở", DAY - timedelta(days=1)),)}, "posted-before-issued"),
        ({"postings": (("Trụ sở", DAY + timedelta(days=1)),)}, "posted-in-the-future"),
    ],
)
def test_a_paper_that_cannot_be_is_refused(dialogue, minh, thao, binh_dien, facts, code):
    with pytest.raises(Refused, match=code):
        issue(binh_dien, minh, thao, about=dialogue.key, **facts)


def test_the_secretary_and_a_stranger_do_not_issue(dialogue, minh, lan, huong, binh_dien):
    for person in (lan, huong):
        with pytest.raises(Refused, match="not-yours"):
            issue(binh_dien, minh, person, about=dialogue.key)


def test_a_paper_is_public_from_its_first_posting(dialogue, minh, thao, binh_dien):
    paper = issue(binh_dien, minh, thao, about=dialogue.key)
    assert queries.posted(Kind.NOTICE, [dialogue.key]) == {}

    papers.post(paper=paper, where="Loa truyền thanh", on=DAY + timedelta(days=1), by=thao, at=NEXT_DAY)
    papers.post(paper=paper, where="Trụ sở", on=DAY, by=thao, at=NEXT_DAY)

    assert queries.posted(Kind.NOTICE, [dialogue.key]) == {dialogue.key: {None: DAY}}
    assert queries.public(paper.key) == paper


def test_a_posting_that_is_sent_twice_is_noted_once(dialogue, minh, thao, binh_dien):
    paper = issue(binh_dien, minh, thao, about=dialogue.key)

    first = papers.post(paper=paper, where="Loa truyền thanh", on=DAY, by=thao, at=EVENING)

    assert papers.post(paper=paper, where="Loa  truyền thanh ", on=DAY, by=thao, at=NEXT_DAY) == first
    assert list(queries.postings(paper)) == [first]


def test_a_withdrawn_paper_stays_in_the_register_and_stops_no_clock(dialogue, minh, thao, binh_dien):
    paper = issue(binh_dien, minh, thao, about=dialogue.key, postings=(("Trụ sở", DAY),))
    papers.withdraw(paper=paper, reason="Ghi sai giờ", by=thao, at=EVENING)

    assert queries.posted(Kind.NOTICE, [dialogue.key]) == {}
    assert [row.is_withdrawn for row in queries.issued(thao, on=DAY)] == [True]
    with pytest.raises(Refused, match="no-such-issued-paper"):
        queries.public(paper.key)
    with pytest.raises(Refused, match="withdrawn"):
        papers.post(paper=paper, where="Trụ sở", on=DAY, by=thao, at=EVENING)


def test_a_stranger_does_not_see_it(dialogue, minh, thao, huong, binh_dien):
    paper = issue(binh_dien, minh, thao, about=dialogue.key)

    with pytest.raises(Refused, match="no-such-issued-paper"):
        queries.paper(paper.key, huong, on=DAY)
