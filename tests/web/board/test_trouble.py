import pytest
from django.test import Client, RequestFactory
from django.views.defaults import server_error


@pytest.mark.nodatabase
def test_an_error_gets_a_calm_page_that_needs_neither_store_nor_session():
    page = server_error(RequestFactory().get("/")).content.decode()

    assert "Phần mềm gặp lỗi" in page
    assert "Những gì đã ghi vào sổ vẫn còn nguyên" in page


@pytest.mark.django_db
def test_an_unforeseen_error_shows_that_page_and_nothing_of_what_went_wrong(monkeypatch):
    def fail():
        raise ValueError("Ông Tám nói…")

    monkeypatch.setattr("langnghe.opinions.queries.listened", fail)
    response = Client(raise_request_exception=False).get("/")

    assert response.status_code == 500
    assert "Phần mềm gặp lỗi" in response.content.decode()
    assert "Ông Tám" not in response.content.decode()
