import csv
import io
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from langnghe.matters.queries import matters
from langnghe.web import paging
from tests.journeys.desk.conftest import COURSE, HELD, ROAD, RUBBISH

pytestmark = pytest.mark.django_db


def shown(response):
    return [one.words for one in response.context["rows"]]


def test_the_register_shows_what_a_person_confirmed_and_nothing_else(at_desk, thao, confirmed):
    page = at_desk(thao).get("/desk/")

    assert page.status_code == 200
    assert sorted(shown(page)) == sorted([ROAD, RUBBISH, COURSE])
    assert "tố cáo" not in page.content.decode()


def test_before_anybody_confirms_the_register_is_empty_and_says_why(at_desk, thao, evening):
    page = at_desk(thao).get("/desk/").content.decode()

    assert "Sổ chưa có ý kiến nào." in page
    assert "chờ xác nhận" in page


@pytest.mark.parametrize("query", ["duong", "DUONG sut lo", "đường sụt", "lo  sut"])
def test_nobody_needs_a_vietnamese_keyboard_to_search(at_desk, thao, confirmed, query):
    assert shown(at_desk(thao).get("/desk/", {"q": query})) == [ROAD]


def test_an_opinion_is_found_by_the_beginning_of_its_reference(at_desk, thao, confirmed):
    desk = at_desk(thao)
    row = desk.get("/desk/").context["rows"][0].row

    assert row.words in shown(desk.get("/desk/", {"q": row.reference[:5]}))


def test_a_search_without_an_answer_says_what_to_do(at_desk, thao, confirmed):
    page = at_desk(thao).get("/desk/", {"q": "khong co chu nay"}).content.decode()

    assert "Không có ý kiến nào đúng như đang lọc." in page


def test_a_suggestion_says_so_in_words_and_gives_its_reason(at_desk, thao, confirmed):
    page = at_desk(thao).get("/desk/", {"q": "duong"}).content.decode()

    assert "gợi ý:" in page
    assert "từ" in page


def test_filters_that_make_no_sense_filter_nothing(at_desk, thao, confirmed):
    page = at_desk(thao).get("/desk/", {"topic": "x", "hamlet": "'", "sort": "y", "after": "z~z", "commune": "99"})

    assert len(shown(page)) == 3


@pytest.mark.parametrize("sort", ["newest", "hamlet", "due"])
def test_every_order_goes_through_the_whole_list_once_forwards_and_back(at_desk, thao, confirmed, sort, monkeypatch):
    monkeypatch.setitem(paging.page.__kwdefaults__, "size", 1)
    desk, seen, address = at_desk(thao), [], f"/desk/?sort={sort}"
    for _page in range(3):
        page = desk.get(address)
        seen += shown(page)
        last, address = address, "/desk/" + page.context["pager"]["next"]

    assert sorted(seen) == sorted([ROAD, RUBBISH, COURSE])
    assert page.context["pager"]["next"] == ""
    assert shown(desk.get("/desk/" + page.context["pager"]["previous"])) == [seen[1]]
    assert page.context["pager"]["total"] == 3
    assert last


def test_undecided_and_decided_are_told_apart(at_desk, thao, confirmed):
    desk = at_desk(thao)
    matter = matters(confirmed)[0]
    desk.post(f"/desk/matters/{matter.code}/", desk.get(f"/desk/matters/{matter.code}/").context["one"].choice)

    assert len(shown(desk.get("/desk/", {"decided": "no"}))) == 2
    assert len(shown(desk.get("/desk/", {"decided": "yes"}))) == 1


def test_the_csv_is_what_is_shown(at_desk, thao, confirmed):
    desk = at_desk(thao)
    asked = {"q": "rac", "sort": "due"}
    file = b"".join(desk.get("/desk/register.csv", asked).streaming_content).decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(file)))
    assert [row[1] for row in rows[1:]] == shown(desk.get("/desk/", asked)) == [RUBBISH]
    assert "máy gợi ý, chưa quyết định" in rows[1]
    assert HELD not in file


def test_the_workbook_is_what_is_shown(at_desk, thao, confirmed):
    desk = at_desk(thao)
    file = io.BytesIO(b"".join(desk.get("/desk/register.xlsx").streaming_content))
    sheet = load_workbook(file).active

    words = [row[1] for row in sheet.iter_rows(values_only=True) if row[1]]
    assert words[-3:] == shown(desk.get("/desk/"))
    assert "phong bì" not in ZipFile(file).read("xl/worksheets/sheet1.xml").decode()


def test_the_register_takes_few_questions_however_long_it_is(
    at_desk, thao, confirmed, django_assert_max_num_queries, said
):
    desk = at_desk(thao)
    with django_assert_max_num_queries(8):
        desk.get("/desk/", {"q": "duong", "sort": "due", "decided": "no"})
    with django_assert_max_num_queries(8):
        desk.get("/desk/")


def test_an_evening_keeps_the_hamlets_name_of_its_day(at_desk, thao, confirmed, thon_5, binh_dien):
    from datetime import date

    from langnghe.places import actions as places
    from tests.conftest import EVENING

    places.rename(
        place=thon_5,
        name="Thôn Bình Minh",
        on=date(2025, 10, 20),
        basis="Nghị quyết mẫu",
        by="installation",
        at=EVENING,
    )
    pages = ["/desk/", f"/desk/dialogues/{confirmed.code}/"]

    for page in (at_desk(thao).get(address).content.decode() for address in pages):
        assert "Thôn 05" in page
        assert "Thôn Bình Minh" not in page.split("</form>")[-1]
