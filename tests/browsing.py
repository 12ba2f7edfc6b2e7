"""A browser as the web chat sees it, without a screen: a cookie, a socket, and what design.md §5 says goes over it."""

from __future__ import annotations

import asyncio
import io
import json
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Self

import aiohttp
from aiohttp import ClientWebSocketResponse, WSMsgType

from bot.service import Service
from tests import canaries

Frame = dict[str, Any]

STORY = "The bus stopped last month and I cannot get to town for the market."


class Browser:
    """One browser. Its cookies are its own, as in a private window."""

    def __init__(self, port: int, language: str = "en") -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._headers = {"Accept-Language": language}
        self._session: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        assert self._session is not None
        return self._session

    @property
    def cookie(self) -> str:
        return next((one.value for one in self.session.cookie_jar if one.key == "sempre_chat"), "")

    async def __aenter__(self) -> Self:
        jar = aiohttp.CookieJar(unsafe=True)  # else no cookie of an address in numbers is kept
        self._session = aiohttp.ClientSession(cookie_jar=jar, headers=self._headers)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.session.close()

    async def get(self, path: str, **more: Any) -> tuple[int, str]:
        async with self.session.get(self.url + path, **more) as answer:
            return answer.status, await answer.text()

    async def post(self, path: str, data: Any = None, origin: str | None = "", **more: Any) -> tuple[int, Frame]:
        """`origin`: empty for our own, None for none."""
        headers = {} if origin is None else {"Origin": origin or self.url}
        async with self.session.post(self.url + path, data=data, headers=headers, **more) as answer:
            text = await answer.text()
            return answer.status, json.loads(text) if text.startswith("{") else {"text": text}

    async def upload(self, content: bytes, kind: str = "image/jpeg", name: str = "file") -> tuple[int, Frame]:
        form = aiohttp.FormData()
        form.add_field(name, io.BytesIO(content), filename="photo.jpg", content_type=kind)
        return await self.post("/chat/files", form)

    @asynccontextmanager
    async def page(self, after: int = 0, origin: str | None = "", query: str = "") -> AsyncIterator[Page]:
        """A page of the chat that said hello; the cookie comes from /chat where there is none."""
        if not self.cookie:
            await self.get("/chat")
        canaries.said(self.cookie)
        headers = {} if origin is None else {"Origin": origin or self.url}
        async with self.session.ws_connect(f"{self.url}/chat/ws{query}", headers=headers) as socket:
            page = Page(socket)
            await page.send({"type": "hello", "after": after})
            yield page


class Page:
    """An open page. `shown` are the messages in the order in which they came."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.shown: list[Frame] = []
        self.acknowledged: list[str] = []

    async def send(self, frame: Mapping[str, object]) -> None:
        await self.socket.send_str(json.dumps(frame))

    async def next(self, seconds: float = 5) -> Frame:
        """The next frame, whatever it is."""
        async with asyncio.timeout(seconds):
            message = await self.socket.receive()
        assert message.type is WSMsgType.TEXT, message
        frame: Frame = json.loads(message.data)
        if frame["type"] == "message":
            self.shown.append(frame)
        elif frame["type"] == "ack":
            self.acknowledged.append(frame["id"])
        return frame

    async def until(self, kind: str, seconds: float = 5) -> Frame:
        """The next frame of a type; those before it are noted."""
        while True:
            frame = await self.next(seconds)
            if frame["type"] == kind:
                return frame

    async def hears(self, seconds: float = 5) -> Frame:
        """The next message that is not one's own."""
        while True:
            frame = await self.until("message", seconds)
            if frame["from"] != "you":
                return frame

    async def silent(self, seconds: float = 0.4) -> bool:
        """Whether nothing comes."""
        try:
            await self.next(seconds)
        except TimeoutError:
            return True
        return False

    async def says(self, text: str, name: str | None = None) -> str:
        canaries.said(text)
        return await self._utters({"type": "text", "text": text}, name)

    async def presses(self, payload: str, name: str | None = None) -> str:
        return await self._utters({"type": "press", "payload": payload}, name)

    async def sends_file(self, ref: str, name: str | None = None) -> str:
        return await self._utters({"type": "file", "file": ref}, name)

    async def _utters(self, frame: Frame, name: str | None) -> str:
        name = name or str(uuid.uuid4())
        await self.send({**frame, "id": name})
        return name

    async def chooses(self, value: str) -> Frame:
        """Presses the button of the last message whose payload begins so; gives the answer."""
        last = next(frame for frame in reversed(self.shown) if frame["from"] != "you")
        payloads = [button["payload"] for row in last["buttons"] for button in row]
        await self.presses(next(payload for payload in payloads if payload.startswith(value)))
        return await self.hears()


NEED = {
    "language": "language:{language}~", "consent": "consent:yes", "topic": "topic:MOB", "detail": "detail:MOB.no_bus",
    "urgency": "urgency:week", "check": "check:send",
}  # fmt: skip


async def tell_need(page: Page, language: str = "en", story: str = STORY) -> Frame:
    """From the greeting to what is said when it was sent."""
    asked = await page.hears()
    while asked["question"] in NEED or asked["question"] in ("story", "place"):
        if asked["question"] in NEED:
            asked = await page.chooses(NEED[asked["question"]].format(language=language))
        else:
            await page.says(story if asked["question"] == "story" else "Liepa")
            asked = await page.hears()
    return asked


async def agree(page: Page) -> Frame:
    """From the greeting to the first question after consent."""
    await page.hears()
    await page.chooses("language:en")
    return await page.chooses("consent:yes")


def url(service: Service) -> str:
    return f"http://127.0.0.1:{service.port}"
