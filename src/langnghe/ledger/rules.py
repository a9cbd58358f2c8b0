"""What a line of the record is made of: canonical values, commitments, the body and its hash. No Django here.

`docs/record.md` says the same in words, with test vectors.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from json.encoder import encode_basestring
from typing import Any, TypeAlias
from uuid import UUID

import rfc8785

from langnghe.refusals import Refused

# Text, whole numbers, true, false, null, and lists and objects of them; `canonical` refuses whatever else it is given.
Json: TypeAlias = object

VERSION = 1
SECRET_BYTES = 32
LARGEST = 2**53 - 1  # the largest whole number that every JSON reader keeps exactly

_INNER, _OUTER = (bytes(byte ^ pad for byte in range(256)) for pad in (0x36, 0x5C))
_INNER_REST, _OUTER_REST = (bytes([pad]) * (64 - SECRET_BYTES) for pad in (0x36, 0x5C))
# RFC 8785 too, as long as names are ASCII and values are digits: it sorts names and adds no space.
_plain = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


@dataclass(frozen=True)
class Claim:
    """What a row of an upper word says that an entry holds: its kind, what it is about, and all its facts."""

    kind: str
    about: UUID
    facts: Mapping[str, Json]


def canonical(value: Json) -> bytes:
    """Return `value` as RFC 8785 JSON with its text in NFC.

    Raises Refused: "cannot-be-sealed" for a float and whatever else JSON cannot keep exactly.
    """
    try:
        # Most values are one text or number, for which the standard encoder says the same four times as fast.
        if isinstance(value, str):
            return encode_basestring(unicodedata.normalize("NFC", value)).encode()
        if isinstance(value, int) and abs(value) <= LARGEST:
            return json.dumps(value).encode()
        return bytes(rfc8785.dumps(_normal(value)))
    except (rfc8785.CanonicalizationError, UnicodeError):
        raise Refused("cannot-be-sealed") from None


def commitment(secret: bytes, name: str, value: Json) -> str:
    """Return the commitment, 64 hex digits, to `value` under the salt that `secret` gives the field `name`."""
    return hmac_sha256(salt(secret, name), canonical(value)).hex()


def salt(secret: bytes, name: str) -> bytes:
    """Return the 32-byte salt of one field: shown with its value it opens that field and no other."""
    return hmac_sha256(secret, name.encode())


def hmac_sha256(key: bytes, message: bytes) -> bytes:
    """Return the HMAC (RFC 2104) of `message` under a `key` of 32 bytes.

    Twenty of them are a third of what an entry costs, and `hmac.digest` takes half as long again.
    """
    inner = sha256(key.translate(_INNER) + _INNER_REST + message).digest()
    return sha256(key.translate(_OUTER) + _OUTER_REST + inner).digest()


def sealed_fields(*, kind: str, log: str, about: UUID, by: str, at: datetime, prev: bytes) -> dict[str, Json]:  # noqa: PLR0913
    """Return the values every entry commits to. `prev` is the seal of the entry before it on `about`, or empty."""
    return {"about": str(about), "at": seconds(at), "by": by, "kind": kind, "log": log, "prev": prev.hex()}


def seconds(at: datetime) -> int:
    """Return `at` in whole seconds since 1970-01-01 UTC. Raises Refused: "cannot-be-sealed" without a time zone."""
    if at.tzinfo is None:
        raise Refused("cannot-be-sealed")
    return int(at.timestamp() // 1)


def entry_body(secret: bytes, sealed: Mapping[str, Json], facts: Mapping[str, Json]) -> bytes:
    """Return the final bytes of an entry: its version and one commitment for each field and each fact.

    Raises Refused: "cannot-be-sealed", also for a fact whose name is not ASCII.
    """
    if not all(name.isascii() for name in facts):
        raise Refused("cannot-be-sealed")
    body = {
        "facts": {name: commitment(secret, f"fact:{name}", value) for name, value in facts.items()},
        "sealed": {name: commitment(secret, f"sealed:{name}", value) for name, value in sealed.items()},
        "v": VERSION,
    }
    return _plain(body).encode("ascii")


def opened(body: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """Return the commitments of `body`: to the sealed fields and to the facts. Raises ValueError for other bytes."""
    content = json.loads(body)
    if not isinstance(content, dict) or content.keys() != {"facts", "sealed", "v"} or content["v"] != VERSION:
        raise ValueError("not an entry's body")
    return content["sealed"], content["facts"]


def seal(body: bytes) -> bytes:
    """Return the SHA-256 of an entry's body: all that is ever published of it, and the data of its leaf."""
    return sha256(body).digest()


def _normal(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, bool | int) or value is None:
        return value
    if isinstance(value, Mapping):
        normal = {_normal(name): _normal(inner) for name, inner in value.items()}
        if len(normal) == len(value):
            return normal
    elif isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [_normal(inner) for inner in value]
    raise Refused("cannot-be-sealed")
