"""Words compared without marks, letter for letter, so that a place found in one form is the same place in the other."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"\w+")
_BLANK = re.compile(r"[^\S\n]+")


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter.lower())[:1] or letter
    return "d" if base == "đ" else base


def flat(text: str) -> str:
    """Return `text` in lower case without marks and exactly as long: index i is the same letter in both."""
    return "".join(map(_bare, text))


def tidy(text: str) -> str:
    """Return `text` in NFC, white space folded to single spaces but line breaks kept."""
    lines = (_BLANK.sub(" ", line).strip() for line in unicodedata.normalize("NFC", text).split("\n"))
    return "\n".join(line for line in lines if line)


def count(text: str) -> int:
    """Return how many words `text` holds; punctuation alone is no word."""
    return len(WORD.findall(text))


def any_of(phrases: str) -> str:
    """Return a pattern for any phrase of a comma-separated list, longest first, on flat text."""
    listed = sorted(
        {flat(" ".join(phrase.split())) for phrase in phrases.split(",") if phrase.strip()}, key=len, reverse=True
    )
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed) + ")"
