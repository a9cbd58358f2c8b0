"""Which official answers say nothing: formulas and fillers, and no act, day, place, amount or reason. No Django here.

Fillers ("UBND xã", "của bà con", "sẽ") are taken away first, from the answer and from the formulas alike, so that a
formula is found whoever speaks and in whatever order a list of them stands. One word that belongs to none of them is
enough for an answer to say something: it is worse to refuse a short reason than to let a hollow sentence pass.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from langnghe.language.syllables import Reading, bare, read, typed

Words = tuple[str, ...]


@dataclass(frozen=True)
class Formula:
    """Words of a pack that say nothing, as it writes them; a filler is not even a formula ("nội dung này")."""

    language: str
    text: str
    is_filler: bool = False


@dataclass(frozen=True)
class _Phrases:
    """Phrases by their first word, each with its text; the longest first."""

    by_first: dict[str, list[tuple[Words, str]]]

    def at(self, words: Words, place: int) -> tuple[int, str] | None:
        """Return where the longest phrase that begins at `place` ends, and its text."""
        for phrase, text in self.by_first.get(words[place], ()):
            if words[place : place + len(phrase)] == phrase:
                return place + len(phrase), text
        return None

    def places(self, words: Words) -> set[int]:
        """Return the places of `words` that belong to a phrase."""
        return {place for start in range(len(words)) for place in range(start, (self.at(words, start) or (0, ""))[0])}


@dataclass(frozen=True)
class _Language:
    """The phrases of one language; `hollow` has each formula also without its fillers."""

    fillers: _Phrases
    formulas: _Phrases
    hollow: _Phrases

    def found(self, words: Words) -> tuple[str, ...]:
        """Return the formulas `words` are made of; () where a word is left over that is in none and no filler."""
        aside = self.fillers.places(words) - self.formulas.places(words)
        return _only(self.hollow, tuple(word for place, word in enumerate(words) if place not in aside))


def emptiness(text: str, formulas: Sequence[Formula]) -> tuple[str, ...]:
    """Return the formulas that `text` is made of, as the pack writes them; () where it says anything besides them.

    The words of one language at a time count. Marks count unless the text was typed without. A digit says something.
    """
    reading = read(text)
    if any(letter.isdigit() for letter in reading.text):
        return ()
    words = _words(reading, reading.is_unmarked)
    found = (language.found(words) for language in _languages(tuple(formulas), reading.is_unmarked))
    return next(filter(None, found), ())


def _only(hollow: _Phrases, words: Words) -> tuple[str, ...]:
    """Return the phrases that cover every one of `words`, in their order; () where a word is left over."""
    found: list[str] = []
    covered = 0
    for place in range(len(words)):
        phrase = hollow.at(words, place)
        if phrase is not None and phrase[0] > covered:
            covered = phrase[0]
            found.append(phrase[1])
        if covered <= place:
            return ()
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=16)
def _languages(formulas: tuple[Formula, ...], is_unmarked: bool) -> tuple[_Language, ...]:
    prepared = []
    for language in dict.fromkeys(one.language for one in formulas):
        own = [(_words(read(one.text), is_unmarked), one) for one in formulas if one.language == language]
        fillers = _phrases([(words, one.text) for words, one in own if one.is_filler])
        whole = [(words, one.text) for words, one in own if not one.is_filler]
        cores = [(_core(words, fillers), text) for words, text in whole]
        hollow = _phrases([*whole, *((core, text) for core, text in cores if core)])
        prepared.append(_Language(fillers, _phrases(whole), hollow))
    return tuple(prepared)


def _core(words: Words, fillers: _Phrases) -> Words:
    """Return `words` without their fillers; () where less than most of several is left, which may mean anything."""
    aside = fillers.places(words)
    left = tuple(word for place, word in enumerate(words) if place not in aside)
    return left if len(left) > 1 and len(words) < 2 * len(left) else ()


def _phrases(phrases: list[tuple[Words, str]]) -> _Phrases:
    by_first: dict[str, list[tuple[Words, str]]] = defaultdict(list)
    for words, text in sorted(phrases, key=lambda one: -len(one[0])):
        for first in words[:1]:
            by_first[first].append((words, text))
    return _Phrases(dict(by_first))


def _words(reading: Reading, is_unmarked: bool) -> Words:
    spell = bare if is_unmarked else typed
    return tuple(spell(reading.text[start:end]) for start, end in reading.spans)
