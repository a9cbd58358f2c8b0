"""`langnghe papers KIND --dialogue CODE --out FILE`: write one paper of a dialogue, in the format the name ends in."""

import argparse
import sys
from pathlib import Path

from langnghe.web.terminal.installation import ready


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="LOẠI", help="minutes, table, guidance, …")
    parser.add_argument("--dialogue", required=True, metavar="MÃ", help="mã cuộc đối thoại")
    parser.add_argument("--out", required=True, type=Path, metavar="TỆP", help="tệp sẽ ghi: .docx, .xlsx hoặc .pdf")
    parser.add_argument(
        "--procedure",
        choices=["complaint", "denunciation", "crime_tip", "private_dispute"],
        help="chỉ cho phiếu hướng dẫn: thủ tục nào",
    )


def run(arguments: argparse.Namespace) -> int:
    ready()
    from django.utils import timezone

    from langnghe.dialogues.queries import dialogue
    from langnghe.documents import papers, queries
    from langnghe.opinions.rules import Procedure
    from langnghe.web.clock import now

    papers.shape_of(arguments.kind)
    meeting, day = dialogue(arguments.dialogue), timezone.localdate(now())
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    if arguments.kind == "guidance":
        procedure = Procedure(arguments.procedure or "complaint")
        papers.write(queries.guidance(procedure, meeting.commune, on=day), arguments.out)
    else:
        papers.write(queries.paper(arguments.kind, meeting, on=day), arguments.out)
    print(f"Đã viết {arguments.out}", file=sys.stderr)
    return 0
