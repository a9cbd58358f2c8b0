"""What the opening lines of minutes say about the meeting: where, when, who led, how many came. No Django here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from langnghe.exchange.reading.shapes import Field

_CHAIR = re.compile(r"(?:đồng )?chủ trì[^:]{0,20}:\s*([^.;]+)", re.IGNORECASE)
_SECRETARY = re.compile(r"thư ký[^:]{0,20}:\s*([^.;]+)", re.IGNORECASE)
_VENUE = re.compile(
    r"\b(?:tại|địa điểm\s*:)\s+((?:nhà|hội trường|trụ sở|trường|đình|ủy ban|ubnd)[^,.;]+)", re.IGNORECASE
)
_HOUR = re.compile(r"(?:hồi|lúc|bắt đầu)[^\d]{0,12}(\d{1,2})\s*(?:giờ|h|:)\s*(\d{2})?", re.IGNORECASE)
_INVITED = re.compile(r"(?:được mời|mời|triệu tập)[^\d.;]{0,12}(\d{1,5})", re.IGNORECASE)
_PRESENT = re.compile(r"(?:có mặt|tham dự|tham gia|dự họp)[^\d.;]{0,20}(\d{1,5})", re.IGNORECASE)
_RESIDENTS = re.compile(
    r"(?:nhân dân|người dân|cử tri)[^\d.;]{0,20}(\d{1,5})\s+(?:người|đại biểu|cử tri|hộ)", re.IGNORECASE
)
_WOMEN = re.compile(r"\bnữ[^\d.;]{0,8}(\d{1,5})", re.IGNORECASE)
_ABOUT_THE_MEETING = {"opening", "chair", "secretary", "attendance", "venue", "composition", "time"}


@dataclass(frozen=True)
class Particulars:
    """What is known of a meeting; "" or None where its minutes do not say."""

    venue: str = ""
    chair: str = ""
    secretary: str = ""
    starts_at: time | None = None
    invited: int | None = None
    present: int | None = None
    women: int | None = None


def particulars(fields: Iterable[Field]) -> Particulars:
    """Return what the recognised lines of one paper say of the meeting; the first that says it counts."""
    text = "\n".join(field.value for field in fields if field.name in _ABOUT_THE_MEETING)
    present, women = _number(_PRESENT, text), _number(_WOMEN, text)
    present = present if present is not None else _number(_RESIDENTS, text)
    return Particulars(
        venue=_first(_VENUE, text),
        chair=_first(_CHAIR, text),
        secretary=_first(_SECRETARY, text),
        starts_at=_hour(text),
        invited=_number(_INVITED, text),
        present=present,
        women=women if present is not None and women is not None and women <= present else None,
    )


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group(1).strip()[:200] if found else ""


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return int(found.group(1)) if found else None


def _hour(text: str) -> time | None:
    found = _HOUR.search(text)
    hour, minute = (int(found.group(1)), int(found.group(2) or 0)) if found else (24, 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
