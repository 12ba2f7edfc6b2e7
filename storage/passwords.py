"""Passwords of staff: Argon2id (RFC 9106) with the parameters that argon2-cffi recommends.

Each call takes some 50 ms of one processor: call them in a thread.
"""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 8
"""Characters (NIST SP 800-63B, 5.1.1.2)."""

LONGEST = 1024
"""Characters. More would only keep the processor busy."""


class WrongLength(ValueError):
    """Shorter than `SHORTEST` or longer than `LONGEST`."""


def hashed(password: str) -> str:
    """What may be kept of it. Raises `WrongLength`."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise WrongLength
    return _hasher().hash(password.encode("utf-8", "surrogatepass"))


def fits(password_hash: str | None, password: str) -> bool:
    """Takes as long where there is no account (None), so that nobody learns which addresses have one."""
    known = password_hash or _nobody()
    try:
        _hasher().verify(known, password[:LONGEST].encode("utf-8", "surrogatepass"))
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobody() -> str:
    return _hasher().hash(b"nobody")
