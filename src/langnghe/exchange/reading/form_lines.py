"""Lines that a form brings with it: draft marks, recipients, what the chair concluded, who answered which numbers.

Recognised is only what no resident can have said. A line that might be somebody's opinion is none of these, wherever it
stands: it stays unread, so that a person looks at it.
"""

import re

from langnghe.exchange.reading import hamlets, labels, marks, names
from langnghe.exchange.reading import vocabulary as say
from langnghe.exchange.reading.blocks import Line
from langnghe.exchange.reading.words import any_of, count, flat

_MARK = r"(?:DỰ THẢO(?: [-–] chưa kiểm)?|DỮ LIỆU MẪU)"
_DRAFT = re.compile(rf"{_MARK}(?:\s+{_MARK})*")
_BESIDE = re.compile(rf"(?:{_MARK}|\d{{1,4}}(?:\s*/\s*\d{{1,4}})?)(?:\s+(?:{_MARK}|\d{{1,4}}))*")
_NUMBERS = r"\d{1,4}(?:-\d{1,4})?(?:, \d{1,4}(?:-\d{1,4})?)*"
_ANSWERER = re.compile(rf"- Người trả lời: (.{{1,300}}) \(STT ({_NUMBERS})\)[.;]")
_FORWARDED = re.compile(rf"- Chuyển .{{1,300}}: ý kiến số {_NUMBERS}[.;]")
_IN_THE_TABLE = "Nội dung trả lời ghi trong bảng trên:"
_COUNTED = re.compile(r"(?:Bảng|Sổ) này có \d+ (?:nội dung )?ý kiến, kiến nghị\.")

_MOST_OF_A_RECIPIENT = 20
_MOST_OF_A_NAME = 6
_ALWAYS_TOLD = re.compile(r"\W*(?:nhu (?:tren|dieu \d+)\W*$|luu\s*:)")

_BODY = rf"(?:{say.OFFICIAL}|{say.UNIT.pattern}|{any_of('văn phòng, đồng chí, đ/c')})(?!\w)"
_ORDERS = any_of("giao, phân công, yêu cầu, chỉ đạo, đề nghị")
_TAKES_UP = any_of("ghi nhận, tiếp thu, tổng hợp, cảm ơn")
_HEARD = any_of("ý kiến, kiến nghị, phản ánh")
_ACT = re.compile(
    rf"\W*(?:{any_of('hội nghị, chủ trì, chủ tọa')} )?"
    rf"(?:{_ORDERS} (?:{any_of('cho, các')} )*{_BODY}"
    rf"|(?:xin )?{_TAKES_UP}(?:(?:,| va)? {_TAKES_UP})* (?:{any_of('đầy đủ, toàn bộ, tất cả, các')} )*{_HEARD}(?!\w))"
)
_OFFICIAL = re.compile(
    r"(?<!\w)(?:giao(?! thong| vien| duc)|"
    + any_of(
        "phân công, chỉ đạo, đôn đốc, theo dõi, tổng hợp, rà soát, tham mưu, báo cáo, triển khai, tiếp thu, ghi nhận,"
        "thống nhất, kết luận, xã sẽ, phường sẽ, ubnd, ủy ban nhân dân, văn phòng, các đơn vị, cơ quan chức năng"
    )
    + r")(?!\w)"
)
_RESIDENT = re.compile(
    r"[?]|(?<!\w)(?:(?<!uy ban )(?<!hoi dong )nhan dan|"
    + any_of(
        "đề nghị, kiến nghị, phản ánh, mong, xin, nguyện vọng, thắc mắc, bức xúc, vì sao, tại sao, bao giờ, khi nào,"
        "bà con, người dân, cử tri, hộ dân, các hộ, gia đình, tôi, chúng tôi, con em, chưa, không, thiếu, khó khăn,"
        "khó đi, chậm, xuống cấp, sạt lở, ô nhiễm, ngập, lầy lội, mất điện, mất nước, hôi thối, dột nát, nguy hiểm"
    )
    + r")(?!\w)"
)
# These would be other words without their marks.
_COMPLAINT = re.compile(r"(?<!\w)(?:hỏng|hư|tắc|kẹt|bẩn|hôi|ồn|yếu|xấu|sai|cũ|quá)(?!\w)")


def beside(text: str) -> str | None:
    """Return what a header or footer is when it holds our marks and page numbers and nothing else."""
    if not _BESIDE.fullmatch(text):
        return None
    return "draft" if count(re.sub(r"\d", "", text)) else "page"


def known(text: str) -> str | None:
    """Return what a line of our own forms is, wherever it stands; each is known word for word."""
    if _DRAFT.fullmatch(text):
        return "draft"
    if _COUNTED.fullmatch(text):
        return "closing"
    if text == _IN_THE_TABLE:
        return "intro"
    return "forwarded" if _FORWARDED.fullmatch(text) else None


def answerer(text: str) -> tuple[str, tuple[int, ...]] | None:
    """Return who answered which numbers, by function; a person's name is not returned."""
    found = _ANSWERER.fullmatch(text)
    if found is None:
        return None
    by = "" if names.all_names(found[1]) or not count(found[1]) else found[1]
    return by, say.numbers_in(found[2])


def below(above: str, line: Line, *, is_own: bool, is_same_place: bool) -> str | None:
    """Return what `line` is by the formula `above` it: one more recipient, or the name of who signs."""
    if above == "recipients" and (is_same_place or marks.read(line.text)[0]):
        return "recipients" if is_recipient(line.text, is_own=is_own) else None
    is_name = count(line.text) <= _MOST_OF_A_NAME and not may_be_a_voice(line.text)
    return "signature" if above in ("signature", "chair") and is_same_place and is_name else None


def is_recipient(text: str, *, is_own: bool) -> bool:
    """Whether a line below "Nơi nhận:" is somebody the paper goes to; in our own form anything that is no voice is."""
    if count(text) > _MOST_OF_A_RECIPIENT or may_be_a_voice(text):
        return False
    if is_own or _ALWAYS_TOLD.match(flat(text)):
        return True
    label = labels.cover(text, len(text) - len(text.lstrip(" -–+")), len(text))
    return label is not None and label.has("official", "unit") and not label.has("petition", "neutral")


def is_conclusion(text: str) -> bool:
    """Whether a line below "Kết luận" is an official's: it orders an office to act, or has no resident's word in it."""
    plain = flat(text)
    if _ACT.match(plain):
        return True
    return _OFFICIAL.search(plain) is not None and not may_be_a_voice(text)


def may_be_a_voice(text: str) -> bool:
    """Whether a line may be what a resident said: it asks, wishes, complains, or names a hamlet before a colon."""
    if _RESIDENT.search(flat(text)) or _COMPLAINT.search(text.lower()):
        return True
    colon = text.find(":")
    return colon > 0 and hamlets.find(text[:colon]) is not None
