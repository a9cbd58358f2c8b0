"""`langnghe dialogues [--json]`: which dialogues there are, and how far each is."""

import argparse
import json

from langnghe.web.terminal.installation import ready
from langnghe.web.terminal.speech import _


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("in JSON cho máy đọc"))


def run(arguments: argparse.Namespace) -> int:
    ready()
    from langnghe.insights.queries import progress

    rows = progress()
    if arguments.json:
        print(json.dumps({"dialogues": rows}, ensure_ascii=False))
        return 0
    for row in rows:
        counts = _("chờ %(waiting)s, giữ lại %(held)s, vào sổ %(open)s") % row
        print(f"{row['code']}  {row['place']}  {row['held_on']}  {counts}")
    return 0
