from datetime import date

import pytest

from langnghe.places import importing
from langnghe.places.rules import Kind
from langnghe.refusals import Refused

pytestmark = pytest.mark.nodatabase

WITHIN = {"46": Kind.CITY, "20035": Kind.COMMUNE}


def read(text):
    return importing.units(text, within=WITHIN, top="46")


def problems(text):
    with pytest.raises(Refused, match="units-csv-broken") as refused:
        read(text)
    return [(each.line, each.what, each.cell) for each in refused.value.facts["problems"]]


@pytest.mark.parametrize(
    "text",
    [
        "code,name,kind,parent\n1,Phường Mẫu,ward,46\n",
        "Mã;Tên;Loại;Thuộc\n1;Phường Mẫu;phường;46\n",
        "TÊN ĐƠN VỊ\tMÃ ĐVHC\tCẤP\n  Phường   Mẫu\t1\tPhường\n",
        "\ufeffkod,nazwa\r\n1,Phường Mẫu\r\n",
        'ten,ma\n"Phường Mẫu",1\n\n,\n',
    ],
)
def test_usual_headings_in_any_order_and_between_any_signs_are_understood(text):
    (unit,) = read(text)

    assert (unit.code, unit.name, unit.kind, unit.parent) == ("1", "Phường Mẫu", "ward", "46")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Phường An Cựu", "ward"),
        ("Xã Mẫu", "commune"),
        ("Thị trấn Mẫu", "commune"),
        ("Đặc khu Mẫu", "zone"),
        ("Tổ dân phố 1", "hamlet"),
        ("TDP 1", "hamlet"),
        ("Bản Mẫu", "hamlet"),
        ("Tỉnh Mẫu", "city"),
    ],
)
def test_without_a_kind_the_name_says_it(name, kind):
    top = {"VN": Kind.COUNTRY, **WITHIN}

    (unit,) = importing.units(f"ma,ten\n1,{name}\n", within=top, top="20035" if kind == "hamlet" else "VN")

    assert unit.kind == kind


def test_places_and_days_are_read_as_people_write_them():
    (unit,) = read('ma,ten,vi do,kinh do,tu ngay,den ngay\n1,Xã Mẫu,"16,4",107.5,1/7/2025,2026-12-31\n')

    assert (unit.latitude, unit.longitude) == (16.4, 107.5)
    assert (unit.valid_from, unit.valid_to) == (date(2025, 7, 1), date(2026, 12, 31))


def test_what_lies_above_comes_first_whatever_the_order_of_lines():
    units = read("ma,ten,thuoc\n1-1,Thôn 01,1\n1,Xã Mẫu,46\n2-1,Thôn 02,20035\n")

    assert [unit.code for unit in units] == ["1", "1-1", "2-1"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", (1, "heading-missing", "code")),
        ("ten\nXã Mẫu\n", (1, "heading-missing", "code")),
        ("ma,ten\n", (1, "no-lines", "")),
        ("ma,ten\n,Xã Mẫu\n", (2, "code-missing", "")),
        ("ma,ten\n1,\n", (2, "name-missing", "")),
        ("ma,ten\n46/1,Xã Mẫu\n", (2, "code-unclear", "46/1")),
        (f"ma,ten\n1,Xã {'a' * 200}\n", (2, "name-too-long", f"Xã {'a' * 200}")),
        (f"ma,ten\n1,{'a' * 200_000}\n", (1, "table-unreadable", "")),
        ("ma,ten\n1,Xã Mẫu\n1,Xã Khác\n", (3, "code-twice", "1")),
        ("ma,ten\n1,Chốn Lạ\n", (2, "kind-unknown", "Chốn Lạ")),
        ("ma,ten,loai\n1,Xã Mẫu,lạ\n", (2, "kind-unknown", "lạ")),
        ("ma,ten,thuoc\n1,Xã Mẫu,99\n", (2, "parent-unknown", "99")),
        ("ma,ten,thuoc\n1,Xã Mẫu,20035\n", (2, "parent-not-above", "20035")),
        ("ma,ten,thuoc\n1,Xã Mẫu,1\n", (2, "parent-not-above", "1")),
        ("ma,ten,lat\n1,Xã Mẫu,bắc\n", (2, "number-unclear", "bắc")),
        ("ma,ten,tu ngay\n1,Xã Mẫu,31/2/2025\n", (2, "day-unclear", "31/2/2025")),
    ],
)
def test_a_wrong_line_is_told_by_its_number(text, problem):
    assert problem in problems(text)


def test_every_wrong_line_is_told_and_a_line_broken_inside_a_cell_counts_as_two():
    text = 'ma,ten\n1,"Xã\nMẫu"\n,Xã Khác\n3,\n'

    assert [line for line, *_ in problems(text)] == [4, 5]
