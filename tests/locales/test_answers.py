"""Typed answers to questions of choices: numbers, whole answers, times, sums, several at once."""

from __future__ import annotations

import time

import pytest

import locales
from dialogs.schema import load_scripts
from locales import answers, offers, texts, weights
from locales.folding import fold
from locales.languages import UNDERSTOOD


def test_the_weights_were_learned_from_todays_lists() -> None:
    assert answers.shipped().made_of == weights.digest([answers.LISTS]), "run `make words`"


@pytest.mark.parametrize(
    ("language", "question", "text", "values"),
    [
        ("en", "urgency", "asap!!", ["today"]),
        ("en", "urgency", "its not urgent", ["wait"]),
        ("en", "urgency", "Tomorow please", ["today"]),
        ("en", "urgency", "in 2 weeks", ["month"]),
        ("en", "urgency", "in three days", ["week"]),
        ("en", "urgency", "in five months", ["wait"]),
        ("de", "urgency", "in zwei Wochen", ["month"]),
        ("ar", "urgency", "بعد اسبوعين", ["month"]),
        ("ru", "urgency", "через 3 дня", ["week"]),
        ("fi", "urgency", "kahden viikon päästä", ["month"]),
        ("en", "urgency", "3", ["week"]),
        ("ar", "urgency", "٣", ["week"]),
        ("ti", "urgency", "፫", ["week"]),
        ("fa", "urgency", "۳.", ["week"]),
        ("en", "urgency", "number two", ["today"]),
        ("de", "urgency", "die dritte", ["week"]),
        ("ru", "urgency", "второй вариант", ["today"]),
        ("ar", "urgency", "الأول", ["now"]),
        ("en", "urgency", "nr. 7", []),
        ("en", "urgency", "today or maybe this week", ["today", "week"]),
        ("en", "urgency", "the bus", []),
        ("en", "for_whom", "my old mother", ["family"]),
        ("en", "for_whom", "not for me", ["other"]),
        ("en", "for_whom", "both", ["me", "family", "other"]),
        ("en", "consent", "👍", ["yes"]),
        ("en", "consent", "ok go ahead", ["yes"]),
        ("en", "consent", "why do you need it?", ["more"]),
        ("en", "have", "1, 3", ["time", "room"]),
        ("en", "have", "1 and 3", ["time", "room"]),
        ("en", "have", "time, tools and a car", ["time", "tools", "car"]),
        ("en", "who", "older people and everyone", ["older65", "everyone"]),
        ("en", "group", "retired", ["older65"]),
        ("en", "money", "about 300 euro", ["up_500"]),
        ("en", "money", "1.500 €", ["up_2000"]),
        ("en", "money", "20k", ["over"]),
        ("en", "money", "0 euro", ["none"]),
        ("en", "money", "10.000 zl", ["up_10000"]),
        ("en", "knows", "no", ["not_yet"]),
    ],
)
def test_an_answer_names_its_values(language: str, question: str, text: str, values: list[str]) -> None:
    assert [value for value, _ in answers.find(question, text, language)] == values


def test_what_another_language_says_is_less_sure_and_the_own_language_wins() -> None:
    ((value, own),) = answers.find("urgency", "as soon as possible", "en")
    ((other, abroad),) = answers.find("urgency", "as soon as possible", "de")
    assert value == other == "today"
    assert own > 0.9 > 0.8 < abroad < 0.9


@pytest.mark.parametrize(
    ("language", "question", "text", "value"),
    [
        ("en", "urgency", "it would be wonderful to have it before next weekend comes", "week"),
        ("de", "for_whom", "es geht dabei eigentlich um die schwiegereltern", "family"),
        ("fi", "contact", "soittakaa minulle kotiin puhelimella", "phone"),
        ("ru", "consent", "объясните сначала зачем вам это всё", "more"),
    ],
)
def test_what_no_list_holds_is_like_what_they_hold(language: str, question: str, text: str, value: str) -> None:
    found = answers.find(question, text, language)
    assert found
    assert found[0][0] == value


def test_only_what_is_offered_is_named() -> None:
    assert answers.find("urgency", "tomorrow", "en", ("now", "week")) == ()
    assert answers.find("urgency", "2", "en", ("now", "week")) == (("week", 0.99),)
    assert answers.find("urgency", "tomorrow " * 20, "en") == ()


def test_the_lists_speak_of_questions_and_values_that_there_are() -> None:
    known = {(question, value) for question, values in offers.questions().items() for value in values}
    listed = list(answers.entries())
    assert {(question, value) for _, question, value, _ in listed} <= known
    assert {language for language, *_ in listed} <= set(UNDERSTOOD)
    meanings: dict[tuple[str, str, str], set[str]] = {}
    for language, question, value, text in listed:
        meanings.setdefault((language, question, fold(text)), set()).add(value)
    assert not {key: values for key, values in meanings.items() if len(values) > 1}


@pytest.mark.parametrize("language", locales.complete())
def test_every_label_is_an_answer(language: str) -> None:
    forms = texts.read(language).forms
    for name in offers.DIALOGS:
        for question in load_scripts()[name].questions:
            for choice in question.choices if question.source == "here" else ():
                label = forms[choice.label][0]
                if "{" not in label:
                    found = answers.find(question.key, label, language)
                    assert found, (question.key, label)
                    assert found[0][0] == choice.value, (question.key, label)


def test_an_answer_is_read_in_a_moment() -> None:
    texts_ = ["whenever somebody has time for me", "in the next two weeks please", "ما عندي وقت اليوم", "не срочно"]
    for text in texts_:
        answers.find("urgency", text)
    start = time.process_time()
    for _ in range(5):
        for text in texts_:
            answers.find("urgency", text, "en")
    assert (time.process_time() - start) / 20 < 0.01
