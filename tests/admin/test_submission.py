"""One submission: what stands there, and each thing one can do with it."""

from __future__ import annotations

import re

import pytest

from admin import message_send, note_add, status_change
from dialogs.terms import Answer, Correct, Withdraw
from storage import alarms, casework, rights, staff
from storage.casework import SETTABLE
from tests.admin.given import ARABIC, HTMX, KRISTINA, NASTY, Desk, Office

PATH = "/admin/submissions/N-7KM-4QX"


async def test_their_own_words_come_first_and_unchanged(desk: Desk, office: Office) -> None:
    await office.need(language="ar", story=ARABIC)
    text = (await desk.get(PATH)).text
    assert f'<blockquote class="story theirs" lang="ar" dir="rtl" data-field="story">{ARABIC}</blockquote>' in text
    places = [text.index(f'id="{part}-title"') for part in ("words", "answers", "conversation", "state", "notes")]
    assert places == sorted(places)


async def test_answers_stand_in_the_readers_language(desk: Desk, office: Office) -> None:
    await office.need(language="ar", story=ARABIC)
    page = await desk.get(PATH)
    assert re.search(r'data-field="topic" data-value="MOB"><bdi>Getting around', page.text)
    await desk.post("/admin/language", {"csrf": page.csrf, "language": "de", "back": PATH})
    text = (await desk.get(PATH)).text
    assert '<html lang="de" dir="ltr">' in text
    for part in ("Unterwegs sein", "Kein passender Bus", "Diese Woche", "In eigenen Worten", "auf Arabisch", ARABIC):
        assert part in text, part


async def test_what_is_not_offered_any_more_keeps_its_label(desk: Desk, office: Office) -> None:
    told = [
        Answer("topic", "OLD", label="Hunting"),
        Answer("story", None),
        Answer("place", None),
        Answer("newer", "words"),
    ]
    await office.need(answers=told)
    text = (await desk.get(PATH)).text
    assert "<bdi>Hunting</bdi>" in text
    assert "not answered" in text
    assert "words" in text


async def test_markup_in_a_story_is_only_text(desk: Desk, office: Office) -> None:
    await office.need(story=NASTY, place=NASTY)
    for path in (PATH, "/admin/submissions", f"{PATH}/conversation", "/admin/submissions?place=<script>"):
        answer = await desk.get(path)
        assert answer.status == 200
        assert "<script>document" not in answer.text
        assert "<img" not in answer.text
        assert "49" not in re.sub(r"&#\d+;|\d{2,}:\d\d|[0-9a-f]{12,}", "", answer.text) or "7*7" in answer.text
        assert "default-src 'none'; script-src 'self'" in answer.headers["Content-Security-Policy"]


async def test_the_conversation_stands_as_it_was_read(desk: Desk, office: Office) -> None:
    await office.need()
    text = (await desk.get(PATH)).text
    speakers = re.findall(r'<li data-from="(\w+)"', text)
    assert speakers == ["bot", "person", "bot", "person"] or sorted(speakers) == ["bot", "bot", "person", "person"]
    assert "What do you need help with?" in text
    assert text.count("Getting around") >= 3  # the title, the answer, the button that was pressed


async def test_staff_are_told_that_several_read_what_they_write(desk: Desk, office: Office) -> None:
    first, second = "N-7KM-4QX", "N-222-222"
    await office.need(first, address="7:5")
    assert 'data-field="shared"' not in (await desk.get(PATH)).text
    await office.need(second, address="7:5#2")
    for reference in (first, second):
        assert 'data-field="shared" data-value="yes"' in (await desk.get(f"/admin/submissions/{reference}")).text


async def test_an_alarm_and_somebody_out_of_reach_are_said_on_top(desk: Desk, office: Office) -> None:
    await office.need()
    await office.rings("N-7KM-4QX", "person")
    await office.blocks("N-7KM-4QX")
    text = (await desk.get(PATH)).text
    assert 'data-field="alarm" data-value="person"' in text
    assert 'data-field="reachable" data-value="no"' in text
    assert "Alarm: asks for a human" in (await desk.get("/admin/submissions")).text
    async with office.database.read() as conn:
        assert len(await alarms.open_alarms(conn, 10)) == 1


# -- status ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", SETTABLE)
async def test_every_state_can_be_set_and_says_what_is_next(desk: Desk, office: Office, status: str) -> None:
    await office.need()
    saved = await desk.does("status", status=status, reason="because of the weather")
    assert (saved.status, saved.path) == (200, f"{PATH}?done=status")
    assert "The status is saved." in saved.text
    assert f'data-field="status" data-value="{status}"' in saved.text
    assert "because of the weather" in saved.text
    assert "Next:" in saved.text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": "nonsense"}, "Choose one of the listed states."),
        ({"status": ""}, "Choose one of the listed states."),
        ({"status": "erased"}, "Choose one of the listed states."),
        ({"status": "not_possible", "reason": "  "}, "Say why, for this status."),
        ({"status": "seen", "reason": "x" * (status_change.MOST + 1)}, "The reason has 1001 characters."),
    ],
)
async def test_a_status_that_cannot_be_says_why_and_keeps_what_was_typed(
    desk: Desk, office: Office, fields: dict[str, str], said: str
) -> None:
    await office.need()
    answer = await desk.does("status", **fields)
    assert (answer.status, said in answer.text) == (422, True)
    assert fields.get("reason", "").strip() in answer.text
    assert 'data-field="status" data-value="new"' in answer.text


async def test_who_takes_care_of_it(desk: Desk, office: Office) -> None:
    await office.need()
    await office.hire("jonas@example.org")
    assert "It is saved" in (await desk.does("assign", email=KRISTINA)).text
    assert f'data-field="assignee" data-value="{KRISTINA}"' in (await desk.get(PATH)).text
    assert (await desk.does("assign", email="Jonas@example.org")).status == 200
    assert (await desk.does("assign", email="")).status == 200
    wrong = await desk.does("assign", email="nobody@example.org")
    assert (wrong.status, "Nobody with this address" in wrong.text) == (422, True)


# -- two at once ----------------------------------------------------------------------------------


async def test_a_stale_form_says_who_changed_what_and_keeps_what_was_typed(desk: Desk, office: Office) -> None:
    await office.need()
    mine = await desk.get(PATH)
    await office.hire("jonas@example.org")
    async with Desk(office) as other:
        await other.sign_in("jonas@example.org")
        await other.does("status", status="accepted")
    fields = {
        "csrf": mine.csrf,
        "version": mine.hidden("version"),
        "status": "referred_sent",
        "reason": "to the <b>bus</b>",
    }
    stale = await desk.post(f"{PATH}/status", fields)
    assert stale.status == 409
    for part in (
        "jonas@example.org changed this today 11:00",
        "Status: Accepted",
        "You wanted: Passed on",
        "to the &lt;b&gt;bus",
    ):
        assert part in stale.text, part
    again = {
        "csrf": stale.csrf,
        "version": stale.hidden("version"),
        "status": stale.hidden("status"),
        "reason": "to the bus",
    }
    saved = await desk.post(f"{PATH}/status", again)
    assert 'data-field="status" data-value="referred_sent"' in saved.text
    assert "Accepted" in saved.text  # in the history: nobody's change is lost


@pytest.mark.parametrize(("action", "fields"), [
    ("assign", {"email": KRISTINA}),
    ("translation", {"text": "ten minutes of work", "language": "en"}),
])  # fmt: skip
async def test_other_forms_go_stale_too(desk: Desk, office: Office, action: str, fields: dict[str, str]) -> None:
    await office.need(language="ar", story=ARABIC)
    old = (await desk.get(PATH)).hidden("version")
    await desk.does("translation", text="No bus.", language="en")
    await desk.does("assign", email="")
    stale = await desk.does(action, version=old, **fields)
    assert (stale.status, "given" in stale.text or "Who takes care" in stale.text) == (409, True)
    assert fields.get("text", KRISTINA) in stale.text
    assert (await desk.does(action, version="nonsense", **fields)).status == 409


# -- words ----------------------------------------------------------------------------------------


async def test_a_note_is_for_colleagues(desk: Desk, office: Office) -> None:
    await office.need()
    saved = await desk.does("notes", text="Ask the parish.\nThey have a <van>.")
    assert "They have a &lt;van&gt;." in saved.text
    assert (await desk.does("notes", text="  \n ")).status == 422


async def test_a_note_of_a_hundred_thousand_letters_comes_back_with_a_word_about_it(desk: Desk, office: Office) -> None:
    await office.need()
    for letter in ("a", "ع"):
        answer = await desk.does("notes", text=letter * 100_000)
        assert answer.status == 422
        assert f"The note has 100000 characters. At most {note_add.MOST} can be saved." in answer.text
        assert letter * 100_000 in answer.text
    huge = await desk.does("notes", text="a" * 1_100_000)
    assert (huge.status, "too much at once" in huge.text) == (413, True)
    assert 'data-field="note"' not in (await desk.get(PATH)).text


async def test_a_translation_stands_below_the_words_with_its_author(desk: Desk, office: Office) -> None:
    await office.need(language="ar", story=ARABIC)
    assert (await desk.does("translation", text=" ")).status == 422
    assert (await desk.does("translation", text="x" * 20_001)).status == 422
    saved = await desk.does("translation", text="There is no bus.")
    assert ARABIC in saved.text
    assert re.search(
        r'data-field="translation">There is no bus.</div>\s*<p class="muted">Translated by kristina', saved.text
    )


# -- write to the person --------------------------------------------------------------------------


async def test_a_message_waits_goes_out_and_its_answer_comes_back(desk: Desk, office: Office) -> None:
    await office.need()
    sent = await desk.does("messages", text="Can you be there at 9?", language="en")
    assert "Your message is on its way." in sent.text
    [message] = map(int, re.findall(r'data-message="(\d+)"', sent.text))
    assert f'data-state="waiting" data-message="{message}"' in sent.text
    await office.delivers("N-7KM-4QX", message)
    watched = await desk.get(f"{PATH}/conversation?replies=0", headers=HTMX)
    assert f'data-state="sent" data-message="{message}"' in watched.text
    await office.replies("N-7KM-4QX", message, "Yes, I can <come>.")
    watched = await desk.get(f"{PATH}/conversation?replies=0", headers=HTMX)
    assert "1 new message from the person." in watched.text
    filed = watched.text[watched.text.index(f'data-message="{message}"') :]
    assert "Yes, I can &lt;come&gt;." in filed
    seen = re.search(r'hx-get="([^"]+)"', watched.text)
    assert seen is not None
    nothing = await desk.get(seen[1].replace("&amp;", "&"), headers=HTMX)
    assert (nothing.status, nothing.text) == (204, "")


@pytest.mark.parametrize(
    ("outcome", "reason", "said"),
    [("parked", "too_long", "not sent: it was too long"), ("gone", "blocked", "not sent: the person cannot be reached"),
     ("parked", "unheard_of", "not sent: the app gave another reason")],
)  # fmt: skip
async def test_what_was_not_sent_says_why(desk: Desk, office: Office, outcome: str, reason: str, said: str) -> None:
    await office.need()
    sent = await desk.does("messages", text="Hello", language="en")
    [message] = map(int, re.findall(r'data-message="(\d+)"', sent.text))
    await office.delivers("N-7KM-4QX", message, outcome, reason)
    assert said in (await desk.get(PATH)).text


async def test_a_form_that_is_sent_twice_counts_once(desk: Desk, office: Office) -> None:
    await office.need()
    for nonce in ("n" * 64, "a b ü"):
        for _ in range(2):
            assert (await desk.does("messages", text="Hello", language="en", nonce=nonce)).status == 200
            assert (await desk.does("notes", text="A note", nonce=nonce)).status == 200
    text = (await desk.get(PATH)).text
    assert (text.count("data-message="), text.count('data-field="note"')) == (2, 2)


async def test_a_message_that_cannot_be_sent_comes_back(desk: Desk, office: Office) -> None:
    await office.need()
    assert (await desk.does("messages", text=" ")).status == 422
    answer = await desk.does("messages", text="x" * (message_send.MOST + 1), language="ar")
    assert (answer.status, "x" * (message_send.MOST + 1) in answer.text) == (422, True)
    assert '<option value="ar" selected>' in answer.text
    assert "data-message" not in answer.text


async def test_an_unknown_language_is_the_persons_own(desk: Desk, office: Office) -> None:
    await office.need(language="ar", story=ARABIC)
    sent = await desk.does("messages", text="مرحبا", language="zz-nonsense")
    assert '<div class="theirs" lang="ar" dir="rtl">مرحبا</div>' in sent.text


async def test_what_was_erased_leaves_the_open_page(desk: Desk, office: Office) -> None:
    await office.need()
    gone = await desk.get("/admin/submissions/N-222-222/conversation", headers=HTMX)
    assert (gone.status, "deleted" in gone.text) == (200, True)


async def test_earlier_messages_are_a_link_away(desk: Desk, office: Office) -> None:
    await office.need()
    member = await office.hire("jonas@example.org")
    async with office.database.write() as conn:
        for number in range(12):
            one = await casework.write_message(
                conn, "N-7KM-4QX", f"Message {number}", "en", str(number), member, office.now()
            )
    await office.delivers("N-7KM-4QX", one)
    for number in range(12):
        await office.replies("N-7KM-4QX", one, f"Answer {number}")
    short = await desk.get(PATH)
    earlier = re.search(r'<a href="([^"]+)">Show earlier', short.text)
    assert earlier is not None
    assert "What do you need help with?" not in short.text
    whole = await desk.get(earlier[1].partition("#")[0].replace("&amp;", "&"))
    assert "What do you need help with?" in whole.text
    async with office.database.read() as conn:
        assert await staff.by_email(conn, "jonas@example.org") is not None


# -- how long it is kept --------------------------------------------------------------------------


async def test_how_long_it_is_kept_and_twice_longer_with_a_reason(desk: Desk, office: Office) -> None:
    """R-40: the countdown, the reason in the history, and a plain no the third time."""
    await office.need()
    await desk.does("status", status="done", reason="helped")
    shown = await desk.get(PATH)
    assert 'data-field="keep_until" data-value="2027-11-25"' in shown.text
    assert "365 days left" in shown.text
    assert "2 more times" in shown.text
    empty = await desk.does("keep", reason="  ")
    assert (empty.status, "Say why it has to be kept longer." in empty.text) == (422, True)
    once = await desk.does("keep", reason="The office asks again")
    assert (once.status, once.path) == (200, f"{PATH}?done=keep")
    assert "It is kept longer." in once.text
    assert 'data-value="2028-11-24"' in once.text
    assert re.search(
        r'data-field="event" data-value="kept".*?kept longer.*?The office asks again', once.text, re.DOTALL
    )
    twice = await desk.does("keep", reason="and again")
    assert "That is the most." in twice.text
    assert f'action="{PATH}/keep"' not in twice.text
    third = await desk.does("keep", reason="once more")
    assert (third.status, "It was kept longer twice already." in third.text) == (422, True)
    stale = await desk.does("status", status="seen", version="1")
    assert "kept longer" in stale.text
    assert (await desk.does("keep", reason="x" * 1001)).status == 422


async def test_what_a_person_put_right_stands_beside_what_it_was(desk: Desk, office: Office) -> None:
    told = [Answer("urgency", "month"), Answer("story", ARABIC), Answer("knows", "not_yet")]
    held = await office.need(language="ar", answers=told)
    async with office.database.write() as conn:
        put_right = Correct("N-7KM-4QX", (Answer("urgency", "today"), Answer("story", NASTY)), "U1")
        assert await rights.correct(conn, held, put_right, office.now())
    text = (await desk.get(PATH)).text
    assert re.search(r'data-field="urgency" data-value="today"><bdi>Today or tomorrow', text)
    earlier = re.findall(r'data-field="earlier">([^<]*)', text)
    assert [ARABIC in earlier[0], "This month" in earlier[1]] == [True, True]
    assert 'data-field="event" data-value="corrected" data-from="person"' in text
    assert re.search(r'data-field="inform">.*tell them by', text)
    assert "<script>document" not in text
    async with office.database.write() as conn:
        await casework.withdraw(conn, held, Withdraw("N-7KM-4QX"), office.now())
    assert 'data-field="inform"' not in (await desk.get(PATH)).text
