"""`langnghe check`: is this machine fit to keep a ward's book?

What depends on the release alone (addresses, models, templates) is checked before a release, not on every machine.
"""

import argparse
import json

from langnghe.web.terminal.speech import _, tell

OF_THE_RELEASE = {"urls", "models", "templates", "translation"}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("in JSON cho máy đọc"))


def run(arguments: argparse.Namespace) -> int:
    from langnghe.web.terminal.installation import ready

    ready()
    from django.core import checks

    from langnghe.ledger.store import unsafe

    tags = checks.registry.registry.tags_available() - OF_THE_RELEASE
    found = [message for message in checks.run_checks(tags=sorted(tags)) if not message.is_silenced()]
    problems = [str(message.msg) for message in found if message.level >= checks.WARNING]
    problems += unsafe()
    if arguments.json:
        print(json.dumps({"ok": not problems, "problems": problems}, ensure_ascii=False))
    for problem in problems:
        tell(problem)
    if not problems:
        tell(_("Máy này dùng được."))
    return 1 if problems else 0
