"""`langnghe hear FILE… --place … --on … --out DIR`: the whole main job, as a draft that a person confirms."""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from langnghe.web.terminal.installation import finish, ready
from langnghe.web.terminal.speech import _, tell


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar=_("TỆP"), help=_("biên bản hoặc sổ: .docx .xlsx .csv .txt …")
    )
    parser.add_argument("--place", required=True, help=_("tên xã, phường"))
    parser.add_argument(
        "--on", required=True, type=date.fromisoformat, metavar=_("NGÀY"), help=_("ngày đối thoại, 2025-10-05")
    )
    parser.add_argument("--out", required=True, type=Path, metavar=_("THƯ MỤC"), help=_("nơi ghi giấy tờ dự thảo"))
    parser.add_argument("--dialogue", metavar=_("MÃ"), help=_("mã cuộc đối thoại đã có"))
    parser.add_argument("--json", action="store_true", help=_("in JSON cho máy đọc"))


def run(arguments: argparse.Namespace) -> int:
    ready()
    from langnghe.dialogues.queries import dialogue
    from langnghe.exchange.actions import Where
    from langnghe.places.queries import commune_named
    from langnghe.web.terminal.hearing import listen

    named = dialogue(arguments.dialogue) if arguments.dialogue else None
    commune = named.commune if named else commune_named(arguments.place, on=arguments.on)
    answer, failures = listen(arguments.files, Where(commune, arguments.on, named), arguments.out)
    finish()
    _tell(answer)
    if arguments.json:
        print(json.dumps(answer, ensure_ascii=False))
    return 1 if failures else 0


def _tell(answer: dict[str, Any]) -> None:
    counts = {name: len(answer[name]) for name in ("opinions", "matters", "held", "unread")}
    tell(_("Sổ chờ: %(opinions)s ý kiến, %(matters)s vụ việc; giữ lại %(held)s; chưa hiểu %(unread)s chỗ.") % counts)
    for change in answer["corrections"]:
        tell(_("Ý kiến %(reference)s được sửa lời theo tệp mới.") % change)
    for reference in answer["missing"]:
        tell(_("Ý kiến %(reference)s không còn trong tệp mới; vẫn được giữ.") % {"reference": reference})
    for code in answer["dialogues"]:
        tell(_("Xem lại rồi xác nhận: langnghe confirm --dialogue %(code)s --by TÊN") % {"code": code})
