"""The conversations that one transaction holds, and who of them hears what.

Most rows are heard in the conversation that they came to. But several people may share a chat, and a form may go on
in another talk of the same person: then one row moves two conversations, in one transaction, or none. A row waits where
one of them is in the hands of another process.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import phone
from dialogs.engine import ON_PAGE, advance, taken_over
from dialogs.terms import Conversation, Dialog, HandOver, Heard, Say, Sort, Turn, Words
from storage import conversations, doors, inbox, phones
from storage.conversations import Held
from storage.inbox import Waiting

TOLD_IN_APP = frozenset({Sort.STAFF, Sort.FOLLOW_UP})  # what nobody should miss who goes on on a web page
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32 signs that nobody confuses: no 0 O, 1 I


@dataclass(frozen=True, slots=True)
class Script:
    """What every talk follows. `shared`: channels on which several may share a chat; `page`: where links lead."""

    words: Words
    scripts: Mapping[str, Dialog]
    shared: frozenset[str] = frozenset()
    page: str | None = None

    def can(self, channel: str) -> tuple[str, ...]:
        """What the engine may offer on this channel, see `Heard.can`."""
        if channel not in self.shared:
            return ()
        return ("share",) if self.page is None else ("share", "page")


@dataclass(slots=True)
class Talk:
    """A conversation in the hands of this transaction, as it stands after the turns so far."""

    held: Held
    address: str
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class Step:
    """What one conversation does. `given` where it takes over what another one had."""

    talk: Talk
    turn: Turn
    given: HandOver | None = None


@dataclass(slots=True)
class Talks:
    conn: AsyncConnection
    now: datetime
    script: Script
    held: dict[bytes, Talk] = field(default_factory=dict)

    async def hold(self, addresses: Mapping[bytes, tuple[str, str]]) -> dict[bytes, Talk]:
        """The talks of these lanes (lane → channel, address); missing is whose another process holds."""
        wanted = {lane: where for lane, where in addresses.items() if lane not in self.held}
        for lane, one in (await conversations.hold(self.conn, wanted, self.now)).items() if wanted else ():
            self.held[lane] = Talk(one, wanted[lane][1], one.conversation)
        return {lane: self.held[lane] for lane in addresses if lane in self.held}

    async def _at(self, channel: str, address: str) -> Talk | None:
        lane = inbox.lane(channel, address)
        return (await self.hold({lane: (channel, address)})).get(lane)

    async def hearing(self, talk: Talk, row: Waiting) -> Talk | None:
        """Who hears this row, with the phone as it is now. None: not yet."""
        if phones.parted(row.address)[1] > 1:
            return await self._own(row.channel, row.address)
        number = phone.hears(talk.conversation, row.heard)
        if row.heard.sort is Sort.EDIT:
            for other in talk.conversation.phone.people:
                further = talk if other == 1 else await self._further(row, other)
                if further is None:
                    return None
                if phone.wrote(further.conversation, row.heard.message):
                    number = other
        if number == 1:
            return talk
        hearing = await self._further(row, number)
        if hearing is not None:
            hearing.conversation = phone.shown_to(number, hearing.conversation, talk.conversation)
        return hearing

    async def _own(self, channel: str, address: str) -> Talk | None:
        """This talk, with the phone as it is now, for what concerns it by itself, as what staff write."""
        first, number = phones.parted(address)
        own = await self._at(channel, address)
        of = own if number == 1 else await self._at(channel, first)
        if own is None or of is None:
            return None
        own.conversation = phone.shown_to(number, own.conversation, of.conversation)
        return own

    async def _further(self, row: Waiting, number: int) -> Talk | None:
        """Who shares the chat in which this row came; not while something of theirs is to be tried again."""
        found = await self._at(row.channel, phones.address_of(row.address, number))
        if found is not None and await inbox.held_up(self.conn, found.held.lane):
            return None
        return found

    async def steps(self, hearing: Talk, row: Waiting) -> list[Step] | None:
        """What the row does: nothing is changed yet. None: somebody that it concerns is in other hands."""
        channel = hearing.held.channel
        heard = replace(row.heard, reference=reference(), can=self.script.can(channel))
        steps = [Step(hearing, self._advance(hearing.conversation, heard))]
        after, effects = steps[0].turn.conversation, steps[0].turn.effects
        here = Heard(Sort.HERE, heard.at, device_language=heard.device_language)
        for given in (effect for effect in effects if isinstance(effect, HandOver)):
            there = await self._at(doors.CHANNEL, given.address)
            if there is None:
                return None
            taken = taken_over(there.conversation, replace(given.given, app=(channel, hearing.address)))
            steps.append(Step(there, self._advance(taken, replace(here, text=ON_PAGE)), given))
        if after.app is not None and heard.sort in TOLD_IN_APP and any(isinstance(one, Say) for one in effects):
            app = await self._own(*after.app)
            if app is None:
                return None
            news = Heard(Sort.NEWS, heard.at, can=self.script.can(after.app[0]))
            steps.append(Step(app, self._advance(app.conversation, news)))
        number = phone.next_speaker(heard, after)
        if number is not None:
            first, _ = phones.parted(hearing.address)
            other = await self._at(channel, phones.address_of(first, number))
            if other is None:
                return None
            shown = phone.shown_to(number, other.conversation, after)
            steps.append(Step(other, self._advance(shown, replace(here, can=heard.can))))
        return steps

    def _advance(self, conversation: Conversation, heard: Heard) -> Turn:
        return advance(conversation, heard, self.now, self.script.words, self.script.scripts)

    async def learn(self, talk: Talk) -> None:
        """The first of the phone knows what this one has changed about it. It is held by now."""
        first, number = phones.parted(talk.address)
        if number == 1:
            return
        of = await self._at(talk.held.channel, first)
        if of is not None:
            of.conversation = phone.learnt(of.conversation, talk.conversation)


def reference() -> str:
    """A fresh number for what a person may send now, as `7KM-4QX`."""
    drawn = "".join(ALPHABET[byte % len(ALPHABET)] for byte in secrets.token_bytes(6))  # 32 signs: all as likely
    return f"{drawn[:3]}-{drawn[3:]}"
