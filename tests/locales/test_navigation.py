"""Words of navigation: whole messages only, in all languages at once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

import pytest

import locales
from locales import languages, navigation, recognisers, texts, weights
from locales.source import DATA, read_toml

WORDS = {
    "yes", "no", "help", "back", "skip", "stop", "menu", "person", "delete", "language", "status", "start", "hello",
    "need", "idea", "permissions", "data", "other", "later",
}  # fmt: skip


def test_the_weights_were_learned_from_todays_lists() -> None:
    assert navigation.shipped().made_of == weights.digest([navigation.LISTS]), "run `make words`"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Help", "help"),
        ("HELP!!", "help"),
        ("/help", "help"),
        ("?", "help"),
        ("؟", "help"),
        ("back", "back"),
        ("Go back.", "back"),
        ("skip", "skip"),
        ("STOP", "stop"),
        ("menu", "menu"),
        ("I want to talk to a person", "person"),
        ("delete my data", "delete"),
        ("change language", "language"),
        ("my requests", "status"),
        ("start", "start"),
        ("Hello!", "hello"),
        ("Hi 👋", "hello"),
        ("ok 👍", "yes"),
        ("no, thanks", "no"),
        ("I don’t agree", "no"),
        ("I have an idea", "idea"),
        ("new request", "need"),
        ("مساعدة", "help"),
        ("مُسَاعَدَة", "help"),
        ("مساعده", "help"),
        ("رجوع", "back"),
        ("تخطي", "skip"),
        ("تخطى", "skip"),
        ("توقف", "stop"),
        ("القائمة", "menu"),
        ("شخص", "person"),
        ("بدي احكي مع حدا", "person"),
        ("عايز أكلم حد", "person"),
        ("اريد احجي ويه احد", "person"),
        ("احذف", "delete"),
        ("حذف", "delete"),
        ("امسح كل حاجة", "delete"),
        ("اللغة", "language"),
        ("طلباتي", "status"),
        ("ابدأ", "start"),
        ("السلام عليكم ورحمة الله وبركاته", "hello"),
        ("نعم", "yes"),
        ("إي", "yes"),
        ("ايوه", "yes"),
        ("لأ", "no"),
        ("لا", "no"),
        ("عندي فكرة", "idea"),
        ("Työntekijä", "person"),
        ("tyontekija", "person"),
        ("haluun puhua ihmisen kanssa", "person"),
        ("takasin", "back"),
        ("LOPETA!", "stop"),
        ("poista tietoni", "delete"),
        ("mulla on idea", "idea"),
        ("Hyvää huomenta", "hello"),
        ("joo", "yes"),
        ("ei kiitos", "no"),
        ("zurück", "back"),
        ("zurueck", "back"),
        ("Überspringen", "skip"),
        ("STOPP", "stop"),
        ("meine Daten löschen", "delete"),
        ("loeschen", "delete"),
        ("Ich möchte mit einem Menschen sprechen", "person"),
        ("Moin", "hello"),
        ("jo", "yes"),
        ("nö", "no"),
        ("Ich hab ne Idee", "idea"),
    ],
)
def test_a_whole_message_is_a_word(text: str, word: str) -> None:
    assert navigation.word(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "👍👎",
        "I need help to get to the doctor",
        "The bus does not stop here",
        "no bus comes to our village",
        "I have no language course",
        "Husum",
        "أحتاج إلى مساعدة في تعبئة الأوراق",
        "الحافلة لا تتوقف عندنا",
        "Lääkkeet on loppu",
        "loppu",
        "Haluan lopettaa tupakoinnin",
        "poista lumet pihalta",
        "En pääse takaisin kotiin",
        "Der Bus hält nicht mehr",
        "Ich will mit dem Rauchen aufhören",
        "Schluss",
        "ich komme nicht zurück nach Hause",
        "Sprachkurs",
        "2",
        "help " * 30,
    ],
)
def test_a_word_inside_a_story_is_a_story(text: str) -> None:
    assert navigation.word(text) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("plz help", "help"),
        ("yes yes pls", "yes"),
        ("ja klar gerne", "yes"),
        ("nein auf keinen fall danke", "no"),
        ("I want to go back", "back"),
        ("хочу назад", "back"),
        ("помощь пожалуйста", "help"),
        ("من فضلك مساعدة", "help"),
        ("delete my data please", "delete"),
        ("HEEELP", "help"),
        ("goback", "back"),
        ("zurueck", "back"),
        ("talk to a humn", "person"),
        ("uebersprngen", "skip"),
        ("chnage language", "language"),
        ("delte my data", "delete"),
        ("👍🏽", "yes"),
        ("👎", "no"),
        ("❓", "help"),
    ],
)
def test_politeness_and_slips_are_forgiven(text: str, word: str) -> None:
    assert navigation.word(text) == word


@pytest.mark.parametrize(
    "text", ["Stadt", "yes no", "ja nein", "i want to stop", "stip", "stoo", "shop", "step", "dilate"]
)
def test_what_is_only_near_is_no_word(text: str) -> None:
    assert navigation.word(text) is None


def test_one_text_means_one_thing_in_each_language() -> None:
    meanings = defaultdict(set)
    for language, name, folded in navigation.entries():
        meanings[language, folded].add(name)
    assert not {text: names for text, names in meanings.items() if len(names) > 1}
    assert {name for _, name, _ in navigation.entries()} == WORDS | {navigation.NONE}


@pytest.mark.parametrize(
    ("meanings", "chosen", "word"),
    [
        ({"en": "no", "es": "no", "pl": "yes"}, "pl", "yes"),
        ({"en": "no", "es": "no", "pl": "yes"}, "en", "no"),
        ({"en": "no", "es": "no", "pl": "yes"}, "de", "no"),
        ({"en": "no", "es": "no", "pl": "yes"}, None, "no"),
        ({"pl": "yes", "en": "no"}, None, "no"),
        ({"sv": "stop", "kmr": "back"}, None, "back"),
        ({"sv": "stop", "kmr": "back"}, "sv", "stop"),
        ({"sv": "stop", "kmr": "delete"}, None, None),
        ({"de": navigation.NONE, "en": "start"}, "de-AT", None),
    ],
)
def test_the_chosen_language_decides_what_a_text_means(
    meanings: dict[str, str], chosen: str | None, word: str | None
) -> None:
    found = navigation.Found(meanings, 0.99).word(chosen)
    assert (found and found[0]) == word


def test_a_short_word_of_another_language_stops_nobody() -> None:
    found = navigation.Found({"tr": "stop"}, 0.95)
    assert (found.word("de"), found.word("tr"), found.word(None)) == (None, ("stop", 0.95), ("stop", 0.95))


@pytest.mark.parametrize("language", locales.complete())
def test_the_words_that_we_advertise_work(language: str) -> None:
    forms = texts.read(language).forms
    listed = re.split("[,،]", forms["phrase.help_words"][0].partition(":")[2].rstrip("."))
    assert [navigation.word(word) for word in listed] == [
        "back",
        "skip",
        "menu",
        "person",
        "language",
        "stop",
        "delete",
    ]
    for context, word in (
        ("phrase.done_menu", "menu"),
        ("phrase.refused_again", "start"),
        ("need.consent.2", "delete"),
    ):
        arabic = languages.known()[language].rtl
        found = re.findall("«(.+?)»" if arabic else r"[^\W\d_]{2,}", forms[context][0])
        marked = [shown for shown in found if arabic or shown.isupper()]
        assert [navigation.word(shown) for shown in marked] == [word]


@pytest.mark.parametrize("language", locales.complete())
@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("back", "back"),
        ("skip", "skip"),
        ("person", "person"),
        ("help", "help"),
        ("language", "language"),
        ("menu", "menu"),
    ],
)
def test_the_label_of_a_button_of_navigation_can_be_typed(language: str, key: str, word: str) -> None:
    assert navigation.word(texts.read(language).forms[f"button.{key}"][0]) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("would you please go to the previous question again", "back"),
        ("ich würde gern zur vorigen Frage zurückkehren", "back"),
        ("könnte ich mit einem ihrer kollegen sprechen", "person"),
        ("löschen Sie bitte alle meine Angaben sofort", "delete"),
        ("haluaisin puhua jonkun oikean ihmisen kanssa", "person"),
        ("можно мне поговорить с кем-нибудь живым", "person"),
        ("ممكن احكي مع موظف لو سمحت", "person"),
    ],
)
def test_what_no_list_holds_is_guessed(text: str, word: str) -> None:
    found = navigation.suggest(text)
    assert found
    assert found[0] == word


@pytest.mark.parametrize("language", sorted(navigation.languages()))
def test_what_shares_words_with_stopping_and_deleting_does_neither(language: str) -> None:
    found = [navigation.suggest(text, language) for text in read_toml(DATA / "lookalikes.toml")[language]]
    grave = [one for one in found if one and one[0] in navigation.GRAVE]
    assert len(grave) <= 1, "one such as 'they deleted my account' may be taken for it: deleting is asked once more"


def test_a_guess_is_less_sure_than_the_lists_and_leaves_them_what_they_know() -> None:
    text = "könnte ich mit einem ihrer kollegen sprechen"
    assert navigation.reading(text)[2] in (None, "person")
    assert navigation.reading("help") == ("help", navigation.reading("help")[1], None)
    assert navigation.guess("my neighbour has a garden and a dog") is None
    assert navigation.guess("word " * 20) is None
    assert navigation.guess("") is None
    always = replace(navigation.shipped(), limits=dict.fromkeys(navigation.WORDS, 0.0))
    assert navigation.guess("unsubscribe", always) is None, "a single word that no list holds stops nobody"


def test_whoever_wants_to_begin_anew_is_asked_for_the_menu() -> None:
    assert [code for code, _ in recognisers.Words().read("start", "en", None, None)] == ["menu"]
    assert recognisers.Words().read("hello", "en", None, None) == []
