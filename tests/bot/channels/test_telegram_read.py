"""Update → what was heard, as a table."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import Inbound, Unreadable, loaded
from bot.channels.telegram import Telegram
from bot.channels.telegram_updates import inbounds
from dialogs.terms import File, Heard, Sort

BOT = "7000001"
CHAT = 4211
DATE = 1_780_000_000
AT = datetime.fromtimestamp(DATE, UTC)
ADDRESS = f"{BOT}:{CHAT}"
PERSON = {
    "id": CHAT,
    "is_bot": False,
    "first_name": "Nora",
    "last_name": "Secret",
    "username": "nora_s",
    "language_code": "ar",
}
PRIVATE = {"id": CHAT, "type": "private", "first_name": "Nora", "username": "nora_s"}
GROUP = {"id": -100, "type": "supergroup", "title": "Village"}
US = {"id": int(BOT), "is_bot": True, "first_name": "Sempre", "username": "sempre_bot"}


def message(**content: Any) -> dict[str, Any]:
    return {"update_id": 9, "message": {"message_id": 17, "date": DATE, "chat": PRIVATE, "from": PERSON, **content}}


def heard(sort: Sort, text: str | None = None, **more: Any) -> Heard:
    return Heard(sort=sort, at=AT, text=text, **{"message": "17", "device_language": "ar", **more})


def photo(ref: str) -> dict[str, Any]:
    return {"file_id": ref, "file_unique_id": "u", "width": 9, "height": 9, "file_size": 900}


VOICE = {"file_id": "V1", "file_unique_id": "u", "duration": 3, "mime_type": "audio/ogg", "file_size": 4000}
DOCUMENT = {"file_id": "D1", "file_unique_id": "u", "file_name": "my secret.pdf", "mime_type": "application/pdf"}

MESSAGES: list[tuple[str, dict[str, Any], Heard]] = [
    ("text", {"text": "no bus"}, heard(Sort.TEXT, "no bus")),
    ("control characters", {"text": "no\x00 \u202ebus\ud800"}, heard(Sort.TEXT, "no bus\ufffd")),
    ("nothing left", {"text": "\x00\u202e"}, heard(Sort.OTHER)),
    ("command", {"text": "/start"}, heard(Sort.COMMAND, "start")),
    ("command to us", {"text": "/start@sempre_bot need"}, heard(Sort.COMMAND, "start")),
    ("unknown command", {"text": "/Fly"}, heard(Sort.COMMAND, "fly")),
    ("no command", {"text": "/ is a slash"}, heard(Sort.TEXT, "/ is a slash")),
    ("reply", {"text": "yes", "reply_to_message": {"message_id": 12}}, heard(Sort.TEXT, "yes", reply_to="12")),
    ("forwarded", {"text": "x" * 4096, "forward_origin": {"type": "user"}}, heard(Sort.TEXT, "x" * 4096)),
    ("voice", {"voice": VOICE}, heard(Sort.FILE, files=(File("V1", "voice", 4000, "audio/ogg"),))),
    ("audio", {"audio": {"file_id": "A1"}}, heard(Sort.FILE, files=(File("A1", "voice"),))),
    (
        "photo with words",
        {"photo": [photo("small"), photo("large")], "caption": "the bus stop"},
        heard(Sort.FILE, "the bus stop", files=(File("large", "photo", 900, "image/jpeg"),)),
    ),
    (
        "album",
        {"photo": [photo("P1")], "media_group_id": "77"},
        heard(Sort.FILE, album="77", files=(File("P1", "photo", 900, "image/jpeg"),)),
    ),
    ("video", {"video": {"file_id": "M1"}}, heard(Sort.FILE, files=(File("M1", "video"),))),
    ("round video", {"video_note": {"file_id": "N1"}}, heard(Sort.FILE, files=(File("N1", "video"),))),
    ("document", {"document": DOCUMENT}, heard(Sort.FILE, files=(File("D1", "document", None, "application/pdf"),))),
    (
        "animation, which comes as a document too",
        {"animation": {"file_id": "G1"}, "document": {"file_id": "G1"}},
        heard(Sort.FILE, files=(File("G1", "video"),)),
    ),
    ("location", {"location": {"latitude": 58.4, "longitude": 26.7}}, heard(Sort.LOCATION)),
    ("venue", {"venue": {"title": "Town hall"}, "location": {"latitude": 1.0, "longitude": 1.0}}, heard(Sort.LOCATION)),
    ("contact", {"contact": {"phone_number": "+372555", "first_name": "Anna"}}, heard(Sort.CONTACT)),
    ("sticker", {"sticker": {"file_id": "S1", "emoji": "👍"}}, heard(Sort.STICKER)),
    ("poll", {"poll": {"id": "1", "question": "?"}}, heard(Sort.POLL)),
    ("dice", {"dice": {"emoji": "🎲", "value": 4}}, heard(Sort.OTHER)),
    ("game", {"game": {"title": "x"}}, heard(Sort.OTHER)),
    ("of the future", {"hologram": {"id": 1}}, heard(Sort.OTHER)),
]


@pytest.mark.parametrize(("content", "expected"), [row[1:] for row in MESSAGES], ids=[row[0] for row in MESSAGES])
async def test_message(channel: Telegram, content: dict[str, Any], expected: Heard) -> None:
    raw = json.dumps(message(**content)).encode()
    location = content.get("location")
    point = (location["latitude"], location["longitude"]) if location else None
    assert list(await channel.read(raw)) == [Inbound(f"{ADDRESS}:17", ADDRESS, 17, expected, point=point)]


@pytest.mark.parametrize(
    ("text", "command", "words"),
    [
        ("/need there is no bus", "need", "there is no bus"),
        ("/person my husband is going to kill me", "person", "my husband is going to kill me"),
        ("/help I want to die", "help", "I want to die"),
        ("/help@sempre_bot\nI want to die", "help", "I want to die"),
        ("/start I want to die", "start", "I want to die"),
        ("/start помогите", "start", "помогите"),
        ("/foo I want to die", "foo", "I want to die"),
    ],
)
def test_words_after_a_command_are_the_persons_own(text: str, command: str, words: str) -> None:
    first, second = inbounds(message(text=text), BOT)
    assert first == Inbound(f"{ADDRESS}:17", ADDRESS, 17, heard(Sort.COMMAND, command))
    assert second == Inbound(f"{ADDRESS}:17:words", ADDRESS, 17, heard(Sort.TEXT, words))


def test_the_token_of_a_link_is_nobodys_words() -> None:
    (inbound,) = inbounds(message(text="/start from-the_poster-7"), BOT)
    assert inbound.heard == heard(Sort.COMMAND, "start")


def press(**fields: Any) -> dict[str, Any]:
    pressed = {"message_id": 15, "date": DATE, "chat": PRIVATE}
    query = {"id": "4242", "from": PERSON, "chat_instance": "1", "data": "topic:MOB~k3", "message": pressed}
    return {"update_id": 9, "callback_query": query | fields}


def test_press() -> None:
    (inbound,) = inbounds(press(), BOT)
    assert (inbound.key, inbound.address, inbound.order) == (f"{BOT}:press:4242", ADDRESS, 15)
    assert inbound.acknowledge == "4242"
    assert (inbound.heard.sort, inbound.heard.text, inbound.heard.message) == (Sort.PRESS, "topic:MOB~k3", "15")
    assert abs(inbound.heard.at - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        (press(message=None), (Sort.PRESS, ADDRESS, 0)),
        (press(data=None, game_short_name="x"), (Sort.OTHER, ADDRESS, 15)),
        (press(message={"message_id": 15, "date": 0, "chat": PRIVATE}), (Sort.PRESS, ADDRESS, 15)),
    ],
    ids=["message too old to come along", "of a game", "inaccessible message"],
)
def test_odd_presses(update: dict[str, Any], expected: tuple[Sort, str, int]) -> None:
    (inbound,) = inbounds(update, BOT)
    assert (inbound.heard.sort, inbound.address, inbound.order) == expected


def edited(**content: Any) -> dict[str, Any]:
    update = message(**content)
    return {"update_id": 9, "edited_message": update["message"]}


def test_edit() -> None:
    (inbound,) = inbounds(edited(text="no bus on Sunday", edit_date=DATE + 60), BOT)
    assert inbound.key == f"{ADDRESS}:17:{DATE + 60}"
    expected = heard(Sort.EDIT, "no bus on Sunday")
    assert inbound.heard == Heard(
        **{name: getattr(expected, name) for name in expected.__slots__} | {"at": AT + timedelta(minutes=1)}
    )


def member(chat: dict[str, Any], status: str) -> dict[str, Any]:
    new = {"status": status, "user": US}
    return {"update_id": 9, "my_chat_member": {"chat": chat, "from": PERSON, "date": DATE, "new_chat_member": new}}


@pytest.mark.parametrize(("status", "sort"), [("kicked", Sort.BLOCKED), ("member", Sort.UNBLOCKED)])
def test_blocked_and_unblocked(status: str, sort: Sort) -> None:
    (inbound,) = inbounds(member(PRIVATE, status), BOT)
    assert (inbound.heard, inbound.address, inbound.order) == (heard(sort, message=None), ADDRESS, 0)


FOR_US_IN_A_GROUP: list[tuple[str, dict[str, Any]]] = [
    ("we were added", member(GROUP, "member")),
    ("we became an administrator", member(GROUP, "administrator")),
    ("we were added, as a message", message(chat=GROUP, new_chat_members=[US])),
    ("command", message(chat=GROUP, text="/start")),
    ("command to us", message(chat=GROUP, text="/start@sempre_bot please")),
    ("reply to us", message(chat=GROUP, text="yes", reply_to_message={"message_id": 3, "from": US})),
    ("mention", message(chat=GROUP, text="ask @Sempre_Bot about it")),
]


@pytest.mark.parametrize("update", [row[1] for row in FOR_US_IN_A_GROUP], ids=[row[0] for row in FOR_US_IN_A_GROUP])
def test_a_group_that_addresses_us(update: dict[str, Any]) -> None:
    (inbound,) = inbounds(update, BOT, user_name="sempre_bot")
    assert inbound.address == f"{BOT}:-100"
    assert inbound.heard == heard(Sort.GROUP, message=None)


@pytest.mark.parametrize("name", ["sempre_bot", None])
@pytest.mark.parametrize(
    "text", ["@weatherbot hi", "/rain@weatherbot", "x@sempre_bot", "/start@sempre_bots", "ask @sempre_botany"]
)
def test_a_group_that_addresses_another_bot(name: str | None, text: str) -> None:
    assert list(inbounds(message(chat=GROUP, text=text), BOT, user_name=name)) == []


def test_a_group_may_call_us_as_long_as_our_name_is_unknown() -> None:
    assert inbounds(message(chat=GROUP, text="/start"), BOT)
    assert not inbounds(message(chat=GROUP, text="ask @sempre_bot"), BOT)


def test_being_added_counts_once() -> None:
    (first,), (second,) = (
        inbounds(member(GROUP, "member"), BOT),
        inbounds(message(chat=GROUP, new_chat_members=[US]), BOT),
    )
    assert first.key == second.key


NOTHING: list[tuple[str, dict[str, Any]]] = [
    ("talk in a group", message(chat=GROUP, text="the weather")),
    ("others join a group", message(chat=GROUP, new_chat_members=[PERSON, None])),
    ("an edit in a group", edited(chat=GROUP, text="the weather")),
    ("a press in a group", press(message={"message_id": 1, "chat": GROUP})),
    ("we left a group", member(GROUP, "left")),
    ("left a private chat", member(PRIVATE, "left")),
    ("pinned", message(pinned_message={"message_id": 3})),
    ("our own message", {"update_id": 9, "message": {"message_id": 1, "chat": PRIVATE, "from": US, "text": "x"}}),
    ("a live location moves", edited(location={"latitude": 1.0, "longitude": 2.0}, edit_date=DATE)),
    ("unknown, and nobody to answer", {"update_id": 9, "inline_query": {"id": "1", "from": PERSON, "query": "x"}}),
    ("unknown, from a channel", {"update_id": 9, "channel_news": {"chat": {"id": -5, "type": "channel"}}}),
    ("empty", {"update_id": 9}),
]


@pytest.mark.parametrize("update", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_nothing_to_answer(update: dict[str, Any]) -> None:
    assert list(inbounds(update, BOT)) == []


def test_an_unknown_update_is_answered_where_there_is_a_chat() -> None:
    body = {"chat": PRIVATE, "from": PERSON, "date": DATE, "thing": 1}
    (first,) = inbounds({"update_id": 9, "hologram": body}, BOT)
    (again,) = inbounds({"update_id": 10, "hologram": body}, BOT)
    (other,) = inbounds({"update_id": 11, "hologram": body | {"thing": 2}}, BOT)
    assert first.heard == heard(Sort.OTHER, message=None)
    assert first.key == again.key != other.key


def test_update_id_is_no_part_of_a_key() -> None:
    one, other = message(text="x"), message(text="x") | {"update_id": 10}
    assert inbounds(one, BOT) == inbounds(other, BOT)


def test_a_clock_that_was_put_on_moves_the_platforms_times() -> None:
    (inbound,) = inbounds(message(text="x"), BOT, timedelta(days=31))
    assert inbound.heard.at == AT + timedelta(days=31)


@pytest.mark.parametrize("date", [None, "yesterday", -1, 10**18, True])
def test_a_date_that_is_none(date: object) -> None:
    (inbound,) = inbounds(message(text="x", date=date), BOT)
    assert abs(inbound.heard.at - datetime.now(UTC)) < timedelta(seconds=5)


def test_nothing_of_a_profile_or_a_contact_is_kept() -> None:
    for _, content, _ in MESSAGES:
        kept = repr(inbounds(message(**content), BOT))
        for secret in ("Nora", "Secret", "nora_s", "+372555", "Anna", "58.4", "my secret"):
            assert secret not in kept


UNREADABLE: list[tuple[bytes, str]] = [
    (b"", "not_json"),
    (b"{", "not_json"),
    (b"\xff\xfe\x00", "not_json"),
    (b"[]", "not_json"),
    (b"[" * 100_000, "not_json"),
    (b"1" * 5000, "not_json"),
    (b"{}", "not_an_update"),
    (b'{"update_id": "9"}', "not_an_update"),
    (b'{"update_id": 9, "message": {"text": "x"}}', "malformed"),
    (b'{"update_id": 9, "message": {"message_id": 1, "chat": {"id": 1e300}}}', "malformed"),
    (b'{"update_id": 9, "message": {"message_id": true, "chat": {"id": 5}}}', "malformed"),
    (b'{"update_id": 9, "callback_query": {"data": "x"}}', "malformed"),
    (b'{"update_id": 9, "callback_query": {"id": "1", "data": "x"}}', "malformed"),
    (b'{"update_id": 9, "my_chat_member": {}}', "malformed"),
]


@pytest.mark.parametrize(("raw", "reason"), UNREADABLE, ids=[f"{raw[:40]!r}" for raw, _ in UNREADABLE])
async def test_unreadable(channel: Telegram, raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        await channel.read(raw)
    assert caught.value.reason == reason


def test_a_body_too_deep_to_name() -> None:
    deep: dict[str, Any] = {"chat": PRIVATE}
    for _ in range(100_000):
        deep = {"chat": PRIVATE, "x": deep}
    with pytest.raises(Unreadable):
        inbounds({"update_id": 9, "hologram": deep}, BOT)


# -- whatever comes, it is read or it is unreadable -------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()) | st.just(CHAT),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.sampled_from([
    "message_id", "date", "edit_date", "chat", "from", "id", "text", "caption", "voice", "photo", "document", "data",
    "message", "reply_to_message", "new_chat_members", "new_chat_member", "status", "type", "file_id", "file_size",
    "media_group_id", "language_code", "contact", "location", "sticker",
])  # fmt: skip
LIKE_TELEGRAM = st.recursive(
    JSON | st.sampled_from(["private", "group", "kicked", "member", "/start"]),
    lambda inner: st.dictionaries(FIELDS, inner, max_size=8) | st.lists(inner, max_size=3),
    max_leaves=30,
)
KINDS = st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "channel_post", "hologram"])


@given(st.fixed_dictionaries({"update_id": st.just(9) | JSON}), KINDS, LIKE_TELEGRAM)
@settings(max_examples=400, deadline=None)
def test_any_update_is_read_or_unreadable(update: dict[str, Any], kind: str, body: Any) -> None:
    try:
        found = inbounds(update | {kind: body}, BOT)
    except Unreadable:
        return
    for inbound in found:
        assert inbound.key.startswith(BOT)
        (inbound.heard.text or "").encode()


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_unreadable(raw: bytes) -> None:
    with contextlib.suppress(Unreadable):
        inbounds(loaded(raw), BOT)
