"""`langnghe confirm --dialogue CODE --by LOGIN`: everything that waits becomes part of the register."""

import argparse
import json
import sys

from langnghe.web.terminal.installation import finish, ready


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dialogue", required=True, metavar="MÃ", help="mã cuộc đối thoại")
    parser.add_argument("--by", required=True, metavar="TÊN", help="tên đăng nhập của người xác nhận")
    parser.add_argument("--json", action="store_true", help="in JSON ra stdout")


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
    print(f"Đã vào sổ {len(opened)} ý kiến; còn giữ lại {len(held)} ý kiến chờ phân loại.", file=sys.stderr)
    return 0
