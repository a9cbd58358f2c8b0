"""`langnghe read FILE…`: what the papers say. Nothing is stored, and no store is needed."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from langnghe.exchange.reading.sandbox import read_papers
from langnghe.exchange.reading.shapes import Failure, Reading
from langnghe.refusals import Refused
from langnghe.web import refusals


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of the command."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="biên bản, bảng tổng hợp, sổ theo dõi")
    parser.add_argument("--json", action="store_true", help="chỉ in JSON ra đầu ra chuẩn")


def run(arguments: argparse.Namespace) -> int:
    """Read the papers and print them; 1 when one of them could not be read."""
    results = read_papers(arguments.files)
    failures = [result for result in results if isinstance(result, Failure)]
    for failure in failures:
        print(f"{failure.file}: {_sentence(failure)}", file=sys.stderr)
    if arguments.json:
        print(json.dumps({"files": [_plain(result) for result in results]}, ensure_ascii=False))
    else:
        for result in results:
            if isinstance(result, Reading):
                _show(result)
    return 1 if failures else 0


def _sentence(failure: Failure) -> str:
    return refusals.sentence(Refused(failure.error, **failure.facts))


def _plain(result: Reading | Failure) -> dict[str, Any]:
    if isinstance(result, Failure):
        return {"file": result.file, "error": _sentence(result)}
    return {
        "file": result.file,
        "commune": result.commune,
        "held_on": result.held_on.isoformat() if result.held_on else None,
        "opinions": [
            {"text": heard.text, "hamlet": heard.hamlet, "topic": heard.topic, "answer": heard.answer}
            for heard in result.opinions
        ],
        "unread": [{"where": one.where, "text": one.text} for one in result.unread],
    }


def _show(reading: Reading) -> None:
    count = len(reading.opinions)
    said = ngettext("%(count)d ý kiến", "%(count)d ý kiến", count) % {"count": count}
    day = reading.held_on.strftime("%d/%m/%Y") if reading.held_on else _("không rõ ngày")
    print(f"{reading.file}: {reading.commune or _('không rõ xã, phường')}, {day}, {said}")
    for number, heard in enumerate(reading.opinions, start=1):
        print(f"{number:>4}. [{heard.hamlet or '–'}] {heard.text}")
        if heard.answer:
            print(f"      {_('Trả lời')}: {heard.answer}")
    if reading.speakers:
        print("  " + _("Tên người nói: %(count)d lần, không lưu") % {"count": reading.speakers})
    if reading.unread:
        print("  " + _("Chưa hiểu, xin xem lại:"))
    for one in reading.unread:
        print(f"    {one.where}: {one.text}")
