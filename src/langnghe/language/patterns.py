"""The small language in which a pack writes the words it looks for. No Django here.

sổ đỏ                 these syllables, one after another
(đòi | xin) tiền      one of these
phải * tiền           up to six other syllables between, within one sentence
xử lý ~ cán bộ        up to two
{official} * tiền     a named group of words
cán bộ & phong bì     both, in any order, within two neighbouring sentences
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from langnghe.language.syllables import Line, Reading, bare, marked, typed

_TOKEN = re.compile(r"[(|)*~]|[^\W_]+|[^\s,\-]")
_GROUP = re.compile(r"\{([a-z_]+)\}")
_SIGNS = {"(": "(?:", ")": ")", "|": "|", "*": "(?: [^ .]+){0,6}?", "~": "(?: [^ .]+){0,2}?"}
_END = "(?![^ ])"


class PatternError(ValueError):
    """A pattern that cannot be read. Its message says why."""


@dataclass(frozen=True, order=True)
class Match:
    """Where a pattern was found: syllables `first` to before `last`."""

    first: int
    last: int

    def overlaps(self, other: "Match") -> bool:
        return self.first < other.last and other.first < self.last


class Marks(StrEnum):
    """How far marks count when a pattern is compared with a text."""

    IGNORED = "ignored"
    """Never: "ma tuý", "ma túy" and "ma tuy" are one."""
    TYPED = "typed"
    """On each syllable typed with marks, hỏi and ngã being one: "bằng giả" is not "bảng giá", "bang gia" may be."""
    SURE = "sure"
    """As TYPED, and never in a text without marks, where these syllables are too common."""
    COMPARED = "compared"
    """Where the text was typed with marks: "đê" is not "để"."""
    NEEDED = "needed"
    """Always; in a text typed without marks the words mean too many other things."""


@dataclass(frozen=True)
class Pattern:
    """A pattern ready to be looked for. `parts` have neither `&` nor groups any more."""

    parts: tuple[str, ...]
    marks: Marks

    def find(self, reading: Reading, harmless: Sequence[Match] = ()) -> tuple[Match, ...]:
        """Return every place in `reading` where a part stands; nothing when another part is missing near it.

        Places that touch a `harmless` one do not count.
        """
        if self.marks in (Marks.NEEDED, Marks.SURE) and reading.is_unmarked:
            return ()
        marks = Marks.IGNORED if reading.is_unmarked else self.marks
        found: set[Match] = set()
        for line in _lines(reading, marks):
            places = _places(self.parts, line, marks, harmless)
            if all(places):
                found.update(*places)
        return tuple(sorted(found))


def _lines(reading: Reading, marks: Marks) -> tuple[Line, ...]:
    if marks is Marks.IGNORED:
        return reading.bare_lines
    return reading.typed_lines if marks in (Marks.TYPED, Marks.SURE) else reading.marked_lines


def _places(parts: Iterable[str], line: Line, marks: Marks, harmless: Sequence[Match]) -> list[list[Match]]:
    """Return for each part where it stands in `line`; after a part that is missing, nothing more is looked for."""
    places: list[list[Match]] = []
    for part in parts:
        matches = (_match(line, found) for found in _compiled(part, marks).finditer(line.spelled))
        places.append([match for match in matches if not any(match.overlaps(other) for other in harmless)])
        if not places[-1]:
            break
    return places


def pattern(source: str, groups: Mapping[str, str], marks: Marks = Marks.COMPARED) -> Pattern:
    """Read one pattern; `groups` maps the name of a group to its alternatives, written `a | b c`.

    Raises PatternError.
    """
    parts = tuple(_written_out(part, groups) for part in source.split("&"))
    for part in parts:
        _check_brackets(part)
        _expression(part, marks)
    return Pattern(parts, marks)


def _written_out(part: str, groups: Mapping[str, str]) -> str:
    def alternatives(found: re.Match[str]) -> str:
        if found[1] not in groups:
            raise PatternError(f"unknown group {{{found[1]}}}")
        return f"({_written_out(groups[found[1]], groups)})"

    return _GROUP.sub(alternatives, part).strip()


def _check_brackets(part: str) -> None:
    depth = 0
    for sign in re.findall("[()]", part):
        depth += 1 if sign == "(" else -1
        if depth < 0:
            break
    if depth or not part:
        raise PatternError("brackets do not match" if depth else "an empty pattern")


@lru_cache(maxsize=4_000)
def _compiled(part: str, marks: Marks) -> re.Pattern[str]:
    return re.compile(_expression(part, marks))


def _expression(part: str, marks: Marks) -> str:
    return "".join(_pieces(_TOKEN.findall(part), marks))


def _pieces(tokens: list[str], marks: Marks) -> Iterator[str]:
    """Yield the regular expression piece by piece. Without marks, syllables may be written together: "matuy"."""
    for before, token, after in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False):
        if token in _SIGNS:
            yield _SIGNS[token]
        elif not token.isalnum():
            raise PatternError(f"the sign {token} means nothing in a pattern")
        elif marks in (Marks.COMPARED, Marks.NEEDED):
            yield f" {re.escape(marked(token))}{_END}"
        else:
            yield f" {'?' if before.isalnum() else ''}{_spelling(token, marks)}{'' if after.isalnum() else _END}"


def _spelling(token: str, marks: Marks) -> str:
    spellings = dict.fromkeys([bare(token), *([typed(token)] if marks in (Marks.TYPED, Marks.SURE) else [])])
    return bare(token) if len(spellings) == 1 else f"(?:{'|'.join(spellings)})"


def _match(line: Line, found: re.Match[str]) -> Match:
    first = line.syllable_at(found.start())
    return Match(first, max(first + 1, line.syllable_at(found.end())))
