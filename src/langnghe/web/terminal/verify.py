"""`langnghe verify [--json]`: recompute the whole record and compare it with what the rows say."""

import argparse
import json

from langnghe.web.terminal.installation import finish, ready


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="in JSON ra stdout")


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
        print(f"Sổ gốc nguyên vẹn: {report.entries} dòng.")
    else:
        print(f"Sổ gốc có {len(problems)} chỗ không khớp:")
        for problem in problems[:50]:
            print(f"  {problem['entry']}: {problem['what']}")
    return 0 if report.ok else 1
