"""A table too long for an office program: nothing in it is markup or cut off, every page is marked and numbered."""

import io
import re
import unicodedata
from dataclasses import replace

import pypdf
import pytest

from langnghe.documents import long_tables, office, press
from langnghe.documents.shapes import Signature
from langnghe.refusals import Refused
from tests.documents import cast, cast_papers

pytestmark = [pytest.mark.nodatabase, pytest.mark.slow]
MANY = long_tables.LONG + 1
PARTS = long_tables.PART + 1
SLY = (
    '#eval("1") #panic() *đậm* _nghiêng_ $x^2$ = Tiêu đề',
    "<nhãn> @trích `mã` \\ # [khối] {nhóm} // chú thích /* hết */",
    "\"trích\" 'dẫn' -- --- ... ~ {{ row.code }} {% raw %} \\u{41}",
    "http://example.org/" + "duong-dan-rat-dai" * 12,
    "ĐỀNGHỊSỬACHỮAĐƯỜNGLIÊNTHÔN " * 3,
    unicodedata.normalize("NFD", "Đường đất lầy lội, ngập úng, xuống cấp"),
)


def flat(text):
    return re.sub(r"[\s\u200b]", "", unicodedata.normalize("NFC", text))


def without_office(monkeypatch):
    monkeypatch.setattr(office, "find", lambda: pytest.fail("a long table needs no office"))


@pytest.fixture(scope="module", params=["table", "register"])
def printed(request):
    made = {"table": cast.table, "register": cast_papers.register}[request.param](PARTS)
    return made, cast.written(made, "pdf"), request.param


def test_every_row_is_there_and_every_page_is_marked_and_numbered(printed):
    paper, pdf, _ = printed
    pages = cast.pages(pdf)

    whole = flat("".join(pages))
    assert [row.code for row in paper.rows if row.code not in whole] == []
    assert all(cast.DRAFT in page and cast.SAMPLE in page for page in pages)
    tops = [page.split("\n", 1)[0].split() for page in pages]
    assert [top.count(str(number)) for number, top in enumerate(tops, 1)] == [0] + [1] * (len(pages) - 1)


def test_the_headings_come_again_on_every_page(printed):
    _, pdf, kind = printed

    heading = {"table": "Đơn vị chủ", "register": "Thôn/TDP"}[kind]
    assert [number for number, page in enumerate(cast.pages(pdf)[:-1]) if heading not in page] == []


def test_head_and_signatures_are_those_of_a_short_table(printed):
    _, pdf, kind = printed
    pages = cast.pages(pdf)

    for words in ("ỦY BAN NHÂN DÂN XÃ MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:", "ngày 05 tháng 02 năm 2026"):
        assert [number for number, page in enumerate(pages) if words in page] == [0]
    counted = {"table": "Bảng này có 1001 nội dung", "register": "Sổ này có 1001 ý kiến"}[kind]
    for words in (counted, "TM. ỦY BAN NHÂN DÂN", "(Ký, ghi rõ họ tên)"):
        assert [number for number, page in enumerate(pages, 1) if words in page] == [len(pages)]


def test_what_is_said_is_never_markup(monkeypatch):
    without_office(monkeypatch)
    rows = list(cast.table(MANY).rows)
    rows[100] = replace(rows[100], text="\n".join(SLY), topic=SLY[0], note=SLY[4], status=SLY[3])
    paper = cast.table(rows=tuple(rows), title="Ý kiến #1 *mới* $", recipients=("Đảng ủy #let x = 1",))

    whole = flat("".join(cast.pages(cast.written(paper, "pdf"))))

    for words in SLY[:3]:
        assert flat(words) in whole or all(flat(word) in whole for word in words.split())
    assert flat("Ý kiến #1 *mới* $") in whole
    assert flat("Đảng ủy #let x = 1") in whole
    assert "ngậpúng" in whole


def test_a_cell_taller_than_a_page_runs_on_and_loses_no_word():
    rows = list(cast.table(MANY).rows)
    rows[150] = replace(rows[150], text=cast_papers.words("ô", 2_500), note=cast_papers.words("chú", 300))

    words = set("\n".join(cast.pages(cast.written(cast.table(rows=tuple(rows)), "pdf"))).split())

    assert [word for word in rows[150].text.split() if word not in words] == []


def test_an_issued_table_bears_number_name_and_no_mark():
    chair = Signature(authority="TM. Ủy ban nhân dân\nKT. Chủ tịch", role="Phó Chủ tịch", name="Cán bộ mẫu")
    head = cast_papers.head("BC-UBND", number=50, about="tổng hợp ý kiến")
    paper = cast_papers.register(MANY, head=head, draft=False, sample=False, signatures=(chair,))

    pages = cast.pages(cast.written(paper, "pdf"))

    assert "Số: 50/BC-UBND" in pages[0]
    assert "V/v tổng hợp ý kiến" in pages[0]
    assert all(words in pages[-1] for words in ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Cán bộ mẫu", "- Lưu: VT."))
    assert "DỰ THẢO" not in "".join(pages)
    assert "(Ký, ghi rõ họ tên)" not in pages[-1]


def test_the_same_long_table_is_the_same_bytes():
    assert cast.written(cast.table(MANY), "pdf") == cast.written(cast.table(MANY), "pdf")


def test_the_letters_are_in_the_file():
    reader = pypdf.PdfReader(io.BytesIO(cast.written(cast.table(MANY), "pdf")))

    fonts = {
        font["/BaseFont"].split("+")[-1]
        for page in (reader.pages[0], reader.pages[-1])
        for font in (each.get_object() for each in page["/Resources"]["/Font"].values())
    }
    assert {name.split("-")[0] for name in fonts} == {"Tinos"}
    width, height = reader.pages[0].mediabox[2:]
    assert width > height


def test_a_table_of_an_evening_still_goes_to_the_office(monkeypatch):
    monkeypatch.setattr(press, "pdf", lambda *_, **__: pytest.fail("not long enough"))
    monkeypatch.setattr(office, "find", lambda: "")
    monkeypatch.setattr(office, "convert", lambda *_: b"%PDF")

    assert cast.written(cast.table(long_tables.LONG), "pdf") == b"%PDF"


def test_a_press_that_fails_is_refused(tmp_path):
    (tmp_path / "broken.typ").write_text("#panic()")

    with pytest.raises(Refused, match="print-failed"):
        press.pdf(tmp_path / "broken.typ", "{}", on=cast.EVENING)
