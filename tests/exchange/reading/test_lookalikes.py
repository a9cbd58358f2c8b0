"""What residents say may look like a line of a form. It is an opinion or it is shown as unread, never put aside."""

import pytest

from langnghe.exchange.reading.reader import read_bytes, read_text
from tests.exchange.corpus.word import Word, cell, paragraph, run, table

pytestmark = pytest.mark.nodatabase

SAID = [
    "Nơi nhận hồ sơ ở xã quá xa",
    "Nơi nhận: quá xa trung tâm",
    "Danh mục thuốc ở trạm y tế còn thiếu",
    "Sổ theo dõi hộ nghèo không công khai",
    "Hôm nay tôi xin phản ánh đường hỏng",
    "Biên bản họp thôn lập sai nội dung",
    "Hội nghị lần trước kết thúc mà không ai trả lời",
    "Cống 3 bị tắc",
    "Công 2 ngày đi làm đường không được trả",
    "Như trên đã nói, đường hỏng",
    "Ký và đóng dấu hồ sơ quá chậm",
    "Đề nghị treo khẩu hiệu Độc lập - Tự do - Hạnh phúc ở nhà văn hóa",
    "Chủ trì cuộc họp thôn cần công khai thu chi",
    "Dự thảo quy hoạch chưa cho dân xem",
    "Bảng này có 3 nội dung ý kiến, kiến nghị chưa ai trả lời",
    "Mất nước cả ngày, ngày 05/02/2026",
]


@pytest.mark.parametrize("text", SAID)
@pytest.mark.parametrize("mark", ["- ", ""])
def test_an_opinion_that_looks_like_a_form_is_an_opinion_first_and_later(text, mark):
    first = read_text(f"II. Ý kiến của Nhân dân\n{mark}{text}.\n{mark}Cầu gãy.")
    later = read_text(f"II. Ý kiến của Nhân dân\n{mark}Cầu gãy.\n{mark}{text}.\n{mark}Đèn tắt.")

    assert [one.text for one in first.opinions] == [text, "Cầu gãy"]
    assert [one.text for one in later.opinions] == ["Cầu gãy", text, "Đèn tắt"]


def test_a_closing_with_its_hour_is_no_opinion():
    reading = read_text("II. Ý kiến của Nhân dân\nCầu gãy.\nHội nghị kết thúc hồi 21 giờ 15 cùng ngày.")

    assert [one.text for one in reading.opinions] == ["Cầu gãy"]


CONCLUDED = [
    "Giao Văn phòng tổng hợp, theo dõi, đôn đốc.",
    "Ghi nhận toàn bộ ý kiến, kiến nghị của bà con; giao Văn phòng theo dõi.",
    "Yêu cầu Phòng Kinh tế rà soát, báo cáo trước ngày 15/3/2026.",
    "Chủ trì ghi nhận, cảm ơn các ý kiến của Nhân dân; giao Văn phòng tổng hợp.",
    "Thống nhất triển khai trong quý II.",
]
DOUBTFUL = [
    "Bà con Thôn 5 đề nghị sửa cầu.",
    "Đường liên thôn lầy lội, mùa mưa khó đi.",
    "Giao thông nội thôn quá hẹp.",
    "Vì sao xã hứa mà báo cáo mãi?",
    "Giáo viên mầm non thiếu.",
    "Thôn 6: chưa có đèn.",
    "Tăng cường tuần tra ban đêm.",
    "Xây thêm sân bóng cho thanh niên.",
]


@pytest.mark.parametrize("line", CONCLUDED)
def test_what_the_chair_concluded_is_recognised(line):
    reading = read_text(f"II. Ý kiến\n1. Thôn 1: Cống tắc.\nIII. Kết luận của chủ trì\n{line}")

    assert [(one.name, one.value) for one in reading.fields if one.name == "conclusion"] == [("conclusion", line)]
    assert not reading.unread


@pytest.mark.parametrize("line", DOUBTFUL)
def test_what_a_resident_may_have_said_is_no_conclusion(line):
    reading = read_text(f"II. Ý kiến\n1. Thôn 1: Cống tắc.\nIII. Kết luận của chủ trì\n{line}\n{CONCLUDED[0]}")

    shown = " ".join([one.text for one in reading.unread] + [one.text for one in reading.opinions])
    assert line.split(": ")[-1].rstrip(".") in shown


def test_recipients_are_recognised_and_what_may_be_said_below_them_is_not():
    closing = "Hội nghị kết thúc lúc 21 giờ.\nNơi nhận:\n- Như trên;\n- Đảng ủy, HĐND, UBND xã Mẫu;\n"
    reading = read_text(f"II. Ý kiến\n1. Thôn 1: Cống tắc.\n{closing}- Lưu: VT.\n- Đường liên xóm hỏng nặng.")

    assert [one.value for one in reading.fields if one.name == "recipients"] == [
        "Nơi nhận:",
        "Như trên;",
        "Đảng ủy, HĐND, UBND xã Mẫu;",
        "Lưu: VT.",
    ]
    assert [one.text for one in reading.unread] == ["Đường liên xóm hỏng nặng."]


def test_who_signs_is_recognised_below_their_role_and_a_complaint_there_is_not():
    paper = Word()
    paper.add(paragraph(run("II. Ý kiến")), paragraph(run("1. Thôn 1: Cống tắc.")))
    paper.add(paragraph(run("Hội nghị kết thúc hồi 21 giờ cùng ngày.")))
    signed = [cell(paragraph(run("CHỦ TRÌ")), paragraph(run("(Ký tên)")), paragraph(run("Cán bộ mẫu")))]
    paper.add(table([[*signed, cell(paragraph(run("THƯ KÝ")), paragraph(run("(Ký tên)")), paragraph(run("Cống hư")))]]))

    assert [one.text for one in read_bytes("a.docx", paper.bytes()).unread] == ["Cống hư"]
