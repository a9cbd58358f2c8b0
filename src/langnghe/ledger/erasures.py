"""Erased stays erased: a list beside the keys, from which any older store that is put back is erased again."""

import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings

from langnghe.ledger.models import Entry

REPEATED = "erasure repeated"
# An entry nobody can open any more is in order only where a later one of these is about the same.
KINDS = frozenset({"opinion set aside", "said set aside", REPEATED})


def remember(abouts: Iterable[UUID]) -> None:
    """Add `abouts` to the list of what was erased."""
    path = listing()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("a", encoding="ascii") as file:
        file.writelines(f"{about}\n" for about in abouts)
        file.flush()
        os.fsync(file.fileno())


def write(path: Path, abouts: Iterable[UUID]) -> None:
    """Write the list anew at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_suffix(".new")
    draft.write_text("".join(f"{about}\n" for about in sorted(abouts)), "ascii")
    draft.replace(path)


def remembered() -> set[UUID]:
    """Return what was ever erased, as far as this installation knows."""
    path = listing()
    return {UUID(line) for line in path.read_text("ascii").split()} if path.exists() else set()


def erased() -> set[UUID]:
    """Return what the store itself shows as erased: what entries without a secret are about."""
    return set(Entry.objects.filter(secret=None).values_list("about", flat=True))


def listing() -> Path:
    """Return the file of the list."""
    return Path(settings.KEYS) / "erased"
