"""Vietnamese typed with the fonts of before Unicode: TCVN3 (.VnTime) and VNI, told apart and converted.

TCVN3 gives each small letter one byte and writes capitals with other fonts (.VnTimeH); VNI writes a letter and then its
marks as a byte of its own. Both appear in old papers as Latin-1 letters that make no sense.
"""

import re
import unicodedata
from typing import Literal

Encoding = Literal["tcvn3", "vni"]

_TCVN3 = dict(
    zip(
        "\xb5\xb6\xb7\xb8\xb9\xa8\xbb\xbc\xbd\xbe\xc6\xa9\xc7\xc8\xc9\xca\xcb\xae\xcc\xce\xcf\xd0\xd1\xaa\xd2\xd3\xd4\xd5\xd6"
        "\xd7\xd8\xdc\xdd\xde\xdf\xe1\xe2\xe3\xe4\xab\xe5\xe6\xe7\xe8\xe9\xac\xea\xeb\xec\xed\xee\xef\xf1\xf2\xf3\xf4\xad\xf5"
        "\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xa1\xa2\xa3\xa4\xa5\xa6\xa7",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)
_TCVN3_TABLE = str.maketrans(_TCVN3)

# After a vowel, one letter carries its marks: "aù" is á, "aá" is ấ, "aé" is ắ.
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT, _ROOF, _BREVE, _HORN = (
    "\u0300", "\u0301", "\u0309", "\u0303", "\u0323", "\u0302", "\u0306", "\u031b",
)  # fmt: skip
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _ROOF, "á": _ROOF + _ACUTE, "à": _ROOF + _GRAVE, "å": _ROOF + _HOOK, "ã": _ROOF + _TILDE, "ä": _ROOF + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_LETTERS |= {small.upper(): proper.upper() for small, proper in _VNI_LETTERS.items()}
_VNI_PAIR = re.compile("([AEOUYÔÖaeouyôö])([" + "".join(_VNI_MARKS) + "".join(_VNI_MARKS).upper() + "])")
_VNI_SIGNS = re.compile("[AEOUYaeouyÔÖôö][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ñÑöÖôÔæÆîÎ]")
_TCVN3_SIGNS = re.compile("[\xa1-\xbe\xc6-\xcb\xd6-\xd8\xdc\xde\xdf\xe4-\xe7\xeb\xee\xef\xf1\xf4-\xf8\xfb\xfe\xad]")
_MODERN = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]")
_LEAST = 3


def of_font(font: str | None) -> Encoding | None:
    """Return the encoding that a font's name betrays (".VnTime", "VNI-Times"), or None for a Unicode font."""
    name = (font or "").lower()
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith("vni") else None


def is_capital_font(font: str | None) -> bool:
    """Whether a TCVN3 font draws small letters as capitals: its name ends in H (".VnTimeH")."""
    name = (font or "").lower()
    return name.startswith(".vn") and name.endswith("h")


def detect(text: str) -> Encoding | None:
    """Return the encoding in which `text` makes sense, or None when it is Unicode or cannot be told."""
    if _MODERN.search(text):
        return None
    letters = sum(letter.isalpha() for letter in text) or 1
    tcvn3, vni = len(_TCVN3_SIGNS.findall(text)), len(_VNI_SIGNS.findall(text))
    if max(tcvn3, vni) < _LEAST or max(tcvn3, vni) / letters < 0.04:
        return None
    return "vni" if vni > tcvn3 else "tcvn3"


def convert(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """Return `text` in Unicode, composed (NFC); `capitals` for a font that draws small letters as capitals."""
    if encoding == "tcvn3":
        unicode = text.translate(_TCVN3_TABLE)
        return unicode.upper() if capitals else unicode
    return _from_vni(text)


def _from_vni(text: str) -> str:
    def one(found: re.Match[str]) -> str:
        base = _VNI_LETTERS.get(found[1], found[1])
        return unicodedata.normalize("NFC", base + _VNI_MARKS[found[2].lower()])

    pieces, at = [], 0
    for found in _VNI_PAIR.finditer(text):
        pieces += [_single(text[at : found.start()]), one(found)]
        at = found.end()
    return "".join([*pieces, _single(text[at:])])


def _single(text: str) -> str:
    return "".join(_VNI_LETTERS.get(letter, letter) for letter in text)
