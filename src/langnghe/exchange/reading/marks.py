"""List marks a clerk types: "I.", "A)", "1/", "1.2.", "a)", "-", "+", "*", "•", and the arrow before an answer."""

import re

from langnghe.exchange.reading.blocks import Mark

_ROMAN = {"I": 1, "V": 5, "X": 10}
_SHAPES: list[tuple[str, re.Pattern[str]]] = [
    ("arrow", re.compile(r"(?:=+>|-+>|→|⇒|➔|➜|⟶|➝)\s*")),
    ("path", re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\s*(?:[.)/:]|[-–](?=\s))?(?:\s+|(?=[^\W\d]))(?![\d.])")),
    ("roman", re.compile(r"([IVX]{1,5})\s*([.)/:]|[-–](?=\s))\s*(?=\S)")),
    ("upper", re.compile(r"([A-HĐ])\s*([.)/])\s+(?=\S)")),
    ("number", re.compile(r"\(?(\d{1,3})\s*(\.(?!\d)|\)(?![\w])|\)\s*|/(?!\d)|[-–](?=\s)|:\s)\s*(?=\S|$)")),
    ("letter", re.compile(r"\(?([a-hđik])\s*(\)|\.(?=\s)|/(?=\s))\s*(?=\S)")),
    ("dash", re.compile(r"([-–—−‒])\s*(?=[^\d\s-]|\s\d|\d)")),
    ("plus", re.compile(r"(\+)\s*(?=\S)")),
    ("star", re.compile(r"(\*{1,3})\s*(?=[^\s*])")),
    ("dot", re.compile(r"([•·●○◦▪■□❖➢►✓✔◆♦§Ø])\s*(?=\S)|(o)\s+(?=[A-ZĐ])")),
]
_PART = re.compile(r"(?:PHẦN|Phần|MỤC|Mục)\s+(?:(?:THỨ|thứ)\s+)?([IVX]{1,4}|\d{1,2}|\w+)\s*(?:[:.)–-]\s*|$)")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")


def read(text: str, start: int = 0) -> tuple[Mark | None, int]:
    """Return the list mark at `start` and where the words behind it begin."""
    if _DATE.match(text, start):
        return None, start
    part = _PART.match(text, start)
    if part and (
        part[1][0] in "IVX" or part[1].isdigit() or part[1].lower() in ("nhất", "hai", "ba", "tư", "năm", "một")
    ):
        return Mark("roman", "Phần"), part.end()
    for kind, shape in _SHAPES:
        found = shape.match(text, start)
        if found and (mark := _mark(kind, found)):
            return _after_a_dash(text, mark, found.end())
    return None, start


def _after_a_dash(text: str, mark: Mark, end: int) -> tuple[Mark, int]:
    """A clerk also types "- 1." or "* a)": the number is the mark that counts."""
    if mark.kind in ("dash", "star", "plus"):
        for kind, shape in (_SHAPES[4], _SHAPES[5]):
            found = shape.match(text, end)
            if found and (inner := _mark(kind, found)):
                return inner, found.end()
    return mark, end


def _mark(kind: str, found: re.Match[str]) -> Mark | None:
    if kind == "arrow":
        return Mark("arrow", "→")
    token = found[1] or found[2]
    if kind == "path":
        path = tuple(int(part) for part in token.split("."))
        return Mark("number", "." * len(path), path[-1], path) if path[0] else None
    style = found[2] if len(found.groups()) > 1 and found[2] else token
    style = ("(" if found[0].startswith("(") else "") + style.strip()
    if kind == "roman":
        return Mark(kind, style, _roman(token))
    if kind == "number":
        return Mark(kind, style, int(token), (int(token),))
    if kind in ("upper", "letter"):
        return Mark(kind, style, ord(token.lower()) - 96 if token.isascii() else None)
    return Mark(kind, token[:1])


def _roman(token: str) -> int:
    values = [_ROMAN[letter] for letter in token]
    return sum(-one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True))
