"""A paper of ours that a clerk wrote into afterwards: the rows stay what they are, and what was added is not lost."""

import pytest

from langnghe.exchange.reading.reader import read_bytes, read_text
from tests.exchange.corpus.word import Word, cell, paragraph, run, table

pytestmark = pytest.mark.nodatabase

HEAD = ("STT", "Nội dung ý kiến, kiến nghị", "Lĩnh vực", "Thôn/TDP", "Trả lời tại hội nghị")
ROWS = (("1", "Cống tắc: 1. Nạo vét. 2. Thay nắp.", "Hạ tầng", "Thôn 01", ""), ("2", "Đèn tắt", "", "Thôn 02", "Thay."))
SECTIONS = {
    "2. Ý kiến, kiến nghị của Nhân dân:": "heard",
    "3. Trả lời, giải trình trực tiếp:": "answered",
    "4. Nội dung tiếp thu, chuyển cấp trên: ………": "forwarded",
    "5. Kết luận của chủ trì:": "concluded",
}


def minutes(*rows, head=HEAD, **typed):
    """Return minutes in our form; `typed` is what a clerk wrote at the end of a section."""
    paper = Word()
    paper.add(paragraph(run("BIÊN BẢN")), paragraph(run("Hội nghị đối thoại với Nhân dân")))
    for heading, name in SECTIONS.items():
        paper.add(paragraph(run(heading)))
        if name == "heard" and rows:
            paper.add(table([[cell(paragraph(run(text))) for text in row] for row in (head, *rows)]))
        paper.add(*(paragraph(run(line)) for line in typed.get(name, ())))
    return read_bytes("bien-ban.docx", paper.bytes())


def heard(reading):
    return [(one.text, one.hamlet, one.topic, one.answer) for one in reading.opinions]


OURS = [
    ("Cống tắc: 1. Nạo vét. 2. Thay nắp.", "Thôn 01", "infrastructure", ""),
    ("Đèn tắt", "Thôn 02", None, "Thay."),
]


def test_a_row_is_one_opinion_word_for_word():
    assert heard(minutes(*ROWS)) == OURS


def test_a_row_that_a_clerk_adds_is_an_opinion_and_the_sum_below_is_none():
    reading = minutes(*ROWS, ("", "Cầu gãy", "", "Thôn 03", ""), ("", "Tổng cộng: 3 ý kiến", "", "", ""))

    assert heard(reading) == [*OURS, ("Cầu gãy", "Thôn 03", None, "")]
    assert not reading.unread


def test_an_opinion_typed_below_the_table_is_an_opinion_and_loose_words_are_unread():
    reading = minutes(*ROWS, heard=["- Thôn 5: Đường hỏng.", "Rác để lâu bốc mùi"])

    assert heard(reading) == [*OURS, ("Đường hỏng", "Thôn 5", None, "")]
    assert [one.text for one in reading.unread] == ["Rác để lâu bốc mùi"]


def test_an_opinion_typed_into_another_section_is_shown_as_unread():
    reading = minutes(*ROWS, forwarded=["Cầu thôn 3 gãy"], concluded=["Bà con Thôn 5 đề nghị sửa đường"])

    assert heard(reading) == OURS
    assert [one.text for one in reading.unread] == ["Cầu thôn 3 gãy", "Bà con Thôn 5 đề nghị sửa đường"]


def test_an_answer_typed_below_its_heading_finds_its_opinion():
    assert heard(minutes(*ROWS, answered=["- Ý kiến 1: Nạo vét trong tuần."]))[0][3] == "Nạo vét trong tuần"


def test_an_answer_beside_an_empty_opinion_is_unread():
    reading = minutes(*ROWS, ("3", "", "", "", "Sẽ xem xét"))

    assert heard(reading) == OURS
    assert [one.text for one in reading.unread] == ["Sẽ xem xét"]


def test_a_row_merged_into_one_cell_is_unread():
    paper = Word()
    rows = [[cell(paragraph(run(text))) for text in row] for row in (HEAD, *ROWS)]
    paper.add(paragraph(run("Ý kiến của Nhân dân")), table([*rows, [cell(paragraph(run("Đường hỏng")), span=5)]]))
    reading = read_bytes("a.docx", paper.bytes())

    assert heard(reading) == OURS
    assert [one.text for one in reading.unread] == ["Đường hỏng"]


def test_a_speakers_name_that_a_clerk_wrote_into_our_form_is_withheld():
    named = ("3", "Ông Nguyễn Văn Mẫuan (thôn 3): Đường hỏng", "", "Bà Trần Thị Mẫubình, Thôn 03", "")
    reading = minutes(*ROWS, named, ("4", "Xin cảm ơn ông Mẫuan", "", "", ""))

    assert heard(reading)[2][:2] == ("Ông … (thôn 3): Đường hỏng", "Thôn 03")
    assert "Mẫuan" not in repr(reading)
    assert "Mẫubình" not in repr(reading)
    assert reading.speakers == 3


def test_a_printed_form_without_opinions_has_none_and_one_that_was_filled_in_has_them():
    assert heard(minutes()) == []
    assert heard(minutes(heard=["- Thôn 5: Đường hỏng."])) == [("Đường hỏng", "Thôn 5", None, "")]


def test_our_table_in_somebody_elses_paper_is_read_row_by_row_and_their_lines_as_theirs():
    paper = Word()
    rows = [[cell(paragraph(run(text))) for text in row] for row in (HEAD, *ROWS)]
    paper.add(paragraph(run("I. Kết quả giải quyết kiến nghị kỳ trước")), table(rows))
    paper.add(paragraph(run("II. Ý kiến của bà con")), table(rows), paragraph(run("Ý kiến khác")))
    paper.add(paragraph(run("- Thôn 5: Đường hỏng.")))

    assert heard(read_bytes("a.docx", paper.bytes())) == [*OURS, ("Đường hỏng", "Thôn 5", None, "")]


def test_another_head_is_no_form_of_ours_and_a_cell_may_hold_several_opinions():
    head = ("STT", "Nội dung kiến nghị", "Lĩnh vực", "Thôn/TDP", "Trả lời")
    reading = minutes(("1", "Cống tắc", "", "Thôn 01", ""), ("2", "Thôn 02: Đèn tắt.", "", "", ""), head=head)

    assert [one[:2] for one in heard(reading)] == [("Cống tắc", "Thôn 01"), ("Đèn tắt", "Thôn 01")]


def test_our_table_pasted_as_text_is_our_table():
    pasted = "\n".join("\t".join(row) for row in (HEAD, *ROWS))

    assert heard(read_text(pasted)) == OURS


def test_only_our_own_marks_in_a_header_are_recognised():
    reading = read_text("DỰ THẢO – chưa kiểm\nII. Ý kiến\n1. Thôn 1: Cống tắc.\n2. Thôn 1: Dự thảo chưa kiểm.")

    assert [one.name for one in reading.fields if one.value.startswith("DỰ THẢO")] == ["draft"]
    assert [one.text for one in reading.opinions] == ["Cống tắc", "Dự thảo chưa kiểm"]
