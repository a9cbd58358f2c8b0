"""The desk as the office sees and touches it: from a pasted paper to the wall, by keyboard, on a phone, on paper."""

import subprocess

import pytest

from langnghe.settings import DEMO_PASSWORD

MINUTES = """BIÊN BẢN
I. Ý kiến của Nhân dân
1. Kênh mương thôn trên bị bồi lấp, nước không về ruộng.
2. Cán bộ địa chính vòi vĩnh phong bì mới chịu làm sổ đỏ.
II. Kết luận
Chủ trì ghi nhận các ý kiến; giao Văn phòng tổng hợp, theo dõi, đôn đốc.
"""


def sign_in(page, login):
    page.goto("/office/sign-in/")
    page.locator("[name=username]:visible").fill(login)
    page.locator("[name=password]:visible").fill(DEMO_PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    return page


@pytest.fixture
def desk(page):
    return sign_in(page, "van-phong")


def follow(page, act):
    with page.expect_navigation():
        act()


def test_from_a_pasted_paper_to_a_public_text(desk):
    desk.goto("/desk/hear/")
    desk.get_by_label("Xã, phường").select_option(label="Xã Mẫu")
    desk.get_by_label("Ngày đối thoại").fill("2026-01-15")
    desk.get_by_label("Dán nội dung biên bản").fill(MINUTES)
    follow(desk, desk.get_by_role("button", name="Đọc nội dung đã dán").click)

    assert "Kênh mương thôn trên bị bồi lấp" in desk.locator("main").inner_text()
    assert "phong bì" not in desk.locator("main").inner_text()
    follow(desk, desk.get_by_role("button", name="Xác nhận cả").click)
    follow(desk, desk.get_by_role("link", name="vụ việc chưa quyết định").click)
    follow(desk, desk.get_by_role("button", name="Quyết định các việc").click)
    follow(desk, desk.get_by_role("link", name="ý kiến chưa có bản công khai").click)
    desk.get_by_label("Bản công khai").focus()
    follow(desk, lambda: desk.keyboard.press("Control+Enter"))

    assert "Mọi ý kiến của buổi này đã có bản công khai." in desk.locator("main").inner_text()


def test_the_register_is_walked_by_keyboard_alone(desk):
    desk.goto("/desk/")
    desk.keyboard.press("/")
    desk.keyboard.type("duong")
    follow(desk, lambda: desk.keyboard.press("Enter"))
    rows = desk.locator("[data-row]")
    assert rows.count() > 1

    for key in "jjk":
        desk.keyboard.press(key)
    assert rows.first.evaluate("row => row === document.activeElement")
    follow(desk, lambda: desk.keyboard.press("Enter"))
    assert "/desk/matters/" in desk.url


def test_the_slip_is_printed_without_what_was_said(desk, tmp_path):
    desk.goto("/desk/triage/")
    words = desk.locator(".quotation__words").first.inner_text()
    follow(desk, desk.get_by_role("button", name="Sang bước in phiếu hướng dẫn").first.click)
    desk.pdf(path=tmp_path / "slip.pdf", prefer_css_page_size=True)

    text = subprocess.run(["pdftotext", tmp_path / "slip.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert "Đến đâu" in text
    assert words.strip("“”") not in " ".join(text.split())
    assert words.strip("“”") in desk.locator("main").inner_text()


@pytest.mark.parametrize("path", ["/desk/", "/desk/?decided=no", "/desk/triage/", "/desk/hear/"])
def test_a_phone_shows_the_whole_page_and_everybody_can_use_it(open_page, accessible, path):
    phone = sign_in(open_page({"width": 360, "height": 740}, has_touch=True, bypass_csp=True), "thu-ky")
    phone.goto(path)

    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    accessible(phone)


def test_the_desk_works_without_scripts(open_page):
    page = sign_in(open_page(java_script_enabled=False), "van-phong")
    page.goto("/desk/")
    page.get_by_label("Tìm lời hoặc số").fill("duong")
    follow(page, page.get_by_role("button", name="Tìm").click)

    assert page.locator("tbody tr").count() > 1
