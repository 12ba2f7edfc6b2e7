"""Crisis phrases: what must raise, and what is only near to it (domain.md 3.7, G1 and G12)."""

from __future__ import annotations

import time

import pytest

from locales import crisis
from locales.source import DATA, read_toml

CRISIS = {
    "en": [
        ("I want to die", "die"),
        ("i wanna die", "die"),
        ("I don't want to live anymore", "die"),
        ("I dont want to live any more", "die"),
        ("I don’t want to be alive", "die"),
        ("I do not want to live in this world", "die"),
        ("I am going to kill myself tonight", "die"),
        ("KILL MY SELF", "die"),
        ("kil myself", "die"),
        ("im thinking about suicide", "die"),
        ("I feel sucidal", "die"),
        ("everyone would be better off without me", "die"),
        ("I wish I was dead", "die"),
        ("i wish i would not wake up", "die"),
        ("There is no reason to live", "die"),
        ("I took all my pills", "die"),
        ("my life is not worth living", "die"),
        ("I can't take it anymore", "die"),
        ("I cant go on like this", "die"),
        ("I just want to end it all", "die"),
        ("my son wants to kill himself", "die"),
        ("I want to\ndie", "die"),
        ("I w\u200bant to d\u200bie", "die"),
        ("I want to jump off the bridge", "die"),
        ("my husband beats me", "hurt"),
        ("My husband hits me every day", "hurt"),
        ("he hit me again", "hurt"),
        ("I was raped", "hurt"),
        ("my boyfriend threatens to kill me", "hurt"),
        ("I am afraid of my husband", "hurt"),
        ("he locks me in the house", "hurt"),
        ("There is violence at home", "hurt"),
        ("they are forcing me to marry", "hurt"),
        ("I am being followed and threatened", "hurt"),
        ("my neighbor beats his children", "child"),
        ("he hurts my little daughter", "child"),
        ("My child is in danger", "child"),
        ("the kids are left alone at night", "child"),
        ("my stepfather touches me", "child"),
        ("my ex took my children away from me", "child"),
        ("He has a knife", "now"),
        ("I am in danger", "now"),
        ("SOS", "now"),
        ("please call the police", "now"),
        ("My mother is not breathing", "now"),
        ("our house is on fire", "now"),
        ("someone is breaking in", "now"),
        ("We need an ambulance!!!", "now"),
        ("He is beating me now", "now"),
    ],
    "ar": [
        ("أريد أن أموت", "die"),
        ("اريد ان اموت", "die"),
        ("أُرِيدُ أَنْ أَمُوتَ", "die"),
        ("بدي موت", "die"),
        ("بدي أموت وارتاح", "die"),
        ("عايز اموت", "die"),
        ("نفسي أموت بقى", "die"),
        ("ما بدي عيش", "die"),
        ("مابدي عيش بعد اليوم", "die"),
        ("مش عايزة أعيش", "die"),
        ("ما اريد اعيش بعد", "die"),
        ("لا أريد أن أعيش", "die"),
        ("رح اقتل حالي", "die"),
        ("هقتل نفسي", "die"),
        ("راح اكتل روحي", "die"),
        ("أفكر في الانتحار", "die"),
        ("عم فكر انتحر", "die"),
        ("يا ريتني مت ... ياريت اموت", "die"),
        ("الله ياخذني ويريحني", "die"),
        ("تعبت من الحياة", "die"),
        ("ماعاد فيني اتحمل", "die"),
        ("ما إلها معنى حياتي", "die"),
        ("حياتي ما الها معنى", "die"),
        ("شربت علبة حبوب كاملة", "die"),
        ("أريد إنهاء حياتي", "die"),
        ("ابني بدو يموت حاله، عم يقول بدي انتحر", "die"),
        ("baddi mout", "die"),
        ("زوجي يضربني", "hurt"),
        ("جوزي بيضربني كل يوم", "hurt"),
        ("رجلي دا يكتلني", "hurt"),
        ("زوجي يهددني بالقتل", "hurt"),
        ("رح يقتلني إذا عرف", "hurt"),
        ("أخوي حابسني بالبيت", "hurt"),
        ("خايفة من جوزي", "hurt"),
        ("تعرضت للاغتصاب", "hurt"),
        ("أتعرض للعنف المنزلي", "hurt"),
        ("المدير عم يتحرش فيني", "hurt"),
        ("بيمد ايدو علي", "hurt"),
        ("زوجي يضرب الأولاد", "child"),
        ("بيضرب ابني كتير", "child"),
        ("ابنتي في خطر", "child"),
        ("ولدي مخطوف", "child"),
        ("أبي يضربني", "child"),
        ("طليقي خطف أولادي", "child"),
        ("جاري عم يتحرش ببنتي", "child"),
        ("أنا في خطر", "now"),
        ("انا بخطر هلق", "now"),
        ("الحقوني", "now"),
        ("أنقذوني", "now"),
        ("اتصلوا بالشرطة", "now"),
        ("معه سكين", "now"),
        ("البيت عم يحترق", "now"),
        ("بدي إسعاف بسرعة", "now"),
        ("امي ما عم تتنفس", "now"),
        ("فقد الوعي", "now"),
        ("عم يكسر الباب", "now"),
        ("النجدة!", "now"),
    ],
}

NEAR_MISSES = {
    "en": [
        "I am dying of laughter",
        "I am dying to see my grandchildren",
        "My phone died",
        "My husband died last year",
        "My mother is dying and I need help to care for her",
        "I want to dye my hair",
        "I kill time with television",
        "I do not want to live in this flat",
        "I don't want to live alone in the village",
        "I want to live near my daughter",
        "He beat me at chess",
        "The bus driver hit the brakes",
        "My back hurts me a lot",
        "My knee hurts. My son drives me to the doctor.",
        "I hurt my hand",
        "The bills are killing me",
        "The deadline is in danger of being missed",
        "I am in danger of losing my home",
        "I need child care for my two children",
        "I worry about my daughter at school",
        "I can't go on the bus with my wheelchair",
        "I took my pills this morning",
        "Where is the emergency exit?",
        "I lost my life savings",
        "I would like to take part in a course about my life",
        "The shop is closed and I can not walk so far",
        "My neighbour is loud, he plays the drums",
        "I want to kill the mice in my kitchen",
        "How do I call the police?",
        "I need a life insurance",
        "My daughter is missing her lessons because there is no bus",
        "My son has a heart problem since he had a stroke last year",
        "There is no violence here, we live in peace",
        "I had a fire in the stove and it is cold",
        "He hit the goal",
        "I sleep badly at night",
        "My father was in hospital, now he needs help at home",
    ],
    "ar": [
        "بموت من الضحك",
        "بموت فيك يا غالي",
        "هموت من الضحك والله",
        "مات زوجي قبل سنة",
        "توفيت أمي وأحتاج إلى مساعدة في الأوراق",
        "أقتل الوقت بالتلفاز",
        "لا أريد أن أعيش في هذه الشقة",
        "ما بدي عيش بهالبيت",
        "أريد أن أعيش قرب ابنتي",
        "ضربني البرد وصرت مريض",
        "ضربتني سيارة السنة الماضية",
        "الأسعار بتقتلني",
        "بطارية تلفوني ماتت",
        "ظهري يوجعني كثيرا",
        "أحتاج إلى دواء الضغط",
        "شربت الحبوب الصبح",
        "ابني في المدرسة ويحتاج مساعدة",
        "خايف على مستقبل أولادي",
        "أنا في خطر الإخلاء من بيتي",
        "لا أستطيع الوصول إلى الطبيب",
        "لا أستطيع أن أدفع الفواتير",
        "لا أستطيع تحمل تكاليف العلاج",
        "أريد دورة في الإسعافات الأولية",
        "كيف أتصل بالإسعاف؟",
        "عندي موعد مع الشرطة من أجل الإقامة",
        "أحب الحياة في القرية",
        "زوجي يعمل في المزرعة",
        "بدي غير شقتي لأنها بعيدة",
        "ما في باص عالقرية",
        "الموتور خربان والسيارة ما بتمشي",
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*case, id=case[0]) for cases in CRISIS.values() for case in cases]
)
def test_a_phrase_of_crisis_is_recognised_with_its_class(text: str, expected: str) -> None:
    assert crisis.detect(text) == expected


@pytest.mark.parametrize("text", [text for texts in NEAR_MISSES.values() for text in texts])
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert crisis.detect(text) is None


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_language_has_at_least_twenty_of_each_and_all_classes(language: str) -> None:
    assert len(CRISIS[language]) >= 20
    assert len(NEAR_MISSES[language]) >= 20
    assert {expected for _, expected in CRISIS[language]} == set(crisis.CLASSES)
    assert set(read_toml(DATA / "crisis" / f"{language}.toml")) == {*crisis.CLASSES, "unless"}


def test_a_crisis_is_found_at_the_end_of_a_long_story_and_in_the_other_language() -> None:
    story = "I live in a village and the bus does not come. " * 86
    assert len(story) > 4000
    assert crisis.detect(story) is None
    assert crisis.detect(f"{story} زوجي يضربني") == "hurt"
    assert crisis.detect(f"{story} I want to die. {story}") == "die"


def test_an_idiom_beside_a_crisis_does_not_hide_it() -> None:
    assert crisis.detect("I was dying of laughter, but now I want to die") == "die"


def test_what_needs_an_answer_first_comes_first() -> None:
    assert crisis.detect("My husband beats me and I want to die") == "die"
    assert crisis.detect("My husband hits the children and he has a knife") == "child"
    assert crisis.detect("My husband beats me and he has a knife") == "now"


@pytest.mark.parametrize(
    "text", ["", " ", "!!!", "👍", "\u200f", "...", "1", "\x00" * 50, "a" * 10_000, "\u0301" * 5000]
)
def test_anything_may_be_sent(text: str) -> None:
    assert crisis.detect(text) is None


@pytest.mark.parametrize("sentence", ["I cannot reach the doctor, he is far. ", "لا أستطيع الوصول إلى الطبيب، "])
def test_a_long_forwarded_text_is_read_quickly(sentence: str) -> None:
    text = (sentence * 200)[:4096]
    crisis.detect(text)
    started = time.perf_counter()
    for _ in range(10):
        crisis.detect(text)
    # About 2 ms on one core; the bound leaves room for a machine that does other things.
    assert (time.perf_counter() - started) / 10 < 0.03
