"""Hiding a part, showing it again, deleting it for good: by forms alone, each with its own right."""

from __future__ import annotations

from sqlalchemy import select

from storage.masks import BAR, GONE
from storage.tables import submissions
from storage.tables_audit import audit_entries
from tests.admin.given import STORY, Desk, Office
from tests.numbers import CARD, IDS

PATH = "/admin/submissions/N-7KM-4QX"
NUMBER = IDS["EE"]
WITH_NUMBER = f"{STORY} My number is {NUMBER}."


async def test_a_number_is_pointed_out_and_hidden_with_one_tap(desk: Desk, office: Office) -> None:
    await office.need(story=WITH_NUMBER)
    page = await desk.get(PATH)
    assert 'data-field="suggestion" data-value="id"' in page.text
    assert "This may be an ID number (EE, LT):" in page.text
    assert f"{PATH}/redact" not in page.text  # a caseworker hides, and no more
    done = await desk.post(f"{PATH}/hide", {"csrf": page.csrf, "part": NUMBER})
    assert (done.status, done.path) == (200, f"{PATH}?done=hide")
    assert "The part is hidden." in done.text
    assert (NUMBER in done.text, 'data-field="suggestion"' in done.text) == (False, False)
    assert f"{STORY} My number is {BAR}." in done.text
    assert NUMBER not in (await desk.get("/admin/submissions/export?format=csv")).text
    [mask] = [part.split('"')[0] for part in done.text.split('data-field="mask" data-value="')[1:]]
    for address in ("show", "redact"):
        refused = await desk.post(f"{PATH}/{address}", {"csrf": page.csrf, "mask": mask, "sure": "1", "reason": "x"})
        assert refused.status == 403
    async with Desk(office) as boss:
        await boss.take_seat(await office.hire("boss@example.org", "coordinator"))
        shown = await boss.get(PATH)
        assert NUMBER not in shown.text  # hidden from all, until it is shown again
        assert (await boss.post(f"{PATH}/show", {"csrf": shown.csrf, "mask": "999"})).status == 422
        shown = await boss.post(f"{PATH}/show", {"csrf": shown.csrf, "mask": mask})
    assert ("The part can be read again." in shown.text, NUMBER in shown.text) == (True, True)
    async with office.database.read() as conn:
        noted = list(await conn.scalars(select(audit_entries.c.action).order_by(audit_entries.c.id)))
    assert [action for action in noted if action in ("mask", "unmask")] == ["mask", "unmask"]


async def test_deleting_for_good_asks_first_and_wants_a_reason(office: Office) -> None:
    await office.need(story=f"{STORY} {CARD} and {NUMBER}")
    async with Desk(office) as boss:
        await boss.take_seat(await office.hire("boss@example.org", "coordinator"))
        page = await boss.get(PATH)
        asked = await boss.post(f"{PATH}/redact", {"csrf": page.csrf, "part": CARD})
        assert (asked.status, 'data-field="times" data-value="2"' in asked.text) == (200, True)
        assert CARD in (await boss.get(PATH)).text
        again = await boss.post(f"{PATH}/redact", {"csrf": page.csrf, "part": CARD, "sure": "yes", "reason": " "})
        assert (again.status, "Say why." in again.text) == (422, True)
        done = await boss.post(f"{PATH}/redact", {"csrf": page.csrf, "part": CARD, "sure": "yes", "reason": "told"})
        assert "The part is gone for good." in done.text
        assert f"{STORY} {GONE} and {NUMBER}" in done.text
        # what is hidden is deleted without being shown
        hidden = await boss.post(f"{PATH}/hide", {"csrf": page.csrf, "part": NUMBER})
        [mask] = [part.split('"')[0] for part in hidden.text.split('data-field="mask" data-value="')[1:]]
        asked = await boss.post(f"{PATH}/redact", {"csrf": page.csrf, "mask": mask, "reason": "told"})
        assert (asked.hidden("mask"), NUMBER in asked.text) == (mask, False)
        done = await boss.post(f"{PATH}/redact", {"csrf": page.csrf, "mask": mask, "sure": "yes", "reason": "told"})
        assert f"{STORY} {GONE} and {GONE}" in done.text
        assert 'data-field="mask"' not in done.text
        assert (await boss.post(f"{PATH}/redact", {"csrf": page.csrf})).status == 422
    async with office.database.read() as conn:
        assert CARD not in repr(await conn.scalar(select(submissions.c.answers)))


async def test_what_cannot_be_hidden_says_why_and_keeps_what_was_typed(desk: Desk, office: Office) -> None:
    await office.need()
    page = await desk.get(PATH)
    for part, said in (("ab", "Write 3 to 500 characters."), ("nowhere at all", "These words stand nowhere here.")):
        answer = await desk.post(f"{PATH}/hide", {"csrf": page.csrf, "part": part, "reason": "because of canaries"})
        assert (answer.status, said in answer.text) == (422, True)
        assert f">{part}</textarea>" in answer.text
        assert "because of canaries" in answer.text


async def test_a_translation_with_a_hidden_part_is_not_written_over(desk: Desk, office: Office) -> None:
    await office.need(language="ar", story="قصة")
    await desk.does("translation", text="He lives with Gimpel", language="en")
    page = await desk.get(PATH)
    done = await desk.post(f"{PATH}/hide", {"csrf": page.csrf, "part": "Gimpel"})
    assert f"He lives with {BAR}" in done.text
    assert "Show it again before you change the translation." in done.text
    assert f'action="{PATH}/translation"' not in done.text
