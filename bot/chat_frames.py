"""What the server says to the page of the web chat: frames of design.md §5, as dicts.

A frame may hold more than the protocol asks for: `id` (of the person's own message, and of what an error is about),
`toggles` (this message replaces the one before it; of the person's own: it only set or took a mark), `media` and `file`
(of what they sent: what it is, and its ref, at which `/chat/files/<ref>` gives it back to them). `data` is the
address at which a copy of one's data is offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from bot.channels.base import with_number
from dialogs.terms import Button, Heard, Say, Sort, Words
from locales import bidi, languages
from storage.talk import Line

Frame = dict[str, Any]

_MARK = re.compile(r"[a-z_]+:[+-]")


def direction(language: str) -> str:
    known = languages.known().get(language)
    return "rtl" if known is not None and known.rtl else "ltr"


def said(line: Line, say: Say) -> Frame:
    frame = {
        "type": "message",
        "seq": line.seq,
        "from": line.sender,
        "text": "\n\n".join(say.paragraphs),
        "lang": say.language,
        "dir": direction(say.language),
        "question": say.question,
        "buttons": [
            [{"payload": button.payload, "label": with_number(button)} for button in row] for row in say.buttons
        ],
    }
    if say.data:
        frame["data"] = f"/chat/data/{line.row}"
    return {**frame, "toggles": True} if line.toggled else frame


def heard(line: Line, own: Heard, before: Iterable[Say], words: Words, language: str) -> Frame:
    """The person's own message. `before`: what we said before it, newest first; `language` is that of the talk."""
    text = _text(own, before, words, language)
    first = bidi.first_strong(text)
    frame = {
        "type": "message",
        "seq": line.seq,
        "from": "you",
        "id": own.message,
        "text": text,
        "lang": language,
        "dir": direction(language) if first is None else "ltr" if first == "L" else "rtl",
        "question": None,
        "buttons": [],
    }
    if own.sort is Sort.PRESS and _MARK.match(own.text or ""):
        return {**frame, "toggles": True}
    return {**frame, "media": own.files[0].media, "file": own.files[0].ref} if own.files else frame


def error(code: str, words: Words, language: str, about: object = None) -> Frame:
    frame = {"type": "error", "code": code, "text": words.text(language, f"web.error.{code}")}
    return {**frame, "id": about} if isinstance(about, str) else frame


def _text(own: Heard, before: Iterable[Say], words: Words, language: str) -> str:
    match own.sort:
        case Sort.PRESS:
            return _label(own.text or "", before, words, language)
        case Sort.COMMAND:
            return f"/{own.text}"
        case Sort.FILE:
            name = "voice_sent" if own.files and own.files[0].media == "voice" else "photo_sent"
            return words.text(language, f"web.chat.{name}")
    return own.text or ""


def _label(payload: str, before: Iterable[Say], words: Words, language: str) -> str:
    """What stood on the button."""
    for say in before:
        for button in (button for row in say.buttons for button in row):
            if button.payload == payload:
                return _plain(button)
    if payload.startswith("language:"):
        return words.own_name(payload.removeprefix("language:").partition("~")[0])
    return words.text(language, "web.chat.pressed")


def _plain(button: Button) -> str:
    return button.label.removeprefix("✓ ")
