"""E-mails to people who wish to be told that there is something new in their web chat.

They say that there is a message, and where it can be read: nothing of what it is about, and no name (R-30). The address
leaves this program for the mail server alone; no log and no error holds it.
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
from storage.notices import Due

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
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """`run` ends after the mails at hand."""
        self._stopping.set()

    async def run(self) -> None:
        """Until stopped."""
        while not self._stopping.is_set():
            try:
                while await self.batch():
                    pass
            except Unavailable:
                pass
            except Exception as error:  # mails may be late, but must not end for good
                _log.error("mail_failed", error=type(error).__name__)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await self._stopping.wait()

    async def batch(self) -> int:
        """Tells up to `TOGETHER` people; gives how many. Raises `Unavailable`."""
        async with self._database.write() as conn:
            due = await notices.take_due(conn, self._now() - UNREAD, TOGETHER)
        for one in due:
            await self._tell(one)
        return len(due)

    async def _tell(self, due: Due) -> None:
        """A mail that no try gets rid of is given up: the message waits in the chat all the same."""
        for number in range(TRIES):
            try:
                await self._send(self._written(due))
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

    def _written(self, due: Due) -> EmailMessage:
        def text(name: str) -> str:
            return self._words.text(due.language, f"web.mail.{name}")

        stop = f"{self._address}/chat/mail/stop?stop={due.stop}"
        mail = EmailMessage()
        mail["From"] = self._sender()
        mail["To"] = due.email
        mail["Subject"] = text("subject")
        mail["Date"] = formatdate()
        mail["Message-ID"] = make_msgid(domain=self._domain())
        mail["Auto-Submitted"] = "auto-generated"
        mail["List-Unsubscribe"] = f"<{stop}>"
        mail.set_content(f"{text('body')}\n{self._address}/chat\n\n{text('end')}\n{stop}\n")
        return mail

    def _sender(self) -> str:
        user = unquote(self._server.username or "")
        return user if is_address(user) else f"no-reply@{self._domain()}"

    def _domain(self) -> str:
        return urlsplit(self._address).hostname or "localhost"
