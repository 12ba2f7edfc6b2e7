"""Direction of text (UAX #9): values from outside are isolated, right-to-left lines start that way (I-21, I-22)."""

from __future__ import annotations

import re
import unicodedata

FSI, PDI, RLM = "\u2068", "\u2069", "\u200f"
_OPENING = "\u2066\u2067\u2068"
# Whatever `isolate` has to look at closely: marks of direction, and all that ends a line. Hardly any value has it.
_SPECIAL = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e"))


def isolate(value: str) -> str:
    """The value inside U+2068 … U+2069, line by line, since an isolate ends with its line.

    What the value itself holds is balanced first, so that nothing a person typed reaches the text around it.
    """
    if _SPECIAL.search(value) is None:
        return f"{FSI}{value}{PDI}"
    return "\n".join(f"{FSI}{_balanced(line)}{PDI}" for line in value.translate(_OVERRIDES).splitlines() or [""])


def start_right_to_left(text: str) -> str:
    """Each line starts with a strong right-to-left letter or U+200F."""
    return "\n".join(RLM + line if line and not _starts_right_to_left(line) else line for line in text.split("\n"))


def is_balanced(text: str) -> bool:
    """Whether every isolate that opens in a line closes in it, and no embedding or override is used."""
    return all(_balanced(line) == line for line in text.split("\n")) and text.translate(_OVERRIDES) == text


def first_strong(text: str) -> str | None:
    """The bidi class of the first strong character: `L`, `R` or `AL`."""
    classes = (unicodedata.bidirectional(character) for character in text)
    return next((found for found in classes if found in ("L", "R", "AL")), None)


def _starts_right_to_left(line: str) -> bool:
    return line.startswith(RLM) or unicodedata.bidirectional(line[0]) in ("R", "AL")


def _balanced(line: str) -> str:
    depth, kept = 0, []
    for character in line:
        if character == PDI:
            if not depth:
                continue
            depth -= 1
        elif character in _OPENING:
            depth += 1
        kept.append(character)
    return "".join(kept) + PDI * depth
