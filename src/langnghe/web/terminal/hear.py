"""`langnghe hear FILE… --place … --on … --out DIR`: the whole main job, as a draft that a person confirms."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from langnghe.refusals import Refused
from langnghe.web.terminal.installation import finish, house, ready


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="biên bản hoặc sổ: .docx .xlsx .csv .txt …")
    parser.add_argument("--place", required=True, help="tên xã, phường")
    parser.add_argument(
        "--on", required=True, type=date.fromisoformat, metavar="NGÀY", help="ngày đối thoại, 2025-10-05"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="THƯ MỤC", help="nơi ghi giấy tờ dự thảo")
    parser.add_argument("--dialogue", metavar="MÃ", help="mã cuộc đối thoại đã có")
    parser.add_argument("--json", action="store_true", help="in JSON ra stdout")


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
    say(f"Đang đọc {len(arguments.files)} tệp…")
    for result in read_papers(arguments.files):
        if error := getattr(result, "error", ""):
            from langnghe.web.refusals import sentence

            failures += 1
            say(f"{result.file}: {sentence(Refused(error, **result.facts))}")
        else:
            readings.append(result)
    outcomes = _heard(readings, into)
    answer = report(readings, outcomes)
    answer["papers"] = write_papers(outcomes, arguments.out, say=say)
    finish()
    _tell(answer)
    if arguments.json:
        print(json.dumps(answer, ensure_ascii=False))
    return 1 if failures else 0


def say(words: str) -> None:
    """Tell the person at the terminal; stdout stays free for JSON."""
    print(words, file=sys.stderr, flush=True)


def _heard(readings: list, into: object) -> list:  # type: ignore[type-arg]
    from langnghe.exchange import actions as exchange
    from langnghe.web.clock import now

    outcomes = []
    for reading in readings:
        say(f"{reading.file}: {len(reading.opinions)} ý kiến, {len(reading.unread)} chỗ chưa hiểu.")
        outcomes.append(exchange.hear(reading=reading, into=into, by=house(), at=now()))  # type: ignore[arg-type]
    return outcomes


def _tell(answer: dict[str, list]) -> None:  # type: ignore[type-arg]
    say(
        f"Sổ chờ: {len(answer['opinions'])} ý kiến, {len(answer['matters'])} vụ việc; "
        f"giữ lại {len(answer['held'])} ý kiến có thể thuộc thủ tục khác; {len(answer['unread'])} chỗ chưa hiểu."
    )
    for change in answer["corrections"]:
        say(f"Ý kiến {change['reference']} được sửa lời theo tệp mới.")
    for reference in answer["missing"]:
        say(f"Ý kiến {reference} không còn trong tệp mới; vẫn được giữ.")
    for code in answer["dialogues"]:
        say(f"Xem lại rồi xác nhận: langnghe confirm --dialogue {code} --by TÊN")
