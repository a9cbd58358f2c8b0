"""The test vectors of docs/record.md. `python -m tests.ledger.vectors` writes them into the page anew."""

import base64
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from langnghe.ledger import rules
from langnghe.ledger.tree import Tree, leaf_hash

PAGE = Path(__file__).parents[2] / "docs" / "record.md"
START, END = "<!-- vectors -->\n", "<!-- end of vectors -->\n"
SECRET = bytes(range(32))
PRIVATE = bytes(range(32, 64))
ORIGIN = "langnghe/20035"
FIELDS = {
    "kind": "opinion heard",
    "log": "20035",
    "about": UUID("8a3e6a52-3df0-4b6a-9d4b-0f6f1f6f7c11"),
    "by": "can-bo-mau",
    "at": datetime(2026, 3, 1, 12, 30, tzinfo=UTC),
    "prev": b"",
}
FACTS = {"hamlet": None, "heard_at": 1772368200, "words": "Đề nghị sửa đường thôn 01."}


def entry() -> list[tuple[str, str]]:
    """Return what one entry is made of, step by step."""
    sealed = rules.sealed_fields(**FIELDS)
    body = rules.entry_body(SECRET, sealed, FACTS)
    seal = rules.seal(body)
    values = [("sealed:" + name, value) for name, value in sealed.items()]
    values += [("fact:" + name, value) for name, value in FACTS.items()]
    lines = [("secret", SECRET.hex())]
    for name, value in values:
        lines.append((f"{name} value", rules.canonical(value).decode()))
        lines.append((f"{name} salt", rules.salt(SECRET, name).hex()))
        lines.append((f"{name} commitment", rules.commitment(SECRET, name, value)))
    return [*lines, ("body", body.decode()), ("seal", seal.hex()), ("leaf hash", leaf_hash(seal).hex())]


def tree() -> list[tuple[str, str]]:
    """Return roots and proofs of a log whose seals are SHA-256 of "0", "1", … "6"."""
    seals = [rules.seal(str(number).encode()) for number in range(7)]
    grown = Tree(map(leaf_hash, seals))
    lines = [(f"root of {size}", grown.root(size).hex()) for size in range(len(seals) + 1)]
    lines.append(("inclusion of 4 in 7", " ".join(each.hex() for each in grown.inclusion(4, 7))))
    lines.append(("consistency of 3 with 7", " ".join(each.hex() for each in grown.consistency(3, 7))))
    return [*lines, *note(grown.root(7))]


def note(root: bytes) -> list[tuple[str, str]]:
    """Return the checkpoint of that log, signed with the key of the vectors."""
    from langnghe.ledger import checkpoints

    key = Ed25519PrivateKey.from_private_bytes(PRIVATE)
    public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    text = checkpoints.note_text(log="20035", size=7, root=root)
    signature = base64.b64encode(checkpoints.key_id("20035", public) + key.sign(text.encode())).decode()
    return [
        ("Ed25519 private key", PRIVATE.hex()),
        ("Ed25519 public key", public.hex()),
        ("checkpoint", f"{text}\n— {ORIGIN} {signature}\n"),
    ]


def written() -> str:
    """Return the part of the page between its two marks."""
    parts = []
    for title, lines in (("One entry", entry()), ("One tree", tree())):
        rows = [f"{name}:\n  " + value.rstrip("\n").replace("\n", "\n  ") for name, value in lines]
        parts.append(f"### {title}\n\n```text\n" + "\n".join(rows) + "\n```\n")
    return "\n".join(parts)


def main() -> None:
    before, _, rest = PAGE.read_text("utf-8").partition(START)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{START}\n{written()}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
