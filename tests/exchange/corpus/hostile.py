"""Papers that mean harm or are broken, each with the refusals that are right for it."""

import io
import random
import struct
import zipfile
from collections.abc import Callable

import openpyxl

from tests.exchange.corpus import word
from tests.exchange.corpus.word import Word, paragraph, run

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def good() -> bytes:
    """Return a small honest .docx."""
    paper = Word()
    paper.add(paragraph(run("Ý kiến của Nhân dân")), paragraph(run("1. Người dân Thôn 01: Đường hỏng.")))
    return paper.bytes()


def changed(part: str, change: Callable[[bytes], bytes], data: bytes | None = None) -> bytes:
    """Return an honest paper with one of its parts changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data or good())) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return buffer.getvalue()


def added(name: str, content: bytes) -> bytes:
    """Return an honest paper with one more part."""
    buffer = io.BytesIO(good())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def many_members() -> bytes:
    """Return an archive with too many parts."""
    buffer = io.BytesIO(good())
    with zipfile.ZipFile(buffer, "a") as archive:
        for index in range(1_100):
            archive.writestr(f"word/media/{index}.txt", "x")
    return buffer.getvalue()


def locked() -> bytes:
    """Return an archive whose parts claim to be encrypted."""
    data = bytearray(good())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def deep() -> bytes:
    """Return a .docx whose elements stand in each other five thousand deep."""
    nest = b"<w:sdt><w:sdtContent>" * 5_000 + b"</w:sdtContent></w:sdt>" * 5_000
    return changed("word/document.xml", lambda xml: xml.replace(b"<w:body>", b"<w:body>" + nest))


def lying_sheet() -> bytes:
    """Return an .xlsx that claims to have a million rows and holds two."""
    book = openpyxl.Workbook()
    book.active.append(["STT", "Ý kiến", "Thôn"])
    book.active.append([1, "Đường hỏng", "Thôn 01"])
    buffer = io.BytesIO()
    book.save(buffer)

    def lie(xml: bytes) -> bytes:
        return xml.replace(b'<dimension ref="A1:C2"', b'<dimension ref="A1:XFD1048576"')

    return changed("xl/worksheets/sheet1.xml", lie, buffer.getvalue())


def wide_span() -> bytes:
    """Return a .docx with a cell that claims to span two thousand million columns."""
    cell = word.cell(paragraph(run("Ý kiến"))).replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2000000000"/>')
    table = word.table([[cell, word.cell(paragraph(run("Thôn")))]]).encode()
    return changed("word/document.xml", lambda xml: xml.replace(b"<w:body>", b"<w:body>" + table))


def _entities(before: bytes, use: bytes) -> bytes:
    def change(xml: bytes) -> bytes:
        head, rest = xml.split(b"?>", 1)
        return head + b"?>" + before + rest.replace(b"hong", use).replace("hỏng".encode(), use)

    return changed("word/document.xml", change)


def papers() -> list[tuple[str, bytes, set[str]]]:
    """Return name, bytes and right refusals of every hostile or broken paper."""
    laughs = b'<!DOCTYPE w [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)
    ) + b"]>"  # fmt: skip
    utf16 = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY x "y">]><w/>'.encode("utf-16")
    noise = random.Random(1).randbytes(50_000)
    hostile, broken, other = {"paper-hostile"}, {"paper-broken"}, {"not-a-paper"}
    return [
        ("bomb.docx", added("word/media/zero.bin", b"\0" * 60_000_000), hostile),
        ("nested.docx", added("word/more.zip", good()), hostile),
        ("members.docx", many_members(), hostile),
        ("outside.docx", added("../../etc/evil.xml", b"<x/>"), hostile),
        ("absolute.docx", added("/etc/evil.xml", b"<x/>"), hostile),
        ("xxe.docx", _entities(b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>', b"&x;"), hostile),
        ("laughs.docx", _entities(laughs, b"&i;"), hostile),
        ("utf16.docx", changed("word/document.xml", lambda _: utf16), hostile),
        ("rels.docx", changed("_rels/.rels", lambda xml: xml.replace(b"?>", b"?><!DOCTYPE r>", 1)), hostile),
        ("locked.docx", locked(), {"paper-locked"}),
        ("password.docx", _OLE + struct.pack("<504x") + "EncryptedPackage".encode("utf-16-le"), {"paper-locked"}),
        ("cut.docx", good()[:-200], broken),
        ("half.docx", good()[:400], broken),
        ("noise.docx", noise, other),
        ("noise-in-zip.docx", b"PK\x03\x04" + noise, broken),
        ("typeless.docx", _without_types(), broken),
        ("deep.docx", deep(), broken),
        ("badxml.docx", changed("word/document.xml", lambda xml: xml[:-30]), broken),
        ("word.xlsx", good(), other),
        ("sheet.docx", lying_sheet(), other),
        ("page.docx", b"%PDF-1.7\n" + noise, other),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + noise, other),
        ("paper.csv", good(), other),
        ("program.exe", b"MZ" + noise, other),
        ("noise.txt", noise, other),
        ("nothing.docx", b"", {"paper-empty"}),
        ("blank.txt", b" \r\n \r\n", {"paper-empty"}),
        ("large.txt", b"x" * (20 * 2**20 + 1), {"paper-too-large"}),
        ("old.docx", _OLE + b"\0" * 5_000, other),
    ]


def _without_types() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return buffer.getvalue()
