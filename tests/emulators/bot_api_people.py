"""People of the emulated Bot API: what they do becomes updates, what the bot sends them they can hear."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests import canaries
from tests.emulators.bot_api_schema import LONGEST_TEXT, units

if TYPE_CHECKING:
    from tests.emulators.bot_api import BotApi

SECONDS_OF_PATIENCE = 30.0


@dataclass(frozen=True)
class Upload:
    """A file that the bot sent."""

    name: str
    type: str
    content: bytes


@dataclass(frozen=True)
class Shown:
    """A message of the bot as the person sees it. `buttons`: rows of (label, payload)."""

    id: int
    text: str
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()
    edited: bool = False
    media: str = "text"
    upload: Upload | None = None  # the file that came with it

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for row in self.buttons for label, _ in row)

    @property
    def payloads(self) -> tuple[str, ...]:
        return tuple(payload for row in self.buttons for _, payload in row)


@dataclass
class Chat:
    """One chat as the server keeps it."""

    id: int
    type: str = "private"
    refuses: tuple[int, str] | None = None  # what a send is answered
    moved_to: int | None = None
    shown: dict[int, Shown] = field(default_factory=dict)  # the bot's messages as they stand
    unheard: asyncio.Queue[Shown] = field(default_factory=asyncio.Queue)
    own: set[int] = field(default_factory=set)  # ids of the person's messages

    def show(self, message: Shown) -> None:
        self.shown[message.id] = message
        self.unheard.put_nowait(message)


class Person:
    """Somebody in a private chat with the bot. Every method that does something gives the id of the message."""

    def __init__(self, api: BotApi, chat: Chat, language_code: str | None, name: str) -> None:
        self.api = api
        self.chat = chat
        canaries.said(chat.id)
        self.user = {"id": chat.id, "is_bot": False, "first_name": name, "username": f"user_{chat.id}"}
        if language_code is not None:
            self.user["language_code"] = language_code

    @property
    def id(self) -> int:
        return self.chat.id

    # -- what the bot sent ------------------------------------------------------------------------

    @property
    def messages(self) -> list[Shown]:
        """Everything the bot wrote here, as it stands now."""
        return list(self.chat.shown.values())

    async def hears(self, timeout: float = SECONDS_OF_PATIENCE) -> Shown:  # noqa: ASYNC109
        """The next message or edit that was not heard yet."""
        return await asyncio.wait_for(self.chat.unheard.get(), timeout)

    async def hears_nothing(self, seconds: float = 0.3) -> None:
        try:
            message = await self.hears(seconds)
        except TimeoutError:
            return
        raise AssertionError(f"heard: {message.text}")

    @property
    def spinning(self) -> list[str]:
        """Ids of presses that the bot has not answered: the button still spins."""
        return [query for query, chat in self.api.queries.items() if chat == self.id]

    # -- what the person does ---------------------------------------------------------------------

    async def says(self, text: str, **extra: Any) -> int:
        """Writes. As the apps do, a text that is too long goes out as several messages."""
        canaries.said(text)
        parts = [text] if units(text) <= LONGEST_TEXT else [text[i : i + 2048] for i in range(0, len(text), 2048)]
        number = 0
        for part in parts:
            entities = {}
            if part.startswith("/") and len(part) > 1:
                length = units(part.split()[0])
                entities = {"entities": [{"type": "bot_command", "offset": 0, "length": length}]}
            number = self._sends({"text": part, **entities, **extra})
        return number

    async def replies(self, to: int, text: str) -> int:
        return await self.says(text, reply_to_message={"message_id": to, "date": _now(), "chat": self._chat()})

    async def presses(self, what: str, message: int | None = None) -> str:
        """Presses the newest button with this label or payload (of `message`, where given). Gives the press's id."""
        for shown in reversed(self.messages):
            for row in shown.buttons:
                for label, payload in row:
                    if what in (label, _unnumbered(label), payload) and message in (None, shown.id):
                        return self.presses_payload(payload, shown)
        raise AssertionError(
            f"no button {what!r}; the last message has {self.messages[-1].labels if self.messages else ()}"
        )

    def presses_payload(self, payload: str, shown: Shown) -> str:
        """A press as an old or another app may send it, whether the button is shown or not."""
        query = self.api.new_query(self.id)
        pressed = {"message_id": shown.id, "date": _now(), "chat": self._chat(), "text": shown.text}
        body = {"id": query, "from": self.user, "chat_instance": "1", "message": pressed, "data": payload}
        self.api.updates.add("callback_query", self.id, body)
        return query

    async def edits(self, message: int, text: str) -> int:
        self._adds("edited_message", message, {"text": text, "edit_date": self.api.next_edit_date()})
        return message

    async def sends_voice(
        self, content: bytes = b"OggS voice", *, caption: str | None = None, size: int | None = None
    ) -> int:
        return self._sends_file("voice", content, caption, size, duration=3, mime_type="audio/ogg")

    async def sends_document(
        self, content: bytes = b"%PDF-", *, caption: str | None = None, size: int | None = None
    ) -> int:
        return self._sends_file("document", content, caption, size, file_name="a.pdf", mime_type="application/pdf")

    async def sends_video(self, content: bytes = b"video", *, caption: str | None = None) -> int:
        return self._sends_file("video", content, caption, None, width=1, height=1, duration=1, mime_type="video/mp4")

    async def sends_photo(self, content: bytes = b"\xff\xd8 photo", *, caption: str | None = None, **extra: Any) -> int:
        sizes = [{**self._file("photo", content[:1], None), "width": 90, "height": 90}]
        sizes.append({**self._file("photo", content, None), "width": 900, "height": 900})
        return self._sends({"photo": sizes, **({"caption": caption} if caption else {}), **extra})

    async def album(self, count: int = 3, caption: str | None = None) -> list[int]:
        """Several photos in one go; the caption stands on the first."""
        group = str(self.api.next_number())
        return [await self.sends_photo(caption=None if i else caption, media_group_id=group) for i in range(count)]

    async def sends_location(self) -> int:
        return self._sends({"location": {"latitude": 58.38, "longitude": 26.72}})

    async def sends_contact(self) -> int:
        return self._sends({"contact": {"phone_number": "+3720000000", "first_name": "Test", "user_id": self.id}})

    async def sends_sticker(self) -> int:
        sticker = {**self._file("sticker", b"RIFF", None), "type": "regular", "width": 512, "height": 512}
        return self._sends({"sticker": {**sticker, "is_animated": False, "is_video": False, "emoji": "👍"}})

    async def sends_poll(self) -> int:
        options = [
            {"text": "a", "voter_count": 0, "persistent_id": "0"},
            {"text": "b", "voter_count": 0, "persistent_id": "1"},
        ]
        poll = {"id": "1", "question": "?", "options": options, "total_voter_count": 0, "type": "regular"}
        return self._sends(
            {"poll": {**poll, "is_closed": False, "is_anonymous": True, "allows_multiple_answers": False}}
        )

    async def sends(self, **content: Any) -> int:
        """Any other message, given as the fields of its update."""
        return self._sends(content)

    async def blocks(self) -> None:
        self.chat.refuses = (403, "Forbidden: bot was blocked by the user")
        self._member("kicked", "member")

    async def unblocks(self) -> None:
        self.chat.refuses = None
        self._member("member", "kicked")

    async def deletes_account(self) -> None:
        self.chat.refuses = (403, "Forbidden: user is deactivated")

    # -- how it becomes an update -----------------------------------------------------------------

    def _chat(self) -> dict[str, Any]:
        names = {"first_name": self.user["first_name"]} if self.chat.type == "private" else {"title": "A group"}
        return {"id": self.chat.id, "type": self.chat.type, **names}

    def _sends(self, content: dict[str, Any]) -> int:
        number = self.api.next_number()
        self.chat.own.add(number)
        self._adds("message", number, content)
        return number

    def _adds(self, kind: str, number: int, content: dict[str, Any]) -> None:
        body = {"message_id": number, "date": _now(), "chat": self._chat(), "from": self.user, **content}
        self.api.updates.add(kind, self.chat.id, body)

    def _sends_file(self, field: str, content: bytes, caption: str | None, size: int | None, **extra: Any) -> int:
        described = {**self._file(field, content, size), **extra}
        return self._sends({field: described, **({"caption": caption} if caption else {})})

    def _file(self, field: str, content: bytes, size: int | None) -> dict[str, Any]:
        ref = self.api.keep_file(field, content, size)
        return {"file_id": ref, "file_unique_id": f"u{ref[-8:]}", "file_size": len(content) if size is None else size}

    def _member(self, new: str, old: str) -> None:
        bot = self.api.me
        states = {"old_chat_member": {"status": old, "user": bot}, "new_chat_member": {"status": new, "user": bot}}
        body = {"chat": self._chat(), "from": self.user, "date": _now(), **states}
        self.api.updates.add("my_chat_member", self.chat.id, body)


class Group(Person):
    """A group chat. `says` is a member who writes; `adds_bot` and `removes_bot` are what an administrator does."""

    def __init__(self, api: BotApi, chat: Chat) -> None:
        super().__init__(api, chat, None, "Member")
        self.user["id"] = 900_001

    async def adds_bot(self) -> None:
        """Comes twice, as the real one: as a membership and as a message."""
        self.chat.refuses = None
        self._member("member", "left")
        self._sends({"new_chat_members": [self.api.me]})

    async def removes_bot(self) -> None:
        self.chat.refuses = (403, f"Forbidden: bot was kicked from the {self.chat.type} chat")
        self._member("left", "member")

    async def becomes(self, supergroup: int) -> None:
        self.chat.moved_to = supergroup


def _unnumbered(label: str) -> str:
    return re.sub(r"^\d+\. (?:✓ )?", "", label)


def _now() -> int:
    return int(time.time())


def rows_of(markup: Any) -> tuple[tuple[tuple[str, str], ...], ...]:
    rows: Sequence[Any] = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    return tuple(tuple((button["text"], button.get("callback_data", "")) for button in row) for row in rows)
