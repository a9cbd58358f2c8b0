"""Papers come out whole, in their format, and say no in words a person understands."""

import io
import unicodedata
from datetime import date

import pytest
from docx import Document

from langnghe.documents import office, papers
from langnghe.documents.shapes import Head, Said
from langnghe.refusals import Refused
from tests.documents import cast, cast_papers

pytestmark = pytest.mark.nodatabase
EVERY_PAPER = cast_papers.usual().values()


def test_minutes_hold_every_section_of_their_form_in_order():
    words = "\n".join(cast.words_in(cast.written(cast.minutes())))

    wanted = [
        "ỦY BAN NHÂN DÂN XÃ MẪU",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "/BB-UBND",
        "Mẫu, ngày 05 tháng 02 năm 2026",
        "BIÊN BẢN",
        "Hội nghị đối thoại với Nhân dân năm 2026",
        "Thời gian bắt đầu: hồi 19 giờ 00 phút, ngày 05 tháng 02 năm 2026.",
        "Địa điểm: nhà sinh hoạt cộng đồng.",
        "Chủ trì: Chủ tịch Ủy ban nhân dân xã.",
        "Thư ký: Công chức Văn phòng.",
        "I. THÀNH PHẦN",
        "Số người dân được mời: 120; có mặt: 87.",
        "II. NỘI DUNG",
        "1. Báo cáo tình hình",
        "2. Ý kiến, kiến nghị của Nhân dân",
        "3. Trả lời, giải trình trực tiếp",
        "4. Nội dung tiếp thu, chuyển cấp trên",
        "- Chuyển Ủy ban nhân dân thành phố: ý kiến số 2.",
        "5. Kết luận của chủ trì",
        "Hội nghị kết thúc hồi 21 giờ 15 phút cùng ngày.",
        "THƯ KÝ",
        "ĐẠI DIỆN ỦY BAN MTTQ VIỆT NAM",
        "CHỦ TRÌ",
        "Nơi nhận:",
        "- Lưu: VT.",
    ]
    places = [words.index(line) for line in wanted]
    assert places == sorted(places)


def test_the_table_of_opinions_has_the_headings_a_reader_knows():
    rows = cast.cells_in(cast.written(cast.minutes(3)), "STT")

    assert rows[0] == ["STT", "Nội dung ý kiến, kiến nghị", "Lĩnh vực", "Thôn/TDP", "Trả lời tại hội nghị"]
    assert [row[1] for row in rows[1:]] == [one.text for one in cast.said(3)]


def test_answers_are_told_by_function_and_their_words_stand_once():
    words = cast.words_in(cast.written(cast.minutes(16)))

    assert "- Người trả lời: ……… (STT 4, 12);" in words
    assert "- Người trả lời: Chủ tịch Ủy ban nhân dân xã (STT 8, 16)." in words
    assert words.count(cast.ANSWER) == 4


def test_what_is_not_known_is_left_to_the_pen():
    unknown = cast.minutes(0, opened_at=None, closed_at=None, venue="", invited=None, present=None, forwarded=())

    words = "\n".join(cast.words_in(cast.written(unknown)))

    assert "hồi ……… giờ ……… phút, ngày 05 tháng 02 năm 2026" in words
    assert "Số người dân được mời: ………; có mặt: ………." in words
    assert "4. Nội dung tiếp thu, chuyển cấp trên: ………" in words
    assert "STT" not in words


def test_the_consolidated_table_has_one_row_for_each_opinion():
    rows = cast.cells_in(cast.written(cast.table(5)), "STT / Mã ý kiến")

    assert len(rows[0]) == 14
    assert rows[2][0] == "2\n4821002"
    assert rows[2][2] == f"{cast.said(2)[1].text}\n(nêu 3 lượt)"
    assert rows[2][9] == "01/03/2026"


def test_the_guidance_slip_says_where_to_go_and_repeats_nothing():
    words = "\n".join(cast.words_in(cast.written(cast.guidance())))

    assert "- Bộ phận tiếp công dân, trụ sở Ủy ban nhân dân xã." in words
    assert "không ghi tên và không chép lại nội dung" in words


@pytest.mark.parametrize("paper", EVERY_PAPER)
def test_the_same_paper_is_the_same_bytes(paper):
    assert cast.written(paper) == cast.written(paper)


@pytest.mark.parametrize("paper", EVERY_PAPER)
def test_a_file_bears_its_papers_title_and_day_and_nobodys_name(paper):
    properties = Document(io.BytesIO(cast.written(paper))).core_properties

    assert (properties.title, properties.author, properties.last_modified_by) == (paper.title, "", "")
    assert properties.created.date() == properties.modified.date() == cast.EVENING


def test_only_a_draft_says_draft_and_only_a_sample_says_sample():
    for draft in (True, False):
        for sample in (True, False):
            words = str(cast.words_in(cast.written(cast.minutes(draft=draft, sample=sample))))
            assert ("DỰ THẢO" in words) is draft


def test_a_number_given_by_the_register_stands_in_the_head():
    head = Head(issuer="Ủy ban nhân dân xã Mẫu", code="BB-UBND", place="Mẫu", on=date(2026, 11, 5), number=12)

    words = "\n".join(cast.words_in(cast.written(cast.minutes(head=head))))

    assert "Số: 12/BB-UBND" in words
    assert "Mẫu, ngày 05 tháng 11 năm 2026" in words


@pytest.mark.parametrize(
    "text",
    [
        "a < b & c > d; \"trích\" 'dẫn'",
        "{{ head.issuer }} {% if x %} {# ghi chú #} {_{ }_} %_}",
        "dòng một\ndòng hai",
        unicodedata.normalize("NFD", "Đường đất bị sạt lở"),
        "🌧 mưa to",
    ],
)
def test_any_text_stands_in_the_minutes_as_it_was_said(text):
    opinions = (Said(number=1, text=text),)

    assert cast.cells_in(cast.written(cast.minutes(opinions=opinions)), "STT")[1][1] == text


def test_characters_no_office_can_open_are_left_out_and_the_words_stay():
    opinions = (Said(number=1, text="đường\x00 hỏng\x0bnặng\ud800 \ufffelắm"),)

    assert cast.cells_in(cast.written(cast.minutes(opinions=opinions)), "STT")[1][1] == "đường hỏng\nnặng lắm"


def test_every_kind_has_its_shape_and_others_are_refused():
    assert {kind: papers.shape_of(kind) for kind in papers.KINDS} == {
        kind: type(paper) for kind, paper in cast_papers.usual().items()
    }
    with pytest.raises(Refused, match="no-such-paper") as refused:
        papers.shape_of("poem")
    assert "minutes" in refused.value.facts["known"]


def test_a_format_a_paper_does_not_have_is_refused(tmp_path):
    with pytest.raises(Refused, match="no-such-form"):
        papers.write(cast.minutes(), tmp_path / "bien-ban.xlsx")

    assert list(tmp_path.iterdir()) == []


def test_a_layout_that_does_not_exist_is_refused(tmp_path):
    head = Head(issuer="", code="", place="", on=cast.EVENING, profile="moon")

    with pytest.raises(Refused, match="no-such-layout"):
        papers.write(cast.minutes(head=head), tmp_path / "bien-ban.docx")

    assert list(tmp_path.iterdir()) == []


def test_without_an_office_a_pdf_is_refused_and_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "PLACES", ())

    with pytest.raises(Refused, match="office-missing"):
        papers.write(cast.minutes(), tmp_path / "bien-ban.pdf")
