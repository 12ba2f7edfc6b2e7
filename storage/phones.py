"""Several people behind one contact of a messenger: each has an address of their own, `<address>#2`, `#3` and so on.

The ending is known here alone. A channel is handed the address without it (`bot.deliver`).
"""

from __future__ import annotations

import re

_FURTHER = re.compile(r"(.*)#([2-9])", re.DOTALL)


def address_of(first: str, number: int) -> str:
    """The address of this person in the chat with the address `first`."""
    return first if number == 1 else f"{first}#{number}"


def parted(address: str) -> tuple[str, int]:
    """The address of the chat, and the number of the person."""
    found = _FURTHER.fullmatch(address)
    return (address, 1) if found is None else (found[1], int(found[2]))
