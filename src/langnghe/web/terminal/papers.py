"""`langnghe papers KIND … --out FILE`: write the draft of one paper, in the format its name ends in."""

import argparse
from datetime import date
from pathlib import Path

from langnghe.web.terminal.installation import ready
from langnghe.web.terminal.speech import _, tell

NEEDS = {
    "plan": ("campaign",),
    "notice": ("dialogue",),
    "invitation": ("dialogue",),
    "minutes": ("dialogue",),
    "table": ("dialogue",),
    "result": ("dialogue",),
    "register": ("place",),
    "referral": ("matter",),
    "reply": ("matter",),
    "guidance": ("dialogue",),
}
"""The options without which a paper cannot be written."""
SEVERAL = frozenset({"notice", "table"})
"""Papers about more than one dialogue."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar=_("LOẠI"), help=", ".join(NEEDS))
    parser.add_argument(
        "--dialogue",
        action="append",
        metavar=_("MÃ"),
        help=_("mã cuộc đối thoại; thông báo và bảng tổng hợp nhận nhiều mã"),
    )
    parser.add_argument("--campaign", metavar=_("TÊN"), help=_("tên hoặc mã đợt đối thoại, cho kế hoạch"))
    parser.add_argument("--matter", metavar=_("MÃ"), help=_("mã vụ việc, cho phiếu chuyển và văn bản trả lời"))
    parser.add_argument("--place", metavar=_("TÊN"), help=_("tên xã, phường, cho sổ theo dõi"))
    parser.add_argument("--hamlet", metavar=_("TÊN"), help=_("tên thôn, tổ dân phố, cho thông báo kết quả"))
    parser.add_argument("--to", action="append", metavar=_("NƠI"), help=_("gửi ai: cho giấy mời và phiếu chuyển"))
    parser.add_argument("--reason", default="", metavar=_("LỜI"), help=_("vì sao chuyển, cho phiếu chuyển"))
    parser.add_argument("--reply-by", type=date.fromisoformat, metavar=_("NGÀY"), help=_("hạn trả lời phiếu chuyển"))
    parser.add_argument(
        "--since", type=date.fromisoformat, metavar=_("NGÀY"), help=_("sổ theo dõi từ ngày, 2025-01-01")
    )
    parser.add_argument("--until", type=date.fromisoformat, metavar=_("NGÀY"), help=_("sổ theo dõi đến ngày"))
    parser.add_argument(
        "--out", required=True, type=Path, metavar=_("TỆP"), help=_("tệp sẽ ghi: .docx, .xlsx hoặc .pdf")
    )
    parser.add_argument(
        "--procedure",
        choices=["complaint", "denunciation", "crime_tip", "private_dispute"],
        help=_("chỉ cho phiếu hướng dẫn: thủ tục nào"),
    )


def run(arguments: argparse.Namespace) -> int:
    if wrong := _misused(arguments):
        tell(wrong)
        return 2
    ready()
    from langnghe.documents import papers
    from langnghe.web.clock import today
    from langnghe.web.terminal.drafts import draft

    papers.shape_of(arguments.kind)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    papers.write(draft(arguments, today()), arguments.out)
    tell(_("Đã viết %(file)s.") % {"file": arguments.out})
    return 0


def _misused(arguments: argparse.Namespace) -> str:
    """Return what is wrong with how a known kind was asked for, or ""."""
    facts = {"kind": arguments.kind, "option": ""}
    for name in NEEDS.get(arguments.kind, ()):
        if not getattr(arguments, name):
            return _("Giấy “%(kind)s” cần tùy chọn %(option)s.") % {**facts, "option": f"--{name}"}
    if len(arguments.dialogue or ()) > 1 and arguments.kind not in SEVERAL:
        return _("Giấy “%(kind)s” chỉ nói về một cuộc đối thoại; hãy ghi một mã.") % facts
    if arguments.since and arguments.until and arguments.until < arguments.since:
        return _("Ngày --until phải từ ngày --since trở đi.")
    return ""
