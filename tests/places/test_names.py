import pytest

from langnghe.places import actions, queries, rules
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING


@pytest.mark.parametrize("asked", ["Xã Bình Điền", "xã bình điền", "xa binh dien", "Bình Điền", "BÌNH ĐIỀN"])
def test_a_commune_is_found_in_any_usual_spelling(binh_dien, asked):
    assert queries.commune_named(asked, on=DAY) == binh_dien


def test_an_unknown_place_names_the_nearest_ones(binh_dien):
    with pytest.raises(Refused) as refused:
        queries.commune_named("Xã Bình Đền", on=DAY)

    assert refused.value.facts["nearest"].startswith("Xã Bình Điền")


@pytest.mark.parametrize(
    ("one", "other"), [("TDP 01", "Tổ dân phố 1"), ("Thôn 1", "thôn 01"), ("Tổ Dân Phố Sơn Tùng", "TDP Sơn Tùng")]
)
def test_two_spellings_of_one_hamlet_are_the_same(one, other):
    assert rules.same_name(one) == rules.same_name(other)


def test_thon_1_and_thon_10_are_not_the_same():
    assert rules.same_name("Thôn 1") != rules.same_name("Thôn 10")


def test_hamlets_come_by_paste_and_twice_is_once(binh_dien):
    listing = "Thôn 01\n\n Thôn 02 \nThôn 01\n"

    actions.add_hamlets(commune=binh_dien, listing=listing, by="lan", at=EVENING)
    actions.add_hamlets(commune=binh_dien, listing=listing, by="lan", at=EVENING)

    assert [hamlet.name for hamlet in queries.hamlets(binh_dien)] == ["Thôn 01", "Thôn 02"]


def test_hamlets_come_by_csv_with_a_heading(binh_dien):
    actions.add_hamlets(commune=binh_dien, listing="STT,Tên\n1,Thôn 01\n2,Thôn 02", by="lan", at=EVENING)

    assert [hamlet.name for hamlet in queries.hamlets(binh_dien)] == ["Thôn 01", "Thôn 02"]


def test_an_empty_list_is_refused(binh_dien):
    with pytest.raises(Refused, match="place-without-name"):
        actions.add_hamlets(commune=binh_dien, listing=" \n ", by="lan", at=EVENING)
