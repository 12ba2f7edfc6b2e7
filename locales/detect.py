"""Which language is a text written in? For now a gate by script and plain words, for the languages we speak.

It suggests and never claims: it is silent rather than wrong, and what it says is only ever asked back (L1, L2).
"""

from __future__ import annotations

import re

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]")
# Persian, Dari, Pashto, Urdu, Kurdish: letters that Arabic does not have, in the code points of their keyboards (L4).
_NOT_ARABIC = re.compile("[پچژگکیےۀەێۆۇڕڵٹڈڑںھہټډړږښڼځڅېۍې]")
# What only Arabic writes: ta marbuta, dotless and dotted ya, kaf, hamza on alef; its article; words without either.
_ARABIC_CLUE = re.compile(r"[ةىيكأإ]|(?:^|\s)[وبفل]?ال\w{2,}")
_ARABIC_WORDS = "مرحبا اهلا شكرا انا بدي لازم عندنا شو وين عايز محتاج نحن هون هنا معنا"
# Words that no neighbouring language has; "in", "am", "is", "for", "have" are words elsewhere too.
_ENGLISH = """
the and with you your they this that there what where when which who how why because please thanks thank need help would
could should want not don't can't doesn't didn't i'm i've it's my our their his her she we from about live hello doctor
people person every some any nobody someone something nothing very much too
"""
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# Ukrainian, Belarusian, Serbian, Macedonian, Kazakh, Tajik and others: letters that Russian does not have.
_NOT_RUSSIAN = re.compile("[\u0400-\u04ff](?<![а-яА-ЯёЁ])")
# Words that Ukrainian, Belarusian, Bulgarian and Serbian spell otherwise. The others they share, so that those count
# only beside one of these.
_RUSSIAN_WORDS = """
что чтобы это этот эта меня есть нет спасибо очень когда почему потому сейчас ещё только больше если уже были нужна
нужен нужно нужны помощь помощи помогите можно надо тоже ничего сколько ребёнок ребёнка дети детей врач врачу деревне
дочь деньги здравствуйте здравствуй пожалуйста жильё жить жизнь себя умереть бьёт каждый опять снова всегда никогда
никто теперь хочется срочно спасите вызовите скорую полицию опасности болит ходит живёт живём может
"""
_RUSSIAN_SHARED = """
я мы вы он она не и в у на с к по за мне нам нас вас хочу живу муж мужа сын мама жена как или но
"""
_RUSSIAN = frozenset(_RUSSIAN_WORDS.replace("ё", "е").split())
_RUSSIAN_TOO = frozenset(_RUSSIAN_SHARED.split())
_RUSSIAN_ALONE = frozenset({"здравствуйте", "здравствуй", "пожалуйста"})
# Neither Estonian (mina, sina, kes, mis) nor, in German, Dutch and the Nordic languages (er, mit, for, en, man).
_FINNISH = """
minä sinä mä sä minun sinun meidän minua sinua minulla minulle minulta mulla mulle tämä tää nämä mitä missä mihin
milloin miten miksi kuka kanssa koska että mutta sekä eikä enkä myös enää vain aina kyllä kiitos hei moi päivää apua
haluan haluun haluaisin tarvitsen tarvitsemme tarviin asun asumme voin voinko voitte voitteko voitko pääse pääsen saan
saako olisi täällä siellä kotona kotiin kylässä kylään kylällä lääkäriin lääkäri lääkärille lääkärin bussi bussia
mieheni vaimoni äitini isäni lapseni poikani tyttäreni äiti lapset ihminen ihmisiä rahaa ruokaa töitä yksin kuolla
elää tappaa itseni lyö hakkaa sattuu pelkään oo oon olemme ovat kylla etta missa taalla mita enaa aiti paivaa laakari
laakariin paase paasen tama pelkaan
"""
_GERMAN = """
ich wir mich mir dich uns mein meine meinen meinem meiner unser unsere nicht kein keine keinen und oder aber weil dass
wenn bitte danke brauche brauchen braucht hilfe helfen möchte moechte kann können koennen muss müssen habe haben ist
sind eine einen einem einer das für fuer auch mehr schon sehr zum zur vom beim bei ins nach wohne wohnen arzt krank
mann frau kinder mutter vater wo wer warum wann gibt kommt fährt faehrt schlägt schlaegt sterben leben töten umbringen
guten sie
"""
_ARABIC_ONLY = frozenset(_ARABIC_WORDS.split())
# Each language of Latin script: its plain words, and the letters beyond a to z that it writes with.
_LATIN = {
    "en": (frozenset(_ENGLISH.split()), ""),
    "fi": (frozenset(_FINNISH.split()), "äöå"),
    "de": (frozenset(_GERMAN.split()), "äöüß"),
}
# Greetings that say enough by themselves; "hei" and "hallo" are said in several languages.
_GREETINGS = {"hello": "en", "terve": "fi", "moikka": "fi", "hyvää päivää": "fi", "guten tag": "de", "grüß gott": "de"}


def suggest(text: str) -> str | None:
    """`ar`, `de`, `en`, `fi`, `ru`, or None where that is not clear."""
    arabic, letters = len(_ARABIC.findall(text)), sum(character.isalpha() for character in text)
    if not letters:
        return None
    if arabic * 2 > letters:
        return "ar" if _is_arabic(text) else None
    if len(_CYRILLIC.findall(text)) * 2 > letters:
        return "ru" if _is_russian(text) else None
    return None if arabic else _latin([word.replace("’", "'").casefold() for word in _WORDS.findall(text)])


def _is_arabic(text: str) -> bool:
    if _NOT_ARABIC.search(text):
        return False
    return bool(_ARABIC_CLUE.search(text)) or bool(_ARABIC_ONLY & set(_WORDS.findall(text)))


def _is_russian(text: str) -> bool:
    if _NOT_RUSSIAN.search(text):
        return False
    words = {word.casefold().replace("ё", "е") for word in _WORDS.findall(text)}
    clear = words & _RUSSIAN
    return bool(words & _RUSSIAN_ALONE) or (bool(clear) and len(clear | words & _RUSSIAN_TOO) >= 2)


def _latin(words: list[str]) -> str | None:
    if greeting := _GREETINGS.get(" ".join(words)):
        return greeting
    beyond = {letter for word in words for letter in word if letter != "'" and not "a" <= letter <= "z"}
    found: dict[str, int] = {}
    for language, (known, letters) in _LATIN.items():
        own = [word for word in words if word in known]
        if beyond <= set(letters) and len(set(own)) >= 2 and len(own) * 3 >= len(words):
            found[language] = len(own)
    best = max(found.values(), default=0)
    clear = [language for language, count in found.items() if count == best]
    return clear[0] if len(clear) == 1 else None
