"""The desk's round in Xã Mẫu: from what the register says waits to a result notice on the wall, led by the pages alone.

After signing in nobody types an address: whoever works here has only the links, buttons and keys a page offers.
"""

import hashlib
import json
import re
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.browser.conftest import Ward, served_demo
from tests.browser.test_desk import follow, sign_in
from tests.browser.test_desk_by_keyboard import main, press, stand_on

HELD = "Đề nghị xử lý cảnh sát giao thông tiêu cực ở cổng khu công nghiệp"
ASKED = "Đất nông nghiệp bỏ hoang nhiều"
ANSWER = "Xã đo lại ruộng bỏ hoang ở Thôn 01, rồi cho tổ hợp tác mượn để trồng ngô vụ xuân."
PUBLIC = "Bà con mong tiền lương cán bộ thôn được chi trả đúng và đủ."
REASON = "Kè bờ sông thuộc thẩm quyền của thành phố; xã không có nguồn vốn."
REMARK = "Ghi rõ ai làm, bao giờ xong."


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    with served_demo(tmp_path) as ward:
        yield ward


@pytest.fixture
def server(ward: Ward) -> str:
    return ward.address


def test_an_office_goes_round_from_the_register_to_the_wall_led_by_the_pages_alone(open_page, ward):
    before = noted(ward)
    desk = sign_in(open_page(), "van-phong")
    spoken = yesterday_is_confirmed(desk)
    a_pair_is_joined_and_taken_back(desk)
    decided = the_new_matters_are_decided(desk)
    published = one_hamlet_is_made_public(desk)

    code = the_unit_drafts_an_answer(sign_in(open_page(), "phong-kinh-te"))
    the_chair_releases_it_and_gives_another_back(sign_in(open_page(), "chu-tich"), code)

    section(desk, "Sổ ý kiến")
    untold = waits(desk, "chờ thông báo kết quả")
    the_referral_is_sent(desk)
    number, digest = the_result_is_issued(desk)
    section(desk, "Sổ ý kiến")
    assert waits(desk, "chờ thông báo kết quả") == untold - 1
    everybody_reads_it(desk, number, digest, published, spoken.difference(published))

    ward.stop()
    report = json.loads(ward.says("verify", "--json"))
    assert (report["ok"], report["problems"]) == (True, [])
    added = noted(ward) - before
    wanted = moves(len(spoken), decided, len(published))
    assert {kind: added[kind] for kind in wanted} == wanted


def moves(spoken, decided, published):
    """How many entries of each kind the round adds to the record; three of what was spoken stay held."""
    return {
        "opinion opened": spoken - 3,
        "opinion published": published,
        "voices moved": 1,
        "voices restored": 1,
        "matter decided": decided,
        "answer drafted": 1,
        "answer given": 1,
        "answer given back": 1,
        "promise made": 1,
        "matter referred": 1,
        "paper issued": 2,
        "paper posted": 1,
    }


def noted(ward):
    """How many entries of each kind the record holds."""
    store = next(ward.data.glob("*.sqlite3"))
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as record:
        return Counter(dict(record.execute("SELECT kind, COUNT(*) FROM ledger_entry GROUP BY kind")))


def waits(page, what):
    """How many of something wait, as the sentence on the register says."""
    return int(page.get_by_role("link", name=what).locator(".count").inner_text())


def click(page, role, name, **more):
    follow(page, page.get_by_role(role, name=name, **more).click)


def section(page, name):
    """Go to a section by the bar of sections that stands on every page."""
    follow(page, page.get_by_role("navigation", name="Các mục").get_by_role("link", name=name, exact=True).click)


def words_of(page):
    return set(page.locator(".quotation__words").all_inner_texts())


def yesterday_is_confirmed(desk):
    """Look the evening over, confirm it, and let one opinion that was held into the register. Return what was said."""
    click(desk, "link", "ý kiến chờ xác nhận")
    follow(desk, desk.locator("tr", has_text="Đã họp, chờ xác nhận").get_by_role("link").first.click)
    click(desk, "link", "Xem lại và xác nhận")
    spoken = words_of(desk)
    click(desk, "button", "Xác nhận cả")
    assert f"Đã xác nhận {len(spoken)} ý kiến" in main(desk)

    click(desk, "link", "Xem ý kiến giữ lại")
    spoken |= words_of(desk)
    held = desk.locator(".entries > li", has_text=HELD)
    follow(desk, held.get_by_role("button", name="Đưa vào sổ").click)
    assert HELD not in main(desk)
    return spoken


def a_pair_is_joined_and_taken_back(desk):
    section(desk, "Ghép việc")
    press(desk, "j")
    assert "mọi lời bà con vẫn còn đủ" in main(desk)
    press(desk, "u")
    assert "Đã đưa lại như cũ" in main(desk)
    press(desk, "k")
    assert "Không còn cặp nào giống nhau chờ xem." in main(desk)


def the_new_matters_are_decided(desk):
    """Come back to the evening by what is still held of it; take every suggestion. Return how many were taken."""
    section(desk, "Phân loại")
    follow(desk, desk.locator(".entries").get_by_role("link", name="Hội nghị").first.click)
    click(desk, "link", "vụ việc chưa quyết định")
    waiting = desk.locator("[name=accept]").count()
    click(desk, "button", "Quyết định các việc")
    assert f"Đã quyết định {waiting} vụ việc." in main(desk)
    return waiting


def one_hamlet_is_made_public(desk):
    """Write one public text, take the others of its hamlet as they were spoken. Return them."""
    click(desk, "link", "ý kiến chưa có bản công khai")
    facts, text = desk.locator(".quotation__facts"), desk.get_by_label("Bản công khai")
    hamlet = facts.locator("span").first.inner_text()
    text.fill(PUBLIC)
    published = []
    while hamlet in facts.inner_text():
        published.append(text.input_value())
        text.focus()
        press(desk, "Control+Enter")
    assert hamlet == "Thôn 10"
    assert len(published) > 1
    return published


def the_unit_drafts_an_answer(unit):
    """Try what says nothing; then say who does it, by when, for how much. Return the code of the matter."""
    follow(unit, unit.locator("tr", has_text=ASKED).get_by_role("link", name="Soạn trả lời").click)
    code = unit.url.split("/matters/")[1].split("/")[0]
    unit.get_by_label("Sẽ làm").check()
    said = unit.get_by_label("Câu trả lời cho bà con")
    said.fill("Đã tiếp nhận và xử lý thông tin.")
    click(unit, "button", "Gửi chủ tịch duyệt")
    assert unit.locator("[role=alert]").count()
    assert said.input_value() == "Đã tiếp nhận và xử lý thông tin."

    said.fill(ANSWER)
    unit.get_by_label("Ai làm").fill("Phòng Kinh tế")
    unit.get_by_label("Đến ngày nào").fill(f"{datetime.now(UTC) + timedelta(days=40):%Y-%m-%d}")
    unit.get_by_label("Kinh phí, nếu có (đồng)").fill("12.000.000")
    unit.get_by_label("Lấy từ nguồn nào").fill("ngân sách xã")
    press(unit, "Control+Enter")
    assert "đang chờ chủ tịch duyệt" in main(unit)
    return code


def the_chair_releases_it_and_gives_another_back(chair, code):
    click(chair, "link", "bản thảo chờ duyệt")
    stand_on(chair, code)
    assert ANSWER in main(chair)
    press(chair, "d")
    assert "Đã duyệt 1 câu trả lời." in main(chair)
    chair.keyboard.press("j")
    chair.keyboard.press("t")
    chair.keyboard.type(REMARK)
    press(chair, "Control+Enter")
    assert "phòng sẽ thấy lời dặn" in main(chair)


def the_referral_is_sent(desk):
    click(desk, "link", "việc chờ gửi phiếu chuyển")
    click(desk, "link", "Ban hành phiếu chuyển")
    desk.get_by_label("Vì sao chuyển").fill(REASON)
    desk.get_by_label("Số", exact=True).fill("41")
    click(desk, "button", "Ban hành", exact=True)
    assert "41/PC-UBND" in desk.locator("h1").inner_text()


def the_result_is_issued(desk):
    """Tell Thôn 01 its result, on the wall today. Return the number of the notice and the SHA-256 its page says."""
    click(desk, "link", "Xem còn nợ bà con điều gì")
    assert "phiếu chuyển" not in main(desk)
    click(desk, "link", "Thôn 01")
    number = f"{desk.get_by_label('Số', exact=True).input_value().zfill(2)}/TB-UBND"
    assert "Chủ tịch" in desk.get_by_label("Người ký", exact=True).locator("option:checked").inner_text()
    desk.locator("[name=posted-0]").fill(desk.get_by_label("Ngày ban hành").input_value())
    click(desk, "button", "Ban hành", exact=True)
    assert number in desk.locator("h1").inner_text()
    assert "Đã niêm yết, gửi" in main(desk)

    digest = desk.locator("dd.digest code").inner_text()
    frozen = downloaded(desk, "Tải văn bản")
    assert hashlib.sha256(frozen.read_bytes()).hexdigest() == digest
    assert ANSWER in told_in(frozen)
    return number, digest


def downloaded(page, name):
    with page.expect_download() as coming:
        page.get_by_role("link", name=name).click()
    return Path(coming.value.path())


def told_in(paper):
    """The words of a Word file."""
    with zipfile.ZipFile(paper) as parts:
        return re.sub(r"<[^>]+>", "", parts.read("word/document.xml").decode("utf-8"))


def everybody_reads_it(page, number, digest, published, private):
    """Sign out, which leads to the board; read on to two hamlets. What is `private` stands nowhere on the way."""
    page.locator("summary", has_text="Cán bộ mẫu").click()
    click(page, "button", "Đăng xuất")
    seen = [main(page)]
    follow(page, page.locator("#communes").get_by_role("link", name="Xã Mẫu").click)
    seen.append(main(page))
    hamlets = page.locator("#hamlets")
    assert not hamlets.get_by_role("link", name="Thôn 15").count()

    follow(page, hamlets.get_by_role("link", name="Thôn 01").click)
    seen.append(main(page))
    assert ANSWER in seen[-1]
    notice = downloaded(page, number)
    assert hashlib.sha256(notice.read_bytes()).hexdigest() == digest
    seen.append(told_in(notice))

    click(page, "link", "Xã Mẫu", exact=True)
    follow(page, hamlets.get_by_role("link", name="Thôn 10").click)
    seen.append(main(page))
    assert PUBLIC in published
    assert [words for words in published if words not in seen[-1]] == []
    assert [words for words in private if any(words in each for each in seen)] == []
    assert HELD in private
