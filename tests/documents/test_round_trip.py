"""Minutes written here and read here again give the same opinions, also after another program has saved them."""

import pytest

from langnghe.documents import office
from langnghe.documents.shapes import Said
from langnghe.exchange.reading.reader import read_bytes
from tests.documents import cast

pytestmark = pytest.mark.nodatabase
ODD = (
    Said(number=1, text="Đường hỏng; xin sửa <sớm> & chắc", hamlet="Thôn 02", topic="Hạ tầng", answer="Ghi nhận"),
    Said(number=2, text="Một: cống hẹp. Hai: cống tắc. Ba: nước không thoát", hamlet="Tổ dân phố 3", topic="Hạ tầng"),
    Said(
        number=3, text="Vì sao 2 năm rồi chưa có đèn?", hamlet="Thôn 02", topic="Hạ tầng", answer="Có trong quý I/2026"
    ),
    Said(number=4, text="Rác " * 400 + "nhiều quá", hamlet="Thôn 22", topic="Môi trường"),
)


BARE = {"report": "", "forwarded": (), "conclusion": "", "venue": "", "chair": "", "opened_at": None, "present": None}


def heard(document):
    return [(one.text, one.hamlet, one.answer) for one in read_bytes("bien-ban.docx", document).opinions]


def told(opinions):
    return [(one.text, one.hamlet, one.answer) for one in opinions]


@pytest.mark.parametrize("opinions", [(), cast.said(1), cast.said(60), ODD])
def test_minutes_read_back_are_the_opinions_that_were_written(opinions):
    assert heard(cast.written(cast.minutes(opinions=opinions))) == told(opinions)
    assert heard(cast.written(cast.minutes(opinions=opinions, **BARE))) == told(opinions)


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize("opinions", [cast.said(60), ODD])
def test_minutes_saved_again_by_another_program_read_back_the_same(opinions):
    again = office.convert(cast.written(cast.minutes(opinions=opinions)), "docx", "docx")

    assert heard(again) == told(opinions)


def test_the_reader_finds_the_day_and_the_commune():
    reading = read_bytes("bien-ban.docx", cast.written(cast.minutes(20)))

    assert reading.held_on == cast.EVENING
    assert (reading.commune or "").casefold() == "xã mẫu"


def test_the_table_as_a_workbook_reads_back_the_same_texts():
    paper = cast.table(20)

    reading = read_bytes("bang.xlsx", cast.written(paper, "xlsx"))

    assert [one.text for one in reading.opinions] == [row.text for row in paper.rows]
