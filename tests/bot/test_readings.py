from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from prometheus_client.samples import Sample

from bot import readings as bot_readings
from bot.metrics import Metrics
from bot.readings import read
from dialogs.terms import Heard, Readings, Sort
from locales import crisis, detect, topics
from storage.conversations import Standing
from storage.inbox import Waiting

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def waiting(sort: Sort, text: str | None) -> Waiting:
    return Waiting(1, b"lane", "telegram", "1:2", 3, 0, Heard(sort, NOW, text), NOW)


def readings(sort: Sort, text: str | None, *, languages: bool = True) -> Readings:
    return read([waiting(sort, text)], Metrics(), languages=languages)[0].readings


@pytest.mark.parametrize("sort", [Sort.TEXT, Sort.EDIT, Sort.FILE, Sort.CONTACT])
def test_words_of_crisis_count_wherever_somebody_wrote_them(sort: Sort) -> None:
    assert readings(sort, "I want to die").crisis == "die"


@pytest.mark.parametrize("sort", [Sort.PRESS, Sort.COMMAND, Sort.STATUS, Sort.GROUP])
def test_what_nobody_wrote_to_us_is_not_read(sort: Sort) -> None:
    assert readings(sort, "I want to die") == Readings()


def test_a_whole_message_is_a_word_of_navigation() -> None:
    assert readings(Sort.TEXT, "help").word == "help"
    assert readings(Sort.TEXT, "please help my mother with the forms").word is None


def test_only_a_text_is_a_word_of_navigation() -> None:
    assert readings(Sort.FILE, "help").word is None


def test_a_clear_language_is_noticed() -> None:
    assert readings(Sort.TEXT, "الحافلة توقفت في الشهر الماضي ولا أستطيع الذهاب إلى المدينة").language == "ar"
    assert readings(Sort.TEXT, "ich brauche einen Arzt in der Nähe").surely


def test_switched_off_languages_are_left_but_not_danger_and_words_of_navigation() -> None:
    assert readings(Sort.TEXT, "ich will nicht mehr leben", languages=False) == Readings(crisis="die")
    assert readings(Sort.TEXT, "Zurück", languages=False).word == "back"


def test_the_language_of_the_app_is_listened_to() -> None:
    row = waiting(Sort.TEXT, "kan du hjelpe meg")
    row = replace(row, heard=replace(row.heard, device_language="nb-NO"))
    assert read([row], Metrics())[0].readings.language == "nb"


def test_nothing_is_read_from_nothing() -> None:
    assert readings(Sort.STICKER, None) == Readings()


@pytest.mark.parametrize(
    ("question", "text", "read"),
    [
        ("topic", "tooth ache", True),
        (None, "my tooth hurts so much", True),
        (None, "tooth ache", False),  # a greeting may be as short
        ("place", "my tooth hurts so much", False),
        ("topic", "help", False),
        ("topic", "12", False),
    ],
)
def test_a_topic_is_looked_for_where_one_is_asked_or_a_story_begins(
    question: str | None, text: str, read: bool
) -> None:
    found = bot_readings.read(
        [waiting(Sort.TEXT, text)], Metrics(), topics.suggest, {b"lane": Standing(question, "en")}
    )[0].readings.topics
    assert [code for code, _ in found[:1]] == ["HEA.dentist"] * read


def test_under_a_crowd_topics_are_left_to_the_buttons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot_readings, "TOPICS_SECONDS", 0.0)
    [heard] = bot_readings.read(
        [waiting(Sort.TEXT, "I want to die")], Metrics(), topics.suggest, {b"lane": Standing("topic")}
    )
    assert heard.readings.topics == ()
    assert heard.readings.crisis == "die"


@pytest.mark.parametrize(("module", "name"), [(crisis, "detect"), (detect, "suggest")])
def test_a_recogniser_that_raises_costs_its_own_suggestion_only(
    module: object, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> str | None:
        raise RecursionError

    monkeypatch.setattr(module, name, broken)
    metrics = Metrics()
    row = waiting(Sort.TEXT, "I want to die, nobody hears me any more")
    assert read([row], metrics)[0].text == row.heard.text
    counted = {sample.labels["name"]: sample.value for sample in _samples(metrics) if sample.value}
    assert sum(counted.values()) == 1


def _samples(metrics: Metrics) -> list[Sample]:
    found = next(one for one in metrics.registry.collect() if one.name == "sempre_readings_failed")
    return [sample for sample in found.samples if sample.name.endswith("_total")]
