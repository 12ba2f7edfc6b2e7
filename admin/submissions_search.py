"""Search for words. They are sent, and never stand in an address: the result has a random one."""

from __future__ import annotations

from aiohttp import web

from admin import choosing, panel, submissions_list
from storage import words_index
from storage.words_index import NothingToSearch

LONGEST = 500


async def act(request: web.Request) -> web.Response:
    on, fields = panel.of(request), request[panel.FORM]
    text = fields.get("q", "")[:LONGEST]
    chosen = {key: value for key, value in choosing.given(fields).items() if key != "found"}
    try:
        async with on.database.write() as conn:
            found = await words_index.search(conn, text, request[panel.SESSION].staff.id, on.now())
    except NothingToSearch:
        return await submissions_list.render(request, chosen, 422, wrong="search.nothing", q=text)
    raise web.HTTPSeeOther(choosing.address(chosen, found=found))
