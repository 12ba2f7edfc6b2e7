"""The desk: somebody on the phone, at the counter or on paper, whose answers staff enter on the panel.

A pull channel. The panel is its reader and never calls us: it puts its rows into the inbox itself (`storage.desk`) and
fetches what was said. A raw message is one of the console's, with the address of its talk:
`{"address": "…", "id": "…", "text": "…"}`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta

from bot.channels.base import Inbound, Unreadable, clean, loaded
from bot.channels.console import LONGEST_ID, Console


class Desk(Console):
    """All talks at the desk."""

    name = "desk"

    def __init__(self, clock_offset: timedelta = timedelta(0)) -> None:
        super().__init__("", clock_offset)

    async def read(self, raw: bytes) -> Sequence[Inbound]:
        said = loaded(raw)
        address = said.pop("address", None)
        if not isinstance(address, str) or not 0 < len(address) <= LONGEST_ID or clean(address) != address:
            raise Unreadable("malformed")
        self.address = address
        return await super().read(json.dumps(said).encode())
