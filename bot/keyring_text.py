"""A keyring as text: what stands in `data.key` or `SEMPRE_DATA_KEY`, and what follows from a rotation.

One key alone is 64 hexadecimal digits or base64, and is number 1. Several are `NUMBER:KEY`, one a line or with commas
between; the first one seals, the others only open. Where key 1 has been dropped, `hash:KEY` keeps what was
derived from it: by those keyed hashes people and messages are found again, so it never changes.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets

from storage.sealed import FIRST, KEY_BYTES, LAST, Keyring

HASH = "hash"


class NoMoreNumbers(Exception):
    """255 keys were in use, one after the other: a sealed value has one byte for the number."""


def read(text: str) -> Keyring:
    """Raises ValueError, which says what is wrong and never repeats the text."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    entries = re.split(r"[,\s]+", ",".join(lines).strip(", \t"))
    if len(entries) == 1 and ":" not in entries[0]:
        return Keyring(decode(entries[0]))
    found: dict[str, bytes] = {}
    for entry in entries:
        name, colon, key = entry.partition(":")
        if not colon or not re.fullmatch(rf"{HASH}|[1-9][0-9]{{0,2}}", name) or name in found:
            raise ValueError("of several keys, each needs a number and a colon before it, and each number stands once")
        found[name] = decode(key)
    hash_key = found.pop(HASH, None)
    keys = {int(name): key for name, key in found.items()}
    if not keys:
        raise ValueError("it holds no data key")
    sealing = next(iter(keys))
    return Keyring(keys.pop(sealing), sealing, keys, hash_key)


def write(keyring: Keyring, between: str = "\n") -> str:
    """The same keyring as text, `between` its entries. A single first key stands alone, as it was made."""
    if keyring.numbers == (FIRST,):
        return keyring.key(FIRST).hex()
    entries = [f"{number}:{keyring.key(number).hex()}" for number in keyring.numbers]
    if FIRST not in keyring.numbers:
        entries.append(f"{HASH}:{keyring.hash_key.hex()}")
    return between.join(entries)


def waiting(keyring: Keyring) -> int | None:
    """The number of a newer key that does not seal yet."""
    newest = max(keyring.numbers)
    return newest if newest > keyring.number else None


def rotated(keyring: Keyring, *, later: bool = False) -> Keyring:
    """With a new key that seals; `later`: that waits. One that waits seals then. Raises `NoMoreNumbers`."""
    keys = {number: keyring.key(number) for number in keyring.numbers}
    newest = waiting(keyring)
    if newest is None:
        newest = max(keys) + 1
        if newest > LAST:
            raise NoMoreNumbers
        keys[newest] = secrets.token_bytes(KEY_BYTES)
    sealing = keyring.number if later else newest
    return Keyring(keys.pop(sealing), sealing, keys, keyring.hash_key)


def alone(keyring: Keyring) -> Keyring:
    """Only what seals now, and the key of the hashes."""
    return Keyring(keyring.key(keyring.number), keyring.number, {}, keyring.hash_key)


def joined(keyring: Keyring, other: Keyring) -> Keyring:
    """`keyring`, and beside it what `other` opens. Raises ValueError where they do not belong together."""
    keys = {number: keyring.key(number) for number in keyring.numbers}
    for number in other.numbers:
        if keys.setdefault(number, other.key(number)) != other.key(number):
            raise ValueError(f"there is another key {number} already")
    if keyring.hash_key != other.hash_key:
        raise ValueError("it belongs to another database")
    return Keyring(keys.pop(keyring.number), keyring.number, keys, keyring.hash_key)


def decode(text: str) -> bytes:
    """A key from 64 hexadecimal digits or from base64 (either alphabet). Raises ValueError, without the text."""
    text = text.strip()
    try:
        key = bytes.fromhex(text) if len(text) == 2 * KEY_BYTES else _base64(text)
    except (ValueError, binascii.Error):
        raise ValueError("it is neither hexadecimal nor base64") from None
    if len(key) != KEY_BYTES:
        raise ValueError(f"it has {len(key)} bytes")
    return key


def _base64(text: str) -> bytes:
    plain = text.rstrip("=").replace("-", "+").replace("_", "/")
    return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
