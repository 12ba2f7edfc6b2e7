"""Told by e-mail that a message waits: through a real mail server, and never what the message says."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope
from sqlalchemy import func, select

from bot import chat_mail
from bot.chat_mail import Mail, is_address
from bot.service import Service, running
from storage import notices, retention
from storage.tables_web import web_notices
from tests.browsing import STORY, Browser, agree, tell_need
from tests.serving import free_port, settings, until

ADDRESS = "anna.ozola@example.org"


class Postbox:
    """A mail server. `refusals` answers come before it takes a mail."""

    def __init__(self) -> None:
        self.mails: list[tuple[list[str], EmailMessage]] = []
        self.refusals = 0
        self.port = free_port()
        self._controller = Controller(
            self, hostname="127.0.0.1", port=self.port, authenticator=lambda *_: AuthResult(success=True),
            auth_require_tls=False,
        )  # fmt: skip

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802 (its name there)
        if self.refusals:
            self.refusals -= 1
            return "451 try again"
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append((envelope.rcpt_tos, mail))
        return "250 OK"

    def open(self) -> None:
        self._controller.start()

    def close(self) -> None:
        self._controller.stop()


@pytest.fixture
def postbox(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(chat_mail, "UNREAD", timedelta(seconds=-5))
    monkeypatch.setattr(chat_mail, "LOOK", 3600.0)  # the tests look by themselves
    opened = Postbox()
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
async def service(tmp_path: Path, postbox: Postbox) -> AsyncIterator[Service]:
    of = settings(
        tmp_path / "data", organisation="Vidzeme Care", smtp_url=f"smtp://care%40example.org:a%3Ab@127.0.0.1:{postbox.port}",
        public_url="http://sempre.example.org",
    )  # fmt: skip
    async with running(of) as opened:
        yield opened


@pytest.fixture
async def browser(service: Service) -> AsyncIterator[Browser]:
    async with Browser(service.port) as opened:
        yield opened


def mail_of(service: Service) -> Mail:
    assert service.chat is not None
    assert service.chat._mail is not None
    return service.chat._mail


async def test_a_mail_says_that_there_is_a_message_and_nothing_else(
    service: Service, browser: Browser, postbox: Postbox
) -> None:
    async with browser.page() as page:
        await agree(page)
        assert await browser.post("/chat/mail", {"email": f" {ADDRESS} "}) == (200, {"type": "saved"})
        await confirms(service, postbox)
        last = page.shown[-1]
        await page.send({"type": "seen", "seq": last["seq"]})
        await asyncio.sleep(0.8)
        await page.says(STORY)
        await page.hears()
    assert await mail_of(service).batch() == 1
    assert await mail_of(service).batch() == 0
    ((to, mail),) = postbox.mails
    assert (to, mail["To"], mail["From"]) == ([ADDRESS], ADDRESS, "care@example.org")
    assert mail["Subject"] == "A new message for you"
    text = mail.get_content()
    assert "http://sempre.example.org/chat\n" in text.replace("\r", "")
    for word in ("Vidzeme", "bus", "need", "help", "N-"):
        assert word not in text
    (stop,) = re.findall(r"http://sempre\.example\.org(/chat/mail/stop\?stop=\S+)", text)
    assert mail["List-Unsubscribe"] == f"<http://sempre.example.org{stop}>"
    await ends(service, stop)


async def confirms(service: Service, postbox: Postbox) -> None:
    """Nothing but a question goes to an address before its holder said, by a button, that it is theirs."""
    await until(lambda: len(postbox.mails) == 1)
    ((to, mail),) = postbox.mails
    assert (to, mail["Subject"]) == ([ADDRESS], "Is this your e-mail address?")
    text = mail.get_content().replace("\r", "")
    for word in ("Vidzeme", "new message", "need help"):
        assert word not in text
    (link,) = re.findall(r"http://sempre\.example\.org(/chat/mail/confirm\?\S+)", text)
    assert await mail_of(service).batch() == 0
    async with Browser(service.port, "fi") as elsewhere:
        status, page = await elsewhere.get(link)
        assert (status, "May we write to this address" in page) == (200, True)  # in the language of the mail
        (way, word) = re.findall(r'action="([^"]+)">\s*<input type="hidden" name="confirm" value="([^"]+)"', page)[0]
        status, said = await elsewhere.post(way, {"confirm": word})
        assert (status, "Good. We write" in said["text"]) == (200, True)
        assert (await elsewhere.post(way, {"confirm": word}))[0] == 410
    postbox.mails.clear()


async def test_an_address_that_nobody_confirms_gets_nothing_more_and_goes(
    service: Service, browser: Browser, postbox: Postbox
) -> None:
    async with browser.page() as page:
        await agree(page)
        for number in range(1, 4):
            assert (await browser.post("/chat/mail", {"email": ADDRESS}))[0] == 200
            await until(lambda: len(postbox.mails) == number)  # noqa: B023 (asked in this round alone)
        # Nobody's letter box is filled by somebody else's wish.
        assert (await browser.post("/chat/mail", {"email": ADDRESS}))[0] == 429
        await page.send({"type": "seen", "seq": page.shown[-1]["seq"]})
        await asyncio.sleep(0.8)
        await page.says(STORY)
        await page.hears()
    assert await mail_of(service).batch() == 0
    now = service.on.now()
    async with service.on.database.write() as conn:
        for days, left in ((1, 1), (3, 0)):
            await retention.sweep(conn, now + timedelta(days=days))
            assert await conn.scalar(select(func.count()).select_from(web_notices)) == left


async def ends(service: Service, stop: str) -> None:
    """The link asks, and its button ends the mails; a mail program that looks at links in advance ends nothing."""
    async with Browser(service.port, "ar") as elsewhere:
        status, page = await elsewhere.get(stop)
        assert (status, "هل تريد ألا نرسل إليك" in page) == (200, True)
        (word,) = re.findall(r'name="stop" value="([^"]+)"', page)
        status, said = await elsewhere.post("/chat/mail/stop", {"stop": word})
        assert (status, "لن نرسل إليك" in said["text"]) == (200, True)
    async with service.on.database.write() as conn:
        assert not await notices.stop(conn, word)


async def test_before_consent_no_address_is_kept(browser: Browser) -> None:
    async with browser.page() as page:
        await page.hears()
        status, said = await browser.post("/chat/mail", {"email": ADDRESS})
        assert (status, said["code"]) == (409, "email_early")


async def test_no_address_is_named_and_none_ends_it(browser: Browser) -> None:
    async with browser.page() as page:
        await agree(page)
        status, said = await browser.post("/chat/mail", {"email": "anna"})
        assert (status, said["code"]) == (422, "email_wrong")
        assert await browser.post("/chat/mail", {"email": ""}) == (200, {"type": "stopped"})


async def test_a_server_that_is_busy_is_tried_again(
    service: Service, browser: Browser, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat_mail, "PAUSE", 0.01)
    async with browser.page() as page:
        await agree(page)
        await browser.post("/chat/mail", {"email": ADDRESS})
        await confirms(service, postbox)
        await page.send({"type": "seen", "seq": page.shown[-1]["seq"]})
        await asyncio.sleep(0.8)
        await page.says(STORY)
        await page.hears()
    postbox.refusals = 2
    await mail_of(service).batch()
    assert len(postbox.mails) == 1


async def test_without_a_mail_server_nobody_is_asked(tmp_path: Path) -> None:
    async with running(settings(tmp_path / "data")) as service, Browser(service.port) as browser:
        _, page = await browser.get("/chat")
        assert "leave-mail" not in page
        async with browser.page() as open_page:
            await tell_need(open_page)
            assert (await browser.post("/chat/mail", {"email": ADDRESS}))[0] == 404


@pytest.mark.parametrize("text", ["a@b.org", "first.last+tag@sub.example.org"])
def test_addresses(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("text", ["", "a", "a@b", "a b@c.org", "a@b.org\nBcc: c@d.org", "<a@b.org>", "a@b.org,c@d.org"])
def test_no_addresses(text: str) -> None:
    assert not is_address(text)
