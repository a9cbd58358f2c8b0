"""`langnghe hear FILE… --place … --on … --out DIR`: the whole main job, as a draft that a person confirms."""

import argparse
import json
from datetime import date
from pathlib import Path

from langnghe.refusals import Refused
from langnghe.web.terminal.installation import finish, house, ready
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
    from langnghe.exchange.reading.sandbox import read_papers
    from langnghe.places.queries import commune_named
    from langnghe.web.terminal.hearing import report, write_papers

    named = dialogue(arguments.dialogue) if arguments.dialogue else None
    into = Where(named.commune if named else commune_named(arguments.place, on=arguments.on), arguments.on, named)
    readings, failures = [], 0
    tell(_("Đang đọc %(files)s tệp…") % {"files": len(arguments.files)})
    for result in read_papers(arguments.files):
        if error := getattr(result, "error", ""):
            from langnghe.web.refusals import sentence

            failures += 1
            tell(f"{result.file}: {sentence(Refused(error, **result.facts))}")
        else:
            readings.append(result)
    outcomes = _heard(readings, into)
    answer = report(readings, outcomes)
    answer["papers"] = write_papers(outcomes, arguments.out, tell=tell)
    finish()
    _tell(answer)
    if arguments.json:
        print(json.dumps(answer, ensure_ascii=False))
    return 1 if failures else 0


def _heard(readings: list, into: object) -> list:  # type: ignore[type-arg]
    from langnghe.exchange import actions as exchange
    from langnghe.web.clock import now

    outcomes = []
    for reading in readings:
        counts = {"file": reading.file, "opinions": len(reading.opinions), "unread": len(reading.unread)}
        tell(_("%(file)s: %(opinions)s ý kiến, %(unread)s chỗ chưa hiểu.") % counts)
        outcomes.append(exchange.hear(reading=reading, into=into, by=house(), at=now()))  # type: ignore[arg-type]
    return outcomes


def _tell(answer: dict[str, list]) -> None:  # type: ignore[type-arg]
    counts = {name: len(answer[name]) for name in ("opinions", "matters", "held", "unread")}
    tell(_("Sổ chờ: %(opinions)s ý kiến, %(matters)s vụ việc; giữ lại %(held)s; chưa hiểu %(unread)s chỗ.") % counts)
    for change in answer["corrections"]:
        tell(_("Ý kiến %(reference)s được sửa lời theo tệp mới.") % change)
    for reference in answer["missing"]:
        tell(_("Ý kiến %(reference)s không còn trong tệp mới; vẫn được giữ.") % {"reference": reference})
    for code in answer["dialogues"]:
        tell(_("Xem lại rồi xác nhận: langnghe confirm --dialogue %(code)s --by TÊN") % {"code": code})
