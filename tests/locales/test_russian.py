"""Russian: what people really type, how they are addressed, how a day is written."""

from __future__ import annotations

import re
from datetime import date

import pytest

from locales import languages, navigation, texts
from locales.calendar import in_words

FORMS = texts.read("ru").forms
# Addressed to the person, these words begin with a capital; "вы" of several people does not occur.
_SMALL = re.compile(r"\b(вы|вас|вам|вами|ваш\w*)\b")
_FAMILIAR = re.compile(r"\b(ты|тебя|тебе|тобой|твой|твоя|твоё|твои)\b", re.IGNORECASE)
# A past tense of one person, or a short adjective, would tell a man from a woman.
_GENDERED = re.compile(r"\bя (?:\w+ )?\w+(?:л|ла)\b|\b(?:рад|рада|согласен|согласна|готов|готова)\b", re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("да", "yes"),
        ("Да, конечно!", "yes"),
        ("согласна", "yes"),
        ("lf", "yes"),
        ("нет", "no"),
        ("Нет, спасибо", "no"),
        ("не надо", "no"),
        ("ytn", "no"),
        ("Помощь", "help"),
        ("помогите", "help"),
        ("не поняла", "help"),
        ("ничего не понимаю", "help"),
        ("Назад", "back"),
        ("назат", "back"),
        ("пропустить", "skip"),
        ("дальше", "skip"),
        ("СТОП", "stop"),
        ("больше не пишите мне", "stop"),
        ("меню", "menu"),
        ("человек", "person"),
        ("Хочу поговорить с человеком", "person"),
        ("Вы робот?", "person"),
        ("удалить", "delete"),
        ("Удалите мои данные", "delete"),
        ("язык", "language"),
        ("мои просьбы", "status"),
        ("начать", "start"),
        ("начнем", "start"),
        ("Здравствуйте!", "hello"),
        ("здраствуйте", "hello"),
        ("Добрый день", "hello"),
        ("ghbdtn", "hello"),
        ("новая просьба", "need"),
        ("У меня есть идея", "idea"),
    ],
)
def test_a_whole_message_is_a_word(text: str, word: str) -> None:
    assert navigation.word(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "Мне нужна помощь с бланками",
        "Автобус у нас не останавливается",
        "Хочу поговорить с кем-нибудь на своём языке",
        "хватит",
        "всё",
        "забудь",
        "убери",
        "потом",
        "Удалить зуб",
        "Стоп-кран",
    ],
)
def test_what_could_mean_something_else_stops_and_deletes_nothing(text: str) -> None:
    assert navigation.word(text) is None


def test_people_are_addressed_formally_and_as_neither_man_nor_woman() -> None:
    for context, forms in FORMS.items():
        for text in forms:
            assert not _SMALL.search(text), context
            assert not _FAMILIAR.search(text), context
            assert not _GENDERED.search(text), context


def test_a_day_is_written_with_its_weekday_and_without_a_shortened_word() -> None:
    russian = languages.known()["ru"]
    assert in_words(russian, date(2027, 5, 3), date(2027, 4, 30)) == "понедельник, 3 мая"
    assert in_words(russian, date(2028, 1, 4), date(2027, 4, 30)) == "вторник, 4 января 2028 года"
