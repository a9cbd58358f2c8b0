from datetime import time

import pytest

from langnghe.exchange.particulars import Particulars, particulars
from langnghe.exchange.reading.shapes import Field

pytestmark = pytest.mark.nodatabase


def said(*lines):
    return particulars(Field(name, value, "đoạn 1") for name, value in lines)


def test_minutes_say_where_when_who_led_and_how_many_came():
    known = said(
        (
            "opening",
            "Hôm nay, hồi 19 giờ 30 phút, ngày 05 tháng 10 năm 2025, tại nhà sinh hoạt cộng đồng, UBND tổ chức",
        ),
        ("chair", "Chủ trì: Bí thư Đảng ủy, Chủ tịch HĐND. Thư ký: chuyên viên Văn phòng."),
        ("attendance", "Số người dân được mời: 120; có mặt: 87 (nữ 41)."),
    )

    assert known == Particulars(
        "nhà sinh hoạt cộng đồng", "Bí thư Đảng ủy, Chủ tịch HĐND", "chuyên viên Văn phòng", time(19, 30), 120, 87, 41
    )


@pytest.mark.parametrize(
    ("line", "present"),
    [("Nhân dân: 64 người.", 64), ("Tham dự có 75 đại biểu", 75), ("Có mặt: 87.", 87), ("Nhân dân thôn 5", None)],
)
def test_how_many_came_is_understood_in_several_wordings(line, present):
    assert said(("attendance", line)).present == present


def test_the_label_of_a_signature_is_no_chair():
    assert said(("signature", "CHỦ TRÌ")).chair == ""


def test_impossible_hours_and_numbers_are_left_out():
    known = said(("opening", "hồi 29 giờ 00"), ("attendance", "Có mặt: 10 (nữ 41)."))

    assert (known.starts_at, known.women) == (None, None)
