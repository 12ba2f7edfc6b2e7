"""The one place where effects become rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import (
    Alarm,
    Amend,
    Complete,
    Consented,
    Conversation,
    Correct,
    Effect,
    Erase,
    Forget,
    HandOver,
    Heard,
    Keep,
    Leave,
    Reachable,
    Refused,
    Remind,
    Reply,
    Restrict,
    Say,
    Sort,
    Submit,
    Withdraw,
)
from storage import alarms, casework, conversations, doors, files, inbox, outbox, people, rights, submissions
from storage.conversations import Held
from storage.desk_talks import CHANNEL
from storage.inbox import Arrival, Waiting
from storage.outbox import Parcel
from storage.people import Said
from storage.submissions import Sent


@dataclass(slots=True)
class Rows:
    """What the turns of one transaction leave behind. What can go in one statement waits for `write`."""

    conn: AsyncConnection
    now: datetime
    organisation: str | None = None  # whom a submission is for
    page: str | None = None  # the address below which the web chat takes one-time links, where there is one
    changes: list[tuple[Held, Conversation]] = field(default_factory=list)
    agreed: list[Said] = field(default_factory=list)  # not written yet, as is what was sent
    sent: list[Sent] = field(default_factory=list)
    parcels: dict[int, list[Parcel]] = field(default_factory=dict)  # conversation → parcels, in order
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    wanted: set[str] = field(default_factory=set)  # channels with files to fetch
    hurried: set[int] = field(default_factory=set)  # conversations whose replies overtake others: G2 of domain.md

    async def apply(self, held: Held, row: Waiting, effects: tuple[Effect, ...]) -> Held:
        """The effects of one turn, in order. Gives `held` as it is afterwards. Raises `ReferenceTaken`.

        A `HandOver` is not among them: it takes two conversations, see `hand_over`.
        """
        earlier = self.parcels.pop(held.id, [])
        own: list[Parcel] = []
        for effect in effects:
            if not _waits(effect):
                held = await self._write_theirs(held)
            match effect:
                case Say(link=int()):
                    linked = await self._with_link(held, row, effect)
                    own.append(_parcel(held, row, "say", linked))
                case Say():
                    own.append(_parcel(held, row, "say", effect))
                case Leave():
                    own.append(_parcel(held, row, "leave", None))
                case Consented(given=True):
                    self.agreed.append(Said(held, _noted(effect, row.channel), row.channel))
                case Consented():
                    person = await people.consent(self.conn, held, _noted(effect, row.channel), row.channel, self.now)
                    held = replace(held, person_id=person)
                    if effect.method != "objection":
                        await rights.take_back(self.conn, held, effect.purpose, self.now)
                case Submit():
                    self.sent.append(Sent(held, effect, row.channel))
                case Remind():
                    await self._remind(held, row, effect)
                case Keep():
                    await files.want(self.conn, held, effect.files, _reference(effects), self.now)
                    self.wanted.add(row.channel)
                case Alarm(sort=sort, false=False):
                    await alarms.ring(self.conn, held, sort, self.now)
                    self.counts["alarms", sort] += 1
                    self.hurried.add(held.id)
                case Alarm():
                    await alarms.calm(self.conn, held, self.now)
                case Erase():
                    # What earlier turns of this transaction had to say goes as well; the farewell of this one stays.
                    earlier = []
                    await people.erase(self.conn, held, self.now, row.id, effect.proof)
                    held = replace(held, person_id=None)
                case Refused():
                    earlier = []
                    await people.forget_transit(self.conn, held, self.now, row.id)
                case _:
                    await self._record(held, effect)
        self.parcels[held.id] = earlier + own
        return held

    async def _record(self, held: Held, effect: Effect) -> None:
        """What changes what is stored of a person, and neither what they read nor whose the conversation is."""
        match effect:
            case Complete():
                await submissions.complete(self.conn, held, effect, self.now)
            case Correct():
                await rights.correct(self.conn, held, effect, self.now)
            case Forget():
                await rights.forget(self.conn, held, effect.reference, self.now)
            case Restrict(on=on):
                await casework.restrict(self.conn, held, on, self.now)
            case Amend():
                await submissions.amend(self.conn, held, effect, self.now)
            case Reply():
                await self._file(held, effect)
            case Withdraw():
                await casework.withdraw(self.conn, held, effect, self.now)
            case Reachable(reachable=reachable):
                reason = None if reachable else "blocked"
                await people.reachable(self.conn, held.contact_id, reachable, reason, self.now)

    async def _write_theirs(self, held: Held) -> Held:
        """Writes what waits, if some of it is of this conversation: what follows stands on it."""
        waiting: list[Said | Sent] = [*self.agreed, *self.sent]
        if any(one.held.id == held.id for one in waiting):
            people_of = await self._write_waiting()
            held = replace(held, person_id=people_of.get(held.id, held.person_id))
        return held

    async def _write_waiting(self) -> dict[int, int]:
        """Each yes, and each form that was sent. Gives conversation → person of those who said yes."""
        agreed, self.agreed = self.agreed, []
        sent, self.sent = self.sent, []
        people_of = await people.consent_all(self.conn, agreed, self.now) if agreed else {}
        if sent:
            for one in await submissions.create_all(self.conn, sent, self.now, self.organisation):
                self.counts["submissions", one.effect.kind] += 1
        return people_of

    async def hand_over(self, held: Held, there: Held, effect: HandOver) -> Held:
        """The form goes on in the conversation `there`, which is the same person's from now on; gives that."""
        held = await self._write_theirs(held)
        there = await people.also_here(self.conn, held, there)
        told = [file for form in effect.given.forms for answer in form.answers for file in answer.files]
        await files.go_with(self.conn, held, there, told)
        return there

    async def _with_link(self, held: Held, row: Waiting, say: Say) -> Say:
        """What is said, with a fresh link to the web page where the engine wants one (R-29)."""
        token = await doors.new_link(self.conn, held.channel, row.address, say.draft, self.now)
        link = f"{self.page}/{token}?language={say.language}"
        paragraphs = (*say.paragraphs[: say.link], link, *say.paragraphs[say.link :])
        return replace(say, paragraphs=paragraphs, link=None)

    async def _file(self, held: Held, reply: Reply) -> None:
        """With the message it answers; where that is not known any more, with what was sent: no word is lost."""
        if not await casework.file_reply(self.conn, held, reply, self.now) and reply.reference is not None:
            await submissions.amend(self.conn, held, Amend(reply.reference, reply.text, reply.files), self.now)

    async def _remind(self, held: Held, row: Waiting, effect: Remind) -> None:
        """A timer is an inbox row that falls due; one for each draft and moment."""
        heard = Heard(Sort.REMIND, effect.at, subject=str(effect.draft))
        key = f"remind:{held.id}:{effect.draft}:{effect.at.isoformat()}"
        arrival = Arrival(row.channel, row.address, key, 0, heard, due_at=effect.at)
        await inbox.put(self.conn, [arrival], self.now)

    def change(self, held: Held, conversation: Conversation) -> None:
        if conversation != held.conversation:
            self.changes.append((held, conversation))

    async def write(self) -> None:
        await self._write_waiting()
        parcels = [parcel for one in self.parcels.values() for parcel in one]
        if parcels:
            await outbox.put(self.conn, parcels, self.now)
        await outbox.hurry(self.conn, self.hurried, self.now)
        if self.changes:
            await conversations.save(self.conn, self.changes, self.now)


def _waits(effect: Effect) -> bool:
    """Whether it goes with others in one statement. All other effects find written what came before them."""
    match effect:
        case Say() | Leave() | Submit():
            return True
        case Consented(given=given):
            return given
        case _:
            return False


def _noted(said: Consented, channel: str) -> Consented:
    """At the desk nobody tapped: staff read it aloud, and noted what they heard (R-03)."""
    return replace(said, method="staff-noted") if channel == CHANNEL and said.method in ("tap", "words") else said


def _parcel(held: Held, row: Waiting, action: str, say: Say | None) -> Parcel:
    return Parcel(held.id, held.contact_id, row.channel, "reply", action, say, row.id, None)


def _reference(effects: tuple[Effect, ...]) -> str | None:
    """What files of the same turn belong to."""
    return next((effect.reference for effect in effects if isinstance(effect, Submit | Amend | Reply)), None)
