"""`langnghe read FILE…`: what the papers say. Nothing is stored, and no store is needed."""

import argparse
import json
from pathlib import Path
from typing import Any

from langnghe.exchange.reading.sandbox import read_papers
from langnghe.exchange.reading.shapes import Failure, Reading
from langnghe.refusals import Refused
from langnghe.web.terminal.speech import _, tell


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of the command."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help=_("biên bản, bảng tổng hợp, sổ theo dõi"))
    parser.add_argument("--json", action="store_true", help=_("in JSON cho máy đọc"))


def run(arguments: argparse.Namespace) -> int:
    """Read the papers and print them; 1 when one of them could not be read."""
    results = read_papers(arguments.files)
    failures = [result for result in results if isinstance(result, Failure)]
    for failure in failures:
        tell(f"{failure.file}: {_sentence(failure)}")
    if arguments.json:
        print(json.dumps({"files": [_plain(result) for result in results]}, ensure_ascii=False))
    else:
        for result in results:
            if isinstance(result, Reading):
                _show(result)
    return 1 if failures else 0


def _sentence(failure: Failure) -> str:
    # Django is loaded only when a refusal needs its sentence: a good paper is read without it.
    import django
    from django.conf import settings
    from django.utils import translation

    django.setup()
    from langnghe.web import refusals

    with translation.override(settings.WARD_LANGUAGE):
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
    said = _("Số ý kiến: %(count)d") % {"count": len(reading.opinions)}
    day = reading.held_on.strftime("%d/%m/%Y") if reading.held_on else _("không rõ ngày")
    place = reading.commune or _("không rõ xã, phường")
    print(f"{reading.file}: {place}, {day}, {said}")
    for number, heard in enumerate(reading.opinions, start=1):
        print(f"{number:>4}. [{heard.hamlet or '–'}] {heard.text}")
        if heard.answer:
            print("      " + _("Trả lời: %(words)s") % {"words": heard.answer})
    if reading.speakers:
        print("  " + _("Tên người nói: %(count)d lần, không lưu") % {"count": reading.speakers})
    if reading.unread:
        print("  " + _("Chưa hiểu, xin xem lại:"))
    for one in reading.unread:
        print(f"    {one.where}: {one.text}")
