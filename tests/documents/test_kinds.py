"""What each kind of paper says, and how an issued one is numbered and signed."""

import io
from datetime import date
from zipfile import ZipFile

import openpyxl
import pytest

from langnghe.documents.shapes import Measure, Signature
from tests.documents import cast, cast_papers

pytestmark = pytest.mark.nodatabase


def said(paper):
    return "\n".join(cast.words_in(cast.written(paper)))


def in_order(words, wanted):
    places = [words.find(line) for line in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)


def test_the_plan_has_its_eight_sections_its_schedule_and_its_groups():
    words = said(cast_papers.plan(3))

    sections = ["I. MỤC ĐÍCH", "II. NỘI DUNG", "III. HÌNH THỨC", "IV. THỜI GIAN", "V. THÀNH PHẦN", "VI. PHÂN CÔNG"]
    in_order(words, ["KẾ HOẠCH", "Căn cứ Điều 43", *sections, "VII. KINH PHÍ", "VIII. TỔ CHỨC THỰC HIỆN"])
    in_order(words, ["Lịch đối thoại:", "Thôn 01", "19 giờ 30\nChủ nhật\n01/03/2026", "số 0000", "Thôn 02"])
    in_order(words, ["Cơ quan, tổ chức được mời:", "- Công an xã.", "Tổ công tác số 1", "Thôn 06, Thôn 07"])


def test_a_plan_of_nothing_leaves_dots_for_the_pen():
    words = said(cast_papers.bare()["plan"])

    assert words.count("- ……….") == 8
    assert "Lịch đối thoại" not in words
    assert "Các tổ công tác" not in words


def test_a_notice_of_one_dialogue_tells_it_in_lines():
    words = said(cast_papers.notice())

    in_order(words, ["THÔNG BÁO", "số 72/2025/QH15", "thông báo đến bà con Nhân dân Thôn 01 như sau:"])
    assert "- Thời gian: 19 giờ 30 phút, Chủ nhật, ngày 01 tháng 3 năm 2026." in words
    assert "- Gửi phiếu ý kiến cho trưởng thôn trước ngày đối thoại." in words
    assert "STT" not in words


def test_a_notice_of_several_dialogues_has_a_table():
    rows = cast.cells_in(cast.written(cast_papers.notice(4)), "STT")

    assert [row[1] for row in rows[1:]] == ["Thôn 01", "Thôn 02", "Thôn 03", "Thôn 04"]
    assert "bà con Nhân dân Thôn 01, Thôn 02, Thôn 03, Thôn 04 như sau" in said(cast_papers.notice(4))


def test_an_invitation_names_whom_it_asks_and_what_to_prepare():
    words = said(cast_papers.invitation())

    in_order(words, ["GIẤY MỜI", "Kính gửi:", "- Thường trực Đảng ủy xã;", "- Ban công tác Mặt trận Thôn 01."])
    in_order(words, ["1. Thời gian: 19 giờ 30 phút, Chủ nhật", "2. Địa điểm:", "3. Chủ trì:", "4. Đề nghị chuẩn bị:"])


def test_one_addressee_stands_without_a_dash():
    assert "Sở Xây dựng." in cast.words_in(cast.written(cast_papers.referral()))[5:14]


def test_a_hamlet_is_told_what_it_said_and_what_becomes_of_it():
    rows = cast.cells_in(cast.written(cast_papers.result(4)), "STT")

    assert rows[0] == ["STT", "Bà con nói", "Xã trả lời, làm gì", "Ai", "Khi nào", "Tra cứu"]
    assert rows[1][1:] == [f"{cast.said(1)[0].text}\n(nêu 2 lượt)", "Đang xem xét, hạn 12/12/2026", "", "", "4821001"]
    assert rows[4][3:] == ["Phòng Kinh tế", "12/12/2026", "4821004"]
    in_order(
        said(cast_papers.result(4)), ["Bà con nêu 4 ý kiến", "Bà con nói", "hỏi lại ở đâu?", "niêm yết tại Thôn 01"]
    )


def test_a_ward_is_called_a_ward():
    head = cast_papers.head("TB-UBND", issuer="Ủy ban nhân dân phường Mẫu")

    assert "Phường trả lời, làm gì" in said(cast_papers.result(1, head=head))
    assert "2. Ý kiến của phường:" in said(cast_papers.referral(head=head))


def test_a_referral_says_how_many_asked_and_never_who():
    words = said(cast_papers.referral())

    in_order(words, ["PHIẾU CHUYỂN", "Kính gửi:", "Căn cứ buổi", "1. Nội dung kiến nghị", "2. Ý kiến của xã:"])
    in_order(words, ["a) Đã thực hiện:", "b) Đề xuất:", "3. Lý do chuyển:", "4. Tài liệu kèm theo:", "5. Trả lời:"])
    assert "- Số lượt nêu: 9, tại 3 thôn, tổ dân phố (Thôn 01, Thôn 02, Thôn 03)." in words
    assert "trả lời trước ngày 10 tháng 3 năm 2026; nơi nhận trả lời: Văn phòng HĐND và UBND xã Mẫu./." in words


def test_a_referral_as_a_letter_says_beneath_its_number_what_it_is_about():
    head = cast_papers.head("UBND-KT", number=50, about="chuyển kiến nghị của Nhân dân")

    words = said(cast_papers.referral(head=head))

    in_order(words, ["Số: 50/UBND-KT", "V/v chuyển kiến nghị của Nhân dân", "Kính gửi:"])
    assert "PHIẾU CHUYỂN" not in words
    assert "V/v" not in said(cast_papers.referral())


def test_a_reply_tells_what_was_checked_what_will_be_done_and_why_not_the_rest():
    rows = cast.cells_in(cast.written(cast_papers.reply()), "Việc")

    assert rows[1:] == [
        ["Sửa 300 m hỏng nặng", "Phòng Kinh tế", "30/05/2026"],
        ["Đưa phần còn lại vào kế hoạch đầu tư", "Ủy ban nhân dân xã", "quý I/2027"],
    ]
    in_order(
        said(cast_papers.reply()),
        ["1. Nội dung", "2. Đã kiểm tra", "3. Hướng giải quyết", "lý do: Ngân sách", "4. Nếu chưa đồng ý", "- Hỏi lại"],
    )


def test_a_reply_that_promises_all_gives_no_reason():
    words = said(cast_papers.reply(reason="", measures=(Measure(what="Sửa đường", who="Xã"),)))

    assert "lý do" not in words


def test_a_paper_that_was_issued_has_number_day_and_signature_and_no_mark():
    head = cast_papers.head("TB-UBND", number=50, on=date(2026, 11, 24))
    chair = Signature(authority="TM. Ủy ban nhân dân", role="Chủ tịch", name="Cán bộ mẫu")

    words = said(cast_papers.notice(head=head, draft=False, sample=False, signatures=(chair,)))

    in_order(words, ["Số: 50/TB-UBND", "Mẫu, ngày 24 tháng 11", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Cán bộ mẫu"])
    assert "DỰ THẢO" not in words
    assert "(Ký, ghi rõ họ tên)" not in words


def test_a_stand_in_signs_for_the_chair():
    both = Signature(authority="TM. Ủy ban nhân dân\nKT. Chủ tịch", role="Phó Chủ tịch")

    assert "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nCán bộ mẫu" in said(cast_papers.reply(signatures=(cast_papers.STAND_IN,)))
    assert "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH" in said(cast_papers.reply(signatures=(both,)))


def test_a_small_number_takes_a_zero():
    assert "Số: 07/TB-UBND" in said(cast_papers.notice(head=cast_papers.head("TB-UBND", number=7)))


def test_the_register_says_when_it_was_due_and_why_it_takes_longer():
    rows = cast.cells_in(cast.written(cast_papers.register(4)), "Mã ý kiến")

    assert rows[1] == [
        "4821001",
        "05/02/2026",
        "Thôn 02",
        cast.said(1)[0].text,
        "Hạ tầng",
        "Phòng Kinh tế",
        "01/03/2026",
        "",
        "01/04/2026\nChờ ý kiến của sở",
        "",
    ]
    assert rows[4][7:] == ["20/02/2026", "", "Đồng ý"]


def test_the_register_as_a_workbook_has_one_column_for_each_fact():
    sheet = openpyxl.load_workbook(io.BytesIO(cast.written(cast_papers.register(4), "xlsx"))).active

    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[0] for row in rows if row[0] == "SỔ THEO DÕI"] == ["SỔ THEO DÕI"]
    top = next(place for place, row in enumerate(rows) if row[0] == "Mã ý kiến")
    assert rows[top][8:10] == ["Hạn kéo dài", "Lý do kéo dài"]
    assert rows[top + 1][8].date() == date(2026, 4, 1)
    assert len(rows) == top + 5


@pytest.mark.parametrize("kind", cast_papers.usual())
def test_what_is_said_is_never_a_placeholder(kind):
    title = "{{ head.issuer }} {% if x %} <b> & #eval *đậm*"

    assert title in said(cast_papers.usual()[kind].__class__(**vars(cast_papers.usual()[kind]) | {"title": title}))


@pytest.mark.parametrize("kind", cast_papers.bare())
def test_a_paper_with_nothing_more_than_it_must_is_whole(kind):
    with ZipFile(io.BytesIO(cast.written(cast_papers.bare()[kind]))) as package:
        assert package.testzip() is None
    assert "Không có gì thêm" in said(cast_papers.bare()[kind])
