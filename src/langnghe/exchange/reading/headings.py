"""The parts of minutes and the headings that open them."""

import re
from enum import StrEnum

from langnghe.exchange.reading import labels
from langnghe.exchange.reading.words import count, flat


class Part(StrEnum):
    """A part of minutes. Only OPINIONS and ANSWERS hold what residents said and were told."""

    OPENING = "opening"
    PRESENT = "present"
    CONTENT = "content"
    REPORT = "report"
    EARLIER = "earlier"
    OPINIONS = "opinions"
    ANSWERS = "answers"
    CONCLUSION = "conclusion"
    CLOSING = "closing"


_COLON = re.compile(r"(?<!\d):|:(?!\d)")
_EARLIER = re.compile(r"ky truoc|lan truoc|nam truoc|dot truoc|ky hop truoc|hoi nghi truoc|truoc do|da giai quyet")
_CONCLUSION = re.compile(r"ket luan|be mac|danh gia chung|cam on")
_FORWARDED = re.compile(
    r"chuyen (?:len |cho |den )?(?:cap tren|cap co tham quyen|cac co quan|thanh pho)|tiep thu,? chuyen"
)
_ANSWER = re.compile(
    r"tra loi|giai trinh|tiep thu|giai dap|phuc dap|lam ro|phan hoi|ket qua giai quyet|huong giai quyet|phan dap"
)
_ANSWER_OPINION = re.compile(
    r"y kien (?:tra loi|giai trinh|tiep thu|giai dap|chi dao|phan hoi)|phat bieu (?:tra loi|giai trinh|tiep thu|lam ro)"
)
_EXCHANGE = re.compile(r"\bhoi\W+(?:va\W+)?dap\b|y kien va tra loi|doi thoai truc tiep$")
_PRESENT = re.compile(
    r"thanh phan|tham du|khach moi|^chu tri|^thu ky|^chu toa|dai bieu$|thoi gian|dia diem|danh sach dai bieu|co mat"
    r"|vang mat"
)
_REPORT = re.compile(
    r"bao cao|khai mac|tuyen bo|gioi thieu|thong bao|trinh bay|thong qua|phat bieu cua (?:lanh dao|chu tich|dang uy"
    r"|bi thu|dong chi)"
)
_SUMMARY = re.compile(r"bao cao (?:ket qua )?(?:tong hop|tiep nhan) (?:cac )?(?:y kien|kien nghi|phan anh)")
_NOUN = re.compile(
    r"y kien|kien nghi|phan anh|phan anh|phat bieu|thao luan|nguyen vong|de xuat|cau hoi|hoi dap|hoi ?[-–,]? ?dap"
    r"|gop y|vuong mac|tam tu|trao doi|tham luan|chat van|phan doi thoai|noi dung doi thoai|phan hoi"
)
_PEOPLE = re.compile(
    r"nhan dan|nguoi dan|ba con|cu tri|ho dan|cac ho|dai bieu|\bdan\b|hoi vien|doan vien|\bthon\b|to dan pho|tdp|khu "
    r"pho|\bxom\b"
)
_AUTHORITY = re.compile(
    r"lanh dao|ubnd|uy ban nhan dan|chu tich|dang uy|bi thu|chu tri|chu toa|phong|co quan|nganh|cong an"
)
_CONTENT = re.compile(r"noi dung|dien bien|chuong trinh|tien trinh|tien hanh|phan (?:thu )?\w+")
_STARTS = [
    (
        Part.REPORT,
        re.compile(
            r"(?:bao cao|thong qua|khai mac|tuyen bo ly do|gioi thieu dai bieu|phat bieu khai mac|thong bao|pho bien"
            r"|quan triet)\b"
        ),
    ),
    (Part.CONCLUSION, re.compile(r"(?:ket luan|phat bieu ket luan|phat bieu be mac|be mac)\b")),
]
_SPOKEN = re.compile(r"(?:de nghi|kinh de nghi|mong|xin|yeu cau|can)\b")
_TITLE = re.compile(r"(?:hoi nghi|bien ban|bang|so theo doi|buoi|v/v|ve viec|danh muc|phu luc|so tong hop)\b")
_GATHERS = re.compile(r"y kien|kien nghi|phan anh|phat bieu|de xuat|nguyen vong|cau hoi|thao luan")
_CROWD = re.compile(
    r"nhan dan|nguoi dan|ba con|cu tri|dai bieu|cac ho|ho dan|hoi vien|hoi nghi|cac y kien|nhieu y kien|\d+ (?:luot "
    r")?y kien"
)
_SAYS_NEXT = re.compile(
    r"(?:sau(?: day)?|nhu sau|cu the(?: nhu sau)?|gom|la|noi dung|y kien|kien nghi|phan anh|phat bieu|de "
    r"xuat)\s*[:.]?$|:$"
)
_HANDS_OVER = re.compile(r"(?:tra loi|giai trinh|tiep thu|giai dap|lam ro|phan hoi)")
_NO_MORE = re.compile(
    r"(?:khong con|het|da het)\s+(?:\w+\s+){0,3}(?:y kien|dai bieu|phat bieu|kien nghi)|khong co y kien (?:nao "
    r")?(?:khac|them|gi)|^tren day la|^tong (?:so|cong)\b.{0,30}y kien.{0,40}$|(?:cam on|ghi nhan|tiep thu) (?:cac"
    r"|nhung|toan bo|tat ca|tat ca cac|day du) (?:cac )?y kien"
)


_NOTHING = re.compile(
    r"(?:khong|ko|k|nhat tri|thong nhat|dong y|khong co y kien.{0,12}|khong y kien.{0,12}|khong co kien nghi.{0,8}"
    r"|khong co|chua co y kien)"
)


def split(text: str, start: int) -> tuple[int, int]:
    """Return where the head of a line ends and where its rest begins: at the first colon, else at the end."""
    colon = _COLON.search(text, start)
    if not colon:
        return len(text), len(text)
    rest = colon.end()
    while rest < len(text) and text[rest] in " .":
        rest += 1
    return colon.start(), rest


def part(text: str, start: int, now: Part, *, is_marked: bool) -> tuple[Part, int] | None:
    """Return the part that the line opens and where the line's own content begins, or None when it opens none."""
    end, rest = split(text, start)
    head = flat(text[start:end]).strip(" .;-–*")
    if not head or count(head) > 30 or _SPOKEN.match(head):
        return None
    opened = _by_start(head, now, is_marked=is_marked)
    if opened is None:
        label = labels.cover(text, start, end, as_heading=True)
        if label is None or label.has("name", "reference", "counted") or (label.has("hamlet") and rest < len(text)):
            return None
        opened = _by_words(head)
    if opened is None or (opened is Part.OPINIONS and _TITLE.match(head) and not is_marked):
        return (Part.OPINIONS, len(text)) if opened and rest >= len(text) else None
    if opened is Part.ANSWERS and rest < len(text):
        return None
    return opened, rest


def _by_start(head: str, now: Part, *, is_marked: bool) -> Part | None:
    if now in (Part.OPINIONS, Part.ANSWERS) or not is_marked or _SUMMARY.match(head):
        return None
    return next((opened for opened, shape in _STARTS if shape.match(head)), None)


def _by_words(head: str) -> Part | None:  # noqa: C901 the order of these questions is the rule
    if _EARLIER.search(head):
        return Part.EARLIER
    if _CONCLUSION.search(head):
        return Part.CONCLUSION
    if _FORWARDED.search(head):
        return Part.CONCLUSION
    if _EXCHANGE.search(head):
        return Part.OPINIONS
    answer, noun = _ANSWER.search(head), _NOUN.search(head)
    if answer and (_ANSWER_OPINION.search(head) or noun is None or answer.start() <= noun.start()):
        return Part.ANSWERS
    if _PRESENT.search(head) and not (noun and _PEOPLE.search(head)):
        return Part.PRESENT
    if _REPORT.search(head) and not _PEOPLE.search(head) and not _SUMMARY.match(head):
        return Part.REPORT
    if noun:
        by_authority = _AUTHORITY.search(head) and not _PEOPLE.search(head)
        return Part.ANSWERS if by_authority else Part.OPINIONS
    return Part.CONTENT if _CONTENT.search(head) else None


def gathers_opinions(text: str) -> bool:
    """Whether a sentence leads over to what residents said ("Nhân dân tham gia các ý kiến sau:")."""
    plain = flat(text).strip()
    return bool(_GATHERS.search(plain) and _CROWD.search(plain) and _SAYS_NEXT.search(plain) and not hands_over(text))


def hands_over(text: str) -> bool:
    """Whether a sentence leads over to the answers ("Chủ tịch UBND xã trả lời các ý kiến như sau:")."""
    plain = flat(text).strip()
    return bool(_HANDS_OVER.search(plain) and _SAYS_NEXT.search(plain) and count(plain) <= 45)


def announces(text: str) -> bool:
    """Whether words only announce what follows ("đề nghị các nội dung sau:")."""
    plain = flat(text).strip()
    if not plain.endswith(":"):
        return False
    return bool(
        re.search(
            r"(?:noi dung|y kien|kien nghi|van de|viec|phan anh|de nghi|de xuat|nguyen vong|cau hoi"
            r"|dieu)\b(?:\s\w+){0,4}\s*:$",
            plain,
        )
    )


def says_nothing(text: str) -> bool:
    """Whether words only say that there is nothing to say ("Không có ý kiến")."""
    return _NOTHING.fullmatch(flat(text).strip(" .:;-–/")) is not None


def ends_opinions(text: str) -> bool:
    """Whether a sentence says that nobody had more to say, or thanks everybody."""
    return _NO_MORE.search(flat(text)) is not None
