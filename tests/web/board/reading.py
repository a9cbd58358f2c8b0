"""What a reader sees of a page of the board."""

import re
from html import unescape


def page(client, address="/"):
    """Return the answer to an address and its text as HTML."""
    response = client.get(address)
    return response, response.content.decode()


def quoted(html):
    """Return the words that stand as quotations, in their order."""
    return re.findall(r'class="quotation__words"[^>]*>([^<]*)<', html)


def words(html):
    """Return what a reader reads: no marks, one space between words, none before a comma."""
    shown = re.sub(r"<(script|style)\b.*?</\1>", " ", html.split("</head>")[-1], flags=re.S)
    return re.sub(r" (?=[.,;:)])|(?<=\() ", "", unescape(" ".join(re.sub(r"<[^>]*>", " ", shown).split())))
