"""A text as a row of syllables, each in two spellings: with its marks and without. No Django here.

Vietnamese writes the tone of "hòa" on either vowel and the sound of "kĩ" with either letter; both become one spelling
here, so that a word list holds each word once.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from langnghe.language.folding import fold

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SPELLED_OUT = r"[^\W\d_](?:[.*_\-][^\W\d_])+(?![^\W_])"
_SYLLABLE = re.compile(rf"(?P<word>{_SPELLED_OUT}|[^\W_]+)|(?P<end>[.!?;:\n])")
_BETWEEN_LETTERS = re.compile(r"[.*_\-]")
_ONE_TONE = str.maketrans({"\u0303": "\u0309"})
_CLIPPED_END_TYPED = re.compile(r"(?<=[aăâeêioôơuưy])g(?=[\u0300-\u0323]?$)")
_CLIPPED_END = re.compile(r"(?<=[aeiouy])g$")


@lru_cache(maxsize=20_000)
def marked(word: str) -> str:
    """Return the spelling of one syllable with its letters' marks, and its tone at the end."""
    letters = unicodedata.normalize("NFD", word.lower())
    tone = "".join(letter for letter in letters if letter in _TONES)
    base = "".join(letter for letter in letters if letter not in _TONES)
    return _one_i(unicodedata.normalize("NFC", base)) + tone


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """Return the spelling of one syllable without marks, with short forms of text messages ("fong", "nhug") undone."""
    base = _CLIPPED_END.sub("ng", _one_i(fold(word)))
    return "ph" + base[1:] if base.startswith("f") else base


@lru_cache(maxsize=20_000)
def typed(word: str) -> str:
    """Return the spelling of one syllable as far as it was typed: without any mark it may be every word it can be.

    Hỏi and ngã, which the Centre does not tell apart, are one.
    """
    if fold(word) == word.lower():
        return bare(word)
    return _CLIPPED_END_TYPED.sub("ng", marked(word)).translate(_ONE_TONE)


def _one_i(syllable: str) -> str:
    if len(syllable) == 2 and syllable[0] in "hklmst" and syllable[1] == "y":
        return syllable[0] + "i"
    return "qui" if syllable == "quy" else syllable


@dataclass(frozen=True)
class Line:
    """Two neighbouring sentences as one string, every syllable with a space before it, every sentence ended by " .".

    Two, because people take a breath in the middle of a thought.
    """

    first: int
    spelled: str

    def syllable_at(self, place: int) -> int:
        """Return how many syllables of the text stand before `place` of the string."""
        return self.first + self.spelled.count(" ", 0, place) - self.spelled.count(" .", 0, place)


@dataclass(frozen=True)
class Reading:
    """A text taken apart: `text` in NFC, the place of each syllable in it, and how many syllables end each sentence."""

    text: str
    spans: tuple[tuple[int, int], ...]
    ends: tuple[int, ...]

    @cached_property
    def marked(self) -> tuple[str, ...]:
        return tuple(marked(word) for word in self._syllables)

    @cached_property
    def bare(self) -> tuple[str, ...]:
        return tuple(bare(word) for word in self._syllables)

    @cached_property
    def is_unmarked(self) -> bool:
        """Whether it was typed without a Vietnamese keyboard: fewer than one syllable in five carries a mark."""
        with_marks = sum(fold(word) != word.lower() for word in self._syllables)
        return with_marks * 5 < len(self.spans)

    @cached_property
    def marked_lines(self) -> tuple[Line, ...]:
        return self._lines(self.marked)

    @cached_property
    def typed_lines(self) -> tuple[Line, ...]:
        return self._lines(tuple(typed(word) for word in self._syllables))

    @cached_property
    def bare_lines(self) -> tuple[Line, ...]:
        return self._lines(self.bare)

    @cached_property
    def _syllables(self) -> tuple[str, ...]:
        return tuple(_BETWEEN_LETTERS.sub("", self.text[start:end]) for start, end in self.spans)

    def _lines(self, spelled: tuple[str, ...]) -> tuple[Line, ...]:
        starts = (0, *self.ends[:-1])
        sentences = ["".join(f" {s}" for s in spelled[a:b]) + " ." for a, b in zip(starts, self.ends, strict=True)]
        after = [*sentences[1:], ""]
        return tuple(Line(*line) for line in zip(starts, map(str.__add__, sentences, after), strict=True))

    def words(self, first: int, last: int) -> str:
        """Return the piece of the text from syllable `first` to before syllable `last`, as it was written."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]


def read(text: str) -> Reading:
    """Take `text` apart into syllables and sentences. Letters that cannot be seen are left out."""
    text = "".join(letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter) != "Cf")
    spans: list[tuple[int, int]] = []
    ends: list[int] = []
    for found in _SYLLABLE.finditer(text):
        if found["word"]:
            spans.append(found.span())
        else:
            ends.append(len(spans))
    sentence_ends = sorted({*ends, len(spans)} - {0})
    return Reading(text, tuple(spans), tuple(sentence_ends) or (0,))
