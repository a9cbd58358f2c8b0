"""Which two words a person meant to be the same: marks that were not typed, and slips of the hand. No Django here.

A slip is only taken for one where what stands there is no Vietnamese syllable.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import combining, normalize

from langnghe.language.folding import fold
from langnghe.language.syllables import bare, marked, read

_ONSET = "[bdhlmrstvx]|n(?!g|h)|nh|ch|tr|th|ph|kh|gi|k(?=[eiy])|c(?![eiy])|(?:g|ng)(?![heiy])|(?:gh|ngh)(?=[eiy])"
_RIMES = (
    "a(?:ch?|i|m|ng?|nh|o|p|t|u|y)?|e(?:ch?|m|ng?|nh|o|p|t|u)?|i(?:ch?|m|nh?|p|t|u|a|e(?:c|m|ng?|p|t|u))?",
    "o(?:c|i|m|ng?|p|t|a(?:ch?|i|m|ng?|nh|o|p|t|y)?|e(?:n|o|t)?|o(?:c|ng))?|y(?:e(?:m|ng?|t|u))?",
    "u(?:c|i|m|ng?|p|t|u|a(?:n|ng|t|y)?|o(?:c|i|m|ng?|p|t|u)?|e(?:ch|nh|t)?|y(?:a|ch|en|et|nh|p|t|u)?)?",
)
_AFTER_Q = (
    "u(?:a(?:ch?|i|m|ng?|nh|o|p|t|u|y)?|e(?:ch|n|nh|o|t|u)?|i(?:ch|nh?|t|p|u)?|o(?:c|ng?|t)?|y(?:en|et|nh|t|ch|p)?)"
)
_VALID = re.compile(f"(?:{_ONSET})?(?:{'|'.join(_RIMES)})|gi(?:n|m|p|ch|et|en|eng|eo)?|q{_AFTER_Q}")
"""How a Vietnamese syllable is spelled without marks; rather too many than too few."""
_NEEDS_MARKS = re.compile("(?:[ptc]|ch)$|ie|ye|eu$|(?<!q)u[eo]")
"""How no syllable is spelled that has neither tone nor other marks; "duong" is, "may" may be "may" or "máy"."""
_VOWEL = re.compile("[aeiouy]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VNI = re.compile(r"([^\W\d_]{2,})([1-9]+)")
_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0309", "j": "\u0323"}
_VNI_MARKS = dict(
    zip("123456789", ("\u0301", "\u0300", "\u0309", "\u0309", "\u0323", "\u0302", "\u031b", "\u0306", "đ"), strict=True)
)
_BEFORE_NAMES = frozenset(
    read("thôn xóm tổ kiệt hẻm ngõ bản ấp khóm cụm khu TDP đội đường cầu chợ xã phường lô số").bare
)
"""Words that a name or a number follows; "thon6" may be "thôn" or "thôn 6"."""
_WEIGHTY = frozenset(
    read(
        "không chưa đã đừng chẳng hết thôi một hai ba bốn tư năm sáu bảy tám chín mười trăm nghìn ngàn triệu tỷ"
        " đông tây nam bắc trên dưới trong ngoài trái phải trước sau cho"
    ).bare
)
"""Words that turn a sentence round, count or point; without marks they may be others."""


@lru_cache(maxsize=20_000)
def put_right(syllable: str) -> str:
    """Return a syllable without marks as it was meant, where one slip can have been one syllable only."""
    leftover = _VNI.fullmatch(syllable)
    if leftover and leftover[1] not in _BEFORE_NAMES and _VALID.fullmatch(leftover[1]):
        return leftover[1]
    if syllable.isdigit():
        return syllable.lstrip("0") or "0"
    if _VALID.fullmatch(syllable) or not syllable.isalpha():
        return syllable
    for slip in (_without_one, _swapped, _with_one):
        meant = {one for one in slip(syllable) if _VALID.fullmatch(one)}
        if meant:
            return meant.pop() if len(meant) == 1 else syllable
    return syllable


def _without_one(word: str) -> dict[str, str]:
    """Return `word` without one letter that was doubled or is a key of a Vietnamese keyboard (telex), with that key."""
    return {
        word[:place] + word[place + 1 :]: "" if letter == word[place - 1] else letter
        for place, letter in enumerate(word)
        if place and (letter == word[place - 1] or letter in "fsrxjw")
    }


def _swapped(word: str) -> set[str]:
    return {word[:one] + word[one + 1] + word[one] + word[one + 2 :] for one in range(len(word) - 1)}


def _with_one(word: str) -> set[str]:
    if not _VOWEL.search(word):
        return set()
    return {word[:place] + letter + word[place:] for place in range(len(word) + 1) for letter in _LETTERS}


def distance(words: Sequence[str], others: Sequence[str]) -> int | None:
    """Return 0 for two texts spelled alike, 1 where marks were not typed, 2 with slips; None where they may differ."""
    if len(words) != len(others):
        return None
    are_marked = _is_marked(words) and _is_marked(others)
    named = _named(words) | _named(others)
    apart = [0]
    for place, pair in enumerate(zip(words, others, strict=True)):
        distance = _words_apart(pair[0].casefold(), pair[1].casefold())
        if distance is None or (distance and place in named and (are_marked or distance == 2)):
            return None
        if distance and are_marked and _is_doubtful(pair, distance):
            return None
        apart.append(distance)
    return max(apart) if apart.count(2) <= _slips_allowed(words) else None


def _is_doubtful(pair: tuple[str, str], distance: int) -> bool:
    """Whether a word of a text with marks may be another one, or turns the sense where it is."""
    spelled = {bare(word) for word in pair}
    without = distance == 1 and not all(map(_marks, pair))
    return bool(_WEIGHTY & spelled) or (without and not all(map(_NEEDS_MARKS.search, spelled)))


def _slips_allowed(words: Sequence[str]) -> int:
    """Return one for every four words, and three at most; none in another language, whose words all look like slips."""
    valid = sum(_VALID.fullmatch(bare(word)) is not None for word in words)
    return min(3, len(words) // 4) if valid * 3 >= len(words) * 2 else 0


def _named(words: Sequence[str]) -> set[int]:
    """Return the places of words that are or may be a name: capitals, two words after "thôn" or one number."""
    capitals = {place for place, word in enumerate(words) if word[0].isupper()}
    if 1 not in capitals:
        capitals.discard(0)
    before = [place for place, word in enumerate(words[:-1]) if bare(word) in _BEFORE_NAMES]
    longer = {place + 2 for place in before if not words[place + 1].isdigit()}
    return capitals | {place + 1 for place in before} | longer


def _is_marked(words: Iterable[str]) -> bool:
    return any(fold(word) != word.lower() for word in words)


@lru_cache(maxsize=50_000)
def _words_apart(one: str, other: str) -> int | None:
    """Return 0 for one spelling, 1 where one has no marks, 2 for a slip, None for two words."""
    if one == other:
        return 0
    parts, others = _parts(one), _parts(other)
    if [letter for letter, _ in parts] == [letter for letter, _ in others]:
        return 1 if parts == others or not (_marks(one) and _marks(other)) else None
    return 2 if _is_slip(one, other) or _is_slip(other, one) else None


def _parts(word: str) -> list[tuple[str, frozenset[str]]]:
    """Return the letters of a syllable with their marks, its tone last; hỏi and ngã, often confused, are one."""
    parts: list[tuple[str, frozenset[str]]] = []
    for letter in normalize("NFD", normalize("NFC", marked(word)).replace("ưo", "ươ")):
        if not combining(letter):
            parts.append((fold(letter), frozenset(letter if fold(letter) != letter else "")))
        elif parts:
            parts[-1] = (parts[-1][0], parts[-1][1] | {letter})
    return _tone_last(parts)


def _tone_last(parts: list[tuple[str, frozenset[str]]]) -> list[tuple[str, frozenset[str]]]:
    tones = frozenset(_TONES.values()) | {"\u0303"}
    found = {"\u0309" if mark == "\u0303" else mark for _, marks in parts for mark in marks & tones}
    return [*((letter, marks - tones) for letter, marks in parts), ("", frozenset(found))]


def _is_slip(slipped: str, meant: str) -> bool:
    """Whether `slipped`, which is no syllable, is `meant`, which is one, but for one slip of the hand."""
    was, is_now = bare(meant), bare(slipped)
    if _VALID.fullmatch(is_now) or not _VALID.fullmatch(was):
        return False
    typed_marks, marks = _marks(slipped), _marks(meant)
    leftover = _VNI.fullmatch(is_now)
    if leftover:
        typed_marks |= {_VNI_MARKS[digit] for digit in leftover[2]}
        return leftover[1] == was and was not in _BEFORE_NAMES and typed_marks <= marks
    without = _without_one(is_now)
    typed_marks |= set(_TONES.get(without.get(was, ""), ""))
    return typed_marks <= marks and was in without.keys() | _swapped(is_now) | _with_one(is_now)


def _marks(word: str) -> set[str]:
    return {mark for _, marks in _parts(word) for mark in marks}
