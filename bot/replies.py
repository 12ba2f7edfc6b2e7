"""Which question a message answers by the platform's own means of replying."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogs import phone
from dialogs.terms import Heard
from storage import inbox, phones
from storage.inbox import Waiting

Replied = Mapping[tuple[bytes, str], tuple[int, str]]
"""Lane and id of a message of ours → the draft and question that it put."""


def to(row: Waiting) -> dict[tuple[bytes, str], int]:
    """Lane and id of the message that this one answers by the platform's own means → whose on this phone it is then."""
    message = row.heard.reply_to
    if message is None:
        return {}
    people = range(1, phone.MOST + 1)
    return {(inbox.lane(row.channel, phones.address_of(row.address, number)), message): number for number in people}


def with_question(row: Waiting, heard: Heard, replied: Replied) -> Heard:
    for one, person in to(row).items():
        if one in replied:
            return replace(heard, readings=replace(heard.readings, replied=replied[one], person=person))
    return heard
