"""Crisis phrases: what must raise, and what is only near to it (domain.md 3.7, G1 and G12)."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import locales
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
        ("my husband beats me at home often", "hurt"),
        ("he beats me in front of the children", "hurt"),
        ("my son beats me on Sundays", "hurt"),
        ("she beats her to the ground", "hurt"),
        ("I was hit by my husband", "hurt"),
        ("we were attacked by a man", "hurt"),
        ("I do not want to live with this pain", "die"),
        ("I can't go on with this life", "die"),
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
        ("I no longer see a reason to be here", "die"),
        ("I don't see any point in living", "die"),
        ("life is not worth it", "die"),
        ("i just want everything to stop forever", "die"),
        ("I have a plan to end my life", "die"),
        ("i want to sleep and not wake up", "die"),
        ("I wish I never woke up", "die"),
        ("sometimes I think I would be better dead", "die"),
        ("my daughter tried to kill herself", "die"),
        ("I've been cutting myself again", "die"),
        ("I feel like ending everything", "die"),
        ("I am suicidle", "die"),
        ("can't do this anymore, I give up on life", "die"),
        ("my wife hits me", "hurt"),
        ("my dad hit my mum yesterday", "hurt"),
        ("he strangled me last night", "hurt"),
        ("he is going to kill me", "now"),
        ("my ex keeps stalking me", "hurt"),
        ("My boss touches me and I am scared", "hurt"),
        ("i'm scared to go home", "hurt"),
        ("he threatened me with a gun", "hurt"),
        ("husband beat me badly", "hurt"),
        ("he raped my sister", "hurt"),
        ("I get beaten by my son", "hurt"),
        ("my brother wants to kill me because of honour", "hurt"),
        ("they beat the boy next door every night", "child"),
        ("my little boy is being abused", "child"),
        ("someone took my baby", "child"),
        ("neighbours leave their baby alone all day", "child"),
        ("there is a man with a gun outside", "now"),
        ("help, he is trying to break the door", "now"),
        ("my husband collapsed and is not responding", "now"),
        ("I can't breathe", "now"),
        ("I am bleeding badly", "now"),
        ("we are trapped, fire in the house", "now"),
        ("please send help now", "now"),
        ("he is hurting my kids", "child"),
        ("My uncle touches me at night", "child"),
        ("I want to be dead", "die"),
        ("I'd rather be dead", "die"),
        ("I will jump from the balcony", "die"),
        ("nobody would care if I died", "die"),
        ("I hate my life", "die"),
        ("there's nothing left to live for", "die"),
        ("I have nothing to live for", "die"),
        ("he pushed me down the stairs", "hurt"),
        ("He spits on me and kicks me", "hurt"),
        ("I am locked in the bathroom, he is outside", "now"),
        ("I am being held here and cannot leave", "hurt"),
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
        ("ما ضل الي شي عيش كرمالو", "die"),
        ("حابة موت", "die"),
        ("بفكر موت حالي", "die"),
        ("بدي انهي حياتي", "die"),
        ("مابدي كمل حياتي", "die"),
        ("تعبت وبدي ارتاح من هالدنيا", "die"),
        ("ما عاد بدي كون موجود", "die"),
        ("اتمنى لو اني ما خلقت", "die"),
        ("يارب خدني", "die"),
        ("انا افكر بالانتحار يوميا", "die"),
        ("عايزة أموت نفسي", "die"),
        ("أنا مش قادرة أعيش كده", "die"),
        ("انا حزين جدا واريد ان انهي كل شيء", "die"),
        ("مليت من هالحياه", "die"),
        ("ليتني اموت", "die"),
        ("ناوي على روحي", "die"),
        ("بوي يضربني", "hurt"),
        ("زوجي ضربني امبارح", "hurt"),
        ("عم بيعنفني جوزي", "hurt"),
        ("هو بيهددني يدبحني", "hurt"),
        ("صاحب الشغل يتحرش بيا", "hurt"),
        ("خايفة ارجع على البيت", "hurt"),
        ("اخوي بدو يقتلني", "hurt"),
        ("اهلي بدهم يقتلوني", "hurt"),
        ("زوجي ما يخليني اطلع من البيت", "hurt"),
        ("جوزي حبسني", "hurt"),
        ("جارنا يضرب اولاده كل ليلة", "child"),
        ("ابن الجيران بينضرب كل يوم", "child"),
        ("حدا خطف بنتي", "child"),
        ("ابني ضايع من الصبح", "child"),
        ("في حدا عم يتحرش بابني", "child"),
        ("زوج امي يلمسني", "child"),
        ("في واحد معو سلاح برا", "now"),
        ("البيت ولع", "now"),
        ("بيتنا يحترق", "now"),
        ("ابوي ما يتنفس", "now"),
        ("امي غايبة عن الوعي", "now"),
        ("نحتاج اسعاف هسه", "now"),
        ("انا انزف كثير", "now"),
        ("دخيلكم ساعدوني بسرعة", "now"),
        ("حياتي في خطر", "now"),
        ("وحدة انغصبت على الزواج", "hurt"),
        ("زوجي ينام معي غصب عني", "hurt"),
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
        "she always beats us in card games",
        "somebody beat me to it",
        "my mother was attacked by the neighbour's dog",
        "I was hit by a car last year and need a lift",
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
        "I need someone to clean my flat, I cannot bend",
        "My husband has dementia and hits the walls sometimes",
        "I broke my leg and cannot walk",
        "I have pain in my knee when I walk",
        "my child needs a school place",
        "I want to end my contract",
        "I want to end my lease because it is too expensive",
        "The doctor is too far, I can not drive",
        "I cannot live on this pension",
        "I can't live without my medicine",
        "I cannot continue my course because of money",
        "my daughter wants to take part in sport",
        "I live alone since my wife died",
        "I want to live closer to my children",
        "I am looking for a job in a kitchen",
        "I want to learn to shoot photos",
        "I cut my hair",
        "The house is cold, the heating broke",
        "they cut my benefits",
        "My landlord threatens me with eviction",
        "I was attacked by a dog",
        "the children are alone after school until five, we need care",
        "my baby is coming in May",
        "I am afraid of the dark road to the bus",
        "I need the police clearance paper",
        "we need an ambulance station in our village",
        "I am tired of waiting",
        "I hate this bus",
        "is there a fire in the stove course",
        "The boy hits the ball",
        "My son hits other children at school",
        "There is no emergency doctor here",
        "I have a heart problem",
        "My mother had a stroke",
        "Can someone follow up my request?",
        "we don't want to live so far from the hospital",
        "my car died yesterday",
        "He hit my car",
        "I want to stop smoking",
        "I took the wrong bus",
        "I want to take my own life in my hands and find work",
        "I feel alone",
        "I have no one to talk to",
        "I am very sad since my wife died",
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
        "اريد أن أعيش مع أولادي",
        "ابني يحتاج طبيب أسنان",
        "زوجي مريض ولا يستطيع المشي",
        "بدي شغل",
        "ما عندي سيارة",
        "الدكتور بعيد كتير",
        "أحتاج إلى مترجم عند الطبيب",
        "اريد تعلم اللغة",
        "عندي ألم في ظهري",
        "ابني يضرب الكرة",
        "زوجي توفي السنة الماضية",
        "لا أستطيع أن أكمل دراستي",
        "ما فيني كمل الكورس",
        "انا حزين لاني وحيد",
        "أشعر بالوحدة",
        "خايف من الامتحان",
        "أخاف من الطريق ليلا",
        "صاحب البيت يهددني بالاخلاء",
        "ابنتي تخاف من المدرسة",
        "اريد الشرطة تعطيني ورقة",
        "بنتي لحالها بالبيت بعد المدرسة",
        "تعبت من الانتظار",
        "مليت من الانتظار",
        "طفلي مريض",
        "أريد أن أقتل الفئران في البيت",
        "انتهى عقدي وأريد سكن",
        "القرية ما فيها اسعاف",
        "كسرت رجلي",
        "ضاعت هويتي",
        "ولدي ضايع بالمدرسة ما يفهم الدروس",
        "حريق في الغابة السنة الماضية",
        "الفواتير بتموت",
        "السيارة ماتت",
        "لا اتحمل مصاريف الكهرباء",
    ],
}

# Further languages, each in a file of its own.
for path in sorted((Path(__file__).parent / "crisis").glob("*.toml")):
    written = read_toml(path)
    CRISIS[path.stem] = [(text, name) for name in crisis.CLASSES for text in written[name]]
    NEAR_MISSES[path.stem] = written["near_misses"]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*case, id=case[0]) for cases in CRISIS.values() for case in cases]
)
def test_a_phrase_of_crisis_is_recognised_with_its_class(text: str, expected: str) -> None:
    assert crisis.detect(text) == expected


@pytest.mark.parametrize("text", [text for texts in NEAR_MISSES.values() for text in texts])
def test_a_near_miss_is_left_alone_by_the_lists(text: str) -> None:
    assert crisis.listed(text) == []


@pytest.mark.parametrize("language", NEAR_MISSES)
def test_few_near_misses_are_raised(language: str) -> None:
    """The learned weights hear more than the lists, and pay for it with a false alarm now and then (G1, G11)."""
    raised = [text for text in NEAR_MISSES[language] if crisis.find(text)]
    assert len(raised) <= 0.15 * len(NEAR_MISSES[language]), raised


@pytest.mark.parametrize("language", locales.complete())
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my daughter was attacked by a classmate", "hurt"),
        ("my son is missing in the forest", "child"),
        ("Mein Mann schlägt mich vor den Kindern", "hurt"),
        ("Mein Mann schlägt uns vor den Augen der Kinder", "hurt"),
        ("er schlägt mich nach dem Trinken", "hurt"),
        ("Ich kann nicht mehr leben in dieser Angst", "die"),
        ("Mieheni lyö minua ulkona", "hurt"),
        ("auttakaa, hän tulee tänne puukon kanssa", "now"),
        ("ضربتني حماتي", "hurt"),
        ("ابني ضاع", "child"),
    ],
)
def test_where_when_and_by_whom_it_happens_is_no_idiom(text: str, expected: str) -> None:
    assert crisis.detect(text) == expected


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
def test_a_long_forwarded_text_costs_what_its_length_says(sentence: str) -> None:
    def best(length: int) -> float:
        text, found = (sentence * 200)[:length], []
        for _ in range(5):
            started = time.process_time()
            crisis.detect(text)
            found.append(time.process_time() - started)
        return min(found)

    assert best(4096) < 12 * best(512)  # eight times the text; about 2 ms on one core


@pytest.mark.parametrize("text", ["میخوام بمیرم", "می خوام بمیرم", "می‌خوام بمیرم", "مي خوام بميرم"])
def test_a_verb_is_known_written_together_or_apart(text: str) -> None:
    assert crisis.detect(text) == "die"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call an ambluance", "now"),
        ("my neighbour stranlged me", "hurt"),
        ("my mother is uncosncious", "now"),
    ],
)
def test_a_slip_in_a_long_word_is_forgiven_and_less_sure(text: str, expected: str) -> None:
    ((name, confidence),) = crisis.find(text)
    assert (name, confidence < crisis.SURE) == (expected, True)


def test_every_class_is_named_in_the_order_of_what_needs_an_answer_first() -> None:
    assert [name for name, _ in crisis.find("He beats me. I want to die.")] == ["die", "hurt"]


@pytest.mark.parametrize(
    "text",
    [
        "If my neighbour goes shopping on her own",
        "kukaan ei vastaa terveysasemalla",
        "Haltegriffe im Bad einbauen lassen",
        "they sent me ten pages for Friday",
    ],
)
def test_two_words_that_mean_danger_elsewhere_say_nothing_in_a_clear_sentence(text: str) -> None:
    assert crisis.detect(text) is None


def test_no_phrase_is_complete_before_its_first_word() -> None:
    assert crisis.find(".") == []
    assert crisis.find("x") == []
