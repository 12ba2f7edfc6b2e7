"""What lies beyond one's own: cases of safeguarding, talks that hold more than one may see, opening with a reason."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from dialogs.terms import Answer, Submit
from storage import organisations, staff, submissions
from storage.tables import submissions as table
from storage.tables_audit import audit_entries
from tests.admin.given import HTMX, Desk, Office
from tests.pictures import jpeg

BUS = "N-7KM-4QX"
CASE = "N-777-777"
HOUR = timedelta(hours=1)
REASON = "She calls from the bus stop and is afraid."


async def _office(office: Office) -> int:
    """Kristina's colleague Mara is named for safeguarding."""
    async with office.database.write() as conn:
        mara = await staff.add(conn, "mara@example.org", "caseworker", office.now())
        await staff.name_for_safeguarding(conn, mara, True)
    return mara


async def _also_sends(office: Office, reference: str, **said: str) -> None:
    """The person of the first submission sends another one, in the same conversation."""
    office._held[reference] = held = office._held[BUS]
    answers = tuple(Answer(question, value) for question, value in said.items())
    sent = Submit(reference, "need", 2, "en", answers, "U1")
    async with office.database.write() as conn:
        await submissions.create(conn, held, sent, "telegram", office.now())


async def test_where_nobody_is_named_the_next_rung_sees_a_case(office: Office, desk: Desk) -> None:
    """Nobody may be lost: a case that nobody can see is worse than one that too many see."""
    await office.need(CASE, topic="SAF", detail="SAF.hurt")
    assert (await desk.get("/admin/submissions")).references() == [CASE]
    head = await office.hire("head@example.org", "coordinator")
    assert (await desk.get("/admin/submissions")).references() == []
    assert (await desk.get(f"/admin/submissions/{CASE}")).status == 404
    async with Desk(office) as at:
        await at.take_seat(head)
        assert (await at.get("/admin/submissions")).references() == [CASE]
        await _office(office)
        assert (await at.get("/admin/submissions")).references() == []


async def test_an_alarm_makes_a_case_and_a_human_says_that_it_is_none(office: Office, desk: Desk) -> None:
    mara = await _office(office)
    await office.need(BUS)
    assert (await desk.get(f"/admin/submissions/{BUS}")).status == 200
    await office.rings(BUS, "person")
    assert (await desk.get(f"/admin/submissions/{BUS}")).status == 200
    await office.rings(BUS, "hurt")
    await _also_sends(office, "N-222-222", topic="MON")
    assert (await desk.get(f"/admin/submissions/{BUS}")).status == 404
    assert (await desk.get("/admin/submissions")).references() == []
    gone = await desk.get(f"/admin/submissions/{BUS}/conversation", headers=HTMX)
    assert (gone.status, "bus" in gone.text) == (200, False)
    async with Desk(office) as at:
        await at.take_seat(mara)
        assert sorted((await at.get("/admin/submissions")).references()) == ["N-222-222", BUS]
        assert (await at.does("safeguarding", BUS, case="no", reason=" ")).status == 422
        done = await at.does("safeguarding", BUS, case="no", reason="A joke of the children, we talked.")
        assert (done.status, "no case of safeguarding" in done.text) == (200, True)
    shown = await desk.get(f"/admin/submissions/{BUS}")
    assert (shown.status, "bus" in shown.text) == (200, True)


async def test_whoever_makes_it_a_case_leaves_it_to_others(office: Office, desk: Desk) -> None:
    await _office(office)
    await office.need(BUS)
    stale = await desk.does("safeguarding", BUS, case="yes", reason="She fears her brother.", version="7")
    assert (stale.status, "Somebody was faster" in stale.text) == (409, True)
    done = await desk.does("safeguarding", BUS, case="yes", reason="She fears her brother.")
    assert (done.status, done.references(), "Staff for safeguarding go on" in done.text) == (200, [], True)


async def test_a_talk_is_hidden_where_it_holds_more_than_one_may_see(office: Office, desk: Desk) -> None:
    """Also its files, and also what the page asks for by itself."""
    mara = await _office(office)
    await office.need(BUS, story="The bus has gone.")
    assert "What do you need help with?" in (await desk.get(f"/admin/submissions/{BUS}")).text
    await _also_sends(office, CASE, topic="SAF", story="He beats me.")
    photo = await office.sends_file(CASE, jpeg())
    for more in ("", "/conversation", "?lines=all"):
        shown = await desk.get(f"/admin/submissions/{BUS}{more}")
        assert (shown.status, "What do you need help with?" in shown.text) == (200, False)
        assert 'data-field="talk" data-value="hidden"' in shown.text
    assert (await desk.get(f"/admin/submissions/{BUS}/files/{photo}")).status == 404
    async with Desk(office) as at:
        await at.take_seat(mara)
        assert (await at.get(f"/admin/submissions/{BUS}/files/{photo}")).status == 200


async def test_opened_with_a_reason_for_an_hour(office: Office, desk: Desk) -> None:
    await _office(office)
    async with office.database.write() as conn:
        caritas = await organisations.add(conn, "Caritas", "local", office.now())
        await organisations.take_places(conn, caritas, ["Heide"])
    await office.need(CASE, topic="SAF", detail="SAF.hurt", place="Heide")
    refused = await desk.get(f"/admin/submissions/{CASE}")
    assert (refused.status, "/admin/break-glass" in refused.text) == (404, True)
    form = await desk.get("/admin/break-glass")
    for reference, reason in ((CASE, "x"), (CASE, "x" * 1001), ("N-222-222", REASON), ("?", REASON)):
        wrong = await desk.post("/admin/break-glass", {"csrf": form.csrf, "reference": reference, "reason": reason})
        assert (wrong.status, reason in wrong.text) == (422, True)
    shown = await desk.post("/admin/break-glass", {"csrf": form.csrf, "reference": CASE.lower(), "reason": REASON})
    assert (shown.status, shown.path, "It closes at 12:00" in shown.text) == (200, f"/admin/submissions/{CASE}", True)
    assert "opened it with a reason" in shown.text
    assert (await desk.does("notes", CASE, text="Called her.")).status == 200
    assert (await desk.does("safeguarding", CASE, case="no", reason="I say so.")).status == 403
    assert (await desk.get("/admin/submissions")).references() == []
    async with Desk(office) as boss:
        await boss.take_seat(await office.hire("boss@example.org", "coordinator"))
        form = await boss.get("/admin/break-glass")
        shown = await boss.post("/admin/break-glass", {"csrf": form.csrf, "reference": CASE, "reason": REASON})
        assert (shown.status, "/redact" in shown.text) == (200, False)
        assert (await boss.does("redact", CASE, part="bus", reason="I say so.", sure="yes")).status == 403
    office.moment += HOUR
    async with Desk(office) as later, Desk(office) as officer:
        await later.take_seat(1)
        await officer.take_seat(await office.hire("dora@example.org", "data-protection-officer"))
        assert (await later.get(f"/admin/submissions/{CASE}")).status == 404
        listed = await officer.get("/admin/openings")
        assert (CASE in listed.text, REASON in listed.text, "kristina@example.org" in listed.text) == (True, True, True)
    async with office.database.read() as conn:
        of = await conn.scalar(select(table.c.id).where(table.c.reference == CASE))
        noted = audit_entries.c.action == "break_glass"
        assert list(await conn.scalars(select(audit_entries.c.submission_id).where(noted))) == [of, of]
