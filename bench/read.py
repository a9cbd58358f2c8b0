"""How well papers are read: generated layouts, layouts by hand, hostile files, and any folder with expected.json.

Run: python -m bench.read [FOLDER]
FOLDER holds papers and an expected.json that maps each file's name to its opinions (text, hamlet, answer, topic).
"""

import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from langnghe.exchange.reading.reader import read_bytes
from langnghe.exchange.reading.sandbox import read_papers
from langnghe.exchange.reading.shapes import Failure
from tests.exchange.corpus import generate, hostile, laid_by_hand, score
from tests.exchange.corpus.maker import Expected, Sample

HEADS = ("papers", "opinions", "exact", "answers", "invented", "lost", "names", "conserved", "seconds")
WIDTH = 10


def figures(samples: Iterable[Sample]) -> dict[str, object]:
    """Read `samples` and count what came out right."""
    total = dict.fromkeys(HEADS, 0)
    begun = time.perf_counter()
    for sample in samples:
        reading = read_bytes(sample.name, sample.data)
        right, wrong = score.right(reading, sample.expected)
        total["papers"] += 1
        total["opinions"] += len(sample.expected)
        total["exact"] += right
        total["answers"] += score.answered(reading, sample.expected)[0]
        total["invented"] += sum(one.startswith("invented") for one in wrong)
        total["lost"] += len(score.lost(reading, sample))
        total["names"] += len(score.leaked(reading, sample.names))
        total["conserved"] += is_conserved(sample, reading)
    return {**total, "seconds": round(time.perf_counter() - begun, 1)}


def is_conserved(sample: Sample, reading: object) -> bool:
    """Whether a .docx gave as many words as it holds; other papers are not counted from outside."""
    if not sample.name.endswith(".docx") or sample.layout.startswith("tcvn3"):
        return True
    return score.accounted(reading) == score.words_of_word(sample.data)


def samples_of(folder: Path) -> list[Sample]:
    """Return the papers of `folder` with what its expected.json says of them."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return [
        Sample(name, (folder / name).read_bytes(), [_expected(one) for one in said], "given")
        for name, said in expected.items()
    ]


def _expected(one: dict[str, str]) -> Expected:
    return Expected(one["text"], one["hamlet"], one.get("answer", ""), "?" + one["topic"])


def refused() -> str:
    """Return how many hostile files were refused with a right reason, in one pile."""
    papers = hostile.papers()
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name, *_ in papers]
        for path, (_, data, _) in zip(paths, papers, strict=True):
            path.write_bytes(data)
        results = read_papers(paths)
    right = sum(
        isinstance(result, Failure) and result.error in codes
        for result, (_, _, codes) in zip(results, papers, strict=True)
    )
    return f"{right} of {len(papers)}"


def main() -> int:
    """Print the table; 1 when a goal is missed."""
    rows = {"generated": figures(generate.corpus()), "by hand": figures(laid_by_hand.papers())}
    if len(sys.argv) > 1:
        rows["given"] = figures(samples_of(Path(sys.argv[1])))
    print(f"{'':10}" + "".join(f"{head:>{WIDTH}}" for head in HEADS))
    for name, row in rows.items():
        print(f"{name:10}" + "".join(f"{row[head]!s:>{WIDTH}}" for head in HEADS))
    print(f"hostile files refused: {refused()}")
    return 0 if all(_is_reached(row) for row in rows.values()) else 1


def _is_reached(row: dict[str, object]) -> bool:
    exact = float(str(row["exact"])) >= 0.97 * float(str(row["opinions"]))
    return exact and row["conserved"] == row["papers"] and not row["lost"] and not row["names"]


if __name__ == "__main__":
    sys.exit(main())
