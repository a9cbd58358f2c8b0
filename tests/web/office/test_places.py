from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from langnghe.places import actions as places
from langnghe.places import queries
from langnghe.places.models import Place, Succession
from tests.conftest import DAY, EVENING

LATER = DAY + timedelta(days=20)
CHANGE = {"on": LATER.isoformat(), "basis": "Nghị quyết mẫu"}


@pytest.fixture
def address(binh_dien):
    return lambda name: reverse(name, args=[binh_dien.code])


@pytest.fixture
def thon_6(binh_dien):
    return places.add_hamlet(commune=binh_dien, name="Thôn 06", by="a", at=EVENING)


def text(response):
    return response.content.decode()


def names(commune, day=DAY):
    return [hamlet.name for hamlet in queries.hamlets(commune, on=day)]


def test_a_pasted_list_becomes_hamlets_and_pasted_again_changes_nothing(as_, thao, binh_dien, address):
    browser = as_(thao)
    for _ in range(2):
        response = browser.post(address("hamlets-add"), {"listing": "Thôn 01\nThôn 02\n\nThôn 03"})

    assert response.status_code == 303
    assert names(binh_dien) == ["Thôn 01", "Thôn 02", "Thôn 03"]


def test_a_file_of_names_is_read_too(as_, thao, binh_dien, address):
    file = SimpleUploadedFile("thon.csv", "\ufeffSTT,Tên thôn\n1,Thôn Đông\n2,Thôn Đoài\n".encode())

    as_(thao).post(address("hamlets-add"), {"file": file})

    assert names(binh_dien) == ["Thôn Đoài", "Thôn Đông"]


def test_an_old_excel_file_is_refused_with_what_to_do(as_, thao, binh_dien, address):
    file = SimpleUploadedFile("thon.csv", "Thôn Đông".encode("utf-16"))

    response = as_(thao).post(address("hamlets-add"), {"file": file})

    assert response.status_code == 422
    assert "CSV UTF-8" in text(response)
    assert names(binh_dien) == []


def test_a_hamlet_that_only_a_paper_named_is_confirmed_by_a_person(as_, thao, binh_dien, address):
    heard = places.add_hamlet(commune=binh_dien, name="Thôn Lạ", is_confirmed=False, by="a", at=EVENING)
    browser = as_(thao)

    assert "Chưa xác nhận" in text(browser.get(address("place")))
    for _ in range(2):
        assert browser.post(address("hamlet-confirm"), {"hamlet": heard.code}).status_code == 303

    assert Place.objects.get(pk=heard.pk).is_confirmed


def test_a_hamlet_elsewhere_cannot_be_confirmed_from_here(as_, thao, huong_an, address):
    other = places.add_hamlet(commune=huong_an, name="Tổ 1", is_confirmed=False, by="a", at=EVENING)

    assert as_(thao).post(address("hamlet-confirm"), {"hamlet": other.code}).status_code == 403
    assert not Place.objects.get(pk=other.pk).is_confirmed


def test_a_merger_is_told_as_a_sentence_with_its_basis(as_, thao, binh_dien, thon_5, thon_6, address):
    facts = {**CHANGE, "places": [thon_5.code, thon_6.code], "name": "Thôn An Bình"}
    browser = as_(thao)

    assert browser.post(address("hamlets-merge"), facts).status_code == 303

    page = text(browser.get(address("place")))
    assert "Từ 25/10/2025, Thôn 05 và Thôn 06 sáp nhập thành Thôn An Bình." in page
    assert "Nghị quyết mẫu" in page
    assert names(binh_dien, LATER) == ["Thôn An Bình"]
    assert names(binh_dien, DAY) == ["Thôn 05", "Thôn 06"]


def test_a_merger_sent_twice_happens_once(as_, thao, thon_5, thon_6, address):
    facts = {**CHANGE, "places": [thon_5.code, thon_6.code], "name": "Thôn An Bình"}
    first, second = (as_(thao).post(address("hamlets-merge"), facts) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 422)
    assert Succession.objects.count() == 1


def test_a_split_is_told_as_a_sentence(as_, thao, binh_dien, thon_5, address):
    facts = {**CHANGE, "place": thon_5.code, "names": "Thôn 05A\nThôn 05B\n"}
    browser = as_(thao)
    browser.post(address("hamlet-split"), facts)

    assert "Thôn 05 chia thành Thôn 05A và Thôn 05B." in text(browser.get(address("place")))
    assert names(binh_dien, LATER) == ["Thôn 05A", "Thôn 05B"]


def test_a_renaming_is_told_and_sent_twice_happens_once(as_, thao, thon_5, address):
    facts = {**CHANGE, "place": thon_5.code, "name": "Thôn Bình Minh"}
    browser = as_(thao)
    for _ in range(2):
        browser.post(address("place-rename"), facts)

    assert "Thôn 05 đổi tên thành Thôn Bình Minh." in text(browser.get(address("place")))
    assert Succession.objects.count() == 1


def test_a_commune_is_renamed_only_by_who_keeps_the_map_above_it(as_, thao, admin, binh_dien, thon_5, address):
    offered = [code for code, _ in as_(thao).get(address("place-rename")).context["form"].fields["place"].choices]
    above = [code for code, _ in as_(admin).get(address("place-rename")).context["form"].fields["place"].choices]

    assert binh_dien.code not in offered
    assert binh_dien.code in above


def test_the_map_costs_few_questions(as_, admin, binh_dien, thon_5, thon_6, django_assert_max_num_queries):
    browser = as_(admin)

    with django_assert_max_num_queries(10):
        browser.get(reverse("places"))
    with django_assert_max_num_queries(14):
        browser.get(reverse("place", args=[binh_dien.code]))
