"""Where a person's name stands in a text, so that it can be withheld. Names are found, never returned to anyone.

A name is a run of capitalised words after a form of address ("ông", "bà", "đ/c"), or one that opens with a
Vietnamese family name. A run after "đường", "cầu", "trường" is a place that was named after somebody.
"""

import re

from langnghe.exchange.reading.words import flat

TITLES = (
    "đồng chí|đ/c|đ\\.c|đc|ông/bà|ông "
    "\\(bà\\)|ông|bà|anh|chị|cô|chú|bác|cụ|mệ|dì|thím|cậu|mợ|dượng|em|cháu|thầy|ô\\.|b\\.|ô|"
    "linh mục|mục sư|đại đức|thượng tọa|ni sư|sư cô|hòa thượng|già làng|bs\\.?|ths\\.?|ts\\.?|ks\\.?|cn\\.?|luật "
    "sư|bác sĩ|kỹ sư"
)


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


SURNAMES = _listed(
    "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn mai tô hà tạ cao châu "
    "lâm lương trương thái tôn kiều la lưu mạc nghiêm phùng quách thạch tăng từ vi vương hứa khổng giang đào đàm "
    "diệp chu cù cung bạch âu lại lục lữ ninh nông nhan quan quang sầm thân thi tiêu tống triệu trà trang ung "
    "uông văn viên vòng xa yên ân ấu bành bế bồ cái cam chử công doãn đậu điền đồng giáp hàn hạ hầu hùng kha khúc "
    "khuất khương kim lò lù lưỡng ma mã mẫn nhâm nhữ ông phí phó phương sái sơn sử tán thang thiều tòng trình "
    "trưng tường ứng vừ y ksor rơ siu blúp pơloong arất alăng bling zơrâm hôih"
)
_SURE = _listed(
    "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương đinh trịnh đoàn trương phùng lương tạ "
    "quách tôn"
)
_PLAIN_SURE = frozenset(flat(name) for name in _SURE)
_STOPS = _listed(
    "thôn tổ tdp khu kp kdc xóm ấp bản làng khối trưởng phó chủ bí giám phòng ubnd hđnd ubmttq mttq hội đề kiến "
    "mong xin phản con em ông bà anh chị đồng bác và cùng trả giải tiếp người dân cử tri đại diện xã phường cán "
    "bộ công ủy thư ký mặt trận phát nêu hỏi nói cho nhà đường sở ban trung chuyên thành thường đảng "
    "cựu hộ các những nguyên"
)
_PLAIN_STOPS = frozenset(flat(word) for word in _STOPS) - {"tran", "duong", "ho"}
# These are also given names ("Đặng Thị Thư", "Trần Đại"): behind a family name they go on with it.
_GIVEN = _listed("anh chị bác thư ký hội đồng công thành trung đại diện tri thường nguyên bộ khu bản dân con em")
_PLACES = re.compile(
    r"(?:đường|phố|cầu|trường|kiệt|ngõ|hẻm|chợ|khu|lô|thôn|sông|chùa|đình|cống|hồ|công viên|quảng trường|bệnh viện"
    r"|nghĩa trang"
    r"|làng|xã|phường|tuyến|đoạn|từ|đến|ngã ba|ngã tư|tiểu học|thcs|thpt|mầm non|tổ dân phố|tdp|giao|góc|nút|và|,|-"
    r"|–)\s*(?:số\s*\d+\s*)?$",
    re.IGNORECASE,
)
_TITLE = re.compile(rf"(?<![\w/])(?:{TITLES})(?![\w/])\s*:?\s*", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?")
_GAP = re.compile(r"\s?(?:\.\s?)?")
_LONGEST = 6


def key(name: str) -> str:
    """Return the form under which one name is the same name again."""
    return " ".join(re.findall(r"\w+", flat(name)))


def title_at(text: str, start: int) -> int | None:
    """Return where the name begins if a form of address stands at `start`."""
    found = _TITLE.match(text, start)
    return found.end() if found else None


def run_at(text: str, start: int, *, addressed: bool = False) -> list[tuple[int, int]]:
    """Return the capitalised words at `start` that may be one name; behind "bà", "Công Tằng …" is one too."""
    run: list[tuple[int, int]] = []
    at = start
    while len(run) < _LONGEST and (token := _TOKEN.match(text, at)) and _belongs(token[0], bool(run) or addressed):
        end = token.end() - (token[0].endswith(".") and len(token[0]) > 3)
        run.append((token.start(), end))
        gap = _GAP.match(text, end)
        at = gap.end() if gap and gap.end() > end else len(text) + 1
        if "\n" in text[end:at]:
            break
    return run


def _belongs(token: str, is_inside: bool) -> bool:
    lower = token.rstrip(".").lower()
    stops = lower in _STOPS or (lower.isascii() and lower in _PLAIN_STOPS)
    return token[:1].isupper() and (not stops or (is_inside and lower in _GIVEN and not token.isupper()))


def name_at(text: str, start: int) -> int | None:
    """Return where a name that stands at `start` without form of address ends."""
    run = run_at(text, start)
    first = text[run[0][0] : run[0][1]].lower() if run else ""
    if len(run) >= 2 and (first in SURNAMES or (first.isascii() and first in _PLAIN_SURE)):
        return run[-1][1]
    return None


def addressed_at(text: str, start: int) -> tuple[int, int] | None:
    """Return the place of a name that follows a form of address at `start`."""
    after = title_at(text, start)
    run = run_at(text, after, addressed=True) if after is not None else []
    if len(run) == 1 and text[run[0][0] : run[0][1]].lower() in _GIVEN:
        return None
    if run and after is not None and "." in text[start:after] and name_at(text, after) is None:
        return None
    return (run[0][0], run[-1][1]) if run else None


def all_names(text: str) -> list[tuple[int, int]]:
    """Return every place where a name stands, addressed or by a frequent family name and two words more."""
    found: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(text):
        if found and token.start() < found[-1][1]:
            continue
        place = addressed_at(text, token.start()) if _is_free(text, token.start()) else None
        if place is None:
            place = _surnamed(text, token.start())
        if place:
            found.append(place)
    return found


def _is_free(text: str, start: int) -> bool:
    return not _PLACES.search(text[max(0, start - 25) : start]) or text[start : start + 1].islower()


def _surnamed(text: str, start: int) -> tuple[int, int] | None:
    run = run_at(text, start)
    first = text[run[0][0] : run[0][1]].lower() if run else ""
    if len(run) < 2 or (len(run) == 2 and len(run) * 6 < len(text)):
        return None
    sure = first in _SURE or (first.isascii() and first in _PLAIN_SURE)
    before = text[max(0, start - 25) : start]
    return (start, run[-1][1]) if sure and not _PLACES.search(before) else None


def known_names(text: str, keys: set[str]) -> list[tuple[int, int]]:
    """Return where the names of `keys` (two words or more) stand in `text`, other than as a place's name."""
    found = []
    plain = flat(text)
    for one in keys:
        if " " not in one:
            continue
        spaced = r"[\s.]+".join(map(re.escape, one.split()))
        for place in re.finditer(rf"\b{spaced}\b", plain):
            before = text[max(0, place.start() - 25) : place.start()].rstrip()
            named_place = re.search(r"(?:đường|phố|cầu|trường|chợ|thcs|thpt|tiểu học)$", before, re.IGNORECASE)
            if text[place.start()].isupper() and not named_place:
                found.append(place.span())
    return found


def is_only_names(text: str) -> bool:
    """Whether `text` is nothing but one or several names, with or without forms of address."""
    at = 0
    seen = False
    while at < len(text):
        gap = re.compile(r"[\s,;/&.\-–]+|và\s|\d{1,3}[.)]\s*").match(text, at)
        if gap and gap.end() > at:
            at = gap.end()
            continue
        place = addressed_at(text, at)
        end = place[1] if place else name_at(text, at)
        if end is None:
            return False
        at, seen = end, True
    return seen
