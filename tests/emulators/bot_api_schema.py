"""The Bot API's own rules for a request, from a machine-readable schema (aiogram's models of the documentation).

The models accept extra fields; the official server's documentation names none, so an extra one is refused here,
at any depth. What no schema says (limits of texts and keyboards) is written by hand below.
"""

from __future__ import annotations

import functools
import json
import re
import typing
from collections.abc import Iterator, Mapping
from typing import Any

import aiogram.methods
from pydantic import BaseModel, ValidationError

LONGEST_TEXT, LONGEST_PAYLOAD, MOST_BUTTONS = 4096, 64, 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


class Refused(Exception):
    """The answer of the Bot API to a request that it does not carry out."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


@functools.cache
def _models() -> Mapping[str, tuple[str, type[BaseModel]]]:
    """Method in lower case (the official server does not mind the case) → its name and model."""
    found: dict[str, tuple[str, type[BaseModel]]] = {}
    for name in aiogram.methods.__all__:
        model = getattr(aiogram.methods, name)
        method = getattr(model, "__api_method__", None)
        if isinstance(method, str):
            found[method.lower()] = (method, model)
    return found


def method_name(asked: str) -> str:
    """The method's documented name. Refuses what the documentation does not know."""
    known = _models().get(asked.lower())
    if known is None:
        raise Refused(404, "Not Found: method not found")
    return known[0]


def check(method: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters with their JSON decoded. Raises `Refused`, as the official server answers."""
    model = _models()[method.lower()][1]
    unknown = [name for name in parameters if name not in model.model_fields]
    if unknown:
        raise Refused(400, f"Bad Request: unknown parameter {unknown[0]} of {method}")
    decoded = {name: _decoded(model, name, value) for name, value in parameters.items()}
    try:
        checked = model.model_validate(decoded)
    except ValidationError as error:
        first = error.errors()[0]
        raise Refused(400, f"Bad Request: {method}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    for extra in _extras(checked):
        raise Refused(400, f"Bad Request: unknown field {extra} in a parameter of {method}")
    _check_text(decoded)
    _check_keyboard(decoded.get("reply_markup"))
    _check_commands(decoded.get("commands"))
    return decoded


def _decoded(model: type[BaseModel], name: str, value: Any) -> Any:
    """A form holds everything as text, and a JSON body may hold its objects as text too."""
    annotation = model.model_fields[name].annotation
    options = typing.get_args(annotation) or (annotation,)
    if not isinstance(value, str) or options == (str,):
        return value
    if int in options and re.fullmatch(r"-?[0-9]+", value):
        return int(value)
    if bool in options and value.lower() in {"true", "false"}:
        return value.lower() == "true"
    if value[:1] in {"{", "["} and any(option is not str for option in options):
        try:
            return json.loads(value)
        except ValueError:
            raise Refused(400, f"Bad Request: can't parse {name}") from None
    return value


def _extras(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from value.model_extra or ()
        for name in type(value).model_fields:
            yield from _extras(getattr(value, name))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _extras(item)


def _check_text(parameters: Mapping[str, Any]) -> None:
    text = parameters.get("text")
    if isinstance(text, str) and "callback_query_id" not in parameters:
        if not text.strip():
            raise Refused(400, "Bad Request: message text is empty")
        if units(text) > LONGEST_TEXT:
            raise Refused(400, "Bad Request: message is too long")


def _check_keyboard(markup: Any) -> None:
    rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise Refused(400, "Bad Request: reply markup is too long")
    for button in buttons:
        if not button["text"].strip():
            raise Refused(400, 'Bad Request: can\'t parse inline keyboard button: Field "text" must be non-empty')
        if len(button.keys() - {"text", "style", "icon_custom_emoji_id"}) != 1:
            raise Refused(
                400,
                "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            )
        payload = button.get("callback_data")
        if payload is not None and not 1 <= len(payload.encode()) <= LONGEST_PAYLOAD:
            raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")


def _check_commands(commands: Any) -> None:
    for command in commands if isinstance(commands, list) else []:
        if not _COMMAND.fullmatch(command["command"]):
            raise Refused(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= units(command["description"]) <= 256:
            raise Refused(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")


def units(text: str) -> int:
    """Length as the Bot API counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
