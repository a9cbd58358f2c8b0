"""What the columns of a table hold, told by their heads whatever their order and wording, and by their cells."""

import re
from collections.abc import Callable, Mapping, Sequence

from langnghe.exchange.reading import hamlets, names, topics
from langnghe.exchange.reading.words import count, flat

# The first pattern that fits names the column; more particular heads come first.
_HEADS: list[tuple[str, re.Pattern[str]]] = [
    (
        "opinion",
        re.compile(
            r"^(?:noi dung )?(?:y kien|kien nghi|phan anh|cau hoi|hoi)\b.{0,40}(?:\bva\b|/|-|–|,) ?"
            r"(?:noi dung |phan |y kien )?(?:tra loi|giai trinh|dap)\b"
        ),
    ),
    (
        "count",
        re.compile(
            r"^(?:so luot|luot neu|so (?:y kien|kien nghi|luong|nguoi|ho|phieu)|tong so|ty le|so nguoi.*|so luong.*)$"
            r"|^so luot"
        ),
    ),
    (
        "number",
        re.compile(
            r"^(?:stt|tt|s tt|s\.t\.t|so tt|so thu tu|thu tu|no|so|#|ma so|tt/stt|stt/tt|y kien so|cau so|kien nghi "
            r"so|y kien thu|so y kien|ma)$"
        ),
    ),
    (
        "hamlet",
        re.compile(
            r"^(?:ten )?(?:thon|to dan pho|tdp|khu pho|dia ban|xom|ap|khu dan cu|khoi pho|ban lang)\b(?!.*(?:noi dung"
            r"|y kien cua))"
            r"|^noi (?:kien nghi|phan anh|o|cu tru)"
        ),
    ),
    ("code", re.compile(r"^ma (?:y kien|kien nghi|so|ho so)")),
    ("contact", re.compile(r"dien thoai|sdt|so dt|cccd|cmnd|email|can cuoc")),
    ("document", re.compile(r"van ban (?:chuyen|tra loi|so)|so van ban|cong van|ho so kem")),
    (
        "unit",
        re.compile(
            r"(?:don vi|co quan|phong|bo phan|to chuc|phong ban|nganh|ca nhan|can bo).{0,30}(?:chu tri|xu ly|giai "
            r"quyet|tra loi|thuc hien|phu trach|phoi hop|chuyen mon|tham muu|tiep nhan|trach nhiem|tham quyen|theo "
            r"doi)|^(?:chu tri|phan cong|giao|giao don vi|trach nhiem|noi xu ly|dau moi|don vi dau moi)\b|^phoi hop"
        ),
    ),
    (
        "answerer",
        re.compile(
            r"nguoi (?:tra loi|giai trinh|giai dap|phu trach|xu ly)|can bo (?:tra loi|giai trinh)|chuc vu nguoi tra loi"
        ),
    ),
    (
        "date",
        re.compile(
            r"^(?:ngay|thoi gian|thoi diem)(?: (?:doi thoai|to chuc|hop|tiep nhan|ghi nhan|neu|phan anh|kien nghi"
            r"|tiep xuc|y kien|thang nam|, thang, nam|nhan|tiep dan))*$|^ngay[,/ ]+thang"
        ),
    ),
    (
        "deadline",
        re.compile(
            r"thoi han|^han|ngay tra loi|ngay hoan thanh|thoi gian (?:giai quyet|thuc hien|hoan thanh|xu ly|tra loi)"
            r"|hoan thanh truoc|tien do"
        ),
    ),
    ("status", re.compile(r"tinh trang|trang thai|^tien do|da giai quyet|muc do|danh gia|xac nhan|hai long")),
    ("competence", re.compile(r"tham quyen|cap giai quyet|cap (?:xu ly|tra loi)|phan cap")),
    ("answer", re.compile(r"^dap(?: an)?$|tra loi|giai trinh|tiep thu|giai dap|phan hoi|phuc dap|lam ro")),
    (
        "result",
        re.compile(
            r"ket qua|huong (?:giai quyet|xu ly|khac phuc)|bien phap|giai phap|cam ket|y kien cua (?:ubnd|uy ban"
            r"|lanh dao|chu tich|chinh quyen|co quan|xa|phuong|chu tri|chu toa|don vi)|y kien chi dao|chi dao|xu ly"
            r"|giai quyet"
        ),
    ),
    ("money", re.compile(r"kinh phi|nguon von|du toan")),
    (
        "dialogue",
        re.compile(
            r"^(?:buoi|hoi nghi|dot|ky hop|ky|cuoc|phien|buoi doi thoai|dot tiep xuc|ma buoi|ma buoi doi "
            r"thoai)\b(?!.*noi dung)"
        ),
    ),
    (
        "topic",
        re.compile(
            r"linh vuc|nhom (?:van de|y kien|kien nghi|noi dung|linh)|chu de|phan loai|loai (?:y kien|kien nghi|van "
            r"de|noi dung)|^nganh$|^nhom$|^loai$|^mang$|thuoc nhom"
        ),
    ),
    (
        "speaker",
        re.compile(
            r"ho (?:va |, )?ten|ho ten|^ten\b|nguoi (?:phat bieu|kien nghi|neu|phan anh|co y kien|de xuat|hoi|dan "
            r"phat bieu|y kien|noi|de nghi|gop y|gui|dong gop)|nguoi dan neu|^(?:cu tri|ong|ong, ba|ong/ba|ong \(ba\)"
            r"|ong ba|dai bieu|nguoi dan|cong dan|chu ho|ten cu tri|ten nguoi dan)$|cu tri phat bieu$|^ho va$"
        ),
    ),
    (
        "opinion",
        re.compile(
            r"y kien|kien nghi|phan anh|phan anh|nguyen vong|de xuat|gop y|cau hoi|vuong mac|tam tu|noi dung (?:hoi"
            r"|neu|phat bieu|de nghi|cu tri|nguoi dan|trinh bay)|phat bieu|^hoi$|de nghi"
        ),
    ),
    (
        "hamlet",
        re.compile(
            r"\bthon\b|to dan pho|\btdp\b|khu pho|khu dan cu|dia ban|dia chi|\bxom\b|\bap\b|\bban\b|cho o|noi o|khu "
            r"vuc|noi cu tru|^to$|^to,|dia phuong|dia diem|^kdc|cum dan cu|noi thuong tru"
        ),
    ),
    ("place", re.compile(r"^(?:xa|phuong|xa[,/ ]+phuong|xa, phuong, thi tran)$|don vi hanh chinh")),
    ("content", re.compile(r"^(?:noi dung|van de)\b")),
    ("unsure", re.compile(r"^(?:don vi|co quan|chuc vu|chuc danh|doi tuong|dai dien|noi)(?:\b.*)?$")),
    ("note", re.compile(r"ghi chu|chu thich|^khac$|^them$|luu y")),
]
ANSWERS = ("answer", "result")


def of_head(text: str) -> str | None:
    """Return what a column with this head holds, or None when the head says nothing known."""
    plain = " ".join(flat(re.sub(r"\(.*?\)", " ", text)).split()).strip(" .:*")
    if not plain or count(plain) > 22:
        return None
    for name, shape in _HEADS:
        if shape.search(plain):
            return name
    return None


def settle(kinds: dict[int, str], heads: dict[int, str], cells: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """Return `kinds` with doubtful columns decided by their cells, and each single role given once."""
    settled = dict(kinds)
    for column, kind in kinds.items():
        if kind in ("unsure", "speaker", "place", "dialogue"):
            settled[column] = _by_cells(kind, heads[column], cells.get(column, ()))
    for role in ("opinion", "hamlet", "topic", "number"):
        _keep_one(settled, role, cells, heads)
    return settled


def _share(cells: Sequence[str], is_one: Callable[[str], object]) -> float:
    filled = [cell for cell in cells if cell.strip()]
    return sum(bool(is_one(cell)) for cell in filled) / len(filled) if filled else 0.0


def _by_cells(kind: str, head: str, cells: Sequence[str]) -> str:
    if (
        _share(cells, lambda cell: hamlets.find(cell) and count(cell) <= 8) >= 0.5
        and _share(cells, names.all_names) < 0.5
    ):
        return "hamlet"
    if kind == "dialogue":
        return kind
    plain = flat(head)
    if kind == "speaker":
        long = _share(cells, lambda cell: count(cell) >= 10)
        return "opinion" if long > 0.5 and "ten" not in plain.split() else "speaker"
    if plain.startswith(("chuc vu", "chuc danh", "doi tuong", "dai dien")):
        return "function"
    return "unit" if kind == "unsure" else "place"


def _keep_one(settled: dict[int, str], role: str, cells: Mapping[int, Sequence[str]], heads: dict[int, str]) -> None:
    columns = [column for column, kind in settled.items() if kind == role]
    if len(columns) < 2:
        return
    if role == "hamlet":
        best = max(columns, key=lambda column: _share(cells.get(column, ()), hamlets.find))
    elif role == "opinion":
        best = max(columns, key=lambda column: sum(map(count, cells.get(column, ()))))
    elif role == "topic":
        best = max(columns, key=lambda column: _share(cells.get(column, ()), topics.code))
    else:
        best = columns[0]
    for column in columns:
        if column != best:
            settled[column] = "note"


def competence(text: str) -> str | None:
    """Return the code of who is competent as a register says it ("xã và thành phố"), or None."""
    plain = flat(text)
    commune = re.search(r"\b(?:xa|phuong|dia phuong|cap xa|cap co so)\b", plain)
    city = re.search(r"\b(?:thanh pho|tp|tinh|so|cap tren|cap thanh pho|vuot tham quyen)\b", plain)
    if re.search(r"trung uong|\btw\b|chinh phu|quoc hoi|\bbo\b", plain):
        return "central"
    if commune and city:
        return "both"
    if city:
        return "city"
    if commune:
        return "commune"
    if re.search(r"dien luc|doanh nghiep|cap nuoc|vien thong|don vi (?:khac|cung cap)|cong ty|nganh doc", plain):
        return "utility"
    return (
        "redirect"
        if re.search(r"huong dan|chuyen|khieu nai|to cao|co quan khac|thu tuc (?:rieng|khac)", plain)
        else None
    )
