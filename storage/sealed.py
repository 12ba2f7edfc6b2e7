"""What is personal is sealed before it reaches the database.

Every sealed value is AES-256-GCM under a key of its own for each column, derived by HKDF-SHA256 (RFC 5869) from a
data key. The number of that data key stands in front of the value, so that old and new keys stand beside each other.
The label of the column is authenticated with it, so that a value moved to another column does not open.
What must be found again is kept beside it as a keyed hash (HMAC-SHA256, 16 bytes), under a key that stays.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import time
from collections.abc import Callable, Mapping
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
FIRST = 1
LAST = 255
"""Numbers of data keys: one byte in front of every sealed value."""

LOOK_SECONDS = 2.0
"""Within which every process seals with a key that was added meanwhile."""


class Unopened(Exception):
    """A sealed value does not open: it is damaged, stood elsewhere, or was sealed with another key."""


class UnknownKey(Unopened):
    """Sealed with a data key that is not on the keyring; `number` says which one."""

    def __init__(self, label: str, number: int) -> None:
        super().__init__(f"{label}: sealed with data key {number}, which is not on this keyring")
        self.number = number


class Keyring:
    """Seals with its newest data key, opens with all of them, hashes with a key that never changes.

    `data_key` is number `number`; `older` ones only open. The key of the hashes is derived from key 1 as long as that
    is there, else it is `hash_key`. All have 32 bytes. Raises ValueError for anything else.
    """

    def __init__(
        self,
        data_key: bytes,
        number: int = FIRST,
        older: Mapping[int, bytes] | None = None,
        hash_key: bytes | None = None,
    ) -> None:
        self._keys = {number: data_key, **(older or {})}
        for known, key in self._keys.items():
            if len(key) != KEY_BYTES:
                raise ValueError(f"a data key has {KEY_BYTES} bytes, this one has {len(key)}")
            if not FIRST <= known <= LAST:
                raise ValueError(f"a data key has a number from {FIRST} to {LAST}")
        if hash_key is None:
            if FIRST not in self._keys:
                raise ValueError("the key of the hashes is missing")
            hash_key = _derive(self._keys[FIRST], "hash")
        self.number = number
        self.hash_key = hash_key
        self._prefix = bytes([number])
        self._ciphers: dict[tuple[int, str], AESGCM] = {}

    def __repr__(self) -> str:
        return "Keyring(***)"

    @property
    def numbers(self) -> tuple[int, ...]:
        """Of all keys: the one that seals, then those that only open, newest first."""
        return (self.number, *sorted(self._keys.keys() - {self.number}, reverse=True))

    def key(self, number: int) -> bytes:
        """Raises KeyError."""
        return self._keys[number]

    def derived(self, number: int, purpose: str, salt: bytes | None = None) -> bytes:
        """32 bytes for another use of a data key. Raises KeyError."""
        return _derive(self._keys[number], purpose, salt)

    @property
    def fingerprint(self) -> str:
        """8 hexadecimal digits by which the sealing key and that of the hashes are known again. Tells nothing."""
        return self.fingerprint_of(self.number)

    def fingerprint_of(self, number: int) -> str:
        """The same for another key of the ring. Raises KeyError."""
        return _derive(self._keys[number] + self.hash_key, "fingerprint")[:4].hex()

    def seal(self, plain: bytes, label: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return (
            self._prefix + nonce + self._cipher(self.number, label).encrypt(nonce, plain, _bound(self._prefix, label))
        )

    def open(self, sealed: bytes, label: str) -> bytes:
        """Raises `Unopened`, and `UnknownKey` where it is sealed with a key that is not here."""
        if not sealed:
            raise Unopened(f"{label}: empty")
        if sealed[0] not in self._keys:
            raise UnknownKey(label, sealed[0])
        nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            return self._cipher(sealed[0], label).decrypt(nonce, body, _bound(sealed[:1], label))
        except (InvalidTag, ValueError):
            raise Unopened(f"{label}: damaged, or sealed with another data key") from None

    def hash(self, label: str, *parts: str) -> bytes:
        """16 bytes by which a value is found again. Lengths go in, so that no two lists of parts look alike."""
        message = bytearray()
        for part in (label, *parts):
            text = part.encode()
            message += len(text).to_bytes(8, "big") + text
        return hmac.digest(self.hash_key, bytes(message), hashlib.sha256)[:HASH_BYTES]

    def _cipher(self, number: int, label: str) -> AESGCM:
        cipher = self._ciphers.get((number, label))
        if cipher is None:
            cipher = self._ciphers[number, label] = AESGCM(_derive(self._keys[number], f"seal {label}"))
        return cipher


def _bound(prefix: bytes, label: str) -> bytes:
    return prefix + label.encode()


def _derive(key: bytes, purpose: str, salt: bytes | None = None) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=salt, info=b"sempre 1 " + purpose.encode()).derive(key)


class Locked(Exception):
    """A sealed column was touched before `unlock`."""


_unlocked: Keyring | None = None
_renewed: Callable[[], Keyring | None] | None = None
_looked = 0.0


def unlock(keyring: Keyring, renewed: Callable[[], Keyring | None] | None = None) -> None:
    """Sets the keyring of this process: what the sealed columns below seal and open with.

    `renewed` is asked now and then, and where a key is missing: it gives a keyring if there is another one since.
    """
    global _unlocked, _renewed, _looked  # column types are made at import, long before there is a key
    _unlocked, _renewed, _looked = keyring, renewed, time.monotonic()


def current() -> Keyring:
    """The process's keyring; raises `Locked` before `unlock`."""
    if _unlocked is None:
        raise Locked("no data key yet: call storage.sealed.unlock first")
    if _renewed is not None and time.monotonic() - _looked > LOOK_SECONDS:
        return _look(_unlocked)
    return _unlocked


def _look(known: Keyring) -> Keyring:
    global _unlocked, _looked
    _looked = time.monotonic()
    _unlocked = known if _renewed is None else _renewed() or known
    return _unlocked


def opened(sealed: bytes, label: str) -> bytes:
    """With the process's keyring. A key that another process added a moment ago is looked for. Raises `Unopened`."""
    keyring = current()
    try:
        return keyring.open(sealed, label)
    except UnknownKey:
        return _look(keyring).open(sealed, label)


class Sealed(TypeDecorator[Any]):
    """A column that is sealed. `label` is "table.column"."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label


class SealedBytes(Sealed):
    """Bytes, sealed. `label` is "table.column"."""

    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return None if value is None else current().seal(value, self.label)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return None if value is None else opened(value, self.label)


class SealedVector(SealedBytes):
    """A few hundred bytes, where `SealedBytes` may be a file. `label` is "table.column"."""

    cache_ok = True


class SealedText(Sealed):
    """Text, sealed. `label` is "table.column"."""

    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        # A lone surrogate may arrive from a platform's JSON; it must not stop the message.
        return None if value is None else current().seal(value.encode("utf-8", "surrogatepass"), self.label)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else opened(value, self.label).decode("utf-8", "surrogatepass")


_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class SealedJson(Sealed):
    """Anything that `json.dumps` takes, sealed. None is NULL. `label` is "table.column"."""

    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        if value is None:
            return None
        return current().seal(_as_json(value).encode("utf-8", "surrogatepass"), self.label)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any | None:  # noqa: ARG002
        if value is None:
            return None
        return json.loads(opened(value, self.label).decode("utf-8", "surrogatepass"))
