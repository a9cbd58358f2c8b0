"""One paper of each kind of the fictional Xã Mẫu: as usual, with nothing but what must be, and with far too much."""

from dataclasses import replace
from datetime import date, time

from langnghe.documents.shapes import (
    ConsolidatedTable,
    GuidanceSlip,
    Head,
    Invitation,
    Measure,
    Minutes,
    Notice,
    Paper,
    Plan,
    Referral,
    Register,
    RegisterRow,
    Reply,
    ResultNotice,
    ResultRow,
    Scheduled,
    Signature,
    WorkingGroup,
)
from tests.documents import cast

CHAIR = Signature(authority="TM. Ủy ban nhân dân", role="Chủ tịch")
STAND_IN = Signature(authority="KT. Chủ tịch", role="Phó Chủ tịch", name="Cán bộ mẫu")
HAMLETS = tuple(f"Thôn {number:02}" for number in range(1, 23))
RECIPIENTS = ("Thường trực Đảng ủy, HĐND xã", "Ủy ban MTTQ Việt Nam xã", "Lưu: VT")
LAW = "Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15"


def head(code: str, **changes: object) -> Head:
    """Return a head of that code."""
    return replace(cast.HEAD, code=code, **changes)


def common(code: str, title: str) -> dict[str, object]:
    """Return what every paper of this cast says."""
    facts = {"head": head(code), "draft": True, "sample": True, "title": title}
    return facts | {"signatures": (CHAIR,), "recipients": RECIPIENTS}


def scheduled(count: int) -> tuple[Scheduled, ...]:
    """Return `count` evenings, one in each hamlet."""
    return tuple(
        Scheduled(
            hamlets=(HAMLETS[number % 22],),
            held_on=date(2026, 3, number % 28 + 1),
            starts_at=time(19, 30),
            venue=f"Nhà sinh hoạt cộng đồng số {number:04}",
            chair="Chủ tịch Ủy ban nhân dân xã",
            secretary="Công chức Văn phòng",
        )
        for number in range(count)
    )


def plan(count: int = 22, **changes: object) -> Plan:
    """Return a plan of `count` dialogues."""
    paper = Plan(
        **common("KH-UBND", "Tổ chức hội nghị đối thoại với Nhân dân năm 2026"),
        bases=(LAW,),
        purposes=(
            "Lắng nghe tâm tư, nguyện vọng của bà con; giải quyết kịp thời việc thuộc thẩm quyền",
            "Đối thoại công khai, dân chủ, đúng thời hạn; ý kiến nào cũng được ghi và được trả lời",
        ),
        themes=("Hạ tầng, đất đai, môi trường, sản xuất", "Kết quả giải quyết kiến nghị kỳ trước"),
        manner=("Trực tiếp, theo từng thôn",),
        timing=("Từ ngày 01 đến ngày 28 tháng 3 năm 2026, vào buổi tối",),
        schedule=scheduled(count),
        attendance=("Chủ trì: Chủ tịch Ủy ban nhân dân xã và đại diện Thường trực HĐND xã", "Thư ký: Văn phòng"),
        bodies=("Đảng ủy xã", "Ủy ban MTTQ Việt Nam xã", "Công an xã"),
        groups=tuple(
            WorkingGroup(
                name=f"Tổ công tác số {number}",
                members=("Tổ trưởng: Phó Chủ tịch UBND xã", "Thành viên: Công chức Phòng Kinh tế"),
                hamlets=HAMLETS[number * 5 : number * 5 + 5],
            )
            for number in range(1, 4)
        ),
        tasks=("Văn phòng: chuẩn bị tài liệu, ghi biên bản, tổng hợp", "Trưởng thôn: mời bà con, chuẩn bị địa điểm"),
        costs=("Từ ngân sách xã năm 2026",),
        carrying_out=("Các đơn vị báo cáo kết quả về Văn phòng trước ngày 10 tháng 4 năm 2026",),
    )
    return replace(paper, **changes)


def notice(count: int = 1, **changes: object) -> Notice:
    """Return a notice of `count` dialogues."""
    paper = Notice(
        **common("TB-UBND", "Hội nghị đối thoại với Nhân dân năm 2026"),
        schedule=tuple(replace(one, secretary="") for one in scheduled(count)),
        content=(
            "Tình hình kinh tế - xã hội của xã và kết quả giải quyết kiến nghị kỳ trước",
            "Lắng nghe, trả lời ý kiến của bà con về đường sá, đất đai, môi trường, sản xuất",
        ),
        taking_part=(
            "Đến dự và phát biểu trực tiếp",
            "Gửi phiếu ý kiến cho trưởng thôn trước ngày đối thoại",
            "Quét mã QR trên tờ niêm yết để gửi ý kiến",
        ),
    )
    return replace(paper, **changes)


def invitation(**changes: object) -> Invitation:
    """Return an invitation to one dialogue."""
    paper = Invitation(
        **common("GM-UBND", "Dự hội nghị đối thoại với Nhân dân"),
        addressees=("Thường trực Đảng ủy xã", "Ủy ban MTTQ Việt Nam xã", "Ban công tác Mặt trận Thôn 01"),
        to_attend="hội nghị đối thoại với Nhân dân Thôn 01, Thôn 02",
        held_on=date(2026, 3, 1),
        starts_at=time(19, 30),
        venue="Nhà sinh hoạt cộng đồng Thôn 01",
        chair="Chủ tịch Ủy ban nhân dân xã",
        prepare=("Ý kiến trả lời các kiến nghị thuộc lĩnh vực phụ trách",),
    )
    return replace(paper, **changes)


def result(count: int = 6, **changes: object) -> ResultNotice:
    """Return what one hamlet is told, in `count` rows."""
    rows = tuple(
        ResultRow(
            number=one.number,
            references=(f"{4821000 + one.number}",),
            said=one.text,
            times=1 + one.number % 3,
            answer="Xã sửa đoạn hỏng nặng trước mùa mưa, phần còn lại đưa vào kế hoạch năm sau" if one.answer else "",
            who="Phòng Kinh tế" if one.answer else "",
            when=date(2026, 12, 12) if one.answer else "",
            state="" if one.answer else "Đang xem xét, hạn 12/12/2026",
        )
        for one in cast.said(count)
    )
    paper = ResultNotice(
        **common("TB-UBND", "Kết quả đối thoại với Nhân dân Thôn 01"),
        hamlet="Thôn 01",
        held_on=cast.EVENING,
        rows=rows,
        numbers=(f"Bà con nêu {count} ý kiến; đã trả lời {count // 4}; đang xem xét {count - count // 4}",),
        ask_again=("Bộ phận Văn phòng, trụ sở Ủy ban nhân dân xã", "Trưởng thôn, Ban công tác Mặt trận thôn"),
    )
    return replace(paper, **changes)


def register(count: int = 6, **changes: object) -> Register:
    """Return a register of `count` opinions."""
    rows = tuple(
        RegisterRow(
            code=f"{4821000 + one.number}",
            on=cast.EVENING,
            hamlet=one.hamlet,
            text=one.text,
            topic=one.topic,
            unit="Phòng Kinh tế",
            deadline=date(2026, 3, 1),
            answered_on=date(2026, 2, 20) if one.answer else None,
            extended_to=None if one.answer else date(2026, 4, 1),
            extension_reason="" if one.answer else "Chờ ý kiến của sở",
            confirmation="Đồng ý" if one.answer else "",
        )
        for one in cast.said(count)
    )
    paper = Register(**common("BC-UBND", "Ý kiến, kiến nghị của Nhân dân năm 2026"), rows=rows)
    return replace(paper, **changes)


def referral(**changes: object) -> Referral:
    """Return a transfer slip to the city."""
    paper = Referral(
        **common("PC-UBND", "Kiến nghị vượt thẩm quyền của xã"),
        addressees=("Sở Xây dựng",),
        bases=("buổi đối thoại ngày 05/02/2026 tại Thôn 01", "Biên bản số 12/BB-UBND ngày 05/02/2026"),
        reference="4821002",
        content=("Cầu qua suối trên tỉnh lộ đã hỏng, mùa mưa không đi lại được, đề nghị sửa chữa",),
        voices=9,
        hamlets=HAMLETS[:3],
        done=("Xã đã cắm biển cảnh báo và rào tạm hai đầu cầu",),
        proposals=("Khảo sát, sửa chữa trước mùa mưa năm 2026",),
        reason="Cầu nằm trên tỉnh lộ, thuộc thẩm quyền quản lý của thành phố.",
        attachments=("Trích biên bản", "03 ảnh hiện trạng"),
        reply_by=date(2026, 3, 10),
        reply_to="Văn phòng HĐND và UBND xã Mẫu",
    )
    return replace(paper, **changes)


def reply(**changes: object) -> Reply:
    """Return a reply that will do a part and says why not the rest."""
    paper = Reply(
        **common("TB-UBND", "Trả lời kiến nghị về đường liên thôn"),
        addressees=("Bà con Nhân dân Thôn 01, Thôn 02",),
        reference="4821002",
        raised="Đường liên thôn xuống cấp, mùa mưa lầy lội, đề nghị xã sớm sửa chữa.",
        findings=("Ngày 10/02/2026 xã đã kiểm tra: 1,2 km mặt đường hỏng, trong đó 300 m hỏng nặng",),
        measures=(
            Measure(what="Sửa 300 m hỏng nặng", who="Phòng Kinh tế", when=date(2026, 5, 30)),
            Measure(what="Đưa phần còn lại vào kế hoạch đầu tư", who="Ủy ban nhân dân xã", when="quý I/2027"),
        ),
        reason="Ngân sách năm 2026 chưa bố trí đủ vốn cho toàn tuyến.",
        next_steps=("Hỏi lại tại Văn phòng, trụ sở Ủy ban nhân dân xã", "Nêu lại ở buổi đối thoại kỳ sau"),
    )
    return replace(paper, **changes)


def usual() -> dict[str, Paper]:
    """Return one paper of every kind as it usually is."""
    return {
        "plan": plan(),
        "notice": notice(),
        "invitation": invitation(),
        "minutes": cast.minutes(),
        "table": cast.table(),
        "result": result(),
        "register": register(),
        "referral": referral(),
        "guidance": cast.guidance(),
        "reply": reply(),
    }


def bare() -> dict[str, Paper]:
    """Return one paper of every kind that says no more than it must."""
    facts = {"head": cast.HEAD, "draft": True, "sample": True, "title": "Không có gì thêm"}
    day = {"held_on": cast.EVENING}
    here = {"venue": "", "chair": ""}
    return {
        "plan": Plan(**facts),
        "notice": Notice(**facts, schedule=()),
        "invitation": Invitation(**facts, **day, **here, addressees=(), to_attend="hội nghị"),
        "minutes": Minutes(**facts, **day, **here, secretary=""),
        "table": ConsolidatedTable(**facts),
        "result": ResultNotice(**facts, **day, hamlet="Thôn 01"),
        "register": Register(**facts),
        "referral": Referral(**facts, addressees=(), content=(), reason=""),
        "guidance": GuidanceSlip(**facts, kind="khiếu nại", where=(), bring=(), time_limit="", basis=()),
        "reply": Reply(**facts, raised=""),
    }


def words(mark: str, count: int) -> str:
    """Return a text of `count` words, each of them once: about seven letters a word."""
    return " ".join(f"{mark}{number:05}" for number in range(count))


LONG = 430  # words, 3,000 letters


def endless() -> dict[str, Paper]:
    """Return one paper of every kind with sixty rows and lines, one of them of 3,000 letters."""
    many = tuple(words(f"d{number}x", 6) for number in range(60))
    lines = (*many[:30], words("dài", LONG), *many[30:])
    long_rows = {kind: _lengthened(paper) for kind, paper in _sixty().items()}
    said_lines = ("bases", "purposes", "themes", "tasks", "bodies", "content", "taking_part", "prepare", "findings")
    said_lines += ("ask_again", "next_steps", "done", "proposals", "attachments", "addressees", "where", "composition")
    return {kind: _with_lines(paper, said_lines, lines) for kind, paper in long_rows.items()}


def _sixty() -> dict[str, Paper]:
    return usual() | {
        "plan": plan(60),
        "notice": notice(60),
        "minutes": cast.minutes(60),
        "table": cast.table(60),
        "result": result(60),
        "register": register(60),
        "reply": reply(measures=tuple(Measure(what=words(f"v{number}x", 5), who="Xã") for number in range(60))),
    }


def _lengthened(paper: Paper) -> Paper:
    """Return `paper` with one endless text in the middle of its rows."""
    texts = {"schedule": "venue", "opinions": "text", "rows": "text", "measures": "what"}
    for rows, text in texts.items():
        given = getattr(paper, rows, ())
        if not given:
            continue
        text = text if hasattr(given[0], text) else "said"
        changed = list(given)
        changed[len(given) // 2] = replace(given[len(given) // 2], **{text: words("ô", LONG)})
        return replace(paper, **{rows: tuple(changed)})
    return paper


def _with_lines(paper: Paper, names: tuple[str, ...], lines: tuple[str, ...]) -> Paper:
    """Return `paper` with `lines` in the first two of the named lists it has; the others stay as they are."""
    lists = [name for name in names if hasattr(paper, name)][:2]
    marked = {name: tuple(f"{name} {line}" for line in lines) for name in lists}
    return replace(paper, **marked)
