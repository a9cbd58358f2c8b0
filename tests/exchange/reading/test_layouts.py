"""What the reader makes of single habits of clerks."""

from datetime import date

import pytest

from langnghe.exchange.reading.reader import read_bytes, read_text
from langnghe.exchange.reading.shapes import from_json, to_json
from langnghe.refusals import Refused
from tests.exchange.corpus import word
from tests.exchange.corpus.word import Word, cell, paragraph, run

pytestmark = pytest.mark.nodatabase


def heard(text):
    return [(one.hamlet, one.text, one.answer) for one in read_text(text).opinions]


def test_the_resident_s_words_come_without_label_mark_and_last_stop():
    assert heard("II. Ý kiến\n1. Người dân Thôn 01: Đường hỏng.") == [("Thôn 01", "Đường hỏng", "")]


def test_a_speaker_s_name_is_counted_and_kept_nowhere():
    reading = read_text(
        "II. Ý kiến\nÔng Nguyễn Văn Mẫuan, thôn 3: Cống tắc.\nUBND xã trả lời: Cảm ơn ông Mẫuan, sẽ thông cống."
    )

    assert reading.speakers == 2
    assert "Mẫuan" not in repr(reading)
    assert reading.opinions[0].answer == "Cảm ơn ông …, sẽ thông cống"


def test_a_third_person_in_the_words_stays_in_the_words():
    assert heard("II. Ý kiến\n- Thôn 3: Đường Nguyễn Huệ ngập.")[0][1] == "Đường Nguyễn Huệ ngập"


def test_delegates_are_no_opinions():
    present = "I. THÀNH PHẦN\n1. Đại diện UBND xã\n- Nhân dân thôn 3: 20 người\n"

    assert heard(present + "II. Ý KIẾN\n- Thôn 3: Cầu gãy.") == [("Thôn 3", "Cầu gãy", "")]


def test_what_became_of_last_time_s_petitions_is_unread_and_no_opinion():
    reading = read_text(
        "II. Kết quả giải quyết kiến nghị kỳ trước\n1. Thôn 1: Sửa cầu: đã xong.\n"
        "III. Ý kiến của Nhân dân\n1. Thôn 1: Làm kè."
    )

    assert [one.text for one in reading.opinions] == ["Làm kè"]
    assert any("Sửa cầu" in one.text for one in reading.unread)


def test_one_answer_may_serve_several_opinions():
    assert heard(
        "II. Ý kiến\n1. Thôn 1: Cống tắc.\n2. Thôn 2: Đèn tắt.\nIII. Trả lời\n- Ý kiến 1, 2: Sửa trong tuần."
    ) == [
        ("Thôn 1", "Cống tắc", "Sửa trong tuần"),
        ("Thôn 2", "Đèn tắt", "Sửa trong tuần"),
    ]


def test_an_answer_that_fits_no_opinion_is_shown_as_unread():
    reading = read_text("II. Ý kiến\n1. Thôn 1: Cống tắc.\nIII. Trả lời\n- Ý kiến 9: Đã chuyển thành phố.")

    assert reading.opinions[0].answer == ""
    assert "Đã chuyển thành phố" in reading.unread[0].text


def test_who_answered_is_kept_by_function_only():
    reading = read_text("II. Ý kiến\n1. Thôn 1: Cống tắc.\nĐ/c Lê Thị Mẫubình - Chủ tịch UBND xã trả lời: Sửa ngay.")

    assert reading.opinions[0].answered_by == "Chủ tịch UBND xã"


def test_the_day_is_the_day_of_the_meeting_and_not_of_a_promise():
    reading = read_text(
        "BIÊN BẢN\nHôm nay, thứ Ba ngày 07/10/2025, UBND xã Mẫu họp.\n"
        "II. Ý kiến\n1. Thôn 1: Cống tắc.\nTrả lời: Xong trước ngày 01/12/2025."
    )

    assert (reading.held_on, reading.commune) == (date(2025, 10, 7), "Xã Mẫu")


def test_columns_pasted_from_a_sheet_are_a_table():
    assert heard("STT\tThôn\tNội dung phản ánh\n1\tThôn 1\tCống tắc\n2\t\tĐèn tắt") == [
        ("Thôn 1", "Cống tắc", ""),
        ("Thôn 1", "Đèn tắt", ""),
    ]


def test_a_register_names_field_competence_and_unit():
    head = b"STT;Noi dung y kien;Thon;Linh vuc;Tham quyen;Don vi chu tri\n"
    (one,) = read_bytes("so.csv", head + b"1;Cong tac;Thon 1;Moi truong;thanh pho;So Xay dung\n").opinions

    assert (one.topic, one.competence, one.unit) == ("environment", "city", "So Xay dung")


def test_struck_out_words_are_a_field_and_not_the_opinion():
    paper = Word()
    paper.add(paragraph(run("Ý kiến của Nhân dân")))
    paper.add(paragraph(run("- Thôn 1: Cống "), word.deleted("không "), word.inserted(run("tắc."))))
    reading = read_bytes("a.docx", paper.bytes())

    assert [one.text for one in reading.opinions] == ["Cống tắc"]
    assert [one.value for one in reading.fields if one.name == "deleted"] == ["không"]


def test_a_repeated_table_adds_its_columns_and_no_opinions():
    paper = Word()
    paper.add(
        paragraph(run("Ý kiến của Nhân dân")),
        paragraph(run("1. Thôn 1: Cống tắc.")),
        paragraph(run("2. Thôn 2: Đèn tắt.")),
    )
    rows = [("STT", "Nội dung ý kiến", "Lĩnh vực"), ("1", "Cống tắc", "Môi trường"), ("2", "Đèn tắt", "Hạ tầng")]
    paper.add(word.table([[cell(paragraph(run(text))) for text in row] for row in rows]))
    reading = read_bytes("a.docx", paper.bytes())

    assert [(one.text, one.topic) for one in reading.opinions] == [
        ("Cống tắc", "environment"),
        ("Đèn tắt", "infrastructure"),
    ]


def test_a_reading_survives_its_way_between_processes():
    reading = read_text("II. Ý kiến\n1. Người dân Thôn 01: Đường hỏng.")

    assert from_json(to_json(reading)) == reading


def test_empty_text_is_refused():
    with pytest.raises(Refused, match="paper-empty"):
        read_text(" \n ")


def test_a_bare_hamlet_beside_a_speakers_name_is_the_hamlet_and_blank_means_as_above():
    rows = (
        ("TT", "Họ và tên", "Thôn", "Nội dung kiến nghị"),
        ("01", "Nguyễn Thị Mẫuhoa", "Bình Lợi", "Đề nghị sửa đoạn đường từ cầu Máng đến trường tiểu học"),
        ("02", "Hồ Văn Mẫutý", "", "Nước sinh hoạt yếu, mùa hè không có nước"),
        ("03", "Lê Bá Mẫucường", "Bình Toàn", "Xin hỗ trợ giống keo cho hộ bị bão"),
    )
    paper = Word()
    paper.add(word.table([[cell(paragraph(run(text))) for text in row] for row in rows]))

    reading = read_bytes("bien-ban.docx", paper.bytes())

    assert [heard.hamlet for heard in reading.opinions] == ["Bình Lợi", "Bình Lợi", "Bình Toàn"]
    assert reading.speakers == 3


def test_a_paper_without_headings_begins_its_opinions_with_a_fields_name():
    reading = read_text(
        "BÁO CÁO TỔNG HỢP Ý KIẾN\n"
        "Lĩnh vực đất đai\n"
        "1. Cử tri tổ dân phố Bồn Trì kiến nghị: Cấp giấy chứng nhận cho 12 hộ còn tồn đọng.\n"
        "Lĩnh vực môi trường\n"
        "1. Cử tri tổ dân phố Cổ Bưu đề nghị: Tăng chuyến thu gom rác.\n"
    )

    assert [(heard.hamlet, heard.topic) for heard in reading.opinions] == [
        ("tổ dân phố Bồn Trì", "land"),
        ("tổ dân phố Cổ Bưu", "environment"),
    ]
    assert not reading.unread
