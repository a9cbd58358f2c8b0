"""`langnghe confirm --dialogue CODE --by LOGIN`: everything that waits becomes part of the register."""

import argparse
import json

from langnghe.web.terminal.installation import finish, ready
from langnghe.web.terminal.speech import _, tell


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dialogue", required=True, metavar=_("MÃ"), help=_("mã cuộc đối thoại"))
    parser.add_argument("--by", required=True, metavar=_("TÊN"), help=_("tên đăng nhập của người xác nhận"))
    parser.add_argument("--json", action="store_true", help=_("in JSON cho máy đọc"))


def run(arguments: argparse.Namespace) -> int:
    ready()
    from langnghe.dialogues.queries import dialogue
    from langnghe.exchange import actions as exchange
    from langnghe.opinions import queries as opinions
    from langnghe.people.queries import person
    from langnghe.web.clock import now

    meeting = dialogue(arguments.dialogue)
    opened = exchange.confirm(dialogue=meeting, by=person(arguments.by), at=now())
    finish()
    held = list(opinions.held(meeting))
    if arguments.json:
        answer = {
            "dialogue": meeting.code,
            "opened": [opinion.reference for opinion in opened],
            "held": [{"number": opinion.number, "reason": opinion.suspicion.kind} for opinion in held],
        }
        print(json.dumps(answer, ensure_ascii=False))
    counts = {"opened": len(opened), "held": len(held)}
    tell(_("Đã vào sổ %(opened)s ý kiến; còn giữ lại %(held)s ý kiến chờ phân loại.") % counts)
    return 0
