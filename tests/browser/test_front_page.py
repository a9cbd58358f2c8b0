"""The first page anybody sees: open, in Vietnamese, readable by all."""


def test_the_first_page_answers_by_itself_in_vietnamese(page, accessible):
    answer = page.goto("/")

    assert answer.status == 200
    assert answer.request.redirected_from is None
    assert page.locator("html").get_attribute("lang") == "vi"
    accessible(page)


def test_the_first_page_fits_a_phone(phone, accessible, screenshot):
    phone.goto("/")

    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert screenshot(phone, "front-page-phone").exists()
    accessible(phone)
