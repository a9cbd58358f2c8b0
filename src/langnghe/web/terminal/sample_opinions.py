"""The opinions of the demo, as their table has them."""

import csv
from dataclasses import dataclass, fields

from langnghe.places.packs import PACKS


@dataclass(frozen=True)
class Sample:
    """One opinion; `answer` is what was said about it in the hall, by somebody's `function`."""

    id: str
    text: str
    topic: str
    competence: str
    kind: str
    unit: str
    answer: str
    place: str
    function: str = ""


def reported() -> list[Sample]:
    """Return all opinions, in the order of the table."""
    names = {field.name for field in fields(Sample)}
    with (PACKS / "vn" / "demo" / "opinions.csv").open(encoding="utf-8", newline="") as file:
        return [Sample(**{name: row[name] for name in names & row.keys()}) for row in csv.DictReader(file)]
