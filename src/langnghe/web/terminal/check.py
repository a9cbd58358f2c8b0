"""`langnghe check`: is this machine fit to keep a ward's book?"""

import argparse
import json
import sys


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="in JSON ra stdout")


def run(arguments: argparse.Namespace) -> int:
    from langnghe.web.terminal.installation import ready

    ready()
    from django.core import checks

    from langnghe.ledger.store import unsafe

    problems = [str(message.msg) for message in checks.run_checks() if message.level >= checks.WARNING]
    problems += unsafe()
    if arguments.json:
        print(json.dumps({"ok": not problems, "problems": problems}, ensure_ascii=False))
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print("Máy này dùng được.", file=sys.stderr)
    return 1 if problems else 0
