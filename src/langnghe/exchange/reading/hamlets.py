"""How papers name a hamlet: "Thôn 01", "TDP số 3", "tổ dân phố Hòa An", "các thôn 1, 2 và 3"."""

import re

from langnghe.exchange.reading.words import flat

UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper())
_KINDS = (
    r"tổ\s+dân\s+phố|tổ\s+nhân\s+dân|khu\s+dân\s+cư|khu\s+phố|khối\s+phố|cụm\s+dân\s+cư|khu\s+vực|tiểu\s+khu"
    r"|tổ\s+tự\s+quản|liên\s+thôn"
    r"|t\.?d\.?p|k\.?d\.?c|thôn|xóm|ấp|buôn|bon|plei|khóm|sóc|phum|(?<!iên )(?<!ăn )(?<!ơ )(?<!IÊN )bản|làng|khu"
    r"|to\s+dan\s+pho|khu\s+dan\s+cu|khu\s+pho|thon|xom"
)
_NUMBERED = r"tổ|kp|khối|đội|cụm"
_NUMBER = (
    r"(?:số\s+)?(?:\d{1,3}(?:[/.]\d{1,2})?(?:\s?[A-Za-zĐđ])?(?!\w)|[IVX]{1,5}(?!\w)|(?i:một|hai|ba|bốn|năm|sáu|bảy|tám"
    r"|chín|mười)(?!\s*(?:ý|người|hộ)|\w))"
)
_STOP = (
    "ông|bà|xã|phường|kiến nghị|đề nghị|phản ánh|phát biểu|có|các|người|trả lời|nội dung|ý kiến|cử tri|đại "
    "diện|anh|chị|năm|ngày|thuộc|và|hội nghị|họp|tại|gồm|về"
)
_NAME = rf"(?!(?i:{_STOP})(?!\w))[{UPPER}][\w'’]*"
_FAMILIES = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Võ|Vũ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Đoàn|Trương"
_PERSON = rf"(?!(?:{_FAMILIES})\s+[{UPPER}]\w*\s+[{UPPER}])"
_PROPER = rf"{_NAME}(?:\s+{_PERSON}{_NAME}){{0,3}}(?:\s+(?:\d{{1,2}}[A-Z]?|[IVX]{{1,4}})(?!\w))?"
_ONE = (
    rf"(?:(?<![\w])(?:các\s+|Các\s+)?(?:(?i:{_KINDS})\s*:?\s*(?:{_NUMBER}|{_PROPER})"
    rf"|(?i:{_NUMBERED})\s*:?\s*{_NUMBER}))"
)
_MORE = rf"(?:\s*(?:,|;|và|&|\+|-|–)\s*(?:{_ONE}|{_NUMBER}(?![\w:])(?=\s*(?:[,;:.)]|và|$|-|–)))){{0,12}}"
HAMLET = re.compile(_ONE + _MORE)
_LONE = re.compile(_ONE)


def find(text: str, start: int = 0) -> tuple[int, int] | None:
    """Return the place of the first hamlet named in `text`, or several named together."""
    found = HAMLET.search(text, start)
    return found.span() if found else None


def at(text: str, start: int) -> int | None:
    """Return where a hamlet's name that begins at `start` ends."""
    found = HAMLET.match(text, start)
    return found.end() if found else None


def all_in(text: str) -> list[str]:
    """Return every hamlet named in `text`, as written."""
    return [found[0] for found in _LONE.finditer(text)]


def is_one(text: str) -> bool:
    """Whether `text` is a hamlet's name and nothing else."""
    return HAMLET.fullmatch(text.strip(" .:;-–*")) is not None


def same(one: str | None, other: str | None) -> bool:
    """Whether two ways of writing name the same hamlet: "TDP 03" and "Tổ dân phố 3"."""
    return one is not None and other is not None and key(one) == key(other)


def key(name: str) -> str:
    """Return the form under which one hamlet is the same hamlet again."""
    bare = re.sub(r"\bt\.?d\.?p\b", "to dan pho", flat(name))
    bare = re.sub(r"\bso\b", "", bare)
    return " ".join(re.sub(r"\b0+(\d)", r"\1", word) for word in re.findall(r"\w+", bare))
