"""Opening a talk by the code that somebody kept on paper."""

from __future__ import annotations

import asyncio

from bot.clock import Clock
from storage import doors
from storage.database import Database, Unavailable

TRIES, AGAIN = 8, 0.25
"""How often, and after how many seconds, a talk that is in use is asked for again."""


async def opened(database: Database, code: str, old: str, now: Clock) -> str | None:
    """The new cookie, in the place of the `old` one, if there is one; None where the code is none.

    A talk of the desk moves once all that was entered there is turned. Raises `Unavailable`.
    """
    for tries in range(TRIES, 0, -1):
        try:
            async with database.write() as conn:
                cookie = await doors.open_by_code(conn, code, now())
                if cookie is not None and old:
                    await doors.close(conn, old)
                return cookie
        except Unavailable:
            if tries == 1:
                raise
        await asyncio.sleep(AGAIN)
    return None
