"""The nouns as JSON, and back: what storage seals and what the stories reload between every turn.

A field that stands at its default is left out, an unknown field is ignored and a missing one takes its default,
so that a record written by an older or newer version still loads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from dialogs.terms import Answer, Conversation, File, Heard, Say

Json = Any  # what `json.dumps` takes: the only place where types end
Reader = Callable[[Json], Any]
Writer = Callable[[Any], Json]
Noun = TypeVar("Noun")


_PLAIN = frozenset({str, int, float, bool, NoneType})


def dump(value: object) -> Json:
    """A noun as plain dicts, lists, strings and numbers. Times are ISO 8601."""
    kind: Any = type(value)
    return value if kind in _PLAIN else _writer(kind)(value)


@cache
def _writer(kind: Any) -> Writer:
    """How a value of this type is written; worked out once a type."""
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, datetime):
        return datetime.isoformat
    if issubclass(kind, Mapping):
        return lambda value: {str(key): dump(item) for key, item in value.items()}
    if issubclass(kind, tuple | list):
        return lambda value: [dump(item) for item in value]
    return _noun_writer(kind)


def _noun_writer(noun: Any) -> Writer:
    known = _defaults(noun)
    if not known:
        return lambda _: {}
    read = attrgetter(*(name for name, _ in known), "__class__")  # of one name alone it would give no tuple

    def write(value: object) -> Json:
        return {
            name: item if type(item) in _PLAIN else dump(item)
            for (name, default), item in zip(known, read(value), strict=False)
            if item != default
        }

    return write


def load_conversation(data: Json) -> Conversation:
    return _load(Conversation, data)


def open_question(data: Json) -> str | None:
    """The key of the question that stands open in the record of a conversation, without loading all of it."""
    asked = data.get("asked")
    return asked["question"] if asked else None


def load_heard(data: Json) -> Heard:
    return _load(Heard, data)


def load_say(data: Json) -> Say:
    return _load(Say, data)


def load_answer(data: Json) -> Answer:
    return _load(Answer, data)


def load_file(data: Json) -> File:
    return _load(File, data)


def _load(noun: type[Noun], data: Json) -> Noun:
    kind: Any = noun
    loaded: Noun = _reader(kind)(data)
    return loaded


def _defaults(noun: Any) -> tuple[tuple[str, object], ...]:
    if not is_dataclass(noun):
        raise TypeError(f"{noun} is not a noun of a conversation")
    return tuple((item.name, _default(item)) for item in fields(noun))


def _default(item: Field[Any]) -> object:
    return item.default if item.default_factory is MISSING else item.default_factory()


@cache
def _reader(hint: Any) -> Reader:
    """How a value of this type is read; worked out once a type."""
    if hint is datetime:
        return datetime.fromisoformat
    if get_origin(hint) is UnionType:
        (inner,) = (part for part in get_args(hint) if part is not NoneType)
        read = _reader(inner)
        return lambda data: None if data is None else read(data)
    if get_origin(hint) is tuple:
        return _tuple_reader(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if is_dataclass(hint) and isinstance(hint, type):
        return _noun_reader(hint)
    return lambda data: data


def _tuple_reader(parts: tuple[Any, ...]) -> Reader:
    if parts[-1] is Ellipsis:
        read = _reader(parts[0])
        return lambda data: tuple(read(item) for item in data)
    readers = tuple(_reader(part) for part in parts)
    return lambda data: tuple(read(item) for read, item in zip(readers, data, strict=True))


def _noun_reader(noun: type) -> Reader:
    hints = get_type_hints(noun)
    readers = {item.name: _reader(hints[item.name]) for item in fields(noun)}
    return lambda data: noun(**{name: readers[name](item) for name, item in data.items() if name in readers})
