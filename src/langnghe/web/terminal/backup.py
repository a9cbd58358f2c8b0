"""`langnghe backup FILE`: one file that a whole ward can be restored from."""

import argparse
from pathlib import Path

from langnghe.web.terminal.installation import finish, ready
from langnghe.web.terminal.speech import _, tell


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar=_("TỆP"), help=_("tệp sao lưu sẽ ghi"))
    parser.add_argument("--with-keys", action="store_true", help=_("kèm khóa; chỉ khi tệp được cất nơi khóa kín"))


def run(arguments: argparse.Namespace) -> int:
    ready()
    from langnghe.ledger.backups import backup
    from langnghe.web.clock import now

    finish()
    backup(arguments.file, with_keys=arguments.with_keys, at=now())
    tell(_("Đã sao lưu vào %(file)s.") % {"file": arguments.file})
    return 0
