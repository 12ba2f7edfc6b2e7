"""The conversation and our messages in it: the part of the page that is asked for again while it is open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from admin import forms, panel, voice
from admin.rendering import digest
from admin.voice import Hearing
from storage import reading
from storage.reading import Detail, Transcript

LINES = 10
MORE_LINES = 200
NOTHING = Transcript((), None)


@dataclass(frozen=True, slots=True)
class Talk:
    """What the template of this part is made from."""

    detail: Detail
    transcript: Transcript
    earlier: str | None
    watch: str
    hidden: bool
    hearing: Hearing

    def values(self) -> Mapping[str, Any]:
        replies = sum(len(message.replies) for message in self.detail.messages)
        return {
            "messages": self.detail.messages,
            "lines": self.transcript.lines,
            "earlier": self.earlier,
            "watch": self.watch,
            "talk_hidden": self.hidden,
            "hearing": self.hearing,
            "replies": replies + len(self.detail.added),
        }


async def load(conn: AsyncConnection, request: web.Request, detail: Detail) -> Talk:
    whole = request.query.get("lines") == "all"
    before = _before(request.query.get("before", ""))
    told = NOTHING
    if request[panel.SEEN].talk:
        told = await reading.transcript(conn, detail.conversation_id, before, MORE_LINES if whole else LINES)
    address = f"/admin/submissions/{detail.reference}"
    earlier = None
    if told.before is not None:
        page = "{}.{}".format(*told.before) if whole else None
        earlier = f"{address}{forms.query(lines='all', before=page)}#conversation"
    hearing = voice.hearing(request, detail)
    seen = digest(repr(told), repr(detail.messages), repr(hearing), str(panel.wording(request).language))
    asked = forms.query(lines="all" if whole else None, before=request.query.get("before"), seen=seen)
    return Talk(detail, told, earlier, f"{address}/conversation{asked}", not request[panel.SEEN].talk, hearing)


def _before(text: str) -> tuple[int, int] | None:
    found = re.fullmatch(r"([0-9]{1,18})\.([0-9]{1,18})", text)
    return (int(found[1]), int(found[2])) if found else None
