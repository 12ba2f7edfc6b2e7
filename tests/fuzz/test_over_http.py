"""Anything over HTTP, from Telegram and over the socket: no fault of ours, and everybody still gets an answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import schemathesis
from hypothesis import given
from hypothesis import strategies as st

from tests import browsing, canaries, serving
from tests.browsing import Browser
from tests.fuzz.given import Standing, standing, tries

DOCUMENT = json.loads((Path(__file__).parent.parent.parent / "docs" / "openapi.json").read_text())
OPERATIONS: list[Any] = [one.ok() for one in schemathesis.openapi.from_dict(DOCUMENT).get_all_operations()]  # type: ignore[union-attr]
CASES = st.one_of(*(one.as_strategy() for one in OPERATIONS))

WORD = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["", "\x00", "\ud800", "\u202e", "' OR 1=1--", "{{7*7}}", "../..", "x" * 5000]),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORD,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
WHOLE = st.integers(-(2**70), 2**70) | st.integers(1, 99)


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    with standing(tmp_path_factory.mktemp("fuzz")) as opened:
        yield opened
        opened.run(_somebody_is_answered(opened))
        assert opened.faults() == []
        assert list(canaries.found(canaries._logged(opened.log))) == []


async def _somebody_is_answered(there: Standing) -> None:
    async with Browser(there.port) as browser, browser.page() as page:
        assert (await browsing.tell_need(page))["text"]
    assert (await serving.tell_need(there.api.person(chat_id=987_654_321)))[0]
    assert await serving.get(there.port, "/readyz") == (200, "ready\n")


@tries(200)
@given(case=CASES, canary=st.booleans())
def test_every_address_answers_whatever_it_is_asked(there: Standing, case: Any, canary: bool) -> None:
    headers = {**there.headers, **({"User-Agent": "Kernobst aus Riga"} if canary else {})}
    answer = case.call(base_url=there.url, headers=headers, timeout=20, allow_redirects=False)
    assert answer.status_code < 500 or answer.status_code == 503, (case.method, case.path)
    assert "Server" not in answer.headers
    assert "Kernobst" not in answer.content.decode("utf-8", "replace")
    assert b"Traceback" not in answer.content


# -- Telegram -------------------------------------------------------------------------------------


def _field(name: str) -> st.SearchStrategy[Any]:
    """As the platform sends it, or anything else."""
    person = st.fixed_dictionaries({"id": WHOLE}, optional={"is_bot": JSON, "language_code": WORD, "first_name": WORD})
    chat = st.fixed_dictionaries({"id": WHOLE}, optional={"type": st.sampled_from(["private", "group", "x"]) | JSON})
    file = st.fixed_dictionaries({"file_id": WORD}, optional={"file_size": WHOLE, "mime_type": WORD, "duration": JSON})
    known: dict[str, st.SearchStrategy[Any]] = {
        "message_id": WHOLE, "date": WHOLE, "edit_date": WHOLE, "chat": chat, "from": person, "text": WORD,
        "caption": WORD, "voice": file, "document": file, "photo": st.lists(file, max_size=3), "video": file,
        "media_group_id": WORD, "reply_to_message": st.fixed_dictionaries({"message_id": WHOLE, "chat": chat}),
        "sticker": file, "location": JSON, "contact": JSON, "poll": JSON,
        "new_chat_members": st.lists(person, max_size=2),
        "new_chat_member": st.fixed_dictionaries({"status": st.sampled_from(["kicked", "member", "left"]) | WORD}),
        "entities": JSON, "data": WORD | st.sampled_from(["!menu", "topic:MOB~k3", "language:en~0", "consent:yes~zz"]),
    }  # fmt: skip
    return st.one_of(known[name], known[name], known[name], JSON)


def _body(*sure: str, maybe: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({name: _field(name) for name in sure}, optional={name: _field(name) for name in maybe})


MESSAGE = _body(
    "message_id", "chat", "date",
    maybe=("from", "text", "caption", "voice", "document", "photo", "video", "sticker", "location", "contact", "poll",
           "media_group_id", "reply_to_message", "new_chat_members", "entities", "edit_date"),
)  # fmt: skip
PRESS = st.fixed_dictionaries(
    {"id": WORD | st.integers().map(str), "from": _field("from")}, optional={"message": MESSAGE, "data": _field("data")}
)
UPDATE = st.fixed_dictionaries(
    {"update_id": WHOLE},
    optional={
        "message": MESSAGE, "edited_message": MESSAGE, "callback_query": PRESS,
        "my_chat_member": _body("chat", "date", "new_chat_member", maybe=("from",)), "channel_post": JSON,
    },
)  # fmt: skip


@tries(200)
@given(update=UPDATE | JSON)
def test_any_update_is_taken_or_refused(there: Standing, update: Any) -> None:
    raw = json.dumps(update).encode()
    status = there.run(_post(there, raw))
    assert status in {200, 400}


async def _post(there: Standing, raw: bytes) -> int:
    address = f"{there.url}/channels/telegram"
    async with aiohttp.ClientSession(headers=there.headers) as session, session.post(address, data=raw) as answer:
        return answer.status


# -- the socket -----------------------------------------------------------------------------------

KNOWN = ("language:en", "consent:yes~x", "topic:MOB~1", "!menu", "!delete", "story!skip~1", "check:send~1", "x" * 64)
FRAME = st.one_of(
    st.fixed_dictionaries({"type": st.just("text"), "id": WORD, "text": WORD | JSON}),
    st.fixed_dictionaries({"type": st.just("press"), "id": WORD, "payload": st.sampled_from(KNOWN) | WORD}),
    st.fixed_dictionaries({"type": st.just("file"), "id": WORD, "file": WORD}),
    st.fixed_dictionaries({"type": st.just("hello"), "after": WHOLE | JSON}),
    st.fixed_dictionaries({"type": st.just("seen"), "seq": WHOLE | JSON}),
    JSON,
).map(json.dumps) | st.text(max_size=200).filter(lambda text: text.isprintable())


@tries(15)
@given(frames=st.lists(FRAME, min_size=1, max_size=12))
def test_any_frames_leave_the_talk_alive(there: Standing, frames: list[str]) -> None:
    there.run(_say(there, frames))


async def _say(there: Standing, frames: list[str]) -> None:
    async with Browser(there.port) as browser, browser.page() as page:
        await page.hears()
        for frame in frames:
            await page.socket.send_str(frame)
        name = await page.says("still there?")
        async with asyncio.timeout(10):
            while name not in page.acknowledged:
                said = await page.next()
                assert said["type"] != "error" or said["text"]
