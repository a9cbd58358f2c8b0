"""How much of a paper was read exactly right, and whether any word of it was lost."""

import html
import re
import unicodedata
import zipfile
from io import BytesIO

from langnghe.exchange.reading.shapes import Reading
from tests.exchange.corpus.maker import Expected, Sample

WORD = re.compile(r"\w+")


def bare(text: str) -> str:
    """Return `text` without the end a clerk gives it."""
    return " ".join(unicodedata.normalize("NFC", text).split()).rstrip(" .;")


def right(reading: Reading, expected: list[Expected]) -> tuple[int, list[str]]:
    """Return how many opinions were found with their exact words and hamlet, and what went wrong."""
    found = [(bare(one.text), one.hamlet) for one in reading.opinions]
    wrong, count = [], 0
    for one in expected:
        if (bare(one.text), one.hamlet) in found:
            found.remove((bare(one.text), one.hamlet))
            count += 1
        else:
            wrong.append(f"missed [{one.hamlet}] {one.text}")
    return count, wrong + [f"invented [{hamlet}] {text}" for text, hamlet in found]


def answered(reading: Reading, expected: list[Expected]) -> tuple[int, list[str]]:
    """Return how many opinions have exactly their answer (and field, where the paper names one)."""
    known = {bare(one.text): one for one in reading.opinions}
    wrong, count = [], 0
    for one in expected:
        found = known.get(bare(one.text))
        if found and bare(found.answer) == bare(one.answer) and found.topic in _topics(one):
            count += 1
        elif found:
            wrong.append(f"{one.text[:40]}: [{one.answer}] {one.topic} / got [{found.answer}] {found.topic}")
    return count, wrong


def _topics(one: Expected) -> set[str | None]:
    """A topic with "?" in front may be named by the paper or not."""
    return {None, one.topic[1:]} if one.topic and one.topic.startswith("?") else {one.topic}


def accounted(reading: Reading) -> int:
    """Return how many words the reading's account holds."""
    return sum(account.words for account in reading.accounts)


def words_of_word(data: bytes) -> int:
    """Count the words of a .docx straight from its XML, each text box once; nothing of the reader is used."""
    total = 0
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if not re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml", name):
                continue
            xml = archive.read(name).decode()
            xml = re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", xml, flags=re.DOTALL)
            boxes = re.findall(r"<w:txbxContent>.*?</w:txbxContent>", xml, re.DOTALL)
            xml = re.sub(r"<w:txbxContent>.*?</w:txbxContent>", "", xml, flags=re.DOTALL)
            struck = " ".join(re.findall(r"<w:delText[^>]*>(.*?)</w:delText>", xml, re.DOTALL))
            for part in (*re.split(r"</w:p>", xml), *boxes):
                spaced = re.sub(r"<w:(?:br|tab|cr)/>", " ", part)
                texts = re.findall(r"<w:t(?: [^>]*)?>(.*?)</w:t>|( )(?=<w:t)", spaced, re.DOTALL)
                total += len(
                    WORD.findall(unicodedata.normalize("NFC", html.unescape("".join(a or b for a, b in texts))))
                )
            total += len(WORD.findall(struck))
    return total


def lost(reading: Reading, sample: Sample) -> list[str]:
    """Return the loose texts of the paper that a person would not be shown."""
    shown = " ".join(one.text for one in reading.unread) + " ".join(one.text for one in reading.opinions)
    return [text for text in sample.loose if text not in shown]


def leaked(reading: Reading, names: list[str]) -> list[str]:
    """Return the planted names, whole or by their given name, that are anywhere in the reading."""
    everything = repr(reading)
    return [name for name in names if name in everything or name.split()[-1] in everything]
