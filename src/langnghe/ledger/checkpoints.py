"""Signed checkpoints: the size and root of a log as a note of C2SP tlog-checkpoint, signed with Ed25519.

The private key is `keys/record`. The public keys of this installation, one a line, are `keys/record.public`: an older
one stays known after a restore without keys, and whoever can only write in the store cannot add one.
"""

import base64
import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from filelock import FileLock

_ED25519 = b"\x01"
_KEY_ID_BYTES = 4


def origin(log: str) -> str:
    """Return the name under which `log` signs."""
    return f"langnghe/{log}"


def sign(*, log: str, size: int, root: bytes) -> str:
    """Return the signed note that `log` has `size` leaves and this root. Makes the key on first use."""
    key = _private_key()
    text = note_text(log=log, size=size, root=root)
    signature = key_id(log, _raw(key.public_key())) + key.sign(text.encode())
    return f"{text}\n— {origin(log)} {_base64(signature)}\n"


def is_signed(note: str, *, log: str, size: int, root: bytes) -> bool:
    """Return whether `note` says exactly this and carries a signature by a key of this installation."""
    text, _, signatures = note.partition("\n\n")
    if text + "\n" != note_text(log=log, size=size, root=root):
        return False
    start = f"— {origin(log)} "
    lines = [line.removeprefix(start) for line in signatures.splitlines() if line.startswith(start)]
    return any(_verifies(line, log, text + "\n", public) for line in lines for public in public_keys())


def note_text(*, log: str, size: int, root: bytes) -> str:
    """Return the three lines that are signed: origin, size, root in base64."""
    return f"{origin(log)}\n{size}\n{_base64(root)}\n"


def key_id(log: str, public: bytes) -> bytes:
    """Return the 4 bytes that name a key in a signature line (C2SP signed-note)."""
    return hashlib.sha256(origin(log).encode() + b"\n" + _ED25519 + public).digest()[:_KEY_ID_BYTES]


def verifier(log: str) -> list[str]:
    """Return the verifier keys of `log` as C2SP signed-note writes them, for witnesses and other tools."""
    return [f"{origin(log)}+{key_id(log, public).hex()}+{_base64(_ED25519 + public)}" for public in public_keys()]


def public_keys() -> list[bytes]:
    """Return the public keys, 32 bytes each, that ever signed for this installation."""
    path = _folder() / "record.public"
    return [base64.b64decode(line) for line in path.read_text("ascii").split()] if path.exists() else []


def _verifies(line: str, log: str, text: str, public: bytes) -> bool:
    try:
        signature = base64.b64decode(line, validate=True)
        Ed25519PublicKey.from_public_bytes(public).verify(signature[_KEY_ID_BYTES:], text.encode())
    except (InvalidSignature, ValueError):
        return False
    return signature[:_KEY_ID_BYTES] == key_id(log, public)


def _private_key() -> Ed25519PrivateKey:
    path = _folder() / "record"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(path.with_suffix(".lock")):
            if not path.exists():
                _make_key(path)
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{path} is not an Ed25519 key")
    return key


def _make_key(path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    with (path.with_suffix(".public")).open("a", encoding="ascii") as public:
        public.write(_base64(_raw(key.public_key())) + "\n")
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    draft = path.with_suffix(".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _folder() -> Path:
    return Path(settings.KEYS)


def _raw(public: Ed25519PublicKey) -> bytes:
    return public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
