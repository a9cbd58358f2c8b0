"""`langnghe demo`: fill an empty store with the sample communes, marked as such on every page and paper."""

import argparse
import sys

from langnghe.web.terminal.installation import finish, ready


def configure(parser: argparse.ArgumentParser) -> None:
    """It takes no options."""


def run(arguments: argparse.Namespace) -> int:
    ready()
    from langnghe.web.terminal.sample import DEMO_PASSWORD, demo_people, load

    load()
    finish()
    print("Đã nạp dữ liệu mẫu. Đăng nhập thử:", file=sys.stderr)
    for login, what in demo_people():
        print(f"  {login:<14} {DEMO_PASSWORD}   {what}", file=sys.stderr)
    return 0
