"""`langnghe restore FILE [--into DIR]`: bring a backup back, into an empty place."""

import argparse
import os
from pathlib import Path

from langnghe.web.terminal.speech import _, tell


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar=_("TỆP"), help=_("tệp sao lưu"))
    parser.add_argument(
        "--into", type=Path, metavar=_("THƯ MỤC"), help=_("thư mục dữ liệu mới; mặc định LANGNGHE_DATA")
    )
    parser.add_argument("--with-keys", action="store_true", help=_("lấy cả khóa trong bản sao lưu"))


def run(arguments: argparse.Namespace) -> int:
    if arguments.into:
        os.environ["LANGNGHE_DATA"] = str(arguments.into)
    import django

    django.setup()
    from django.conf import settings

    from langnghe.ledger.backups import restore
    from langnghe.web.terminal.installation import ready

    restore(arguments.file, into=settings.DATA, with_keys=arguments.with_keys)
    ready()
    tell(_("Đã phục hồi vào %(folder)s. Kiểm tra tiếp: langnghe verify") % {"folder": settings.DATA})
    return 0
