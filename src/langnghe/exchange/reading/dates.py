"""The day a dialogue was held and the commune that held it, as a paper says them."""

import re
from datetime import date

from langnghe.exchange.reading import names
from langnghe.exchange.reading.hamlets import UPPER
from langnghe.exchange.reading.words import flat

_WRITTEN = re.compile(r"ngay\s*:?\s*(\d{1,2})\s*(?:thang|/)\s*(\d{1,2})\s*(?:,?\s*nam|/|,)\s*(\d{4})")
_SHORT = re.compile(r"(?<![\d/.-])(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?![\d/])")
_BARE = re.compile(r"(?<!\d)(\d{1,2})\s+thang\s+(\d{1,2})\s*,?\s*(?:nam\s+)?(\d{4})")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_OPENING = re.compile(
    r"\b(hom nay|thoi gian|hoi|vao luc|bat dau|khai mac|ngay to chuc|ngay hop|to chuc ngay|ngay doi thoai|ngay)\b"
)
_STOP = (
    "cộng|tổ|năm|về|và|phối|tổ chức|báo|biên|độc|số|hội|đã|họp|kết|ngày|thôn|tdp|khu|trả|với|có|đợt|lần|quý|tháng|từ|"
    "trên|nhiệm|khóa|phòng|ủy|ubnd|kỳ|bảng|danh|đối|chủ|bí|ông|bà|tiếp|nhân|cử|thành|tp|tỉnh|huyện|quận"
)
_COMMUNE = re.compile(
    rf"(?<!\w)((?i:xã|phường|thị trấn|đặc khu|xa|phuong|thi tran))\s+"
    rf"((?:(?!(?i:{_STOP})(?!\w))[{UPPER}][\w'’]*"
    rf"|\d{{1,2}}(?!\w))(?:[ -](?!(?i:{_STOP})(?!\w))[{UPPER}][\w'’]*){{0,3}})"
)


def find_day(text: str) -> tuple[date, int, int] | None:
    """Return the first day named in `text` and its place."""
    plain = flat(text)
    for shape in (_WRITTEN, _SHORT, _BARE):
        for found in shape.finditer(plain):
            if day := _day(found[3], found[2], found[1]):
                return day, found.start(), found.end()
    iso = _ISO.search(plain)
    if iso and (day := _day(iso[1], iso[2], iso[3])):
        return day, iso.start(), iso.end()
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def tells_the_day(text: str) -> bool:
    """Whether `text` reads like the line that says when the meeting was held."""
    return _OPENING.search(flat(text)) is not None


def communes(text: str) -> list[tuple[str, int, int]]:
    """Return the communes named in `text` with their places."""
    return [(found[0], found.start(), found.end()) for found in _COMMUNE.finditer(text) if not _is_person(text, found)]


def commune_at(text: str, start: int) -> int | None:
    """Return where a commune's name that begins at `start` ends."""
    found = _COMMUNE.match(text, start)
    return found.end() if found and not _is_person(text, found) else None


def _is_person(text: str, found: re.Match[str]) -> bool:
    """ "Chủ tịch UBND xã Nguyễn Văn …" names no commune."""
    end = names.name_at(text, found.start(2))
    return end is not None and len(text[found.start(2) : end].split()) >= 3


def best_commune(texts: list[str]) -> str | None:
    """Return the commune most often named, written as in running text rather than in capitals."""
    written: dict[str, list[str]] = {}
    for text in texts:
        for name, *_ in communes(text):
            written.setdefault(flat(name), []).append(name)
    if not written:
        return None
    names = max(written.values(), key=len)
    running = [name for name in names if not name.isupper()]
    chosen = running[0] if running else names[0].title()
    return chosen[:1].upper() + chosen[1:]
