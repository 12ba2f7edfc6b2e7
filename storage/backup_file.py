"""A backup as a file: one stream, sealed in pieces, whose order and end are part of what is sealed.

Header: `SEMPRE BACKUP`, newline, version, number and fingerprint of the data key, salt. The key is derived by
HKDF-SHA256 from that data key and the salt, so no two files share one. Each piece is its length in four bytes and
AES-256-GCM over at most `PIECE` bytes; the nonce is the number of the piece and a byte that is 1 for the last one alone
(the construction STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015). So a piece that is missing, moved, added or
changed is noticed, and so is a file that was cut off.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from io import BufferedReader
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.sealed import Keyring

MAGIC = b"SEMPRE BACKUP\n"
VERSION = 1
SALT = 16
PIECE = 256 * 1024
TAG = 16
_HEADER = struct.Struct(f"!{len(MAGIC)}sBB4s{SALT}s")
_LENGTH = struct.Struct("!I")


class NoBackup(Exception):
    """It is no backup, is damaged or cut off, or is of a later version. The text is one sentence."""


class OtherKey(NoBackup):
    """It was made with a data key that is not on the keyring."""


class Writer:
    """`close` writes the last piece; without it the file is as if cut off."""

    def __init__(self, file: BinaryIO, keyring: Keyring) -> None:
        salt = os.urandom(SALT)
        mark = bytes.fromhex(keyring.fingerprint_of(keyring.number))
        self._file = file
        self._header = _HEADER.pack(MAGIC, VERSION, keyring.number, mark, salt)
        self._cipher = AESGCM(keyring.derived(keyring.number, "backup", salt))
        self._waiting = bytearray()
        self._number = 0
        file.write(self._header)

    def write(self, plain: bytes) -> None:
        self._waiting += plain
        while len(self._waiting) > PIECE:
            self._piece(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def close(self) -> None:
        self._piece(bytes(self._waiting), last=True)

    def _piece(self, plain: bytes, *, last: bool) -> None:
        body = self._cipher.encrypt(_nonce(self._number, last), plain, self._header)
        self._file.write(_LENGTH.pack(len(body)) + body)
        self._number += 1


def read(file: BufferedReader, keyring: Keyring) -> Iterator[bytes]:
    """What was written, in pieces; the end of the iteration is the end that was written. Raises `NoBackup`."""
    header = file.read(_HEADER.size)
    cipher = _cipher(header, keyring)
    number = 0
    while True:
        length = file.read(_LENGTH.size)
        if len(length) < _LENGTH.size:
            raise NoBackup("The file is cut off.")
        (size,) = _LENGTH.unpack(length)
        if not TAG <= size <= PIECE + TAG:
            raise NoBackup("The file is damaged.")
        body = file.read(size)
        last = not file.peek(1)
        plain = _opened(cipher, body, header, number, last=last)
        yield plain
        if last:
            return
        number += 1


def _cipher(header: bytes, keyring: Keyring) -> AESGCM:
    if len(header) < _HEADER.size or not header.startswith(MAGIC):
        raise NoBackup("The file is no backup of Sempre.")
    _, version, number, mark, salt = _HEADER.unpack(header)
    if version != VERSION:
        raise NoBackup("The backup was made by a later version of Sempre.")
    if number not in keyring.numbers or bytes.fromhex(keyring.fingerprint_of(number)) != mark:
        raise OtherKey(
            f"The backup opens with data key {number} of another keyring: `sempre keys restore` types it in from paper."
        )
    return AESGCM(keyring.derived(number, "backup", salt))


def _opened(cipher: AESGCM, body: bytes, header: bytes, number: int, *, last: bool) -> bytes:
    try:
        return cipher.decrypt(_nonce(number, last), body, header)
    except (InvalidTag, ValueError):
        raise NoBackup("The file is cut off." if last else "The file is damaged.") from None


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
