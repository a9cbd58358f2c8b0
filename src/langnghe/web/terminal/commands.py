"""The list of commands, and how one is found, run and allowed to fail."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from traceback import extract_tb

from langnghe import __version__
from langnghe.refusals import Refused
from langnghe.web.terminal.speech import _, tell

COMMANDS = {
    "serve": _("Mở phần mềm trên máy này"),
    "demo": _("Nạp dữ liệu mẫu"),
    "read": _("Đọc biên bản hoặc sổ, không ghi gì"),
    "hear": _("Ghi ý kiến trong biên bản vào sổ chờ và soạn giấy tờ dự thảo"),
    "confirm": _("Xác nhận: mọi ý kiến đang chờ của một cuộc đối thoại vào sổ"),
    "papers": _("Viết một giấy tờ của một cuộc đối thoại"),
    "dialogues": _("Kể các cuộc đối thoại"),
    "person": _("Thêm cán bộ và giao quyền"),
    "check": _("Kiểm tra máy này có an toàn để dùng không"),
    "verify": _("Kiểm tra sổ gốc không mất, không bị sửa"),
    "backup": _("Sao lưu"),
    "restore": _("Phục hồi từ bản sao lưu"),
}


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name and return its exit code."""
    name = next((word for word in arguments if not word.startswith("-")), None)
    parser = argparse.ArgumentParser(
        prog="langnghe", description=_("Lắng Nghe – nghe dân nói, hiểu dân nghĩ, làm dân tin")
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", metavar=_("LỆNH"), required=True)
    for command, what_for in COMMANDS.items():
        own = commands.add_parser(command, help=what_for, description=what_for)
        if command == name:
            module = import_module(f"langnghe.web.terminal.{command}")
            module.configure(own)
    parsed = parser.parse_args(arguments)
    return _guarded(lambda: module.run(parsed))


def _guarded(command: Callable[[], int]) -> int:
    try:
        return command()
    except Refused as refusal:
        tell(_sentence(refusal))
    except KeyboardInterrupt:
        return 1
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not try to write the rest on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        # The message of an unforeseen error may quote a resident; only its kind and place are told.
        last = extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
        tell(
            _("Phần mềm gặp lỗi chưa lường trước (%(place)s). Chưa có gì bị mất; xin báo lại dòng này.")
            % {"place": place}
        )
    return 1


def _sentence(refusal: Refused) -> str:
    import django
    from django.conf import settings
    from django.utils import translation

    django.setup()
    from langnghe.web.refusals import sentence

    translation.activate(settings.WARD_LANGUAGE)
    return sentence(refusal)
