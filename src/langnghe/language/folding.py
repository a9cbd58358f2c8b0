"""One form for text that is kept, and one for text that is compared. No Django here."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_STROKES = str.maketrans("đĐłŁ", "dDlL")


def normal(text: str) -> str:
    """Return `text` in NFC with runs of white space folded to one space and none at the ends."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """Return `text` in lower case without marks, đ as d: what a person without a Vietnamese keyboard types.

    SQLite's and PostgreSQL's own folding leaves đ as it is, so every index and every query is folded here first.
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))
    return _SPACE.sub(" ", bare.translate(_STROKES)).strip()


def has_marks(text: str) -> bool:
    """Whether `text` carries Vietnamese marks; a text without any was typed without a Vietnamese keyboard."""
    return fold(text) != normal(text).lower()
