"""One talk at the desk: the question to read out, and what the person says to it.

What is entered becomes rows of the inbox, as from any channel; the page waits a moment for the answer. It works
without scripts. The same form sent twice counts once; one from before the question changed is given back.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping

from aiohttp import web

from admin import desk_talk, panel
from admin.rendering import page
from dialogs.asking import Asking
from dialogs.terms import Conversation, Sort
from storage import desk
from storage.desk import Intake, Stand

MOST = 8000
"""Characters of one answer."""

Said = list[tuple[Sort, str]]


async def show(request: web.Request) -> web.Response:
    return await render(request, await desk_talk.mine(request))


async def render(
    request: web.Request, of: Intake, status: int = 200, *, wrong: str | None = None, text: str = ""
) -> web.Response:
    """`text` gives back what was typed."""
    on, words = panel.of(request), panel.wording(request)
    stand = await desk_talk.standing(on, of)
    shown = desk_talk.shown(on, stand, words.language) if stand.answered and not of.handed else None
    reads = desk_talk.spoken(on, words.language)
    urgent = [sort for sort in stand.alarms if sort != "person"]
    return page(
        request, "intake.html", status,
        of=of, stand=stand, shown=shown, wrong=wrong, text=text, nonce=secrets.token_hex(16), reads=reads,
        sent=() if stand.conversation is None else stand.conversation.sent,
        chat=on.chat, so_far=so_far(on, stand.conversation, reads),
        urgent=urgent, help_lines=on.words.help_lines(reads, urgent) if urgent else (),
    )  # fmt: skip


def so_far(on: panel.Panel, conversation: Conversation | None, language: str) -> tuple[str, ...]:
    """The answers that count, a line each, in the language of staff."""
    for form in reversed(conversation.forms if conversation else ()):
        dialog = on.scripts[form.dialog]
        if conversation is not None and dialog.submits is not None:
            return Asking(conversation, form, dialog, dialog.questions[-1], on.words, language).summary()
    return ()


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], await desk_talk.mine(request)
    words, text = panel.wording(request), fields.get("text", "").strip()
    if len(text) > MOST:
        return await render(request, of, 422, wrong=words("desk.long", n=len(text), most=MOST), text=text)
    if of.handed and text:
        return await render(request, of, 409, text=text)
    async with on.database.read() as conn:
        stand = await desk.stand(conn, of)
    if fields.get("seq") != str(stand.seq) or not stand.answered:
        if text:
            return await render(request, of, 409, wrong=words("desk.moved"), text=text)
        raise _back(of)
    said = _said(fields, text, stand)
    if not said:
        return await render(request, of, 422, wrong=words("desk.empty"))
    async with on.database.write() as conn:
        entered = await desk.enter(conn, of, said, stand.seq, fields.get("nonce", "")[:64], on.now())
    if not entered and text:
        return await render(request, await desk_talk.mine(request), 409, text=text)
    if entered:
        await desk_talk.standing(on, of)
    raise _back(of)


async def end(request: web.Request) -> web.Response:
    of = await desk_talk.mine(request)
    on = panel.of(request)
    async with on.database.write() as conn:
        await desk.end(conn, of, on.now())
    raise web.HTTPSeeOther("/admin/desk")


def _back(of: Intake) -> web.HTTPSeeOther:
    return web.HTTPSeeOther(f"/admin/desk/{of.address}#question")


def _said(fields: Mapping[str, str], text: str, stand: Stand) -> Said:
    """Words first: what was told counts whatever was pressed with it. Then the marks that changed, then the button."""
    payloads = [button.payload for row in (stand.say.buttons if stand.say else ()) for button in row]
    pressed = fields.get("press", "")
    said: Said = [(Sort.TEXT, text)] if text else []
    if pressed.partition("~")[0].endswith(":done"):
        said += [(Sort.PRESS, payload) for payload in payloads if _changed(payload, fields)]
    return [*said, (Sort.PRESS, pressed)] if pressed in payloads else said


def _changed(payload: str, fields: Mapping[str, str]) -> bool:
    """Whether a mark stands otherwise than before: pressing `-` takes one away that is set."""
    mark = re.match(r"\w+:([+-])([^~]*)", payload)
    return mark is not None and (f"mark.{mark[2]}" in fields) is (mark[1] == "+")
