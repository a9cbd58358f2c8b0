"""The standing formulas of official papers, known wherever they stand: number, date, chair, signatures."""

import re

from langnghe.exchange.reading import dates, names
from langnghe.exchange.reading.blocks import Line
from langnghe.exchange.reading.words import count, flat

_FORMULAS: list[tuple[str, re.Pattern[str]]] = [
    (
        "motto",
        re.compile(
            r"cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–]\s*tu do\s*[-–]\s*hanh phuc|^dang cong san viet nam$"
        ),
    ),
    (
        "issuer",
        re.compile(
            r"^(?:uy ban nhan dan|ubnd|dang uy|dang bo|mat tran to quoc|uy ban mttq|uy ban mat tran|hdnd|hoi dong "
            r"nhan dan|ban thuong truc|thanh pho|tinh|thi xa|huyen|quan|xa|phuong)\b[^:;.]{0,70}$"
        ),
    ),
    ("number", re.compile(r"^so\s*:?\s*[\d….\s_/]*(?:/|-)?[\w-]*\s*[/-]\s*[\w/.-]+$")),
    (
        "title",
        re.compile(
            r"^(?:bien ban|bang tong hop|so theo doi|danh muc|phu luc|so tong hop|so tiep nhan)\b(?!.*\b(?:duoc|da"
            r"|nay|ket thuc|lap xong|doc)\b)[^:]{0,160}$"
        ),
    ),
    ("opening", re.compile(r"^(?:hom nay|vao hoi|vao luc|hoi \d|luc \d|bat dau (?:luc|hoi|vao))\b")),
    (
        "chair",
        re.compile(
            r"^(?:dong )?(?:chu tri|chu toa|chu toạ|dieu hanh)(?: hoi nghi| cuoc hop| buoi doi thoai| chinh)?\s*:"
            r"|^(?:dong )?chu tri\b.{0,60}$"
        ),
    ),
    ("secretary", re.compile(r"^(?:thu ky|nguoi ghi|ghi bien ban)(?: hoi nghi| cuoc hop)?\s*:")),
    (
        "attendance",
        re.compile(
            r"^(?:tong )?so (?:nguoi|dai bieu|cu tri|ho|luong)\b.{0,40}\d|^(?:co mat|duoc moi|tham du|nhan dan|vang "
            r"mat|vang|co mat tham du)\s*:?\s*(?:tren |khoang )?\d|^(?:co )?(?:khoang |tren |hon )?\d+ (?:nguoi|dai "
            r"bieu|cu tri|ho dan)\b.{0,40}(?:tham du|co mat)"
        ),
    ),
    ("total", re.compile(r"^(?:tong )?cong\s*:?\s*\d+\s*(?:y kien|kien nghi|luot)?.{0,20}$")),
    ("time", re.compile(r"^(?:thoi gian|ngay to chuc|ngay|bat dau|thoi gian bat dau|gio)\s*:")),
    ("place", re.compile(r"^(?:thon|to dan pho|tdp|khu pho|xom|ap|ban|khu dan cu)\s*:\s*[^:;]{1,40}$")),
    ("date", re.compile(r"^ngay \d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}| thang \d{1,2} nam \d{4})$")),
    ("venue", re.compile(r"^(?:dia diem|noi to chuc|tai)\s*:")),
    (
        "closing",
        re.compile(
            r"^(?:bien ban|noi dung bien ban)\b.{0,40}\b(?:duoc|lap|ket thuc|doc|nay|thong qua)\b|^(?:hoi nghi|cuoc "
            r"hop|buoi (?:doi thoai|lam viec|hop|tiep xuc)|doi thoai)\b.{0,40}\b(?:ket thuc|be mac)\b|^ket thuc "
            r"(?:hoi|luc|vao|buoi|hoi nghi)\b"
        ),
    ),
    (
        "signature",
        re.compile(
            r"^\W*(?:da )?ky\b(?:\W*\b(?:ky|ghi|ro|ho|va|ten|dong|dau|chuc|vu|danh|so|dien|tu)\b)*\W*$"
            r"|^(?:tm|kt|tl|t/m|k/t|tuq)\s*[./].{0,80}$|^(?:thu ky"
            r"|chu tri|chu toa|nguoi ghi bien ban|nguoi lap(?: bieu| bang)?|thu truong don vi)\s*(?:\(.*\))?$|^luu\s*:"
            r"|^nhu tren\W*$"
        ),
    ),
    (
        "recipients",
        re.compile(r"^noi nhan\W*$|^noi nhan\s*:\s*(?:[-–+]|nhu (?:tren|dieu)|luu|dang uy|hdnd|ubnd|uy ban)"),
    ),
    ("page", re.compile(r"^(?:trang )?\d{1,3}(?:\s*/\s*\d{1,3})?$|^trang\s+\d*")),
]
# "Cống 3 bị tắc" is no total, although without its marks it begins like "Cộng 3".
_DRAIN = re.compile(r"\W*c[ôốổòó]ng")
_MOTTO = re.compile(r"doc lap\s*[-–]\s*tu do\s*[-–]\s*hanh phuc")
_HOUR = re.compile(r"\d{1,2}\s*(?:gio|h|g|:)")
_CLOSES = re.compile(
    r"\d+\s*(?:gio|h|g|:)|cung ngay|thong qua|nhat tri|\d+ ban\b|doc lai|doc cho|doc truoc|ket thuc\W*$|be mac\W*$"
)
_CAPITAL_SIGNATURE = re.compile(
    r"^(?:dai dien|chu tich|pho chu tich|thu ky|chu tri|truong|nguoi|bi thu|uy ban|mat tran|can bo)\b.{0,60}$"
)
_UNDER_TITLE = re.compile(
    r"^(?:v/v|ve viec|hoi nghi|buoi|tiep xuc|doi thoai|cuoc hop|giua|tai hoi nghi|y kien, kien nghi|tong hop|dot|quy"
    r"|thang|nam|\(?kem theo|\(?tu ngay|ky hop)\b[^:]{0,200}$"
)


def known(line: Line, *, is_opening: bool, is_closing: bool, is_among: bool = False) -> str | None:
    """Return the name of the field that the whole of `line` is, or None when it is no standing formula.

    `is_among`: the line stands among the opinions, where only what no resident says is a formula.
    """
    plain = flat(line.text).strip(" .*_-–")
    if not plain:
        return None
    for name, shape in _FORMULAS:
        if not shape.search(plain) or (name in ("issuer", "place") and not (is_opening or is_closing)):
            continue
        if (name == "total" and _DRAIN.match(line.text.lower())) or (is_among and not _is_sure(name, line, plain)):
            continue
        return name
    if _is_date_line(line.text, plain) and not (is_among and not _is_sure("date", line, plain)):
        return "date"
    if is_opening and _UNDER_TITLE.match(plain):
        return "title"
    if line.text.isupper() and count(plain) <= 12 and is_closing and _CAPITAL_SIGNATURE.match(plain):
        return "signature"
    return "signature" if is_closing and names.is_only_names(line.text.strip(" .")) else None


def _is_sure(name: str, line: Line, plain: str) -> bool:
    """Whether a formula among the opinions is one: "Danh mục thuốc còn thiếu" is no title, "Hôm nay ..." no opening."""
    if name == "motto":
        return line.text.isupper() or _MOTTO.fullmatch(plain) is not None
    if name == "title":
        return line.text.isupper() or line.centred or line.titled or line.bold
    if name == "opening":
        return dates.find_day(line.text) is not None or _HOUR.search(plain) is not None
    if name == "closing":
        return _CLOSES.search(plain) is not None
    if name == "chair":
        return line.text.isupper() or ":" in line.text
    return name != "date" or line.text.split(",")[0].istitle()


def _is_date_line(text: str, plain: str) -> bool:
    found = dates.find_day(text)
    return bool(
        found
        and len(plain) <= 70
        and found[1] <= 40
        and found[2] >= len(text.rstrip(" .)"))
        and "," in text[: found[1] + 1]
    )
