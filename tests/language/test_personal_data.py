"""What in a text may point at a person, before it is made public. Every name and number here is invented."""

from itertools import pairwise

import pytest

from langnghe.language.personal_data import Finding, masked, personal_data

pytestmark = pytest.mark.nodatabase


@pytest.mark.parametrize(
    ("text", "kind", "piece"),
    [
        ("Gọi tôi số 0900 000 001 nhé", "phone", "0900 000 001"),
        ("Gọi 0900.000.001", "phone", "0900.000.001"),
        ("Gọi +84 900000001", "phone", "+84 900000001"),
        ("Telefon +48 500 000 001", "phone", "+48 500 000 001"),
        ("CCCD 046000000001, đã nộp", "id_number", "046000000001"),
        ("CMND 190000001", "id_number", "190000001"),
        ("Xe 75A-000.01 đậu", "plate", "75A-000.01"),
        ("Xe máy 75H1-000.01", "plate", "75H1-000.01"),
        ("STK 0000000000001", "account", "STK 0000000000001"),
        ("Tài khoản Ngân hàng Mẫu 0000000000001", "account", "Tài khoản Ngân hàng Mẫu 0000000000001"),
        ("Thư mau@example.vn", "email", "mau@example.vn"),
        ("Ông Nguyễn Văn Mẫu đổ rác", "person", "Nguyễn Văn Mẫu"),
        ("Hộ bà Mẫu nuôi heo", "person", "Mẫu"),
        ("Nhà anh T. ở tổ 3", "person", "T."),
        ("trần thị mẫu đổ rác", "person", "trần thị mẫu"),
        ("Ong Mau do rac", "person", "Mau"),
        ("Người tên Mẫu hay hát", "person", "Mẫu"),
        ("Mr Sample said so", "person", "Sample"),
        ("Pani Przykładowa", "person", "Przykładowa"),
        ("Do N.V.M gây ra", "initials", "N.V.M"),
        ("Số nhà 12/3 bị ngập", "address", "Số nhà 12/3"),
        ("Bãi xe tại 52 Đường Mẫu", "address", "tại 52"),
        ("Thửa 123 tờ bản đồ 15", "address", "Thửa 123 tờ bản đồ 15"),
    ],
)
def test_it_is_found(text: str, kind: str, piece: str):
    assert [(one.kind, text[one.start : one.end]) for one in personal_data(text)] == [(kind, piece)]


@pytest.mark.parametrize(
    "text",
    [
        "Bà con Thôn 01 đề nghị đổ bê tông",
        "Chủ tịch UBND xã trả lời",
        "Trưởng thôn Thôn 05 báo cáo",
        "Đường Nguyễn Hữu Cảnh ngập cục bộ",
        "Kiệt 111 chưa hoàn trả mặt đường",
        "Tỉnh lộ 16 và Quốc lộ 49B",
        "Hết 1.500.000 đồng trong năm 2025-2026",
        "Nhà Văn hóa dột",
        "Đền bù 1500 m2",
    ],
)
def test_places_sums_and_offices_are_left_alone(text: str):
    assert personal_data(text) == []


def test_few_samples_point_at_a_person(samples: list[dict[str, str]]):
    assert [row["text"] for row in samples if personal_data(row["text"])] == []


def test_what_was_found_is_masked_and_nothing_else():
    text = "Bà Mẫu (0900000001) đổ rác ở kiệt 3"

    assert masked(text, personal_data(text)) == "Bà … (…) đổ rác ở kiệt 3"
    assert masked(text, []) == text


def test_findings_are_in_order_and_never_overlap():
    found = personal_data("Ông Nguyễn Văn Mẫu, CCCD 046000000001, STK 0000000000001, gọi 0900000001")

    assert found == sorted(found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(isinstance(one, Finding) for one in found)
