"""`langnghe demo`: fill an empty store with the sample communes, marked as such on every page and paper."""

import argparse

from langnghe.web.terminal.installation import finish, ready
from langnghe.web.terminal.speech import _, tell

TOUR = (
    ("/thon/mau-xa-thon-03/", _("bà con Thôn 03 nói gì, xã trả lời gì: in ra là tờ niêm yết, không cần đăng nhập")),
    (
        "van-phong",
        _("buổi tối qua chờ xác nhận; tám thôn chờ thông báo kết quả, hạn ngày mai; một phiếu chuyển chưa gửi"),
    ),
    ("phong-kinh-te", _("một dự thảo bị trả lại, và những việc chưa ai dự thảo trả lời")),
    ("chu-tich", _("hai dự thảo chờ duyệt; một việc đã hứa nay trễ hạn")),
    ("mat-tran", _("xem đủ sổ, không sửa được gì")),
)
"""Where to look, and what waits there on the day of loading."""


def configure(parser: argparse.ArgumentParser) -> None:
    """It takes no options."""


def run(arguments: argparse.Namespace) -> int:
    ready()
    from django.conf import settings

    from langnghe.web.terminal.sample import demo_people, load

    load()
    finish()
    tell(_("Đã nạp dữ liệu mẫu. Đăng nhập thử:"))
    for login, what in demo_people():
        tell(f"  {login:<14} {settings.DEMO_PASSWORD}   {what}")
    tell(_("Xem gì ở Xã Mẫu:"))
    for where, what in TOUR:
        tell(f"  {where:<22} {what}")
    return 0
