"""Papers that mean harm, or are broken, are refused with a reason; the others in the pile are still read."""

import pytest

from langnghe.exchange.reading.sandbox import read_papers
from langnghe.exchange.reading.shapes import Failure
from tests.exchange.corpus import hostile

pytestmark = pytest.mark.nodatabase


def test_every_hostile_paper_is_refused_and_no_honest_one_suffers(tmp_path):
    papers = hostile.papers()
    for name, data, _ in [*papers, ("good.docx", hostile.good(), set())]:
        (tmp_path / name).write_bytes(data)

    results = read_papers([tmp_path / name for name, *_ in papers] + [tmp_path / "good.docx"])

    wrong = [
        (name, result)
        for (name, _, codes), result in zip(papers, results, strict=False)
        if not isinstance(result, Failure) or result.error not in codes
    ]
    assert wrong == []
    assert [one.text for one in results[-1].opinions] == ["Đường hỏng"]


def test_a_sheet_that_lies_about_its_size_is_read_at_its_true_size(tmp_path):
    (tmp_path / "so.xlsx").write_bytes(hostile.lying_sheet())

    (reading,) = read_papers([tmp_path / "so.xlsx"])

    assert [(one.text, one.hamlet) for one in reading.opinions] == [("Đường hỏng", "Thôn 01")]


def test_a_cell_that_claims_a_thousand_million_columns_costs_nothing(tmp_path):
    (tmp_path / "rong.docx").write_bytes(hostile.wide_span())

    (reading,) = read_papers([tmp_path / "rong.docx"])

    assert [one.text for one in reading.opinions] == ["Đường hỏng"]


def test_a_paper_that_is_not_there_is_a_failure_and_not_a_crash(tmp_path):
    (failure,) = read_papers([tmp_path / "khong-co.docx"])

    assert failure == Failure("khong-co.docx", "paper-missing")
