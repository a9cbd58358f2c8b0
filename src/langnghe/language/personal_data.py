"""Where a text may point at a person, so that someone looks before it is made public. No Django here.

It marks too much rather than too little. What it cannot know: a nickname, a job only one person has.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĄĆĘŁŃŚŹŻ"
_NAME_WORD = rf"[{_UPPER}](?:[^\W\d_]*|\.)(?![^\W_])\.?"
_NAME = rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,4}}"
_TITLES = (
    "ông|bà|anh|chị|cô|chú|bác|dì|cậu|mợ|thím|thầy|em|cháu|cụ|mệ|o|dượng|vợ chồng|vợ|chồng|con|đồng chí|đ/c|hộ|"
    "gia đình|nhà|chủ hộ|chủ nhà|chủ quán|chủ trại|quán|tiệm|tên|tên là|họ tên|họ và tên|trưởng thôn|tổ trưởng|bí thư|"
    "chủ tịch|cán bộ|công an|bác sĩ|cô giáo|thầy giáo|hiệu trưởng|ong|chi|co|chu|bac|di|cau|thay|"
    "chau|cu|ho|truong thon|"
    "mr|mrs|ms|dr|pan|pani|państwo"
)
_NO_NAME = re.compile(
    r"(?:UBND|HĐND|UBMTTQ|MTTQ|TDP|TP|HTX|KT|Thôn|Xã|Phường|Huyện|Tỉnh|Thành|Tổ|Bản|Xóm|Ấp|Khu|Nhà|Nước|Văn|Đường|Kiệt|"
    r"Công|Ủy|Đảng|Mặt|Hội|Đoàn|Trường|Trạm|Thon|Xa|Phuong)(?!\w)"
)
_STREET = re.compile(r"(?i:đường|phố|kiệt|hẻm|ngõ|cầu|chợ|trường|khu)(?: \d+)? $")

_NUMBER = r"\d{1,4}[A-Za-z]?(?:/\d{1,4}[A-Za-z]?)*"
_ON_A_STREET = rf"(?=\s+(?:(?i:đường|kiệt|hẻm|ngõ)(?!\w)|(?!{_NO_NAME.pattern})[{_UPPER}]))"
_ACCOUNT = r"(?i:stk|số tài khoản|so tai khoan|tài khoản|tai khoan|tk|account|konto|iban)"
_FAMILY = "Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Nguyen|Tran|Pham|Huynh|Hoang|Dang"
_MIDDLE = "Văn|Thị|Đình|Quang|Hữu|Đức|Thanh|Ngọc|Xuân|Minh|Van|Thi|Dinh|Huu|Duc|Ngoc|Xuan"

_KINDS: Sequence[tuple[str, str]] = (
    ("email", r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    ("account", rf"{_ACCOUNT}\W{{0,3}}(?:[^\W\d_]+\W+){{0,4}}?[A-Z]{{0,2}}\d[\d .-]{{5,30}}\d"),
    ("phone", r"(?<![\d.,])(?:\+ ?84|0)(?:[ .\-]?\d){8,10}(?!\d)"),
    ("phone", r"(?<![\d.,])\+(?:48|44|1)(?:[ .\-]?\d){8,10}(?!\d)"),
    ("id_number", r"(?<![\d.,])(?:\d{3} ?\d{3} ?\d{3} ?\d{3}|\d{9}|\d{11})(?![\d]|[.,]\d)"),
    ("plate", r"(?<!\w)\d{2} ?[A-ZĐ]{1,2}\d? ?[-.– ]? ?\d{3}[.]?\d{1,2}(?!\w)"),
    ("address", rf"(?i:số nhà|nhà số|so nha|nha so)\s*{_NUMBER}"),
    ("address", rf"(?<!\w)(?i:số|tại|ở|nhà|trước|địa chỉ)\s+{_NUMBER}{_ON_A_STREET}"),
    ("address", rf"(?<![\w/])\d{{1,4}}(?:/\d{{1,4}}[A-Za-z]?)+{_ON_A_STREET}"),
    ("address", r"(?<!\w)(?i:thửa đất số|thửa số|thửa)\s*\d+(?:\W+(?i:tờ bản đồ|tờ)(?:\s+số)?\s*\d+)?"),
    ("person", rf"(?<!\w)(?i:{_TITLES})\s+(?:(?i:ông|bà|anh|chị|cô|thầy|mệ|o)\s+)?(?P<name>{_NAME})"),
    ("person", rf"(?<!\w)(?P<name>(?i:{_FAMILY})\s+(?i:{_MIDDLE})\s+[^\W\d_]+\.?(?:\s+{_NAME_WORD})?)"),
    ("initials", rf"(?<![\w.])(?:[{_UPPER}]\.\s?){{2,4}}(?:[{_UPPER}](?!\w)\.?)?"),
)
_COMPILED = [(kind, re.compile(expression)) for kind, expression in _KINDS]


@dataclass(frozen=True, order=True)
class Finding:
    """Letters `start` to before `end` of the text, and what they look like.

    `kind` is phone, id_number, plate, account, email, address, person or initials.
    """

    start: int
    end: int
    kind: str


def personal_data(text: str) -> list[Finding]:
    """Return what in `text` may point at a person, in order and without overlaps; the earlier kind of a place wins."""
    found: list[Finding] = []
    for one in _all(text):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found)


def masked(text: str, findings: Sequence[Finding], sign: str = "…") -> str:
    """Return `text` with each finding replaced by `sign`."""
    for one in sorted(findings, reverse=True):
        text = text[: one.start] + sign + text[one.end :]
    return text


def _all(text: str) -> Iterator[Finding]:
    for kind, expression in _COMPILED:
        for match in expression.finditer(text):
            group = "name" if kind == "person" else 0
            start, end = match.span(group)
            if kind != "person" or not (_NO_NAME.match(match[group]) or _STREET.search(text, 0, start)):
                yield Finding(start, end, kind)
