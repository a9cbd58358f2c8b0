"""`langnghe backup FILE`: one file that a whole ward can be restored from."""

import argparse
import sys
from pathlib import Path

from langnghe.web.terminal.installation import finish, ready


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp sao lưu sẽ ghi")
    parser.add_argument("--with-keys", action="store_true", help="kèm khóa; chỉ khi tệp được cất nơi khóa kín")


def run(arguments: argparse.Namespace) -> int:
    ready()
    from langnghe.ledger.backups import backup
    from langnghe.web.clock import now

    finish()
    backup(arguments.file, with_keys=arguments.with_keys, at=now())
    print(f"Đã sao lưu vào {arguments.file}", file=sys.stderr)
    return 0
