"""LibreOffice opens each paper without repair and prints it: nothing cut off, each block in its place."""

import unicodedata
from dataclasses import replace

import pytest

from langnghe.documents import office
from langnghe.documents.shapes import Said
from langnghe.refusals import Refused
from tests.documents import cast

pytestmark = [pytest.mark.nodatabase, pytest.mark.office, pytest.mark.slow]


def flat(text):
    return "".join(text.split())


def place(pages, words):
    """Return the number of the only page on which `words` stand."""
    found = [number for number, page in enumerate(pages, start=1) if words in page]
    assert len(found) == 1, f"{words}: {found}"
    return found[0]


@pytest.mark.parametrize(("count", "at_most"), [(0, 2), (1, 2), (6, 3), (60, 8), (300, 31)])
def test_minutes_print_with_every_word_and_every_block_in_place(count, at_most):
    pages = cast.pages(cast.written(cast.minutes(count), "pdf"))

    assert 1 <= len(pages) <= at_most
    whole = flat("".join(pages))
    assert [one.number for one in cast.said(count) if f"{one.number:04})" not in whole] == []
    assert all(cast.DRAFT in page and cast.SAMPLE in page for page in pages)
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "/BB-UBND", "BIÊN BẢN"):
        assert place(pages, words) == 1
    signing = {place(pages, words) for words in ("THƯ KÝ", "ĐẠI DIỆN", "CHỦ TRÌ", "cùng ngày.", "Lưu: VT")}
    assert signing == {len(pages)}
    line = next(line for line in pages[-1].splitlines() if "THƯ KÝ" in line)
    assert line.index("THƯ KÝ") < line.index("CHỦ TRÌ")


def test_the_page_number_stands_on_top_from_the_second_page_and_headings_come_again():
    pages = cast.pages(cast.written(cast.minutes(60, draft=False, sample=False), "pdf"))

    tops = [next(line.strip() for line in page.splitlines() if line.strip()) for page in pages]
    assert tops[1:] == [str(number) for number in range(2, len(pages) + 1)]
    assert tops[0] != "1"
    assert all("Nội dung ý kiến, kiến nghị" in page for page in pages[:-1])


def test_the_signatures_never_stand_on_a_page_of_their_own():
    for lines in range(0, 12, 3):
        conclusion = "\n".join(["Kết luận của chủ trì về một nội dung."] * lines)
        pages = cast.pages(cast.written(cast.minutes(5, conclusion=conclusion), "pdf"))

        assert len({place(pages, words) for words in ("THƯ KÝ", "CHỦ TRÌ", "cùng ngày.", "Lưu: VT")}) == 1


def test_the_consolidated_table_prints_on_sheets_lying_down():
    pages = cast.pages(cast.written(cast.table(60), "pdf"))

    whole = flat("".join(pages))
    assert len(pages) <= 9
    assert [one.number for one in cast.said(60) if f"{4821000 + one.number}" not in whole] == []
    assert all(cast.DRAFT in page and cast.SAMPLE in page for page in pages)
    assert {place(pages, words) for words in ("Bảng này có 60 nội dung", "TM. ỦY BAN NHÂN DÂN")} == {len(pages)}


def test_the_guidance_slip_is_one_page():
    pages = cast.pages(cast.written(cast.guidance(), "pdf"))

    assert len(pages) == 1
    assert "PHIẾU HƯỚNG DẪN" in pages[0]
    assert "NGƯỜI HƯỚNG DẪN" in pages[0]
    assert cast.DRAFT not in pages[0]
    assert cast.SAMPLE in pages[0]


@pytest.mark.parametrize("count", [60, 330, 2500])
def test_texts_of_any_length_lose_no_word(count):
    text = " ".join(f"từ{number}" for number in range(count))
    answer = " ".join(f"đ{number}" for number in range(count // 2))
    opinions = (*cast.said(2), Said(number=3, text=text, answer=answer), *cast.said(3))
    rows = tuple(replace(row, text=text, note=answer) for row in cast.table(2).rows)

    for paper in (cast.minutes(opinions=opinions), cast.table(rows=rows)):
        words = set("\n".join(cast.pages(cast.written(paper, "pdf"))).split())
        assert [word for word in f"{text} {answer}".split() if word not in words] == []


def test_words_without_spaces_decomposed_letters_and_signs_print():
    texts = ["khôngcókhoảngtrắng" * 20, unicodedata.normalize("NFD", "Đường đất lầy lội"), "a < b & c", "5 > 3 {{ x }}"]
    opinions = tuple(Said(number=number, text=text) for number, text in enumerate(texts, start=1))

    whole = flat(
        unicodedata.normalize("NFC", "".join(cast.pages(cast.written(cast.minutes(opinions=opinions), "pdf"))))
    )

    assert "a<b&c" in whole
    assert "5>3{{x}}" in whole
    assert "Đườngđấtlầylội" in whole


@pytest.mark.parametrize("paper", [cast.minutes(40), cast.table(40), cast.guidance()])
def test_a_paper_saved_again_by_another_program_says_the_same(paper):
    written = cast.written(paper)

    again = office.convert(written, "docx", "docx")

    assert [line for line in cast.words_in(again) if line] == [line for line in cast.words_in(written) if line]


def test_an_office_that_takes_too_long_is_ended_and_refused():
    with pytest.raises(Refused, match="office-failed"):
        office.convert(cast.written(cast.minutes()), "docx", "pdf", seconds=0.05)


def test_what_is_no_document_is_refused():
    with pytest.raises(Refused, match="office-failed"):
        office.convert(b"PK\x03\x04 not a document", "docx", "pdf")
