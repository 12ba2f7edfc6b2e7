"""A copy of all that is kept about one person: all that is theirs, nothing of others, in the published shape."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import jsonschema

from dialogs.terms import Answer, Consented, Correct, Kept
from storage import audit, casework, conversations, links, own_data, people, rights, staff
from storage.database import Database
from tests.storage.given import ADDRESS, EVERYTHING, HOUR, NOW, PLACE, VOICE, hold_one, talk
from tests.storage.test_canaries import REFERENCE, leave_words_everywhere

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schemas" / "my-data.schema.json").read_text())
BERLIN = ZoneInfo("Europe/Berlin")
LATER = NOW + HOUR
OWN_WORDS = (
    "zeisig", "stieglitz", "girlitz", "gimpel", "ammer", "kernbeisser", "fichtenkreuz", "birkenzeisig", "ortolan",
    "zilpzalp", "zaunkoenig",
    ADDRESS, PLACE, REFERENCE,
)  # fmt: skip


async def test_everything_of_theirs_in_the_published_shape(database: Database) -> None:
    async with database.write() as conn:
        held = await leave_words_everywhere(conn)
        ada = await staff.by_email(conn, "ada@example.org")
        assert ada is not None
        note = "Nachbarin Frau Specht anrufen: +49 4321 987 65, specht@example.org"
        await casework.add_note(conn, REFERENCE, note, ada.id, None, NOW)
        await audit.note(conn, NOW, who="staff", staff_id=ada.id, action="view", submission_id=1)
        await rights.correct(conn, held, Correct(REFERENCE, (Answer("urgency", "today"),)), LATER)
        await people.consent(conn, held, Consented("group", False, "May we?", "de", "tap"), "telegram", LATER)
        held = await hold_one(conn)
        unfinished = replace(talk(consent=True), kept=(Kept("wartend", (VOICE,)),), paused=True)
        await conversations.save(conn, [(held, unfinished)], LATER)
        await leave_words_everywhere(conn, "another", "N-222-222")
        await links.join(conn, EVERYTHING, REFERENCE, "N-222-222", "same_need", ada.id, NOW)
        own = await own_data.gather(conn, held.id, LATER, BERLIN)
    jsonschema.validate(own.data, SCHEMA, format_checker=jsonschema.FormatChecker())
    text = json.dumps(own.data, ensure_ascii=False)
    assert [word for word in (*OWN_WORDS, "Frau Specht", "wartend") if word not in text] == []
    assert [word for word in ("example.org", "987 65", "N-222-222", "another") if word in text] == []
    (sent,) = own.data["sent"]
    urgency = next(answer for answer in sent["answers"] if answer["question"] == "urgency")
    assert urgency["value"] == "today"
    assert {note["by"] for note in sent["notes"]} == {"caseworker"}
    assert sent["messages"][0]["replies"][0]["files"] == ["file-001.ogg"]
    written = [(one["file"], one["text"], one["by"]) for one in sent["voices"]]
    assert written == [("file-001.ogg", "zilpzalp", "caseworker"), ("file-001.ogg", "zaunkoenig", "system")]
    looked = {"day": "2026-11-22", "role": "caseworker", "action": "view", "times": 2}
    assert own.data["seen_by"][:2] == [{**looked, "action": "joined", "times": 1}, looked]
    assert [(one["purpose"], one["given"]) for one in own.data["permissions"]] == [("help", True), ("group", False)]
    assert sent["links"] == [{"sort": "same_need", "by": "caseworker", "at": "2026-11-22T10:00:00Z"}]
    assert own.data["talks"][0]["paused"]
    assert own.files == {"file-001.ogg": b"haenfling"}


async def test_before_a_yes_there_is_only_what_waits(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await conversations.save(conn, [(held, talk())], NOW)
        own = await own_data.gather(conn, held.id, NOW, BERLIN)
        empty = await own_data.gather(conn, 10**6, NOW, BERLIN)
        assert not await own_data.has_files(conn, held.id)
    for one in (own, empty):
        jsonschema.validate(one.data, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert (own.data["known_since"], own.data["permissions"], own.data["sent"]) == (None, [], [])
    assert own.data["talks"][0]["unfinished"][0]["answers"][0]["question"] == "story"
    assert empty.data["talks"] == []


async def test_a_file_that_is_too_large_is_named_and_left_out(database: Database) -> None:
    async with database.write() as conn:
        held = await leave_words_everywhere(conn)
        limit, own_data.LARGEST_FILES = own_data.LARGEST_FILES, 5
        try:
            own = await own_data.gather(conn, held.id, NOW, BERLIN)
        finally:
            own_data.LARGEST_FILES = limit
        assert await own_data.has_files(conn, held.id)
    assert own.files == {}
    assert {(one["name"], one["included"]) for one in own.data["files"] if one["size"]} == {("file-001.ogg", False)}
