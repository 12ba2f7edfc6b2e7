"""Who gets in, for how long, and who does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage import guessing, staff
from tests.admin.given import HTMX, KRISTINA, PASSWORD, Desk, Office

MINUTE = timedelta(minutes=1)


async def test_nobody_sees_anything_before_signing_in(office: Office) -> None:
    await office.need()
    async with Desk(office) as at:
        for path in (
            "",
            "/submissions",
            "/submissions/N-7KM-4QX",
            "/submissions/export",
            "/translate",
            "/no-such-page",
        ):
            answer = await at.get(f"/admin{path}", follow=False)
            assert (answer.status, answer.headers["Location"].split("?")[0]) == (303, "/admin/sign-in"), path
            assert "N-7KM" not in answer.text


async def test_a_password_signs_in_and_leads_to_where_one_wanted(office: Office) -> None:
    await office.hire()
    await office.need()
    async with Desk(office) as at:
        form = await at.get("/admin/submissions/N-7KM-4QX")
        assert form.path.startswith("/admin/sign-in?next=")
        fields = {
            "csrf": form.csrf,
            "email": "  Kristina@Example.org ",
            "password": PASSWORD,
            "next": form.hidden("next"),
        }
        opened = await at.post("/admin/sign-in", fields)
        assert (opened.status, opened.path) == (200, "/admin/submissions/N-7KM-4QX")


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example", "//evil.example", "/admin//evil.example", "/other", "/admin/\\evil", ""]
)
async def test_signing_in_never_leads_elsewhere(office: Office, elsewhere: str) -> None:
    await office.hire()
    async with Desk(office) as at:
        form = await at.get("/admin/sign-in")
        fields = {"csrf": form.csrf, "email": KRISTINA, "password": PASSWORD, "next": elsewhere}
        answer = await at.post("/admin/sign-in", fields, follow=False)
        assert (answer.status, answer.headers["Location"]) == (303, "/admin/submissions")


@pytest.mark.parametrize(
    ("email", "password"), [(KRISTINA, "wrong"), ("nobody@example.org", PASSWORD), (KRISTINA, "x" * 5000)]
)
async def test_a_wrong_password_says_so_and_keeps_the_address(office: Office, email: str, password: str) -> None:
    await office.hire()
    async with Desk(office) as at:
        answer = await at.sign_in(email, password)
        assert answer.status == 401
        assert "do not fit together" in answer.text
        assert f'value="{email}"' in answer.text
        assert (await at.get("/admin/submissions", follow=False)).status == 303


async def test_an_empty_form_says_what_is_missing(office: Office) -> None:
    async with Desk(office) as at:
        assert (await at.sign_in("", "")).status == 422


async def test_who_was_switched_off_is_out_at_once(office: Office) -> None:
    member = await office.hire()
    async with Desk(office) as at:
        await at.sign_in()
        async with office.database.write() as conn:
            await staff.disable(conn, member, office.now())
        assert (await at.get("/admin/submissions", follow=False)).status == 303
        assert (await at.sign_in()).status == 401


async def test_a_link_is_spent_by_the_button_alone_and_once(office: Office) -> None:
    member = await office.hire()
    link = await office.link(member)
    async with Desk(office) as at, Desk(office) as other:
        for _ in range(3):  # programs that look at links beforehand
            form = await at.get(f"/admin/sign-in?link={link}")
            assert (form.status, KRISTINA in form.text) == (200, True)
        assert (await at.post("/admin/sign-in", {"csrf": form.csrf, "link": link})).path == "/admin/submissions"
        late = await other.get(f"/admin/sign-in?link={link}")
        assert late.status == 410
        assert (await other.post("/admin/sign-in", {"csrf": late.csrf, "link": link})).status == 410


async def test_a_link_of_sixteen_minutes_is_too_old(office: Office) -> None:
    link = await office.link(await office.hire())
    office.moment += 16 * MINUTE
    async with Desk(office) as at:
        assert (await at.get(f"/admin/sign-in?link={link}")).status == 410


async def test_a_link_for_somebody_without_a_password_leads_to_choosing_one(office: Office) -> None:
    async with office.database.write() as conn:
        member = await staff.add(conn, "new@example.org", "caseworker", office.now())
    link = await office.link(member)
    async with Desk(office) as at:
        form = await at.get(f"/admin/sign-in?link={link}")
        account = await at.post("/admin/sign-in", {"csrf": form.csrf, "link": link})
        assert account.path == "/admin/account"
        for password, again in (("short", "short"), ("x" * 201, "x" * 201), (PASSWORD, PASSWORD + "!")):
            wrong = await at.post("/admin/account", {"csrf": account.csrf, "password": password, "again": again})
            assert wrong.status == 422
        await at.post("/admin/account", {"csrf": account.csrf, "password": PASSWORD, "again": PASSWORD})
    async with Desk(office) as at:
        assert (await at.sign_in("new@example.org")).path == "/admin/submissions"


async def test_guessing_is_slowed_down_for_the_account_and_not_for_the_office(office: Office) -> None:
    await office.hire()
    await office.hire("jonas@example.org")
    async with Desk(office) as at:
        for _ in range(guessing.MOST):
            assert (await at.sign_in(KRISTINA, "guess")).status == 401
        refused = await at.sign_in(KRISTINA)
        assert (refused.status, refused.headers["Retry-After"]) == (429, "900")
    async with Desk(office) as other:
        assert (await other.sign_in("jonas@example.org")).status == 200
    office.moment += 16 * MINUTE
    async with Desk(office) as at:
        assert (await at.sign_in()).status == 200


async def test_right_passwords_do_not_count_as_guesses(office: Office) -> None:
    await office.hire()
    for _ in range(guessing.MOST + 2):
        async with Desk(office) as at:
            assert (await at.sign_in()).status == 200


# -- the session ----------------------------------------------------------------------------------


async def test_the_cookie_is_out_of_reach(office: Office) -> None:
    await office.hire()
    async with Desk(office) as at:
        form = await at.get("/admin/sign-in")
        answer = await at.post(
            "/admin/sign-in", {"csrf": form.csrf, "email": KRISTINA, "password": PASSWORD}, follow=False
        )
        cookie = answer.headers["Set-Cookie"]
        for part in ("sempre_staff=", "HttpOnly", "SameSite=Lax", "Path=/admin"):
            assert part in cookie
        assert "Secure" not in cookie


async def test_a_session_ends_when_idle_and_lives_while_used(desk: Desk, office: Office) -> None:
    for _ in range(4):
        office.moment += 20 * MINUTE
        assert (await desk.get("/admin/submissions")).path == "/admin/submissions"
    office.moment += 31 * MINUTE
    assert (await desk.get("/admin/submissions")).path.startswith("/admin/sign-in")


async def test_a_session_ends_after_twelve_hours_whatever_happens(desk: Desk, office: Office) -> None:
    for _ in range(36):
        office.moment += 20 * MINUTE
        answer = await desk.get("/admin/account")
    assert answer.path.startswith("/admin/sign-in")


async def test_what_the_page_asks_by_itself_keeps_nobody_signed_in(desk: Desk, office: Office) -> None:
    await office.need()
    office.moment += 29 * MINUTE
    assert (await desk.get("/admin/submissions/N-7KM-4QX/conversation", headers=HTMX)).status == 200
    office.moment += 2 * MINUTE
    ended = await desk.get("/admin/submissions/N-7KM-4QX/conversation", headers=HTMX)
    assert (ended.status, "signed out" in ended.text, "bus" in ended.text) == (401, True, False)


async def test_somebody_who_types_stays_signed_in(desk: Desk, office: Office) -> None:
    page = await desk.get("/admin/help")
    office.moment += 29 * MINUTE
    answer = await desk.post("/admin/session", {"csrf": page.csrf})
    assert answer.text == '{"left": 1800, "at": "11:59"}'


async def test_what_was_typed_comes_back_when_the_session_has_ended(desk: Desk, office: Office) -> None:
    await office.need()
    shown = await desk.get("/admin/submissions/N-7KM-4QX")
    office.moment += 31 * MINUTE
    fields = {"csrf": shown.csrf, "text": "Ten minutes of <b>work</b>", "nonce": "1"}
    answer = await desk.post("/admin/submissions/N-7KM-4QX/messages", fields)
    assert answer.status == 401
    assert "Ten minutes of &lt;b&gt;work&lt;/b&gt;" in answer.text


async def test_signing_out_ends_the_session_itself(desk: Desk, office: Office) -> None:
    page = await desk.get("/admin/help")
    [cookie] = [one.value for one in desk.cookies if one.key == "sempre_staff"]
    left = await desk.post("/admin/sign-out", {"csrf": page.csrf})
    assert "You are signed out" in left.text
    async with Desk(office, Cookie=f"sempre_staff={cookie}") as thief:
        assert (await thief.get("/admin/submissions", follow=False)).status == 303


async def test_a_role_that_reads_nothing_is_told_so(office: Office) -> None:
    await office.hire("ada@example.org", "administrator")
    await office.need()
    async with Desk(office) as at:
        answer = await at.sign_in("ada@example.org")
        assert (answer.status, answer.path, "administrator" in answer.text) == (200, "/admin/account", True)
        for path in ("submissions/N-7KM-4QX", "submissions/export", "translate", "submissions/N-7KM-4QX/conversation"):
            assert (await at.get(f"/admin/{path}")).status == 403
        assert (await at.get("/admin/help")).status == 200


async def test_a_reader_reads_and_changes_nothing(office: Office) -> None:
    await office.hire("rea@example.org", "reader")
    await office.need()
    async with Desk(office) as at:
        assert (await at.sign_in("rea@example.org")).status == 200
        shown = await at.get("/admin/submissions/N-7KM-4QX")
        assert shown.status == 200
        assert "/messages" not in shown.text
        for action in ("status", "notes", "assign", "messages", "translation"):
            fields = {"csrf": shown.csrf, "text": "x", "status": "seen", "email": "", "language": "en"}
            assert (await at.post(f"/admin/submissions/N-7KM-4QX/{action}", fields)).status == 403
        assert (await at.get("/admin/submissions/export")).status == 403
