"""Whatever a person sends in whatever state, there is an answer and a way on; and no path asks a ninth question."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs import forms, phone, record, schema
from dialogs.answers import Done, Marked, Unclear, pressed, understand
from dialogs.engine import advance
from dialogs.terms import (
    Answer,
    Conversation,
    Dialog,
    Effect,
    File,
    Form,
    Heard,
    Reachable,
    Readings,
    Say,
    Sort,
    Submit,
    Turn,
)
from tests.dialogs.story import START, catalogue

WORDS = catalogue()
SCRIPTS = schema.load_scripts()
LIMIT = 8  # answers from hello to sent (design.md §5)


def said(effects: tuple[Effect, ...]) -> Say | None:
    return next((effect for effect in effects if isinstance(effect, Say)), None)


def hear(conversation: Conversation, heard: Heard, now: datetime = START) -> Turn:
    reloaded = record.load_conversation(json.loads(json.dumps(record.dump(conversation))))
    return advance(reloaded, heard, now, WORDS, SCRIPTS)


def press(payload: str, now: datetime = START) -> Heard:
    return Heard(Sort.PRESS, now, payload, reference="7KM-4QX")


# -- never a ninth question -----------------------------------------------------------------------


def test_no_path_asks_a_ninth_question() -> None:
    """Every reachable form is visited: each choice once for each topic and detail, words, skips (I-18)."""
    first = hear(Conversation(), Heard(Sort.COMMAND, START, "start"))
    paths = [(first, 0)]
    longest = sent = 0
    seen: set[tuple[object, int]] = set()
    while paths:
        turn, count = paths.pop()
        say = said(turn.effects)
        assert say is not None
        if any(isinstance(effect, Submit) for effect in turn.effects):
            longest, sent = max(longest, count), sent + 1
            continue
        for heard in _ways(say):
            after = hear(turn.conversation, heard)
            key = (_shape(after.conversation), count + 1)
            if (after.conversation.forms and key not in seen) or any(isinstance(e, Submit) for e in after.effects):
                seen.add(key)
                paths.append((after, count + 1))
    assert sent > 100
    assert longest == LIMIT


def _ways(say: Say) -> list[Heard]:
    """What a person who answers may do at this message: every choice, words, skip."""
    assert say.question is not None
    assert say.draft is not None
    draft = forms.draft_code(say.draft)
    ways = [button.payload for row in say.buttons for button in row if button.number is not None]
    ways = [way for way in ways if way not in (f"consent:more~{draft}", f"check:change~{draft}", f"check:add~{draft}")]
    if say.question == "language":
        ways = ways[:1]
    heard = [press(way) for way in ways]
    if any(button.payload == f"{say.question}!skip~{draft}" for row in say.buttons for button in row):
        heard.append(press(f"{say.question}!skip~{draft}"))
    if say.question in ("story", "place"):
        heard.append(Heard(Sort.TEXT, START, "the bus to town is gone", reference="7KM-4QX"))
    return heard


def _shape(conversation: Conversation) -> object:
    """Which questions are answered, and topic and detail: whatever decides what is asked next."""
    form = conversation.forms[-1] if conversation.forms else None
    if form is None:
        return None
    topic = forms.answer_to(form, "topic")
    return (
        form.dialog,
        tuple(answer.question for answer in form.answers),
        topic.value if topic else None,
        tuple(forms.told(answer) for answer in form.answers),
    )


def test_a_story_first_costs_no_extra_question() -> None:
    turn = hear(Conversation(), Heard(Sort.TEXT, START, "the bus to the doctor stopped"))
    count = 1
    for payload in (
        "language:en",
        "consent:yes",
        "topic:MOB",
        "detail:MOB.no_bus",
        "place!skip",
        "urgency:week",
        "check:send",
    ):
        draft = turn.conversation.forms[0].draft
        turn = hear(turn.conversation, press(f"{payload}~{forms.draft_code(draft)}"))
        count += 1
    assert any(isinstance(effect, Submit) for effect in turn.effects)
    assert count <= LIMIT


# -- always an answer and a way on ----------------------------------------------------------------

TEXTS = st.one_of(
    st.sampled_from(
        ["1", "2", "3", "٢", "99", "yes", "no", "skip", "back", "help", "menu", "delete", "stop", "person"]
    ),
    st.sampled_from(
        ["language", "hello", "English", "العربية", "Health", "Getting around", "Send", "Change", "Add words"]
    ),
    st.sampled_from(["the bus to town is gone", "لا تأتي الحافلة إلى قريتنا", "a", "?", "", "\u202e\u2066", "١, ٣"]),
    st.text(max_size=60),
)
FILES = st.lists(
    st.builds(File, st.text(min_size=1, max_size=5), st.sampled_from(["voice", "photo", "document"])), max_size=2
)
QUESTIONS = st.sampled_from(
    ["language", "consent", "topic", "detail", "story", "place", "urgency", "check", "change", "where"]
)
VALUES = st.sampled_from(
    [
        "yes",
        "no",
        "more",
        "MOB",
        "MOB.no_bus",
        "SAF.die",
        "keep",
        "now",
        "send",
        "change",
        "add",
        "done",
        "new",
        "topic",
        "x",
    ]
)


@st.composite
def heard_of(draw: st.DrawFn) -> tuple[str, Heard]:
    """Something a person may send, with `~0` standing for the draft on top."""
    sort = draw(st.sampled_from([*Sort, Sort.TEXT, Sort.TEXT, Sort.PRESS, Sort.PRESS, Sort.PRESS]))
    text = draw(TEXTS)
    if sort is Sort.PRESS:
        text = draw(
            st.one_of(
                st.builds("{}:{}~0".format, QUESTIONS, VALUES),
                st.builds("{}!{}~0".format, QUESTIONS, st.sampled_from(["back", "skip", "more"])),
                st.builds(
                    "!{}".format,
                    st.sampled_from(
                        [
                            "menu",
                            "need",
                            "idea",
                            "requests",
                            "help",
                            "person",
                            "language",
                            "stop",
                            "delete",
                            "fine",
                            "x",
                        ]
                    ),
                ),
                st.text(max_size=30),
            )
        )
    if sort is Sort.COMMAND:
        text = draw(
            st.sampled_from(["start", "need", "idea", "requests", "help", "person", "language", "stop", "delete", "x"])
        )
    if sort is Sort.STATUS:
        text = draw(st.sampled_from(["seen", "done", "withdrawn"]))
    files = tuple(draw(FILES)) if sort is Sort.FILE else ()
    readings = Readings(
        crisis=draw(st.sampled_from([None, None, None, "die", "hurt", "child", "now"])),
        word=draw(st.sampled_from([None, None, "yes", "no", "help", "back"])),
        guess=draw(st.sampled_from([None, None, "yes", "no", "person", "stop"])),
        replied=draw(st.sampled_from([None, None, (0, "topic"), (0, "story")])),
    )
    late = draw(st.sampled_from([0, 0, 0, 600]))
    message = draw(st.sampled_from([None, "1", "2", "3"]))
    album = draw(st.sampled_from([None, None, "a"]))
    heard = Heard(
        sort,
        START - timedelta(seconds=late),
        text,
        message=message,
        album=album,
        files=files,
        subject=draw(st.sampled_from([None, "N-7KM-4QX"])),
        device_language="ar",
        reference="7KM-4QX",
        readings=readings,
    )
    return text, heard


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(heard_of(), min_size=1, max_size=14))
def test_whatever_is_sent_there_is_an_answer_and_a_way_on(messages: list[tuple[str, Heard]]) -> None:
    conversation, now = Conversation(), START
    for text, heard in messages:
        now += timedelta(seconds=5)
        draft = conversation.forms[-1].draft if conversation.forms else 0
        payload = text.replace("~0", f"~{forms.draft_code(draft)}") if heard.sort is Sort.PRESS else text
        replied = heard.readings.replied and (draft, heard.readings.replied[1])
        heard = replace(
            heard, text=payload, readings=replace(heard.readings, replied=replied), at=heard.at + (now - START)
        )
        turn = hear(conversation, heard, now)
        _answered(heard, turn, conversation)
        conversation = turn.conversation


def _answered(heard: Heard, turn: Turn, before: Conversation) -> None:
    say = said(turn.effects)
    quiet = heard.sort in (Sort.BLOCKED, Sort.UNBLOCKED, Sort.STATUS)
    if heard.sort in (Sort.FOLLOW_UP, Sort.REMIND, Sort.MOVE) and say is None:
        return
    repeated = heard.sort is Sort.COMMAND and heard.text == "start" and before.asked and heard.at < before.asked.at
    if repeated and say is None:
        return
    if quiet or (
        heard.album is not None
        and heard.album == before.album
        and heard.readings.crisis is None
        and heard.sort not in (Sort.PRESS, Sort.COMMAND, Sort.HELLO, Sort.GROUP, *phone.BY_ITSELF)
    ):
        assert say is None
        return
    assert say is not None
    assert all(paragraph.strip() for paragraph in say.paragraphs)
    buttons = [button for row in say.buttons for button in row]
    assert all(row for row in say.buttons)
    assert all(1 <= len(button.payload.encode()) <= 64 and button.label for button in buttons)
    numbers = [button.number for button in buttons if button.number is not None]
    assert len(set(numbers)) == len(numbers)
    if heard.sort is not Sort.GROUP:
        assert buttons, "there is always a way on"
    if say.question is not None and say.question != "menu":
        assert {"!person", "!help"} <= {button.payload for button in buttons}
    if not turn.conversation.consent:
        assert not any(type(effect).__name__ in ("Submit", "Amend", "Keep") for effect in turn.effects)


# -- several choices ------------------------------------------------------------------------------

IDEA = """
name = "pick"
[[question]]
key = "have"
kind = "choices"
text = ["What do you already have?"]
skip = true
[question.choices]
time = "Time"
room = "A room"
car = "A car"
[[question]]
key = "why"
kind = "words"
text = ["Why?"]
when = { have = ["room"] }
[[question]]
key = "how"
kind = "words"
text = ["How?"]
unless = { have = ["room"] }
"""


class LabelledWords:
    """The catalogue, with the English texts of a dialog that no catalogue knows."""

    def __init__(self, english: dict[str, str]) -> None:
        self.english = english

    def text(self, language: str, context: str, /, **values: str | int) -> str:
        return self.english[context] if context in self.english else WORDS.text(language, context, **values)

    def __getattr__(self, name: str) -> object:
        return getattr(WORDS, name)


@pytest.fixture
def picking(tmp_path: Path) -> tuple[Conversation, LabelledWords, dict[str, Dialog]]:
    path = tmp_path / "pick.toml"
    path.write_text(IDEA, encoding="utf-8")
    dialog = schema.load_file(path)
    form = Form("pick", 46)
    return (
        Conversation("en", True, ("help",), (form,)),
        LabelledWords(dict(dialog.english)),
        {**SCRIPTS, "pick": dialog},
    )


def test_several_choices_by_button_number_and_label(
    picking: tuple[Conversation, LabelledWords, dict[str, Dialog]],
) -> None:
    conversation, words, scripts = picking

    def tell(sort: Sort, text: str) -> Say:
        nonlocal conversation
        turn = advance(conversation, Heard(sort, START, text), START, words, scripts)  # type: ignore[arg-type]
        conversation = turn.conversation
        say = said(turn.effects)
        assert say is not None
        return say

    say = tell(Sort.PRESS, "have:+room~1a")
    assert say.toggles
    assert [button.label for row in say.buttons for button in row][:4] == ["Time", "✓ A room", "A car", "Done"]
    assert tell(Sort.PRESS, "have:+room~1a").buttons == say.buttons
    assert tell(Sort.TEXT, "1, 3").buttons[0][0].label == "✓ Time"
    assert tell(Sort.PRESS, "have:-car~1a").buttons[2][0].label == "A car"
    assert tell(Sort.TEXT, "a car").buttons[2][0].label == "✓ A car"
    assert tell(Sort.TEXT, "time, a room").question == "have"
    assert tell(Sort.TEXT, "9").question == "have"
    assert tell(Sort.PRESS, "have:+nonsense~1a").question == "have"
    assert tell(Sort.TEXT, "done").question == "how"
    form = conversation.forms[0]
    assert forms.answer_to(form, "have") == Answer("have", "time,room,car")
    assert "your answer" in tell(Sort.PRESS, "how!back~1a").paragraphs[0].lower()
    assert tell(Sort.PRESS, "have:done~1a").question == "how"
    assert "changed" in tell(Sort.PRESS, "have:-car~1a").paragraphs[0]
    assert "changed" in tell(Sort.PRESS, "have:-time~1a").paragraphs[0]
    assert conversation.forms[0].answers[-1].value == "room"
    assert tell(Sort.PRESS, "!help").question == "why"


def test_a_condition_decides_which_question_applies(
    picking: tuple[Conversation, LabelledWords, dict[str, Dialog]],
) -> None:
    _, words, scripts = picking
    for value, question in (("room", "why"), ("car", "how"), (None, "how")):
        form = forms.put(Form("pick", 46), Answer("have", value))
        found = forms.next_question(form, scripts["pick"], words)  # type: ignore[arg-type]
        assert found is not None
        assert found.key == question


# -- small rules that stories do not show ---------------------------------------------------------


def test_an_answer_to_a_question_that_is_gone_does_not_count() -> None:
    form = forms.put(Form("need", 1), Answer("weather", "rain"))
    assert forms.counted(form, SCRIPTS["need"], WORDS) == ()


def test_a_value_that_is_no_longer_offered_keeps_its_label() -> None:
    turn = hear(Conversation("en", True, ("help",)), Heard(Sort.COMMAND, START, "start"))
    form = forms.put(turn.conversation.forms[0], Answer("topic", "XYZ", label="Flying"))
    for key in ("story", "place", "urgency"):
        form = forms.put(form, Answer(key))
    say = said(hear(replace(turn.conversation, forms=(form,)), Heard(Sort.HELLO, START)).effects)
    assert say is not None
    assert "Flying" in "".join(say.paragraphs)


def test_a_language_that_is_not_offered_any_more_is_answered_in_one_that_is() -> None:
    say = said(hear(Conversation("xx", True), Heard(Sort.COMMAND, START, "start")).effects)
    assert say is not None
    assert say.language == "en"


def test_reachable_is_noted_and_nothing_is_said() -> None:
    assert hear(Conversation("en"), Heard(Sort.BLOCKED, START)).effects == (Reachable(False),)


def test_draft_numbers_never_come_again() -> None:
    one = hear(Conversation(), Heard(Sort.COMMAND, START, "start")).conversation
    again = hear(replace(one, forms=()), Heard(Sort.COMMAND, START, "need")).conversation
    later = hear(Conversation(), Heard(Sort.COMMAND, START, "start"), START + timedelta(seconds=2)).conversation
    assert len({one.last_draft, again.last_draft, later.last_draft}) == 3
    assert forms.draft_code(0) == "0"
    assert int(forms.draft_code(one.last_draft), 36) == one.last_draft


def test_understanding_without_words() -> None:
    turn = hear(Conversation("en", True, ("help",)), Heard(Sort.COMMAND, START, "start"))
    from dialogs.step import Step

    step = Step(turn.conversation, Heard(Sort.FILE, START), START, WORDS, SCRIPTS)
    asking = step.open_question()
    assert asking is not None
    assert understand(asking, Heard(Sort.FILE, START, files=(File("a", "voice"),))) == Unclear(words=True)
    assert pressed(asking, "nonsense") == Unclear()
    assert isinstance(Done(), Done)
    assert Marked(("a",)).on
