"""`langnghe verify [--json]`: recompute the whole record and compare it with what the rows say."""

import argparse
import json

from langnghe.web.terminal.installation import finish, ready
from langnghe.web.terminal.speech import _


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("in JSON cho máy đọc"))


def run(arguments: argparse.Namespace) -> int:
    ready()
    from langnghe.ledger.queries import verify
    from langnghe.web.terminal.claims import CLAIMED, claims

    finish()
    report = verify(claims(), kinds=CLAIMED)
    problems = [{"entry": entry, "what": what} for entry, what in report.problems]
    if arguments.json:
        answer = {"ok": report.ok, "entries": report.entries, "head": report.head, "problems": problems}
        print(json.dumps(answer, ensure_ascii=False))
    elif report.ok:
        print(_("Sổ gốc nguyên vẹn: %(entries)s dòng.") % {"entries": report.entries})
    else:
        print(_("Sổ gốc có %(problems)s chỗ không khớp:") % {"problems": len(problems)})
        for problem in problems[:50]:
            print(f"  {problem['entry']}: {problem['what']}")
    return 0 if report.ok else 1
