"""Lists leave as .xlsx and .csv: nothing in them runs, nothing is lost, dates are dates."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from langnghe.documents import lists, office, workbook
from langnghe.documents.legible import legible
from langnghe.documents.workbook import Column, Sheet
from langnghe.refusals import Refused
from tests.documents import cast

pytestmark = pytest.mark.nodatabase
COLUMNS = [Column("Nội dung", 40), Column("Số", 8)]
SHEET = Sheet(name="Sổ ý kiến", on=cast.EVENING)
RUNNING = "=+-@＝＋－＠\t\r\n"
anything = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)
risky = st.builds(str.__add__, st.text(alphabet=RUNNING + " \0'\"", max_size=3), anything)


def listed(rows, form, sheet=SHEET, columns=COLUMNS):
    whole = io.BytesIO()
    lists.write(columns, rows, form, sheet, whole)
    return whole.getvalue()


def sheet_of(content):
    return load_workbook(io.BytesIO(content)).active


def rows_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@given(st.lists(risky | anything, max_size=20))
@example(["=1+1", "\0=1+1", "＝1+1", "\t=1", "  @SUM(A1)", "-3", "a\0b", "_x0041_", "=cmd|' /C calc'!A0"])
def test_no_text_runs_in_a_csv_and_every_word_is_there(texts):
    rows = rows_of(listed([[text, 1] for text in texts], "csv"))

    for text, (cell, number) in zip(texts, rows[1:], strict=True):
        assert cell.lstrip(" \xa0\u3000")[:1] not in set(RUNNING)
        assert cell.removeprefix("'") == legible(text).removeprefix("'")
        assert number == "1"


@settings(deadline=None, max_examples=60)
@given(st.lists(risky | anything, max_size=20))
@example(["=1+1", "_x0041_", "http://example.org", "mailto:a@b", "00123", "1e5", " \n ", "\ufffe\0"])
def test_every_text_of_a_workbook_is_a_text(texts):
    content = listed([[text, 1] for text in texts], "xlsx")

    parts = ZipFile(io.BytesIO(content))
    body = parts.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in body
    assert b"<hyperlink" not in body
    found = list(sheet_of(content).iter_rows(min_row=2, values_only=True))
    expected = [legible(text).replace("_x0041_", "_x005F_x0041_") for text in texts]
    assert [row[0] or "" for row in found] == expected


def test_numbers_stay_numbers_and_dates_are_dates():
    moment = datetime(2026, 2, 5, 12, 30, tzinfo=UTC)
    row = ["Ý kiến", -3, Decimal("1.5"), date(2026, 2, 5), moment, None, ""]
    columns = [Column(name) for name in ("chữ", "số", "tiền", "ngày", "lúc", "trống", "rỗng")]

    cells = next(sheet_of(listed([row], "xlsx", columns=columns)).iter_rows(min_row=2, values_only=True))

    local = datetime(2026, 2, 5, 19, 30)  # noqa: DTZ001
    assert cells[:5] == ("Ý kiến", -3, 1.5, datetime(2026, 2, 5), local)  # noqa: DTZ001
    plain = rows_of(listed([row], "csv", columns=columns))[1]
    assert plain == ["Ý kiến", "-3", "1.5", "2026-02-05", "2026-02-05 19:30", "", ""]


def test_a_workbook_opens_ready_to_read_filter_and_print():
    rows = [[f"Ý kiến {number}", number] for number in range(30)]

    page = sheet_of(listed(rows, "xlsx", Sheet(name="Sổ ý kiến", above=("Xã Mẫu",), mark="DỮ LIỆU MẪU")))

    assert (page["A1"].value, page["A2"].value, page["A3"].value) == ("Xã Mẫu", "Nội dung", "Ý kiến 0")
    assert page.freeze_panes == "A3"
    assert page.auto_filter.ref == "A2:B32"
    assert page.print_title_rows == "$2:$2"
    assert page.column_dimensions["A"].width > 39
    assert page["A2"].font.bold
    assert page["A3"].alignment.wrap_text
    assert "DỮ LIỆU MẪU" in page.oddHeader.center.text


def test_an_empty_list_is_a_header_alone():
    assert [row[0].value for row in sheet_of(listed([], "xlsx")).iter_rows()] == ["Nội dung"]
    assert rows_of(listed([], "csv")) == [["Nội dung", "Số"]]


def test_the_same_rows_are_the_same_bytes():
    rows = [["Ý kiến", 1]]

    assert listed(rows, "xlsx") == listed(rows, "xlsx")


def test_a_text_longer_than_a_cell_says_that_it_is_cut():
    cell = sheet_of(listed([["🌧" * 20_000, 1]], "xlsx"))["A2"].value

    assert len(cell.encode("utf-16-le")) // 2 <= workbook.LONGEST_CELL
    assert cell.endswith(workbook.CUT)
    assert rows_of(listed([["x" * 40_000, 1]], "csv"))[1][0] == "x" * 40_000


def test_a_list_longer_than_a_sheet_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "LONGEST_SHEET", 100)
    monkeypatch.setattr(workbook, "_PIECE", 1)

    with pytest.raises(Refused, match="list-too-long"):
        listed(([f"Ý kiến {number}", number] for number in range(101)), "xlsx")


def test_the_first_piece_comes_before_the_last_row_is_asked_for():
    asked = []

    def rows():
        for number in range(20_000):
            asked.append(number)
            yield ["Ý kiến của bà con", number]

    for form in lists.FORMS:
        asked.clear()
        assert next(lists.pieces(COLUMNS, rows(), form, SHEET))
        assert len(asked) < 10_000


def test_a_list_may_have_any_name():
    assert sheet_of(listed([], "xlsx", Sheet(name="Thôn 01/02: [mới]" * 4, mark="a & b"))).max_row == 1


def test_a_format_nobody_knows_is_refused():
    with pytest.raises(Refused, match="no-such-form"):
        listed([], "ods")


def test_the_table_as_a_workbook_says_what_it_is_and_holds_each_fact():
    page = sheet_of(cast.written(cast.table(3), "xlsx"))

    lines = [row[0] for row in page.iter_rows(max_row=5, values_only=True)]
    assert lines == [cast.DRAFT, cast.SAMPLE, "ỦY BAN NHÂN DÂN XÃ MẪU", "BẢNG TỔNG HỢP", "Ý kiến của Nhân dân"]
    assert page["A6"].value == "STT"
    assert page["E7"].value == cast.said(1)[0].text
    assert page["N7"].value == datetime(2026, 3, 1)  # noqa: DTZ001
    assert cast.DRAFT in page.oddHeader.center.text


@pytest.mark.slow
@pytest.mark.office
def test_a_spreadsheet_program_recalculates_and_finds_nothing_to_run():
    texts = ["=1+1", "@SUM(A1:A9)", "+1", "-1+2", '=HYPERLINK("http://example.org")', "＝1+1", "00123", "1/2"]
    texts = [f"{before}{text}" for before in ("", " ", "\t", "\n", "\0") for text in texts]
    expected = [legible(text) for text in texts]

    for form, guard in (("xlsx", ""), ("csv", "'")):
        opened = office.convert(listed([[text, 1] for text in texts], form), form, "fods").decode()
        assert "table:formula" not in opened
        assert "xlink:href" not in opened
        again = office.convert(listed([[text, 1] for text in texts], form), form, "xlsx")
        cells = [row[0] for row in sheet_of(again).iter_rows(min_row=2, values_only=True)]
        if not guard:
            assert [str(cell) for cell in cells] == expected
