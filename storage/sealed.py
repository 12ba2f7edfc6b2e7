"""What is personal is sealed before it reaches the database.

Every sealed value is AES-256-GCM under a key of its own for each column, derived by HKDF-SHA256 (RFC 5869) from the
data key. The label of the column is authenticated with it, so that a value moved to another column does not open.
What must be found again is kept beside it as a keyed hash (HMAC-SHA256, 16 bytes).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

KEY_BYTES = 32
HASH_BYTES = 16
NONCE_BYTES = 12
FIRST_KEY = b"\x01"  # stands in front of every sealed value, so that a later key can open old values beside new ones


class Unopened(Exception):
    """A sealed value does not open: it is damaged, stood elsewhere, or was sealed with another key."""


class Keyring:
    """Seals, opens and hashes with keys derived from one data key of 32 bytes (ValueError for any other length)."""

    def __init__(self, data_key: bytes) -> None:
        if len(data_key) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes, this one has {len(data_key)}")
        self._data_key = data_key
        self._hash_key = self._derive("hash")
        self._ciphers: dict[str, AESGCM] = {}

    def __repr__(self) -> str:
        return "Keyring(***)"

    def seal(self, plain: bytes, label: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return FIRST_KEY + nonce + self._cipher(label).encrypt(nonce, plain, FIRST_KEY + label.encode())

    def open(self, sealed: bytes, label: str) -> bytes:
        key, nonce, body = sealed[:1], sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        if key != FIRST_KEY:
            raise Unopened(f"{label}: sealed with a key that is not on this keyring")
        try:
            return self._cipher(label).decrypt(nonce, body, key + label.encode())
        except (InvalidTag, ValueError):
            raise Unopened(f"{label}: damaged, or sealed with another data key") from None

    def hash(self, label: str, *parts: str) -> bytes:
        """16 bytes by which a value is found again. Lengths go in, so that no two lists of parts look alike."""
        message = bytearray()
        for part in (label, *parts):
            text = part.encode()
            message += len(text).to_bytes(8, "big") + text
        return hmac.digest(self._hash_key, bytes(message), hashlib.sha256)[:HASH_BYTES]

    def _cipher(self, label: str) -> AESGCM:
        cipher = self._ciphers.get(label)
        if cipher is None:
            cipher = self._ciphers[label] = AESGCM(self._derive(f"seal {label}"))
        return cipher

    def _derive(self, purpose: str) -> bytes:
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"sempre 1 " + purpose.encode()).derive(self._data_key)


class Locked(Exception):
    """A sealed column was touched before `unlock`."""


_unlocked: Keyring | None = None


def unlock(keyring: Keyring) -> None:
    """Sets the keyring of this process: what the sealed columns below seal and open with."""
    global _unlocked  # column types are made at import, long before there is a key
    _unlocked = keyring


def current() -> Keyring:
    """The process's keyring; raises `Locked` before `unlock`."""
    if _unlocked is None:
        raise Locked("no data key yet: call storage.sealed.unlock first")
    return _unlocked


class SealedBytes(TypeDecorator[bytes]):
    """Bytes, sealed. `label` is "table.column"."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return None if value is None else current().seal(value, self.label)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return None if value is None else current().open(value, self.label)


class SealedText(TypeDecorator[str]):
    """Text, sealed. `label` is "table.column"."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        # A lone surrogate may arrive from a platform's JSON; it must not stop the message.
        return None if value is None else current().seal(value.encode("utf-8", "surrogatepass"), self.label)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else current().open(value, self.label).decode("utf-8", "surrogatepass")


class SealedJson(TypeDecorator[Any]):
    """Anything that `json.dumps` takes, sealed. None is NULL. `label` is "table.column"."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        if value is None:
            return None
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return current().seal(text.encode("utf-8", "surrogatepass"), self.label)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any | None:  # noqa: ARG002
        if value is None:
            return None
        return json.loads(current().open(value, self.label).decode("utf-8", "surrogatepass"))
