"""What a place is, what it was called on a day, and which one was meant. No Django here."""

import re
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from langnghe.language.folding import fold, normal
from langnghe.refusals import Refused


class Kind(StrEnum):
    COUNTRY = "country"
    CITY = "city"
    COMMUNE = "commune"
    HAMLET = "hamlet"


def kind_of(unit_kind: str) -> Kind:
    """Return the level of a pack's unit: a ward is a commune of another form."""
    return Kind.COMMUNE if unit_kind in {"ward", "commune", "zone"} else Kind(unit_kind)


class Change(StrEnum):
    """How places follow one another: the old ones end on the day, the new ones begin on it."""

    MERGER = "merger"
    SPLIT = "split"
    RENAMING = "renaming"


LONGEST_NAME = 120
_FORMS = ("phường", "xã", "đặc khu", "thị trấn", "thành phố", "tỉnh")
_SHORT = {
    "tdp": "tổ dân phố",
    "tdp.": "tổ dân phố",
    "p.": "phường",
    "x.": "xã",
    "t.": "thôn",
    "kp": "khu phố",
    "kdc": "khu dân cư",
}
_NUMBER = re.compile(r"\b0+(\d)")


def form_of(name: str) -> str:
    """Return the form a commune's name begins with ("phường", "xã", …); "xã" when it says none."""
    folded = normal(name).lower()
    return next((form for form in _FORMS if folded.startswith(form + " ")), "xã")


def commune_kind(name: str) -> str:
    """Return the pack's word for what a commune is: "ward" for a phường, "commune" for everything else."""
    return "ward" if form_of(name) == "phường" else "commune"


def same_name(name: str) -> str:
    """Return what two spellings of one place's name share: "TDP 01" and "Tổ dân phố 1" are the same."""
    words = normal(name).lower().replace(".", ". ").split()
    spelled = " ".join(_SHORT.get(word, word) for word in words)
    return _NUMBER.sub(r"\1", fold(spelled))


def nearest(asked: str, names: Iterable[str], *, limit: int = 3) -> list[str]:
    """Return the `limit` names most like `asked`, the most alike first."""
    wanted = same_name(asked)
    return sorted(names, key=lambda name: (-SequenceMatcher(None, wanted, same_name(name)).ratio(), name))[:limit]


def named(name: str) -> str:
    """Return a place's name in one form. Raises Refused: "place-without-name", "name-too-long"."""
    name = normal(name)
    if not name:
        raise Refused("place-without-name")
    if len(name) > LONGEST_NAME:
        raise Refused("name-too-long", longest=LONGEST_NAME)
    return name


def check_change(kind: Change, *, before: int, after: int) -> None:
    """A merger has many before and one after, a split one before and many after. Raises Refused: "change-unclear"."""
    fits = {Change.MERGER: before > 1 and after == 1, Change.SPLIT: before == 1 and after > 1}
    if not fits.get(kind, before == after == 1):
        raise Refused("change-unclear", before=before, after=after)


def valid(on: date, valid_from: date | None, valid_to: date | None) -> bool:
    """Whether something valid from one day (inclusive) to another (exclusive) holds `on` a day."""
    return (valid_from is None or valid_from <= on) and (valid_to is None or on < valid_to)
