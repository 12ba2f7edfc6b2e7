"""Nouns go to JSON and come back the same."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from dialogs import record
from dialogs.terms import Answer, Asked, Button, Conversation, File, Form, Heard, Kept, Readings, Say, Sent, Sort

NOW = datetime(2026, 5, 4, 8, tzinfo=UTC)
WHOLE = Conversation(
    language="ar",
    consent=True,
    forms=(
        Form("need", 17, "N-1", (Answer("story", "قصة", files=(File("a", "voice", 3, "audio/ogg"),)),), {"topic": 2}),
    ),
    kept=(Kept("words", (File("b", "photo"),), "7"),),
    sent=(Sent("N-7KM-4QX", "need", 16, "new", NOW, "2026-05-07", ("1", "2")),),
    asked=Asked(17, "topic", NOW),
    last_draft=17,
    seen_at=NOW,
)


def through_json(value: object) -> object:
    return json.loads(json.dumps(record.dump(value)))


def test_a_conversation_comes_back() -> None:
    assert record.load_conversation(through_json(WHOLE)) == WHOLE
    assert record.dump(Conversation()) == {}
    assert record.open_question(through_json(WHOLE)) == "topic"
    assert record.open_question({}) is None


def test_what_was_heard_comes_back() -> None:
    heard = Heard(Sort.PRESS, NOW, "topic:MOB~h", readings=Readings(replied=(3, "topic")), files=(File("a", "photo"),))
    assert record.load_heard(through_json(heard)) == heard


def test_a_message_comes_back() -> None:
    say = Say(("a", "b"), ((Button("!menu", "Menu"), Button("topic:MOB~h", "Bus", 1)),), "en", "topic", 3)
    assert record.load_say(through_json(say)) == say


def test_small_nouns_come_back() -> None:
    assert record.load_answer(through_json(Answer("topic", "MOB", label="Bus"))) == Answer("topic", "MOB", label="Bus")
    assert record.load_file(through_json(File("x", "voice"))) == File("x", "voice")


def test_older_and_newer_records_load() -> None:
    assert record.load_conversation({"language": "en", "mood": "good"}) == Conversation(language="en")


def test_what_is_no_noun_is_refused() -> None:
    with pytest.raises(TypeError, match="is not a noun"):
        record.dump({"a": object()})
