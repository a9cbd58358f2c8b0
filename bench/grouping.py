"""How well opinions about the same thing are found, in what band, how fast, and in how much memory.

Run: python -m bench.grouping

Asked are the pack's sample opinions, retyped and told in other ways; stored are the samples, alone and among 2,000
others that differ from one of them in a number, a street, a hamlet or a negation.
"""

import csv
import random
import re
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from unicodedata import normalize

from langnghe.language.folding import fold
from langnghe.language.likeness import Band, Likeness
from langnghe.places.packs import PACKS

CASES = Path(__file__).resolve().parent.parent / "tests" / "language" / "cases"
SEED = 7
OTHERS = 2_000
WIDTHS = (46, 10, 10, 8, 14)

_PLACE = re.compile(r"\b(thôn|tổ|kiệt|xóm|bản)( \d+\b)", re.IGNORECASE)
_NAME = re.compile(r"\b(đường|khu|cầu|sông) [A-ZĐ]\w+(?: [A-ZĐ]\w+)*", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
TELEX = dict(zip("\u0300\u0301\u0309\u0303\u0323", "fsrxj", strict=True))
VNI = dict(zip("\u0300\u0301\u0309\u0303\u0323", "21345", strict=True))
STREETS = ("đường Mẫu Một", "đường Mẫu Hai", "đường Bạch Mẫu", "khu Tân Mẫu", "khu Đông Mẫu")

Variation = Callable[[str, random.Random], str]


@dataclass(frozen=True)
class Outcome:
    """What became of one question: the place of the right text (0 is first), and the texts called sure."""

    place: int | None
    sure: int
    wrong: int


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def samples() -> dict[str, str]:
    return {row["id"]: row["text"] for row in rows(PACKS / "vn" / "demo" / "opinions.csv")}


def without_marks(text: str, _: random.Random) -> str:
    return fold(text)


def with_slips(text: str, chance: random.Random) -> str:
    """Return `text` with one to three slips of the hand, in different words."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 2 and word.isalpha()]
    for place in chance.sample(long, min(chance.randint(1, 3), len(long))):
        words[place] = chance.choice(SLIPS)(words[place], chance)
    return " ".join(words)


def _swapped(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _missing(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word))
    return word[:place] + word[place + 1 :]


def _doubled(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word))
    return word[:place] + word[place] + word[place:]


def _telex(word: str, _: random.Random) -> str:
    return _without_tone(word).replace("đ", "dd") + _key(word, TELEX)


def _vni(word: str, _: random.Random) -> str:
    return fold(word) + (_key(word, VNI) or "6")


def _without_tone(word: str) -> str:
    return normalize("NFC", "".join(letter for letter in normalize("NFD", word) if letter not in TELEX))


def _key(word: str, keys: dict[str, str]) -> str:
    return "".join(keys.get(letter, "") for letter in normalize("NFD", word))


SLIPS = (lambda word, chance: fold(word), _swapped, _missing, _doubled, _telex, _vni)


def elsewhere(text: str, chance: random.Random) -> str:
    """Return `text` said in another hamlet: its place renamed, or one put before it."""
    hamlet = chance.randint(1, 11)
    renamed = _PLACE.sub(lambda found: f"{found[1]} {hamlet + 200}", text)
    return renamed if renamed != text and chance.random() < 0.5 else f"Thôn {hamlet:02}: {text}"


VARIATIONS: dict[str, tuple[Variation, ...]] = {
    "a  without marks": (without_marks,),
    "b  with slips": (with_slips,),
    "c  another hamlet": (elsewhere,),
    "d  slips, without marks": (with_slips, without_marks),
    "d  another hamlet, without marks": (elsewhere, without_marks),
    "d  another hamlet, slips": (elsewhere, with_slips),
    "d  another hamlet, slips, without marks": (elsewhere, with_slips, without_marks),
}


def questions(kinds: tuple[Variation, ...], rounds: int) -> Iterator[tuple[str, str]]:
    """Yield the key of a sample and the sample told in another way, `rounds` times for each."""
    chance = random.Random(SEED)
    for _ in range(rounds):
        for key, text in samples().items():
            for variation in kinds:
                text = variation(text, chance)
            yield key, text


def reworded() -> list[tuple[str, str]]:
    return [(row["id"], row["text"]) for row in rows(CASES / "reworded.csv")]


def others(count: int) -> dict[str, str]:
    """Return opinions that look like a sample and are another one."""
    chance = random.Random(SEED)
    known = list(samples().values())
    folded = {fold(text) for text in known}
    made: dict[str, str] = {}
    while len(made) < count:
        text = chance.choice(CHANGES)(chance.choice(known), chance)
        if fold(text) not in folded:
            folded.add(fold(text))
            made[f"other {len(made)}"] = text
    return made


def _number(text: str, chance: random.Random) -> str:
    changed = _NUMBER.sub(lambda found: str(int(found[0]) + chance.randint(1, 60)), text)
    return changed if changed != text else f"{text} cho {chance.randint(2, 90)} hộ"


def _street(text: str, chance: random.Random) -> str:
    street = chance.choice(STREETS)
    changed = _NAME.sub(street, text)
    return changed if changed != text else f"{text} ở {street} kiệt {chance.randint(1, 90)}"


def _hamlet(text: str, chance: random.Random) -> str:
    return f"{text} ở thôn {chance.randint(12, 99)}"


def _negation(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    words.insert(chance.randrange(1, len(words)), chance.choice(("không", "chưa", "đừng", "đã")))
    return " ".join(words)


CHANGES: tuple[Variation, ...] = (_number, _street, _hamlet, _negation)


def index(texts: dict[str, str]) -> Likeness:
    likeness = Likeness()
    for key, text in texts.items():
        likeness.add(key, text)
    return likeness


def asked(likeness: Likeness, cases: Iterable[tuple[str, str]]) -> list[Outcome]:
    """Ask for each text and compare with the key that is right."""
    outcomes = []
    for key, text in cases:
        found = likeness.near(text)
        sure = [one.key for one in found if one.band is Band.SURE]
        place = next((place for place, one in enumerate(found) if one.key == key), None)
        outcomes.append(Outcome(place, len(sure), sum(one != key for one in sure)))
    return outcomes


def line(*cells: str) -> None:
    print("| " + " | ".join(f"{cell:<{width}}" for cell, width in zip(cells, WIDTHS, strict=True)) + " |")


def told(what: str, outcomes: list[Outcome]) -> None:
    total = len(outcomes)
    first, third = (sum(one.place is not None and one.place < limit for one in outcomes) for limit in (1, 3))
    sure, wrong = sum(one.sure > 0 for one in outcomes), sum(one.wrong for one in outcomes)
    line(what, f"{first / total:.3f}", f"{third / total:.3f}", f"{sure / total:.2f}", str(wrong))


def recall() -> None:
    for name, stored in (("samples alone", samples()), (f"among {OTHERS:,} others", samples() | others(OTHERS))):
        likeness = index(stored)
        line(name, "", "", "", "")
        for what, kinds in VARIATIONS.items():
            told(what, asked(likeness, questions(kinds, 3)))
        told("e  in other words", asked(likeness, reworded()))


def never_sure() -> None:
    """Tell how many were called sure of those that never may be: minimal pairs, and the others among the samples."""
    pairs = [(row["one"], row["other"]) for row in rows(CASES / "minimal_pairs.csv")]
    both = [*pairs, *((other, one) for one, other in pairs)]
    apart = [(one, other) for one, other in both if fold(one) != fold(other)]
    line("what must never be sure", "asked", "sure", "", "")
    counted("minimal pairs, either way round", both, 1)
    counted("minimal pairs, without marks", apart, 1, without_marks)
    counted("minimal pairs, with slips, 20 times", apart, 20, with_slips)
    counted("minimal pairs, slips, without marks, 20 times", apart, 20, with_slips, without_marks)
    known = index(samples())
    made = others(OTHERS).values()
    line("the others, samples stored", str(len(made)), str(sum(is_sure(known, text) for text in made)), "", "")
    chance = random.Random(SEED)
    slipped = [with_slips(text, chance) for text in made]
    line(
        "the others with slips, samples stored",
        str(len(made)),
        str(sum(is_sure(known, text) for text in slipped)),
        "",
        "",
    )


def counted(what: str, pairs: list[tuple[str, str]], rounds: int, *kinds: Variation) -> None:
    chance = random.Random(SEED)
    sure = 0
    for one, text in pairs * rounds:
        for variation in kinds:
            text = variation(text, chance)
        sure += fold(text) != fold(one) and is_sure(index({"one": one}), text)
    line(what, str(len(pairs) * rounds), str(sure), "", "")


def is_sure(likeness: Likeness, text: str) -> bool:
    return any(one.band is Band.SURE for one in likeness.near(text))


def speed() -> None:
    print("\n| texts | MB | seconds to build | ms for one question: median | 99th of 100 | worst |")
    for count in (1_000, 10_000):
        texts = others(count)
        start = process_time()
        likeness = index(texts)
        built = process_time() - start
        chosen = [text for _, text in questions((elsewhere, with_slips), 2)][:100]
        took = sorted(_ms(likeness, text) for text in chosen)
        print(f"| {count:,} | {memory(texts):.1f} | {built:.2f} | {took[50]:.1f} | {took[98]:.1f} | {took[-1]:.1f} |")


def memory(texts: dict[str, str]) -> float:
    """Return the megabytes an index of `texts` takes besides them."""
    tracemalloc.start()
    kept = index(texts)
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return size / 1_000_000 if len(kept) else 0


def _ms(likeness: Likeness, text: str) -> float:
    start = process_time()
    likeness.near(text)
    return 1_000 * (process_time() - start)


if __name__ == "__main__":
    line("what is asked", "recall@1", "recall@3", "sure", "wrong in sure")
    line(*("-" * width for width in WIDTHS))
    recall()
    never_sure()
    speed()
