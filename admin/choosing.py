"""The filters of the list as they stand in an address: read, offered, and written again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from aiohttp import web

from admin import forms, panel
from admin.wording import Wording
from locales import places
from storage.listing import STAFF_LEVELS, Filters
from storage.places import Placed
from storage.statuses import STATUSES

KEYS = ("kind", "status", "topic", "urgency", "language", "place", "assignee")
KINDS = ("need", "idea")
ME = "me"
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """One select of the form: its field, and what it offers as (value, label)."""

    field: str
    offered: Sequence[tuple[str, str]]


def given(values: Mapping[str, str]) -> dict[str, str]:
    """The filters that are set, by their names in an address. Nobody's e-mail address is among them: `me` is."""
    cleaned = {key: forms.clean(values.get(key, "")).strip()[:LONGEST] for key in (*KEYS, "found")}
    return {key: value for key, value in cleaned.items() if value}


async def filters(request: web.Request, chosen: Mapping[str, str]) -> Filters:
    """As the list compares them: a place by the gazetteer's code, where the gazetteer knows it."""
    values = dict(chosen)
    if "assignee" in values:
        mine = values["assignee"] == ME
        values["assignee"] = request[panel.SESSION].staff.email if mine else "nobody"
    wanted = Filters(**values)
    if "place" not in chosen:
        return wanted
    place = await asyncio.to_thread(_placed, chosen["place"], panel.of(request).words.calendar.country)
    return replace(wanted, place=place)


def _placed(words: str, country: str | None) -> Placed:
    found = places.meant(words, country)
    return Placed(words, found[0].code) if found else Placed(words)


def choices(request: web.Request) -> list[Choice]:
    on, words = panel.of(request), panel.wording(request)
    return [
        Choice("urgency", [(code, words.code("urgency", code)) for code in STAFF_LEVELS]),
        Choice("status", [(code, words.code("status", code)) for code in STATUSES if code != "erased"]),
        Choice("topic", [(topic.code, words.code("topic", topic.code)) for topic in on.words.topics]),
        Choice("kind", [(code, words.code("kind", code)) for code in KINDS]),
        Choice("language", _languages(on.words.languages, words)),
    ]


def _languages(offered: Sequence[str], words: Wording) -> list[tuple[str, str]]:
    return sorted(((code, words.spoken(code)) for code in offered), key=lambda pair: pair[1])


def address(chosen: Mapping[str, str], **more: str | None) -> str:
    return "/admin/submissions" + forms.query(**{**chosen, **more})
