"""`langnghe demo`: fill an empty store with the sample communes, marked as such on every page and paper."""

import argparse

from langnghe.web.terminal.installation import finish, ready
from langnghe.web.terminal.speech import _, tell


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
    return 0
