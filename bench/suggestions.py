"""How well the suggestions do, and how fast, on the pack's samples and the sentences of `tests/language/cases`.

Run: python -m bench.suggestions

Indirect sentences were written in five rounds; before each, the rules had been improved on the rounds before it.
FIRST_READING keeps what each round caught when it was first read: the honest figure for words nobody thought of.
"""

import csv
import random
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time

from langnghe.language.competence import suggest_competence
from langnghe.language.folding import fold
from langnghe.language.kinds import suggest_kind
from langnghe.language.likeness import Likeness
from langnghe.language.suspicion import suspicions
from langnghe.language.topics import suggest_topics
from langnghe.places.packs import PACKS, pack

CASES = Path(__file__).resolve().parent.parent / "tests" / "language" / "cases"
FIRST_READING = {"1": (13, 16), "2": (24, 26), "3": (28, 29), "4": (41, 37), "5": (46, 37)}
"""Of 60 sentences each: held with marks, held without."""

Rows = list[dict[str, str]]
Typing = Callable[[str], str]


def rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def share(hits: Iterable[bool]) -> str:
    found = list(hits)
    return f"{sum(found)} of {len(found)} ({100 * sum(found) / len(found):.1f} %)"


def line(what: str, marked: str, bare: str = "", aim: str = "") -> None:
    print(f"| {what:<53} | {marked:>20} | {bare:>20} | {aim:>8} |")


def both(what: str, cases: Rows, hit: Callable[[dict[str, str], Typing], bool], aim: str = "") -> None:
    line(what, *(share(hit(row, typed) for row in cases) for typed in (str, fold)), aim)


def suggestions() -> None:
    data = pack("vn")
    samples, elsewhere = rows(PACKS / "vn" / "demo" / "opinions.csv"), rows(CASES / "topics.csv")
    guided = {kind.code for kind in data.kinds if kind.is_guided}

    def topic(first: int) -> Callable[[dict[str, str], Typing], bool]:
        return lambda row, typed: (
            row["topic"] in [one.code for one in suggest_topics(typed(row["text"]), data.topics)][:first]
        )

    def competence(row: dict[str, str], typed: Typing) -> bool:
        found = suggest_competence(typed(row["text"]), row["topic"], data.competence, "ward")
        return found is not None and found.competence == row["competence"]

    both("topic, first of the samples", samples, topic(1), "88 %")
    both("topic, first three of the samples", samples, topic(3), "97 %")
    both("topic, first of other sentences", elsewhere, topic(1))
    both("topic, first three of other sentences", elsewhere, topic(3))
    both("competence of the samples, topic given", samples, competence)
    open_rows = [row for row in samples if row["kind"] not in guided]
    both(
        "kind of the samples", open_rows, lambda row, typed: suggest_kind(typed(row["text"]), data.kinds) == row["kind"]
    )


def holding() -> None:
    rules = pack("vn").suspicion
    samples = rows(PACKS / "vn" / "demo" / "opinions.csv")

    def held(row: dict[str, str], typed: Typing) -> bool:
        return bool(suspicions(typed(row["text"]), rules))

    both("held: plain complaints, denunciations, tips, disputes", rows(CASES / "suspicious.csv"), held, "100 %")
    indirect = rows(CASES / "indirect.csv")
    for number, first in FIRST_READING.items():
        line(f"held: indirect, round {number}, at first reading", *(f"{hits} of 60" for hits in first))
        both(f"held: indirect, round {number}, now", [row for row in indirect if row["round"] == number], held)
    both("held in vain: ordinary petitions", rows(CASES / "innocent.csv"), held, "≤ 15 %")
    both("held in vain: samples", [row for row in samples if row["competence"] != "redirect"], held, "≤ 3")
    both("held: samples to be redirected", [row for row in samples if row["competence"] == "redirect"], held, "all")


def speed() -> None:
    data = pack("vn")
    samples = [row["text"] for row in rows(PACKS / "vn" / "demo" / "opinions.csv")]
    jobs: dict[str, Callable[[str], object]] = {
        "topics": lambda text: suggest_topics(text, data.topics),
        "competence": lambda text: suggest_competence(text, "infrastructure", data.competence, "ward"),
        "suspicion": lambda text: suspicions(text, data.suspicion),
    }
    for name, job in jobs.items():
        job(samples[0])
        line(
            f"{name}, ms for one text",
            f"{1000 * seconds(lambda job=job: [job(text) for text in samples]) / len(samples):.2f}",
        )
    chance = random.Random(7)
    made = [f"{chance.choice(samples)}, {chance.choice(samples).lower()} ở tổ {number}" for number in range(10_000)]
    likeness = Likeness()
    built = seconds(lambda: [likeness.add(str(number), text) for number, text in enumerate(made)])
    line("likeness, seconds to build 10,000 texts", f"{built:.2f}", "", "≤ 5")
    asked = [chance.choice(samples) + " rất mong xã xem xét" for _ in range(100)]
    took = sorted(seconds(lambda text=text: likeness.nearest(text)) for text in asked)
    line(
        "likeness, ms for one question, median / worst of 100",
        f"{1000 * took[50]:.1f} / {1000 * took[-1]:.1f}",
        "",
        "≤ 30",
    )


def seconds(job: Callable[[], object]) -> float:
    start = process_time()
    job()
    return process_time() - start


if __name__ == "__main__":
    line("what", "with marks", "without marks", "aim")
    line("-" * 53, "-" * 20, "-" * 20, "-" * 8)
    suggestions()
    holding()
    speed()
