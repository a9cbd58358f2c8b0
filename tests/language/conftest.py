"""The cases the suggestions are measured on: the sample opinions of the pack, and sentences written by hand."""

import csv
from pathlib import Path

import pytest

from langnghe.places.packs import PACKS

CASES = Path(__file__).parent / "cases"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def samples() -> list[dict[str, str]]:
    """Return the pack's sample opinions: text, topic, competence, kind, place."""
    return rows(PACKS / "vn" / "demo" / "opinions.csv")


@pytest.fixture(scope="session")
def topic_cases() -> list[dict[str, str]]:
    return rows(CASES / "topics.csv")


@pytest.fixture(scope="session")
def suspicious() -> list[dict[str, str]]:
    """Return sentences that say plainly what they are: kind, text."""
    return rows(CASES / "suspicious.csv")


@pytest.fixture(scope="session")
def indirect() -> list[dict[str, str]]:
    """Return sentences that tell it in other words: kind, text, and the round in which they were written."""
    return rows(CASES / "indirect.csv")


@pytest.fixture(scope="session")
def innocent() -> list[str]:
    """Return ordinary petitions that look a little like something else."""
    return [row["text"] for row in rows(CASES / "innocent.csv")]
