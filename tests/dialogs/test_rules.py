"""Rules of the talk that stories do not reach: what a channel may send that no person would."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from dialogs import forms, record, schema
from dialogs.asking import state
from dialogs.engine import advance
from dialogs.terms import (
    Alarm,
    Amend,
    Answer,
    Complete,
    Conversation,
    Effect,
    File,
    Form,
    Heard,
    Keep,
    Permission,
    Readings,
    Say,
    Sent,
    Sort,
)
from tests.dialogs.story import START, catalogue

WORDS = catalogue()
SCRIPTS = schema.load_scripts()


def tell(conversation: Conversation, sort: Sort, text: str | None = None, **more: object) -> tuple[Conversation, Say]:
    heard = replace(Heard(sort, START, text, reference="7KM-4QX"), **more)  # type: ignore[arg-type]
    turn = advance(conversation, heard, START, WORDS, SCRIPTS)
    return turn.conversation, next(effect for effect in turn.effects if isinstance(effect, Say))


def effects(conversation: Conversation, sort: Sort, text: str | None = None, **more: object) -> tuple[Effect, ...]:
    heard = replace(Heard(sort, START, text, reference="7KM-4QX"), **more)  # type: ignore[arg-type]
    return advance(conversation, heard, START, WORDS, SCRIPTS).effects


def at(*answered: tuple[str, str | None]) -> Conversation:
    """A talk that stands at the question after these answers."""
    conversation, _ = tell(Conversation("en", True, ("help",)), Sort.COMMAND, "need")
    form = conversation.forms[0]
    for question, value in answered:
        form = forms.put(form, Answer(question, value))
    return replace(conversation, forms=(form,))


def test_two_signs_of_danger_ring_once() -> None:
    conversation = at(("topic", "SAF"))
    said = effects(conversation, Sort.TEXT, "Thoughts of dying", readings=Readings(crisis="die"))
    assert [effect for effect in said if isinstance(effect, Alarm)] == [Alarm("die")]


def test_words_of_crisis_count_whatever_they_come_with() -> None:
    conversation = replace(at(), album="a")
    for sort in (Sort.LOCATION, Sort.POLL, Sort.OTHER):
        said = effects(conversation, sort, "I want to die", album="a", readings=Readings(crisis="die"))
        assert [type(effect).__name__ for effect in said] == ["Alarm", "Say"]


def test_i_am_fine_without_an_alarm_goes_on() -> None:
    assert not any(isinstance(effect, Alarm) for effect in effects(at(), Sort.PRESS, "!fine"))


def test_skip_and_more_where_nothing_is_asked() -> None:
    idle = Conversation("en", True, ("help",))
    for payload in ("!skip", "!back", "!more"):
        _, say = tell(idle, Sort.PRESS, payload)
        assert say.buttons


def test_a_double_tap_on_keep_keeps() -> None:
    conversation = at(("topic", "OTH"), ("story", "the bus is gone"), ("place", "Liepa"))
    draft = forms.draft_code(conversation.forms[0].draft)
    conversation, say = tell(conversation, Sort.PRESS, f"urgency!back~{draft}")
    assert say.question == "place"
    conversation, say = tell(conversation, Sort.PRESS, f"place:keep~{draft}")
    _, again = tell(conversation, Sort.PRESS, f"place:keep~{draft}")
    assert say.question == again.question == "urgency"
    assert say.paragraphs == again.paragraphs


def test_an_edit_of_a_choice_that_is_none_changes_nothing() -> None:
    conversation = at(("topic", "OTH"))
    conversation, _ = tell(conversation, Sort.TEXT, "the bus is gone", message="7")
    for edited in ("", "the bus is back"):
        conversation, _ = tell(conversation, Sort.EDIT, edited, message="7")
    story = forms.answer_to(conversation.forms[0], "story")
    assert story is not None
    assert story.value == "the bus is back"
    conversation, _ = tell(conversation, Sort.TEXT, "Liepa", message="8")
    conversation, _ = tell(conversation, Sort.TEXT, "3", message="9")
    conversation, say = tell(conversation, Sort.EDIT, "nonsense", message="9")
    assert conversation.forms[0].answers[-1].value == "week"
    assert say.question == "check"
    assert "again" in say.paragraphs[0]


def test_an_edit_of_an_answer_whose_question_is_gone() -> None:
    conversation = at()
    form = forms.put(conversation.forms[0], Answer("weather", "rain", message="7"))
    conversation, say = tell(replace(conversation, forms=(form,)), Sort.EDIT, "sun", message="7")
    assert say.question == "topic"
    assert forms.answer_to(conversation.forms[0], "weather") == Answer("weather", "rain", message="7")


def test_an_edit_when_nothing_is_open_is_told_anew() -> None:
    _, say = tell(Conversation("en", True, ("help",)), Sort.EDIT, "my heating is broken again", message="7")
    assert say.question == "topic"


def test_an_album_that_begins_an_answer_before_consent_is_kept_whole() -> None:
    conversation, _ = tell(Conversation(), Sort.FILE, album="a", files=(File("1", "photo"),))
    said = effects(conversation, Sort.FILE, album="a", files=(File("2", "photo"),))
    assert said == ()


def test_late_words_at_a_question_of_staff_are_added_to_what_was_sent() -> None:
    conversation = at(("topic", "OTH"), ("story", None), ("place", None), ("urgency", None))
    draft = forms.draft_code(conversation.forms[0].draft)
    conversation, say = tell(conversation, Sort.PRESS, f"check:send~{draft}")
    conversation, _ = tell(conversation, Sort.PRESS, next(b.payload for b in say.buttons[1]))
    conversation, _ = tell(conversation, Sort.STAFF, "When are you at home?", message="s1", subject="N-7KM-4QX")
    said = effects(
        conversation, Sort.TEXT, "it got worse", at=START - timedelta(minutes=5), files=(File("1", "voice"),)
    )
    assert any(isinstance(effect, Amend) and effect.text == "it got worse" for effect in said)
    assert any(isinstance(effect, Keep) for effect in said)


def test_late_words_where_there_is_nothing_to_add_them_to_are_an_answer() -> None:
    conversation = Conversation("en", True, ("help",))
    conversation, _ = tell(conversation, Sort.STAFF, "When are you at home?", message="s1")
    said = effects(conversation, Sort.TEXT, "on Monday", at=START - timedelta(minutes=5))
    assert any(type(effect).__name__ == "Reply" for effect in said)


def test_a_reply_to_staff_who_are_not_known_any_more_is_a_story() -> None:
    conversation, _ = tell(Conversation("en", True, ("help",)), Sort.STAFF, "Hello", message="s1")
    conversation, say = tell(replace(conversation, from_staff=()), Sort.TEXT, "I need a ride to the doctor")
    assert say.question == "topic"
    assert forms.answer_to(conversation.forms[-1], "story") == Answer("story", "I need a ride to the doctor")


def test_the_state_of_something_unknown_says_nothing() -> None:
    assert state(Conversation("en"), "N-222-222", WORDS, "en") == ""


def test_words_of_another_dialog_do_not_get_lost() -> None:
    """A form whose dialog takes no story leaves the words where they are."""
    from dialogs.step import Step

    step = Step(Conversation("en", True), Heard(Sort.TEXT, START), START, WORDS, SCRIPTS)
    form = Form("menu", 1)
    assert step.add_words(form, "words", (), None) == form


class ManyLanguages:
    """The catalogue, as if it offered ten languages."""

    languages = ("en", "ar", "de", "fi", "ru", "et", "lv", "lt", "pl", "sv")

    def __getattr__(self, name: str) -> object:
        return getattr(WORDS, name)


def test_many_languages_come_in_pages_and_numbers_run_on() -> None:
    words = ManyLanguages()
    heard = Heard(Sort.COMMAND, START, "start", device_language="pl")
    first = advance(Conversation(), heard, START, words, SCRIPTS)  # type: ignore[arg-type]
    say = next(effect for effect in first.effects if isinstance(effect, Say))
    assert [row[0].number for row in say.buttons][:9] == [1, 2, 3, 4, 5, 6, 7, 8, None]
    assert say.buttons[0][0].payload.startswith("language:pl~")
    more = say.buttons[8][0].payload
    heard = Heard(Sort.PRESS, START, more, device_language="pl")
    second = advance(first.conversation, heard, START, words, SCRIPTS)  # type: ignore[arg-type]
    say = next(effect for effect in second.effects if isinstance(effect, Say))
    assert [row[0].number for row in say.buttons][:3] == [9, 10, None]
    assert say.buttons[1][0].payload.startswith("language:sv~")
    heard = Heard(Sort.TEXT, START, "2", device_language="pl")
    third = advance(second.conversation, heard, START, words, SCRIPTS)  # type: ignore[arg-type]
    assert third.conversation.language == "en"


def test_an_edit_finds_the_right_one_of_two_requests() -> None:
    conversation = at(("topic", "OTH"), ("place", None), ("urgency", None))
    for number in ("7", "8"):
        conversation, _ = tell(conversation, Sort.TEXT, "the bus is gone", message=number)
        draft = forms.draft_code(conversation.forms[-1].draft)
        conversation, _ = tell(conversation, Sort.PRESS, f"check:send~{draft}", reference=f"222-22{number}")
        conversation, _ = tell(conversation, Sort.TEXT, "2", readings=Readings(word="no"))
        conversation, _ = tell(conversation, Sort.COMMAND, "need")
        form = conversation.forms[-1]
        for question in ("topic", "place", "urgency"):
            form = forms.put(form, Answer(question))
        conversation = replace(conversation, forms=(form,))
    said = effects(conversation, Sort.EDIT, "the bus is back", message="8")
    assert [effect.reference for effect in said if isinstance(effect, Amend)] == ["N-222-228"]


def test_before_consent_a_guess_stops_nothing() -> None:
    """It would drop what was told; a word of the lists does."""
    first, _ = tell(Conversation("en"), Sort.COMMAND, "start")
    told, _ = tell(first, Sort.TEXT, "the bus to town is gone")
    assert told.kept
    guessed, _ = tell(told, Sort.TEXT, "now do leave it be", readings=Readings(guess="stop"))
    assert guessed.kept
    assert not guessed.stopped
    assert tell(told, Sort.TEXT, "stop", readings=Readings(word="stop"))[0].stopped
    after, _ = tell(
        at(("topic", "OTH"), ("story", None), ("place", None)), Sort.TEXT, "x", readings=Readings(guess="stop")
    )
    assert after.stopped


def test_a_guess_is_no_consent_and_sends_nothing() -> None:
    asked, _ = tell(Conversation("en"), Sort.COMMAND, "start")
    for guess in ("yes", "no"):
        assert tell(asked, Sort.TEXT, "x", readings=Readings(guess=guess))[0].consent is None
    check = at(("topic", "OTH"), ("story", None), ("place", None), ("urgency", None))
    assert not tell(check, Sort.TEXT, "x", readings=Readings(guess="yes"))[0].sent


def test_the_scripts_are_read_once_for_each_legal_basis() -> None:
    read = schema.load_scripts.__wrapped__("consent")  # past the cache
    assert read == schema.load_scripts()
    assert schema.load_phrases.__wrapped__() == schema.load_phrases()
    assert set(read["need"].english) <= set(schema.load_english())


def test_a_reply_to_a_talk_that_is_over_is_an_answer_to_what_is_asked() -> None:
    _, say = tell(at(("topic", "OTH")), Sort.TEXT, "the bus is gone", readings=Readings(replied=(1, "topic")))
    assert say.question == "place"


def test_what_one_draft_holds_is_bounded() -> None:
    """A conversation is written whole at every turn; a flood must not make that dear."""
    for conversation in (Conversation("en"), at()):
        for number in range(40):
            conversation, say = tell(conversation, Sort.TEXT, "the bus is gone " * 250, message=str(number))
        assert "That is a lot already." in say.paragraphs[0]
        assert len(json.dumps(record.dump(conversation))) < 60_000
    conversation = Conversation("en", True, ("help",), sent=(Sent("N-222-222", "need", 1, "new", START),))
    conversation, _ = tell(conversation, Sort.TEXT, "the bus is gone " * 2000)
    assert conversation.kept == ()
    many = tuple(File(str(number), "photo") for number in range(50))
    said = effects(conversation, Sort.FILE, files=many)
    assert not any(isinstance(effect, Amend) for effect in said)


def test_a_flood_of_late_words_and_edits_is_bounded_too() -> None:
    flood = "the bus is gone " * 2000
    early = START - timedelta(minutes=5)
    conversation = at(("topic", "OTH"), ("story", None))
    conversation, _ = tell(conversation, Sort.PRESS, "!help")
    for sort, more in ((Sort.TEXT, {"at": early}), (Sort.EDIT, {"message": "99"})):
        _, say = tell(conversation, sort, flood, **more)
        assert "That is a lot already." in say.paragraphs[0]
    draft = forms.draft_code(conversation.forms[0].draft)
    conversation = at(("topic", "OTH"), ("story", None), ("place", None), ("urgency", None))
    draft = forms.draft_code(conversation.forms[0].draft)
    conversation, _ = tell(conversation, Sort.PRESS, f"check:add~{draft}")
    _, say = tell(conversation, Sort.TEXT, flood)
    assert "That is a lot already." in say.paragraphs[0]
    conversation, _ = tell(Conversation("en"), Sort.STAFF, "How can I help?", message="s1")
    _, say = tell(conversation, Sort.TEXT, flood)
    assert "That is a lot already." in say.paragraphs[0]
    waiting, _ = tell(Conversation(), Sort.COMMAND, "start")
    _, say = tell(waiting, Sort.TEXT, flood, at=early)
    assert "That is a lot already." in say.paragraphs[0]
    sent = Conversation("en", True, ("help",), sent=(Sent("N-222-222", "need", 1, "new", START),))
    sent, _ = tell(sent, Sort.STAFF, "When are you at home?", message="s1")
    _, say = tell(sent, Sort.TEXT, flood, at=early)
    assert "That is a lot already." in say.paragraphs[0]


def test_a_new_wording_that_asks_for_the_same_is_not_asked_again() -> None:
    """R-05: a version that stands under `same` is known; one that was read before versions were kept asks nothing."""
    scripts = dict(SCRIPTS)
    read = Permission("help", True, START, "en", "0123456789abcdef")
    agreed = Conversation(language="en", consent=True, purposes=("help",), permissions=(read,))

    def asked(conversation: Conversation) -> list[str]:
        turn = advance(conversation, Heard(Sort.COMMAND, START, "start"), START, WORDS, scripts)
        return [form.dialog for form in turn.conversation.forms]

    assert asked(agreed) == ["need", "renew"]
    assert asked(replace(agreed, permissions=(replace(read, version=""),))) == ["need"]
    assert asked(replace(agreed, permissions=())) == ["need"]
    need = scripts["need"]
    consent = need.questions[1]
    same = replace(consent, same=("0123456789abcdef",))
    scripts["need"] = replace(need, questions=(need.questions[0], same, *need.questions[2:]))
    assert asked(agreed) == ["need"]


def test_a_yes_from_before_versions_were_kept_is_shown_without_a_date_and_can_be_taken_back() -> None:
    idea = Sent("M-7KM-4QX", "idea", 3, "new", START)
    before = Conversation("en", True, ("idea", "share-regional"), sent=(replace(idea, status="done"), idea))
    conversation, say = tell(before, Sort.COMMAND, "permissions")
    assert say.paragraphs[0].endswith("\nShowing your idea in other towns")
    form = conversation.forms[-1]
    press = f"purpose:stop_regional~{forms.draft_code(form.draft)}"
    completed = [effect for effect in effects(conversation, Sort.PRESS, press) if isinstance(effect, Complete)]
    assert completed == [Complete("M-7KM-4QX", (Answer("regional", "no"),))]


def test_another_law_names_another_office_to_complain_to() -> None:
    need = schema.load_scripts("public-task", "dsg-ekd")["need"]
    consent = need.question("consent")
    assert consent is not None
    assert consent.pages[-1] == "need.consent.dsg-ekd.page.6"
    assert "church" in WORDS.text("en", consent.pages[-1])
    assert consent.pages[0] == "need.consent.page.1"


def test_a_topic_that_nobody_knows_is_not_suggested() -> None:
    conversation, said = tell(at(), Sort.TEXT, "the canal is dry", readings=Readings(topics=(("MOB.boat", 0.9),)))
    assert said.question == "topic"
    assert forms.suggested(conversation.forms[0]) == ()


def test_a_topic_in_words_that_find_no_room_is_asked_again() -> None:
    full, _ = tell(at(), Sort.TEXT, "word " * 3_999, readings=Readings())
    conversation, said = tell(full, Sort.TEXT, "the bus is gone", readings=Readings(topics=(("MOB.no_bus", 0.9),)))
    assert (said.question, said.paragraphs[0]) == ("topic", WORDS.text("en", "phrase.enough"))
    assert conversation.forms[0].tries == full.forms[0].tries


def test_a_topic_that_was_chosen_meanwhile_stays() -> None:
    """Words that came before the question were read while the topic was still open."""
    chosen = at(("topic", "HEA"))
    late = {"at": START - timedelta(minutes=5), "readings": Readings(topics=(("MOB.no_bus", 0.9),))}
    conversation, _ = tell(chosen, Sort.TEXT, "the bus is gone", **late)
    kept = forms.answer_to(conversation.forms[0], "topic")
    assert kept is not None
    assert (kept.value, forms.suggested(conversation.forms[0])) == ("HEA", ())
