"""The recovery copy: the data keys as lines that can be printed, kept in a safe, and typed in again.

A key is four lines of sixteen characters in groups of four; the last two characters of a line check it, so that a
slip is found where it was made. The characters are those of Crockford's base32, where no two look alike: what is typed
as O, I or L is read as 0 and 1.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from bot.keyring_text import HASH
from storage.sealed import FIRST, KEY_BYTES, Keyring

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LINES = 4
OF_KEY = 14  # characters of a line that carry the key
CHECK = 2
SPARE = LINES * OF_KEY * 5 // 8 - KEY_BYTES

_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LINE = re.compile(r"\s*(?P<key>[1-9][0-9]{0,2}|H)\s*[.,]\s*(?P<line>[1-4])\s*[:\s]\s*(?P<rest>.*)", re.IGNORECASE)


class Slip(ValueError):
    """A line is not as it was printed; the text says which one, and nothing of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """`name` is how the line is called on the sheet: `2.3`, the third line of key 2; `H.1` of the key of the hashes."""

    name: str
    text: str


def lines(keyring: Keyring) -> list[Line]:
    """All lines of the sheet: every key that opens something, and the key of the hashes where key 1 is gone."""
    names = {str(number): keyring.key(number) for number in keyring.numbers}
    if FIRST not in keyring.numbers:
        names["H"] = keyring.hash_key
    return [line for name, key in names.items() for line in _written(name, key)]


def asked(keyring: Keyring) -> list[Line]:
    """Two lines of each key, at random: who can type those has the sheet before them."""
    all_lines = lines(keyring)
    found = []
    for start in range(0, len(all_lines), LINES):
        of_key = all_lines[start : start + LINES]
        chosen = secrets.SystemRandom().sample(range(LINES), 2)
        found += [of_key[number] for number in sorted(chosen)]
    return found


def same(line: Line, typed: str) -> bool:
    """Whether this line was typed, with or without its name, spaces and capitals."""
    match = _LINE.fullmatch(typed)
    if match is not None and _name(match) != line.name:
        return False
    rest = typed if match is None else match["rest"]
    return secrets.compare_digest(_plain(rest).encode(), _plain(line.text).encode())


def read_line(typed: str) -> Line:
    """A line of the sheet as it was typed. Raises `Slip`."""
    match = _LINE.fullmatch(typed)
    if match is None:
        raise Slip("a line begins with its name, like 1.2, and goes on with four groups of four")
    name, plain = _name(match), _plain(match["rest"])
    if len(plain) != OF_KEY + CHECK or set(plain) - set(LETTERS):
        raise Slip(f"line {name} needs {OF_KEY + CHECK} letters and digits")
    if _check(name, plain[:OF_KEY]) != plain[OF_KEY:]:
        raise Slip(f"line {name} is not as it was printed")
    return Line(name, plain)


def keyring(typed: Mapping[str, str]) -> Keyring:
    """From the lines that `read_line` gave, by name; the key that stands first seals. Raises `Slip`."""
    keys: dict[str, str] = {}
    names = list(dict.fromkeys(name.partition(".")[0] for name in typed))
    for name in names:
        missing = [f"{name}.{line}" for line in range(1, LINES + 1) if f"{name}.{line}" not in typed]
        if missing:
            raise Slip(f"line {missing[0]} is missing")
        keys[name] = "".join(typed[f"{name}.{line}"][:OF_KEY] for line in range(1, LINES + 1))
    decoded = {name: _key(name, text) for name, text in keys.items()}
    hash_key = decoded.pop("H", None)
    numbered = {int(name): key for name, key in decoded.items()}
    if not numbered:
        raise Slip("no line of a data key was typed")
    first = next(iter(numbered))
    try:
        return Keyring(numbered.pop(first), first, numbered, hash_key)
    except ValueError:
        raise Slip(f"the four lines H.1 to H.{LINES} are missing; or those of key 1, if the sheet has them") from None


def _written(name: str, key: bytes) -> list[Line]:
    whole = key + _digest(name, key)[:SPARE]
    number = int.from_bytes(whole, "big")
    count = LINES * OF_KEY
    text = "".join(LETTERS[number >> 5 * (count - 1 - place) & 31] for place in range(count))
    found = []
    for line in range(LINES):
        named, part = f"{name}.{line + 1}", text[line * OF_KEY : (line + 1) * OF_KEY]
        plain = part + _check(named, part)
        found.append(Line(named, " ".join(plain[place : place + 4] for place in range(0, len(plain), 4))))
    return found


def _key(name: str, text: str) -> bytes:
    number = 0
    for letter in text:
        number = number << 5 | LETTERS.index(letter)
    whole = number.to_bytes(KEY_BYTES + SPARE, "big")
    if _digest(name, whole[:KEY_BYTES])[:SPARE] != whole[KEY_BYTES:]:
        raise Slip(f"the lines of {name} do not belong together; are they all of one sheet?")
    return whole[:KEY_BYTES]


def _check(name: str, part: str) -> str:
    found = int.from_bytes(_digest(name, part.encode())[:2], "big")
    return LETTERS[found >> 5 & 31] + LETTERS[found & 31]


def _digest(name: str, what: bytes) -> bytes:
    return hashlib.sha256(f"sempre {HASH} {name} ".encode() + what).digest()


def _name(match: re.Match[str]) -> str:
    return f"{match['key'].upper()}.{match['line']}"


def _plain(text: str) -> str:
    return re.sub(r"[\s-]+", "", text).upper().translate(_LOOKALIKES)
