"""Grouping, drafting and releasing without touching a mouse; and their pages on a phone."""

import pytest

from tests.browser.test_desk import follow, sign_in

MINUTES = """BIÊN BẢN
I. Ý kiến của Nhân dân
1. Cây đa đầu làng gãy cành lớn, đè lên mái đình, xin cho cắt dọn.
2. Cay da dau lang gay canh lon, de len mai dinh, xin cho cat don.
3. Cây đa đầu làng nghiêng ra đường, sợ gãy cành xuống mái đình.
"""


def hear(page, day):
    """Bring in minutes of a day and confirm them; return the code of the dialogue."""
    page.goto("/desk/hear/")
    page.get_by_label("Xã, phường").select_option(label="Xã Mẫu")
    page.get_by_label("Ngày đối thoại").fill(day)
    page.get_by_label("Dán nội dung biên bản").fill(MINUTES)
    follow(page, page.get_by_role("button", name="Đọc nội dung đã dán").click)
    follow(page, page.get_by_role("button", name="Xác nhận cả").click)
    return page.url.rstrip("/").split("/")[-1]


def press(page, key):
    follow(page, lambda: page.keyboard.press(key))


def stand_on(page, code):
    """Walk down the chair's list to the draft of a matter."""
    mine = page.locator(".release", has=page.get_by_role("link", name=code))
    for _step in range(page.locator(".release").count()):
        page.keyboard.press("j")
        if mine.locator(":focus").count():
            return
    pytest.fail(f"{code} does not wait for the chair")


def main(page):
    return page.locator("main").inner_text()


def test_pairs_are_joined_taken_apart_and_told_apart_by_keyboard(page):
    desk = sign_in(page, "van-phong")
    desk.goto(f"/desk/same/?dialogue={hear(desk, '2026-01-20')}")
    left = int(desk.locator(".count").first.inner_text())
    assert "gần như chắc chắn" in main(desk)

    desk.keyboard.press("?")
    assert desk.locator("dialog[open]").is_visible()
    desk.keyboard.press("j")
    desk.keyboard.press("Escape")
    assert int(desk.locator(".count").first.inner_text()) == left

    press(desk, "j")
    assert "mọi lời bà con vẫn còn đủ" in main(desk)
    press(desk, "u")
    assert int(desk.locator(".count").first.inner_text()) == left
    press(desk, "n")
    assert "có thể" in main(desk)
    press(desk, "k")
    assert "là hai việc khác nhau" in main(desk)


def test_an_answer_is_drafted_given_back_and_released_by_keyboard(open_page):
    desk = sign_in(open_page(), "van-phong")
    dialogue = hear(desk, "2026-01-21")
    desk.goto(f"/desk/?dialogue={dialogue}")
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/matters/**")
    code = desk.url.split("/matters/")[1].split("/")[0]
    desk.goto(f"/desk/matters/{code}/answer/")

    assert not desk.get_by_label("Làm xong ngày nào").is_visible()
    desk.get_by_label("Làm được một phần").check()
    assert desk.get_by_label("Làm xong ngày nào").is_visible()
    desk.get_by_label("Đã làm").focus()
    desk.keyboard.press("Space")
    assert not desk.get_by_label("Vì sao").is_visible()
    desk.get_by_label("Câu trả lời cho bà con").fill("Tổ cây xanh đã cắt cành gãy, dọn sạch mái đình.")
    desk.get_by_label("Làm xong ngày nào").fill("2026-01-22")
    press(desk, "Control+Enter")
    assert "đang chờ chủ tịch duyệt" in main(desk)

    chair = sign_in(open_page(), "chu-tich")
    chair.goto("/desk/chair/")
    stand_on(chair, code)
    chair.keyboard.press("t")
    chair.keyboard.type("Cắt ngày nào, ai cắt?")
    press(chair, "Control+Enter")
    assert "phòng sẽ thấy lời dặn" in main(chair)

    desk.goto(f"/desk/matters/{code}/")
    press(desk, "t")
    desk.get_by_label("Câu trả lời cho bà con").fill("Tổ cây xanh đã cắt cành gãy ngày 22/1, dọn sạch mái đình.")
    press(desk, "Control+Enter")
    chair.goto("/desk/chair/")
    stand_on(chair, code)
    press(chair, "d")
    assert "Đã duyệt 1 câu trả lời." in main(chair)


@pytest.mark.parametrize(
    ("login", "path"), [("van-phong", "/desk/same/"), ("phong-kinh-te", "/desk/unit/"), ("chu-tich", "/desk/chair/")]
)
def test_a_phone_shows_the_whole_list_and_everybody_can_use_it(open_page, accessible, login, path):
    phone = sign_in(open_page({"width": 360, "height": 740}, has_touch=True, bypass_csp=True), login)
    phone.goto(path)

    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    accessible(phone)


def test_a_matter_and_its_answer_are_a_whole_page_on_a_phone(open_page, accessible):
    phone = sign_in(open_page({"width": 360, "height": 740}, has_touch=True, bypass_csp=True), "van-phong")
    phone.goto("/desk/")
    follow(phone, phone.locator("[data-row]").first.click)
    phone.wait_for_load_state("networkidle")
    accessible(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")

    phone.goto(f"{phone.url.split('#')[0]}answer/")
    phone.get_by_label("Sẽ làm").check()
    accessible(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_answer_is_drafted_without_scripts(open_page):
    page = sign_in(open_page(java_script_enabled=False), "van-phong")
    page.goto("/desk/")
    follow(page, page.locator("[data-row]").first.click)
    page.goto(f"{page.url.split('#')[0]}answer/")

    assert page.get_by_label("Vì sao").is_visible()
    assert "Cần khi: Đã làm, Làm được một phần" in main(page)
