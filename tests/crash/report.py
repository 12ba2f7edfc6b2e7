"""What the kills did: the figures, the table that is printed, and what must hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial

from sqlalchemy import or_

from storage.tables import inbox, outbox
from tests.crash.place import SAID, UNANSWERED, Place, rows
from tests.crash.talks import QUESTIONS, Note
from tests.serving import exported


@dataclass(frozen=True)
class Report:
    """One column of the table. The figures after `in_flight` have to be 0, and `repeated` at most `in_flight`."""

    kills: int
    while_starting: int
    talks: int
    said: int
    in_flight: int
    repeated: int
    unanswered: int
    reset: int
    missing: int
    doubled: int
    wrong: int
    taken_twice: int
    repeated_in_browser: int

    def __add__(self, other: Report) -> Report:
        return Report(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    def faults(self) -> list[str]:
        none = ("unanswered", "reset", "missing", "doubled", "wrong", "taken_twice", "repeated_in_browser")
        found = [f"{LABELS[name]}: {getattr(self, name)}" for name in none if getattr(self, name)]
        if self.repeated > self.in_flight:
            found.append(f"{LABELS['repeated']}: {self.repeated}, but in flight: {self.in_flight}")
        return found


LABELS = {
    "kills": "`kill -9` of the service",
    "while_starting": "of these while it starts",
    "talks": "talks from hello to sent",
    "said": "messages and presses",
    "in_flight": "sends in flight at the kills",
    "repeated": "repeated bot messages",
    "unanswered": "acknowledged but unanswered",
    "reset": "conversations reset",
    "missing": "submissions missing",
    "doubled": "submissions doubled",
    "wrong": "wrong content",
    "taken_twice": "messages lost or taken twice",
    "repeated_in_browser": "messages shown twice in a browser",
}


async def report(place: Place) -> Report:
    """Asked when everybody has ended and nothing waits."""
    put_aside = inbox.c.parked_at.is_not(None)
    count = {
        name: await place.read(partial(rows, which=which))
        for name, which in {
            "unanswered": or_(UNANSWERED, put_aside),
            "taken": inbox.c.sort.in_(SAID),
            "sent": (outbox.c.channel == "telegram") & (outbox.c.state == "sent"),
        }.items()
    }
    stored = await exported(place.of)
    by_number: dict[str, list[Mapping[str, object]]] = {}
    for row in stored:
        by_number.setdefault(_number(row), []).append(row)
    notes = place.notes
    return Report(
        kills=place.killed_so_far,
        while_starting=place.kills["while it starts"],
        talks=len(notes),
        said=sum(one.said for one in notes),
        in_flight=place.in_flight,
        repeated=sum(len(chat.shown) for chat in place.api.chats.values()) - count["sent"],
        unanswered=count["unanswered"] + sum(one.unanswered for one in notes),
        reset=sum(one.reset or (one.reference is not None and tuple(one.questions) != QUESTIONS) for one in notes),
        missing=sum(one.number not in by_number for one in notes),
        doubled=len(stored) - len(by_number),
        wrong=sum(_wrong(one, by_number.get(one.number, [])) for one in notes),
        taken_twice=abs(count["taken"] - sum(one.said for one in notes)),
        repeated_in_browser=sum(one.repeats for one in notes if one.in_browser),
    )


def _number(row: Mapping[str, object]) -> str:
    answers = row["answers"]
    assert isinstance(answers, Mapping)
    return str(answers.get("place", "")).removeprefix("Liepa ")


def _wrong(told: Note, stored: Sequence[Mapping[str, object]]) -> bool:
    """Whether a submission says anything else than the person said."""
    for row in stored:
        answers = row["answers"]
        assert isinstance(answers, Mapping)
        wanted = {"topic": "MOB", "detail": "MOB.no_bus", "urgency": "week", "story": told.story, "place": told.place}
        if row["reference"] != told.reference or answers.get("added") != told.added:
            return True
        if any(answers.get(question) != said for question, said in wanted.items()):
            return True
    return False


def table(columns: Mapping[str, Report]) -> str:
    """Markdown."""
    lines = [f"| | {' | '.join(columns)} |", f"|---|{'---|' * len(columns)}"]
    lines += [
        f"| {label} | {' | '.join(str(getattr(one, name)) for one in columns.values())} |"
        for name, label in LABELS.items()
    ]
    return "\n".join(lines)
