"""The topic a paper itself names, in its field column or a "lĩnh vực" heading, as a code of the country pack."""

import csv
import re
from functools import cache
from pathlib import Path

from langnghe.exchange.reading.words import flat

_PACK = Path(__file__).resolve().parents[2] / "packs" / "vn" / "topics.csv"
_LEAD = re.compile(
    r"^(?:(?:cac )?(?:y kien|noi dung|kien nghi|van de|phan anh) )?(?:(?:thuoc |ve |trong )*(?:nhom |cac )?(?:linh "
    r"vuc|nhom van de|chu de|mang|nhom|van de)|ve van de|ve|doi voi|cong tac)\s+"
)
_JOINT = re.compile(r"\s*(?:,|;|/|-|–|&|\bva\b|\(|\))\s*")
_OFTEN_WRITTEN = {
    "infrastructure": "ha tang - giao thong, giao thong - ha tang, dien nuoc, dien sinh hoat, cap thoat nuoc, duong "
    "giao thong, giao thong noi thon, ngap ung, thoat nuoc do thi, dien chieu sang cong cong, cau duong",
    "security": "an ninh chinh tri, trat tu xa hoi, an toan xa hoi, an ninh quoc phong, quoc phong, trat tu giao thong",
    "digital": "chuyen doi so, cong nghe so, truyen thong",
    "social": "an sinh, lao dong viec lam, chinh sach nguoi co cong, thuong binh xa hoi, bao tro xa hoi",
    "culture": "van hoa the thao, the duc the thao, van hoa van nghe",
    "land": "dat dai nha o, nha dat, cap giay chung nhan, so do",
    "environment": "ve sinh, moi truong song, rac",
    "agriculture": "nong nghiep nong thon, thuy loi noi dong, chan nuoi thu y, lam nghiep, san xuat",
    "education": "giao duc dao tao, truong lop",
    "health": "y te, cham soc suc khoe, ve sinh thuc pham",
    "admin": "thu tuc, cai cach, dich vu cong truc tuyen",
    "cadres": "can bo co so, che do phu cap",
}


def key(name: str) -> str:
    """Return the form under which one field's name is the same name again."""
    return " ".join(re.findall(r"[^\W_]+", flat(name)))


@cache
def _names() -> dict[str, str]:
    known = {key(name): code for code, names in _OFTEN_WRITTEN.items() for name in names.split(",")}
    with _PACK.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in [row["name_vi"], *row["aliases_vi"].split(";")]:
                if key(name):
                    known[key(name)] = row["code"]
    return known


def code(name: str) -> str | None:
    """Return the code of the topic that `name` names ("An ninh trật tự"), or None when it names none."""
    plain = key(name)
    known = _names()
    while plain:
        if plain in known:
            return known[plain]
        shorter = _LEAD.sub("", plain)
        if shorter == plain:
            break
        plain = shorter
    parts = [
        known.get(key(_LEAD.sub("", part)))
        for part in _JOINT.split(_LEAD.sub("", flat(name)).strip(" .:"))
        if key(part)
    ]
    return (
        next((part for part in parts if part), None)
        if parts and sum(part is not None for part in parts) * 2 >= len(parts)
        else None
    )


def heading(text: str) -> str | None:
    """Return the code when the whole of `text` is a topic's heading ("Lĩnh vực đất đai", "Về môi trường")."""
    bare = text.replace(":", " ").strip(" .;*-–")
    if not bare or len(bare) > 90:
        return None
    plain = key(bare)
    parts = [key(part) for part in _JOINT.split(_LEAD.sub("", flat(bare))) if key(part)]
    known = _names()
    if plain in known or _LEAD.sub("", plain) in known or (parts and all(part in known for part in parts)):
        return code(bare)
    said_so = re.match(r"(?:(?:cac )?y kien |noi dung |thuoc )*(?:linh vuc|nhom van de|chu de)\b", plain)
    return code(bare) or ("other" if len(plain.split()) <= 8 else None) if said_so else None
