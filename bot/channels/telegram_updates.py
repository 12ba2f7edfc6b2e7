"""One Bot API update → what we heard. Pure, and never trusting: any JSON gives Inbounds or `Unreadable`.

Names, user names, profiles, contact data, coordinates and file names are never looked at (R-31).
The update is read as plain data, because building a typed model of it costs 100 times more and fails whole on
the first field that the platform adds.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.channels.base import Inbound, Unreadable, clean, command_apart
from dialogs.terms import File, Heard, Sort

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

Data = Mapping[str, Any]

_MENTION = re.compile(r"(?<!\w)@(\w+)")
_COMMAND_TO = re.compile(r"/[A-Za-z0-9_]{1,32}(?:@(\w+))?(?=\s|$)")
_GROUP_TYPES = frozenset({"group", "supergroup", "channel"})

_FILES = {  # the message's field → what it is to us
    "voice": "voice",
    "audio": "voice",
    "photo": "photo",
    "video": "video",
    "video_note": "video",
    "animation": "video",  # comes with a copy in `document`, so it stands before it
    "document": "document",
}
_SORTS = {
    "sticker": Sort.STICKER,
    "venue": Sort.LOCATION,
    "location": Sort.LOCATION,
    "contact": Sort.CONTACT,
    "poll": Sort.POLL,
}
_SILENT = frozenset(
    {"pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed"}
)
_MAX_ID = 2**63 - 1  # ids are "at most 52 significant bits"; anything past a database's integer is no id
_MAX_TIME = 253_402_300_799  # the end of the year 9999


def number(update: object) -> int | None:
    """The update's own number, which the offset of polling counts in; None if it has none."""
    return _whole(update.get("update_id")) if isinstance(update, dict) else None


def inbounds(
    update: object, bot_id: str, clock_offset: timedelta = timedelta(0), user_name: str | None = None
) -> Sequence[Inbound]:
    """What one update says. Empty: nothing that anybody waits for. Raises `Unreadable`, and nothing else.

    `user_name` is ours. While it is not known, a group reaches us by a reply, by a bare command, or by adding us.
    """
    if not isinstance(update, dict) or number(update) is None:
        raise Unreadable("not_an_update")
    reader = _Reader(bot_id, clock_offset, user_name)
    for kind, body in update.items():
        if kind != "update_id" and isinstance(body, dict):
            match kind:
                case "message":
                    return reader.message(body)
                case "edited_message":
                    return reader.edited(body)
                case "callback_query":
                    return reader.press(body)
                case "my_chat_member":
                    return reader.membership(body)
                case _:
                    return reader.unknown(kind, body)
    return ()


class _Reader:
    def __init__(self, bot_id: str, clock_offset: timedelta, user_name: str | None) -> None:
        self.bot_id = bot_id
        self.clock_offset = clock_offset
        self.user_name = None if user_name is None else user_name.casefold()

    def message(self, body: Data) -> Sequence[Inbound]:
        address, number = self._place(body)
        if _is_group(body):
            return self._group(body, address, number) if self._is_for_us(body) else ()
        if _text_id(_data(body, "from").get("id")) == self.bot_id or any(key in body for key in _SILENT):
            return ()
        key = f"{address}:{number}"
        return command_apart(Inbound(key, address, number, self._heard(body, number), point=_point(body)))

    def edited(self, body: Data) -> Sequence[Inbound]:
        address, number = self._place(body)
        text, files = _text(body), _files(body)
        # A live location is edited every few seconds; what says nothing needs no answer.
        if _is_group(body) or not (text or files):
            return ()
        edited_at = _whole(body.get("edit_date")) or 0
        heard = Heard(
            sort=Sort.EDIT,
            at=self._time(edited_at or body.get("date")),
            text=text,
            message=str(number),
            files=files,
            device_language=_language(body),
        )
        return (Inbound(f"{address}:{number}:{edited_at}", address, number, heard),)

    def press(self, body: Data) -> Sequence[Inbound]:
        query = _word(body.get("id"))
        if not query:
            raise Unreadable("malformed")
        pressed = _data(body, "message")
        if _is_group(pressed):
            return ()
        chat = _whole(_data(pressed, "chat").get("id"))
        # A private chat has the id of its person, so a press without its message (too old) has a place too.
        chat = _whole(_data(body, "from").get("id")) if chat is None else chat
        if chat is None:
            raise Unreadable("malformed")
        number = _whole(pressed.get("message_id")) or 0
        payload = _word(body.get("data"))
        heard = Heard(
            sort=Sort.PRESS if payload else Sort.OTHER,
            at=self._time(None),  # the platform does not say when a button was pressed
            text=payload,
            message=str(number) if number else None,
            device_language=_language(body),
        )
        return (Inbound(f"{self.bot_id}:press:{query}", f"{self.bot_id}:{chat}", number, heard, acknowledge=query),)

    def membership(self, body: Data) -> Sequence[Inbound]:
        chat = _whole(_data(body, "chat").get("id"))
        status = _data(body, "new_chat_member").get("status")
        if chat is None or not isinstance(status, str):
            raise Unreadable("malformed")
        address = f"{self.bot_id}:{chat}"
        seconds = _whole(body.get("date")) or 0
        if _is_group(body):
            return self._group(body, address, 0) if status in {"member", "administrator"} else ()
        sort = {"kicked": Sort.BLOCKED, "member": Sort.UNBLOCKED}.get(status)
        if sort is None:
            return ()
        heard = Heard(sort=sort, at=self._time(seconds), device_language=_language(body))
        return (Inbound(f"{address}:{sort}:{seconds}", address, 0, heard),)

    def unknown(self, kind: str, body: Data) -> Sequence[Inbound]:
        chat = _whole(_data(body, "chat").get("id"))
        if chat is None or _is_group(body):
            return ()
        # Its content names it: `update_id` may restart at random, and we know no other id of it.
        try:
            content = json.dumps(body, sort_keys=True).encode()
        except RecursionError as error:
            raise Unreadable("malformed") from error
        digest = hashlib.sha256(content).hexdigest()[:32]
        address = f"{self.bot_id}:{chat}"
        heard = Heard(sort=Sort.OTHER, at=self._time(body.get("date")), device_language=_language(body))
        return (Inbound(f"{address}:{clean(kind)[:40]}:{digest}", address, 0, heard),)

    def _heard(self, body: Data, number: int) -> Heard:
        sort, text, files = _sort_of(body)
        reply_to = _whole(_data(body, "reply_to_message").get("message_id"))
        return Heard(
            sort=sort,
            at=self._time(body.get("date")),
            text=text,
            message=str(number),
            reply_to=None if reply_to is None else str(reply_to),
            album=_word(body.get("media_group_id")),
            files=files,
            device_language=_language(body),
        )

    def _group(self, body: Data, address: str, number: int) -> Sequence[Inbound]:
        seconds = _whole(body.get("date")) or 0
        # Being added comes twice, as a membership and as a message, of the same second: one key, so it counts once.
        key = f"{address}:group:{seconds}"
        heard = Heard(sort=Sort.GROUP, at=self._time(seconds), device_language=_language(body))
        return (Inbound(key, address, number, heard),)

    def _is_for_us(self, body: Data) -> bool:
        added = body.get("new_chat_members")
        if isinstance(added, list) and any(
            isinstance(member, dict) and _text_id(member.get("id")) == self.bot_id for member in added
        ):
            return True
        if _text_id(_data(_data(body, "reply_to_message"), "from").get("id")) == self.bot_id:
            return True
        text = _text(body) or ""
        if command := _COMMAND_TO.match(text):
            return command[1] is None or command[1].casefold() == self.user_name
        # Groups hold other bots too: what names one of them is no business of ours.
        return self.user_name in (name.casefold() for name in _MENTION.findall(text))

    def _place(self, body: Data) -> tuple[str, int]:
        chat, number = _whole(_data(body, "chat").get("id")), _whole(body.get("message_id"))
        if chat is None or number is None:
            raise Unreadable("malformed")
        return f"{self.bot_id}:{chat}", number

    def _time(self, seconds: object) -> datetime:
        """UTC, whole seconds; now where the platform names no time."""
        whole = _whole(seconds)
        if whole is None or not 0 < whole <= _MAX_TIME - 86_400 * 36_525:
            moment = datetime.now(UTC).replace(microsecond=0)
        else:
            moment = datetime.fromtimestamp(whole, UTC)
        return moment + self.clock_offset


def _point(body: Data) -> tuple[float, float] | None:
    """Of a location, also that of a venue; None where there is none on earth."""
    location = _data(body, "location")
    numbers = [location.get("latitude"), location.get("longitude")]
    point = [float(one) for one in numbers if isinstance(one, int | float) and not isinstance(one, bool)]
    if len(point) != 2 or not (abs(point[0]) <= 90 and abs(point[1]) <= 180):
        return None
    return point[0], point[1]


def _sort_of(body: Data) -> tuple[Sort, str | None, tuple[File, ...]]:
    if files := _files(body):
        return Sort.FILE, _text(body), files
    for field, sort in _SORTS.items():
        if field in body:
            return sort, None, ()
    text = _text(body)
    return (Sort.TEXT, text, ()) if text else (Sort.OTHER, None, ())


def _files(body: Data) -> tuple[File, ...]:
    for field, media in _FILES.items():
        found = body.get(field)
        if field == "photo" and isinstance(found, list):
            # The same picture in several sizes, the largest last.
            found = next((size for size in reversed(found) if isinstance(size, dict)), None)
        if isinstance(found, dict) and (ref := _word(found.get("file_id"))):
            kind = "image/jpeg" if field == "photo" else _word(found.get("mime_type"))
            return (File(ref=ref, media=media, size=_whole(found.get("file_size")), type=kind),)
    return ()


def _text(body: Data) -> str | None:
    for field in ("text", "caption"):
        if isinstance(body.get(field), str):
            return clean(body[field]) or None
    return None


def _is_group(body: Data) -> bool:
    kind = _data(body, "chat").get("type")
    return isinstance(kind, str) and kind in _GROUP_TYPES


def _language(body: Data) -> str | None:
    return _word(_data(body, "from").get("language_code"))


def _data(body: Data, field: str) -> Data:
    value = body.get(field)
    return value if isinstance(value, dict) else {}


def _word(value: object) -> str | None:
    """A machine word of the platform: an id, a payload, a code."""
    return (clean(value)[:512] or None) if isinstance(value, str) else None


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _MAX_ID else None


def _text_id(value: object) -> str | None:
    number = _whole(value)
    return None if number is None else str(number)
