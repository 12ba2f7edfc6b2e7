"""E-mails to people who wish to be told that there is something new in their web chat.

They say that there is a message, and where it can be read: nothing of what it is about, and no name (R-30). The first
one asks whether the address is theirs, and nothing follows where nobody says yes. The address leaves this program for
the mail server alone; no log and no error holds it.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from datetime import timedelta
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from urllib.parse import unquote, urlsplit

import aiosmtplib
import structlog

from bot.clock import Clock
from bot.settings import Settings
from locales import Catalogue
from storage import notices
from storage.database import Database, Unavailable
from storage.notices import Due, Question

LOOK = 20.0
"""Seconds between two looks for unread messages."""

UNREAD = timedelta(minutes=2)
"""A message that nobody read for so long was not seen on an open page."""

TOGETHER = 50
SECONDS = 20.0
TRIES = 3
PAUSE = 1.0
"""Seconds before the second try; twice as many before the third."""

_log = structlog.get_logger()


def is_address(text: str) -> bool:
    """Whether this may be an e-mail address: one that a mail server takes without quotes."""
    return re.fullmatch(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", text) is not None


class Mail:
    """Writes through the server of SEMPRE_SMTP_URL, whose user (if it is an address) is the sender."""

    def __init__(self, settings: Settings, database: Database, words: Catalogue, now: Clock) -> None:
        url = settings.smtp_url.get_secret_value() if settings.smtp_url else ""
        self._server = urlsplit(url)
        self._address = settings.address
        self._organisation = settings.organisation
        self._database = database
        self._words = words
        self._now = now
        self._stopping = False
        self._awake = asyncio.Event()

    def stop(self) -> None:
        """`run` ends after the mails at hand."""
        self._stopping = True
        self._awake.set()

    def wake(self) -> None:
        """Somebody left an address, and waits for the question."""
        self._awake.set()

    async def run(self) -> None:
        """Until stopped."""
        while not self._stopping:
            self._awake.clear()
            try:
                while await self.batch():
                    pass
            except Unavailable:
                pass
            except Exception as error:  # mails may be late, but must not end for good
                _log.error("mail_failed", error=type(error).__name__)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await self._awake.wait()

    async def batch(self) -> int:
        """Asks and tells up to `TOGETHER` people each; gives how many mails. Raises `Unavailable`."""
        async with self._database.write() as conn:
            asked = await notices.take_questions(conn, self._now(), TOGETHER)
            due = await notices.take_due(conn, self._now() - UNREAD, TOGETHER)
        for mail in (*map(self._question, asked), *map(self._news, due)):
            await self._deliver(mail)
        return len(asked) + len(due)

    async def _deliver(self, mail: EmailMessage) -> None:
        """A mail that no try gets rid of is given up: the message waits in the chat all the same."""
        for number in range(TRIES):
            try:
                await self._send(mail)
                _log.info("mail_sent")
                return
            except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
                _log.warning("mail_not_sent", error=type(error).__name__, tries=number + 1)
                await asyncio.sleep(PAUSE * 2**number)

    async def _send(self, mail: EmailMessage) -> None:
        encrypted = self._server.scheme == "smtps"
        await aiosmtplib.send(
            mail,
            hostname=self._server.hostname,
            port=self._server.port or (465 if encrypted else 587),
            username=unquote(self._server.username) if self._server.username else None,
            password=unquote(self._server.password) if self._server.password else None,
            use_tls=encrypted,
            timeout=SECONDS,
        )

    def _news(self, due: Due) -> EmailMessage:
        stop = f"{self._address}/chat/mail/stop?stop={due.stop}"
        mail = self._written(due.email, due.language, "", f"{self._address}/chat", stop)
        mail["List-Unsubscribe"] = f"<{stop}>"
        return mail

    def _question(self, asked: Question) -> EmailMessage:
        link = f"{self._address}/chat/mail/confirm?confirm={asked.confirm}&language={asked.language}"
        return self._written(asked.email, asked.language, "confirm_", link, "")

    def _written(self, to: str, language: str, sort: str, link: str, last: str) -> EmailMessage:
        """A mail of the texts `web.mail.<sort>subject`, `body` and `end`, with a link after each of the latter."""

        def text(name: str) -> str:
            return self._words.text(language, f"web.mail.{sort}{name}")

        mail = EmailMessage()
        mail["From"] = self._sender()
        mail["To"] = to
        mail["Subject"] = text("subject")
        mail["Date"] = formatdate()
        mail["Message-ID"] = make_msgid(domain=self._domain())
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(f"{text('body')}\n{link}\n\n{text('end')}\n{last}\n")
        return mail

    def _sender(self) -> str:
        user = unquote(self._server.username or "")
        return user if is_address(user) else f"no-reply@{self._domain()}"

    def _domain(self) -> str:
        return urlsplit(self._address).hostname or "localhost"
