"""How Vietnamese official papers write hours, dates and numbers of opinions."""

from collections.abc import Iterable
from datetime import date, time
from itertools import groupby

DOTS = "………"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def day_in_words(day: date) -> str:
    """Return "ngày 05 tháng 02 năm 2026": days to 9 and months 1-2 take a zero (Decree 30/2020, Annex I)."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def weekday_in_words(day: date) -> str:
    """Return "thứ Hai" to "Chủ nhật"."""
    return WEEKDAYS[day.weekday()]


def full_day_in_words(day: date) -> str:
    """Return "thứ Năm, ngày 05 tháng 02 năm 2026", as one tells people when to come."""
    return f"{weekday_in_words(day)}, {day_in_words(day)}"


def clock(hour: time | None) -> str:
    """Return "19 giờ 00" for a table, or dots for the pen."""
    return f"{DOTS} giờ" if hour is None else f"{hour.hour:02} giờ {hour.minute:02}"


def hour_in_words(hour: time | None) -> str:
    """Return "19 giờ 00 phút", or dots for the pen."""
    return f"{DOTS} giờ {DOTS} phút" if hour is None else f"{hour.hour:02} giờ {hour.minute:02} phút"


def number_list(numbers: Iterable[int]) -> str:
    """Return "1, 3-5, 9": neighbours from three on become a range."""
    runs = groupby(enumerate(sorted(set(numbers))), key=lambda pair: pair[1] - pair[0])
    return ", ".join(_run([number for _, number in pairs]) for _, pairs in runs)


def list_of(names: Iterable[str]) -> str:
    """Return "Thôn 01, Thôn 02"."""
    return ", ".join(names)


def tier_of(issuer: str) -> str:
    """Return what people call the commune that issues a paper: "Xã", "Phường" or "Đặc khu"."""
    words = issuer.casefold()
    return next((tier for tier in ("Phường", "Đặc khu") if tier.casefold() in words), "Xã")


def _run(numbers: list[int]) -> str:
    return f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 2 else ", ".join(map(str, numbers))
