import re

from django.urls import reverse

from langnghe.places import importing
from langnghe.places.models import Place
from langnghe.web.office import units

TABLE = "Mã;Tên;Loại;Thuộc\n90001;Xã Thử Một;xã;46\n90001-01;Thôn 01;thôn;90001\n"


def load(browser, listing, top="46"):
    return browser.post(reverse("units-load", args=[top]), {"listing": listing})


def test_a_table_of_units_is_loaded_and_loaded_again_changes_nothing(as_, admin, city):
    browser = as_(admin)
    for _ in range(2):
        assert load(browser, TABLE).status_code == 303

    hamlet = Place.objects.get(code="90001-01")
    assert hamlet.path == "VN/46/90001/90001-01/"
    assert Place.objects.filter(code__startswith="90001").count() == 2


def test_a_wrong_line_is_shown_with_its_number_and_nothing_is_loaded(as_, admin, city):
    response = load(as_(admin), TABLE + ";Thôn không mã;thôn;90001\n90002;Xã Thử Hai;xã;không có\n")

    assert response.status_code == 422
    assert [problem.line for problem, _ in response.context["problems"]] == [4, 5]
    assert "thiếu mã" in response.content.decode()
    assert not Place.objects.filter(code="90001").exists()


def test_nothing_is_loaded_below_a_place_one_does_not_keep(as_, thao, city):
    assert load(as_(thao), TABLE).status_code == 403
    assert not Place.objects.filter(code="90001").exists()


def test_units_cannot_be_hung_below_somebody_elses_place(as_, thao, binh_dien, huong_an):
    response = load(as_(thao), "Mã,Tên,Loại,Thuộc\n90009,Tổ 1,tổ dân phố,19804\n", top="20035")

    assert response.status_code == 422
    assert not Place.objects.filter(code="90009").exists()


def test_every_thing_that_can_be_wrong_has_its_words():
    told = re.search(r"`what` is (.*?);", importing.Problem.__doc__, re.S)[1]

    assert set(re.findall(r"[a-z]+(?:-[a-z]+)+", told)) == set(units.PROBLEMS)
