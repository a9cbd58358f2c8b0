"""Text that every reader of XML accepts. A character no office program can open is left out; the words stay."""

import re
from xml.sax.saxutils import escape

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def legible(text: str) -> str:
    """Return `text` without what XML 1.0 (section 2.2) forbids; every kind of line end becomes one "\\n"."""
    if text.isprintable():
        return text
    return _NOT_XML.sub("", _LINE_ENDS.sub("\n", text))


def as_xml(text: str) -> str:
    """Return `text` ready to stand between two tags."""
    return escape(legible(text))
