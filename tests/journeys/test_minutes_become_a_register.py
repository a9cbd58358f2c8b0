"""A story: chị Thảo brings in the minutes of Thôn 05, sets one thing aside, confirms, decides, and everybody reads."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from langnghe.ledger.queries import verify
from langnghe.opinions.models import Opinion
from langnghe.web.terminal.claims import CLAIMED, claims

DENOUNCED = "Cán bộ địa chính đòi tiền mới làm hồ sơ cho tôi"
PLANTED = "Nguyễn Văn Mẫu"


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setenv("LANGNGHE_NOW", "2025-10-06T08:00:00+07:00")


def minutes():
    paper = Document()
    for line in (
        "ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN",
        "BIÊN BẢN",
        "Hội nghị đối thoại với Nhân dân năm 2025",
        "Hôm nay, hồi 19 giờ 00, ngày 05 tháng 10 năm 2025, tại nhà sinh hoạt cộng đồng, UBND Xã Bình Điền tổ chức",
        "Số người dân được mời: 60; có mặt: 41 (nữ 20).",
        "II. Ý kiến của Nhân dân",
        f"1. Ông {PLANTED} (Thôn 05): Đường nội đồng xuống cấp, mùa gặt xe không vào được.",
        "Trả lời: Xã sẽ đổ đá cấp phối trước vụ hè thu.",
        "2. Người dân Thôn 05: Đèn đường không sáng.",
        f"3. Người dân Thôn 05: {DENOUNCED}.",
        "III. Kết luận",
    ):
        paper.add_paragraph(line)
    stream = BytesIO()
    paper.save(stream)
    return SimpleUploadedFile("bien-ban.docx", stream.getvalue())


def text_of(response):
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_from_the_paper_to_the_wall(client, thao, dialogue, clock):
    client.force_login(thao, backend="django.contrib.auth.backends.ModelBackend")
    desk = f"/desk/dialogues/{dialogue.code}/"

    answer = client.post(f"{desk}hear/", {"way": "paper", "paper": minutes()})
    assert answer.status_code == 303

    review = text_of(client.get(f"{desk}review/"))
    assert "Đường nội đồng xuống cấp" in review
    assert "Xã sẽ đổ đá cấp phối" in review
    assert PLANTED not in review

    assert DENOUNCED in text_of(client.get("/desk/triage/"))
    denounced = Opinion.objects.get(words=DENOUNCED)
    aside = f"/desk/triage/{denounced.reference}/aside/"
    assert "Phiếu hướng dẫn" in text_of(client.get(f"{aside}?procedure=denunciation"))
    slip = client.get(f"/desk/triage/{denounced.reference}/guidance/denunciation.docx")
    assert b"".join(slip.streaming_content).startswith(b"PK")
    client.post(aside, {"procedure": "denunciation", "key": str(denounced.key)})
    assert DENOUNCED not in text_of(client.get("/desk/triage/"))

    client.post(f"{desk}confirm/")
    register = text_of(client.get("/desk/?q=duong+noi+dong"))
    assert "Đường nội đồng xuống cấp" in register
    assert "Đèn đường không sáng" not in register
    assert "Đường nội đồng xuống cấp" not in text_of(client.get("/"))

    opinion = Opinion.objects.get(words__startswith="Đường nội đồng")
    public = f"/desk/opinions/{opinion.reference}/public/"
    client.post(public, {"words": "Đường nội đồng xuống cấp, xe gặt không vào được"})
    client.logout()
    assert "xe gặt không vào được" in text_of(client.get("/20035/"))
    assert verify(claims(), kinds=CLAIMED).problems == []


def test_a_stranger_finds_none_of_it(client, huong, dialogue, said, clock):
    opinion = said("Đèn đường không sáng")
    client.force_login(huong, backend="django.contrib.auth.backends.ModelBackend")

    for address in (
        f"/desk/dialogues/{dialogue.code}/",
        f"/desk/dialogues/{dialogue.code}/review/",
        f"/desk/opinions/{opinion.reference}/public/",
    ):
        answer = client.get(address)
        assert answer.status_code in (403, 404)
        assert "Đèn đường" not in answer.content.decode()
