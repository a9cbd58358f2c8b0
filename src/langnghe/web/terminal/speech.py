"""How commands speak: in the ward's language, also before Django is loaded."""

import gettext
import os
import sys
from functools import lru_cache
from pathlib import Path

_WORDS = Path(__file__).resolve().parents[2] / "locale"


@lru_cache(maxsize=1)
def _catalogue() -> gettext.NullTranslations:
    language = os.environ.get("LANGNGHE_LANG", "vi")
    return gettext.translation("django", str(_WORDS), [language], fallback=True)


def _(sentence: str) -> str:
    """Return `sentence` in the ward's language."""
    return _catalogue().gettext(sentence)


def tell(sentence: str) -> None:
    """Tell the person at the terminal; stdout stays free for what programs read."""
    print(sentence, file=sys.stderr, flush=True)
