"""`langnghe papers KIND --dialogue CODE --out FILE`: write one paper of a dialogue, in the format the name ends in."""

import argparse
from pathlib import Path

from langnghe.web.terminal.installation import ready
from langnghe.web.terminal.speech import _, tell


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar=_("LOẠI"), help="minutes, table, guidance, …")
    parser.add_argument("--dialogue", required=True, metavar=_("MÃ"), help=_("mã cuộc đối thoại"))
    parser.add_argument(
        "--out", required=True, type=Path, metavar=_("TỆP"), help=_("tệp sẽ ghi: .docx, .xlsx hoặc .pdf")
    )
    parser.add_argument(
        "--procedure",
        choices=["complaint", "denunciation", "crime_tip", "private_dispute"],
        help=_("chỉ cho phiếu hướng dẫn: thủ tục nào"),
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
    tell(_("Đã viết %(file)s.") % {"file": arguments.out})
    return 0
