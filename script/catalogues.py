"""Collect every sentence the product shows, and keep its translations.

The sentence in Vietnamese is the key; `locale/en` and `locale/pl` say what it is in the other two languages. New
sentences are added empty, those nobody shows any more are dropped, and no translation is ever guessed.
"""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation import templatize

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "langnghe"
LANGUAGES = ("en", "pl")
LAZY = {f"{name}_lazy": where for name, where in DEFAULT_KEYWORDS.items()}
KEYWORDS = DEFAULT_KEYWORDS | LAZY | {"gettext_noop": None}


def sentences() -> Catalog:
    """Return every sentence in the sources, with the files that show it."""
    found = Catalog()
    for file in sorted([*PACKAGE.rglob("*.py"), *(PACKAGE / "web" / "templates").rglob("*.*")]):
        shown_in = [(file.relative_to(PACKAGE).as_posix(), 1)]
        for _, words, comments, context in extract("python", BytesIO(_code(file)), KEYWORDS, ["Translators:"]):
            found.add(words, locations=shown_in, auto_comments=comments, context=context)
    return found


def catalogue(language: str) -> Catalog:
    """Return the translations into `language` as they are kept, or an empty catalogue."""
    path = _path(language)
    if path.exists():
        with path.open("rb") as file:
            return read_po(file, locale=language)
    about = {"project": "Lắng Nghe", "version": "1", "header_comment": "#", "fuzzy": False}
    people = {"last_translator": "Lắng Nghe", "language_team": language, "msgid_bugs_address": "Lắng Nghe"}
    return Catalog(locale=language, revision_date=datetime.now(UTC), **about, **people)


def problems(language: str) -> Iterator[str]:
    """Say what keeps the catalogue of `language` from being complete."""
    source, kept = sentences(), catalogue(language)
    shown = {(message.id, message.context): message for message in source if message.id}
    known = {(message.id, message.context): message for message in kept if message.id}
    for key in shown.keys() - known.keys():
        yield f"not in the catalogue: {key[0]!r}"
    for key in known.keys() - shown.keys():
        yield f"shown nowhere: {key[0]!r}"
    for key in shown.keys() & known.keys():
        message = known[key]
        if message.fuzzy or not _is_translated(message):
            yield f"not translated: {key[0]!r}"
        yield from (f"{error}: {key[0]!r}" for error in message.check(kept))


def update(language: str) -> None:
    """Bring the catalogue of `language` up to date with the sources and keep what is translated."""
    kept, path = catalogue(language), _path(language)
    made_at = kept.creation_date
    kept.update(sentences(), no_fuzzy_matching=True)
    kept.creation_date = made_at
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, kept, width=120, ignore_obsolete=True, include_lineno=False, sort_by_file=True)


def _code(file: Path) -> bytes:
    if file.suffix == ".py":
        return file.read_bytes()
    # What Django makes of a template is nearly Python; its indentation means nothing.
    lines = templatize(file.read_text("utf-8"), origin=str(file)).splitlines()
    return "\n".join(line.strip() for line in lines).encode()


def _is_translated(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def _path(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "langnghe.settings")
    if "--check" not in sys.argv[1:]:
        for language in LANGUAGES:
            update(language)
    found = [f"{language}: {problem}" for language in LANGUAGES for problem in problems(language)]
    print("\n".join(found) or "Every sentence is translated.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
