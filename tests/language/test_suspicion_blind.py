"""How the rules do on sentences by somebody who had not seen them.

`innocent1`, `set1` and `set2` were read when the rules were put right; the other three were only counted.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from langnghe.language.folding import fold
from langnghe.language.suspicion import suspicions
from langnghe.places.packs import pack

pytestmark = pytest.mark.nodatabase

BLIND = Path(__file__).parent / "cases" / "blind"
RULES = pack("vn").on(date(2025, 10, 5)).suspicion


def held(name, typed):
    with (BLIND / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return sum(bool(suspicions(typed(row["text"]), RULES)) for row in csv.DictReader(file))


@pytest.mark.parametrize(
    ("name", "with_marks", "without_marks"),
    [("set1", 100, 100), ("set2", 100, 100), ("set3", 92, 87), ("set4", 86, 68)],
)
def test_of_a_hundred_so_many_are_held(name, with_marks, without_marks):
    assert held(name, str) >= with_marks
    assert held(name, fold) >= without_marks


@pytest.mark.parametrize(("name", "with_marks", "without_marks"), [("innocent1", 8, 15), ("innocent2", 26, 38)])
def test_of_120_ordinary_look_alikes_no_more_are_held(name, with_marks, without_marks):
    assert held(name, str) <= with_marks
    assert held(name, fold) <= without_marks
