"""The small words of a page: dates, deadlines, counts, states, quotations, icons. Known to every template."""

import re
from datetime import date, datetime
from pathlib import Path

from django import template
from django.templatetags.static import static
from django.utils import formats, numberformat, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop, ngettext

from langnghe.web import clock

register = template.Library()

STATIC = Path(__file__).parent.parent / "static"
SPRITE = "vendor/tabler/icons.svg"
ICONS = frozenset(re.findall(r'<symbol id="([a-z-]+)"', (STATIC / SPRITE).read_text("utf-8")))

WEEKDAYS = (
    gettext_noop("thứ Hai"),
    gettext_noop("thứ Ba"),
    gettext_noop("thứ Tư"),
    gettext_noop("thứ Năm"),
    gettext_noop("thứ Sáu"),
    gettext_noop("thứ Bảy"),
    gettext_noop("Chủ nhật"),
)

# A deadline this near is shown in the colour of "due soon".
SOON_DAYS = 3

# A state is a word with a shape; the shape alone must tell states apart on a black and white print.
STATES = {
    "waiting": ("circle-dashed", gettext_noop("Đang chờ")),
    "open": ("circle", gettext_noop("Đã vào sổ")),
    "held": ("lock", gettext_noop("Giữ lại để xem")),
    "aside": ("out", gettext_noop("Đã hướng dẫn sang thủ tục riêng")),
    "draft": ("draft", gettext_noop("DỰ THẢO")),
    "doing": ("circle-half", gettext_noop("Đang giải quyết")),
    "referred": ("refer", gettext_noop("Đã chuyển lên trên")),
    "answered": ("message", gettext_noop("Đã trả lời")),
    "done": ("done", gettext_noop("Xong")),
    "reopened": ("reopen", gettext_noop("Dân nói chưa xong")),
    "planned": ("calendar", gettext_noop("Đã lên lịch")),
    "unconfirmed": ("help", gettext_noop("Chưa xác nhận")),
    "soon": ("clock", gettext_noop("Sắp đến hạn")),
    "late": ("late", gettext_noop("Trễ hạn")),
    "wrong": ("late", gettext_noop("Có chỗ sai")),
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one icon of the sprite; it stands before a word and says nothing to a screen reader."""
    if name not in ICONS:
        raise template.TemplateSyntaxError(f"no icon is called {name!r}")
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static(SPRITE),
        name,
    )


@register.filter
def thousands(number: int | None) -> str:
    """Write a count as the language groups it: 10.000 in Vietnamese."""
    if number is None:
        return ""
    separator = formats.get_format("THOUSAND_SEPARATOR")
    return numberformat.format(number, ".", grouping=3, thousand_sep=separator, force_grouping=True)


@register.filter
def when(moment: date | datetime | None) -> SafeString | str:
    """Write a day as "thứ Ba 2/12/2026", with ", 19:00" for a moment, on the ward's own clock."""
    if moment is None or moment == "":
        return ""
    local = on_the_wards_clock(moment)
    text = gettext("%(weekday)s %(day)s/%(month)s/%(year)s") % {
        "weekday": gettext(WEEKDAYS[local.weekday()]),
        "day": local.day,
        "month": local.month,
        "year": local.year,
    }
    if isinstance(local, datetime):
        text = f"{text}, {local:%H:%M}"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), text)


@register.filter
def due(deadline: date | datetime | None, today: date | None = None) -> SafeString | str:
    """Say how far `deadline` is, as a state: "còn 3 ngày", "hôm nay", "trễ 2 ngày"."""
    if deadline is None or deadline == "":
        return ""
    local = on_the_wards_clock(deadline)
    day = local.date() if isinstance(local, datetime) else local
    code, words = distance((day - (today or clock.today())).days)
    return format_html(
        '<span class="state state--due" data-state="{}">{}<span>{}</span></span>', code, icon(STATES[code][0]), words
    )


@register.filter
def deadline(day: date | datetime | None, today: date | None = None) -> SafeString | str:
    """Write a deadline in full: "thứ Ba 2/12/2026 (còn 3 ngày)"."""
    if day is None or day == "":
        return ""
    return format_html('{} <span class="nowrap">({})</span>', when(day), due(day, today))


@register.simple_tag
def state(code: str, word: str = "") -> SafeString:
    """Show a state by its shape and its word, or by another `word` for the same shape."""
    shape, usual = STATES[code]
    return format_html(
        '<span class="state" data-state="{}">{}<span>{}</span></span>', code, icon(shape), word or gettext(usual)
    )


@register.inclusion_tag("_parts/quotation.html")
def quotation(words: str, lang: str = "vi", **facts: object) -> dict[str, object]:
    """Quote what people said. Facts: `place`, `at`, `reference`, `note`; `small` for one of many."""
    return {"words": words, "lang": lang, **facts}


def on_the_wards_clock(moment: date | datetime) -> date | datetime:
    """Return `moment` in the ward's time zone; a day is a day everywhere."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


def distance(days: int) -> tuple[str, str]:
    """Return the state and the words for a deadline `days` away."""
    if days < 0:
        return "late", ngettext("trễ %(n)s ngày", "trễ %(n)s ngày", -days) % {"n": thousands(-days)}
    if days == 0:
        return "soon", gettext("hôm nay")
    left = ngettext("còn %(n)s ngày", "còn %(n)s ngày", days) % {"n": thousands(days)}
    return ("soon" if days <= SOON_DAYS else "open"), left
