"""What people sent, on the panel: shown where that is safe, else saved; for whom; and what is said while it is away."""

from __future__ import annotations

import re

import aiohttp
import pytest
from sqlalchemy import func, select

from bot.media import LARGEST
from storage import casework, files, tables
from tests.admin.given import KRISTINA, Answered, Desk, Office
from tests.pictures import SECRET, heic, jpeg, m4a, mp3, ogg, png, webm, webp

REFERENCE = "N-7KM-4QX"
PATH = f"/admin/submissions/{REFERENCE}"
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"


async def sent(office: Office, content: bytes | None, media: str = "photo") -> str:
    """A need, and a file that was added to it; gives its address."""
    await office.need()
    return f"{PATH}/files/{await office.sends_file(REFERENCE, content, media)}"


def guarded(answer: Answered) -> bool:
    """Whether no browser runs it, keeps it, or shows it on another site."""
    headers = answer.headers
    return (
        headers["X-Content-Type-Options"] == "nosniff"
        and headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        and headers["Cross-Origin-Resource-Policy"] == "same-origin"
        and headers["Cache-Control"] == "no-store"
    )


@pytest.mark.parametrize(
    ("content", "kind", "ending"),
    [
        (jpeg(), "image/jpeg", "jpg"), (png(), "image/png", "png"), (webp(), "image/webp", "webp"),
        (ogg(), "audio/ogg", "ogg"), (mp3(), "audio/mpeg", "mp3"), (m4a(), "audio/mp4", "m4a"),
        (webm(), "audio/webm", "webm"),
    ],
)  # fmt: skip
async def test_pictures_and_sound_are_shown(desk: Desk, office: Office, content: bytes, kind: str, ending: str) -> None:
    at = await sent(office, content)
    answer = await desk.get(at)
    number = at.rpartition("/")[2]
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert answer.headers["Content-Disposition"] == f'inline; filename="{REFERENCE}-{number}.{ending}"'
    assert guarded(answer)
    assert SECRET not in answer.body
    page = (await desk.get(PATH)).text
    tag = "img" if kind.startswith("image") else "audio"
    assert len(re.findall(rf'<{tag} [^>]*src="{at}"', page)) == 2  # with the words that were added, in the conversation
    assert "media-src 'self'" in (await desk.get(PATH)).headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (HTML, ""), (SVG, ""), (b"MZ\0", ""), (b"", ""), (b"%PDF-1.7", ".pdf"), (heic(), ".heic"),
        (b"GIF89a<script>", ".gif"), (m4a(b"vide"), ".mp4"), (b"RIFF\x24\0\0\0WAVEfmt ", ".wav"),
    ],
)  # fmt: skip
async def test_all_else_is_only_saved_whatever_it_says_it_is(
    desk: Desk, office: Office, content: bytes, ending: str
) -> None:
    at = await sent(office, content, "photo")
    answer = await desk.get(at)
    number = at.rpartition("/")[2]
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/octet-stream")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{REFERENCE}-{number}{ending}"'
    assert guarded(answer)
    assert SECRET not in answer.body
    page = (await desk.get(PATH)).text
    assert f'href="{at}" download' in page
    assert "<img" not in page
    assert "<audio" not in page
    assert "open it with care" in page


async def test_what_lies_in_the_database_under_a_wrong_type_is_saved_too(desk: Desk, office: Office) -> None:
    """Files of an earlier version carry the type that was claimed."""
    await office.need()
    for claimed in ("text/html", "image/svg+xml", "image/jpeg\r\nX: y", None):
        number = await office.sends_file(REFERENCE, None)
        async with office.database.write() as conn:
            await files.keep(conn, number, HTML, claimed, office.now())
        answer = await desk.get(f"{PATH}/files/{number}")
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert (answer.headers["Content-Type"], guarded(answer)) == ("application/octet-stream", True)


@pytest.mark.parametrize(
    ("asked", "status", "part", "said"),
    [
        ("bytes=0-", 206, slice(0, None), "bytes 0-{last}/{size}"),
        ("bytes=0-3", 206, slice(0, 4), "bytes 0-3/{size}"),
        ("bytes=100-99999999", 206, slice(100, None), "bytes 100-{last}/{size}"),
        ("bytes=-5", 206, slice(-5, None), "bytes {fifth}-{last}/{size}"),
        ("bytes=99999999-", 416, slice(0, 0), "bytes */{size}"),
        ("bytes=0-1,3-4", 200, slice(None), None),
        ("nonsense", 200, slice(None), None),
        ("bytes=9-1", 200, slice(None), None),
    ],
)
async def test_a_player_may_ask_for_a_part(
    desk: Desk, office: Office, asked: str, status: int, part: slice, said: str | None
) -> None:
    content = mp3()
    answer = await desk.get(await sent(office, content, "voice"), headers={"Range": asked})
    assert (answer.status, answer.body) == (status, content[part])
    assert int(answer.headers["Content-Length"]) == len(answer.body)
    size = len(content)
    expected = None if said is None else said.format(size=size, last=size - 1, fifth=size - 5)
    assert answer.headers.get("Content-Range") == expected


async def test_twenty_megabytes_come_whole(desk: Desk, office: Office) -> None:
    content = bytes(range(256)) * (LARGEST // 256)
    assert (await desk.get(await sent(office, content))).body == content


async def test_somebody_who_leaves_in_the_middle_breaks_nothing(desk: Desk, office: Office) -> None:
    at = await sent(office, bytes(LARGEST))
    async with aiohttp.ClientSession(office.url, cookie_jar=desk.cookies) as other, other.get(at) as answer:
        await answer.content.read(1000)
        answer.close()
    assert (await desk.get(at, headers={"Range": "bytes=0-3"})).status == 206


# -- where it is not here -------------------------------------------------------------------------


async def test_what_waits_and_what_failed_is_said_in_words(desk: Desk, office: Office) -> None:
    at = await sent(office, None, "voice")
    damaged = await office.sends_file(REFERENCE, jpeg()[:80])
    large = await office.sends_file(REFERENCE, bytes(LARGEST + 1), "video")
    other = await office.sends_file(REFERENCE, None, "document")
    async with office.database.write() as conn:
        await files.fail(conn, other, "LookupError", None)
    page = (await desk.get(PATH)).text
    for words in (
        "voice message: it is being fetched and not here yet", "photo: it could not be fetched, it is damaged",
        "video: it could not be fetched, it is too large",
        "document: it could not be fetched, the app gave another reason",
    ):  # fmt: skip
        assert page.count(words) == 2, words
    assert "/files/" not in page
    for number in (at.rpartition("/")[2], damaged, large, other):
        assert (await desk.get(f"{PATH}/files/{number}")).status == 404


async def test_a_file_that_arrives_shows_in_the_conversation(desk: Desk, office: Office) -> None:
    number = (await sent(office, None, "voice")).rpartition("/")[2]
    watch = re.search(r'data-hx-get="([^"]+)"', (await desk.get(PATH)).text)
    assert watch is not None
    asked = watch[1].replace("&amp;", "&")
    assert (await desk.get(asked)).status == 204
    async with office.database.write() as conn:
        await files.keep(conn, int(number), mp3(), "audio/mpeg", office.now())
    assert f'src="{PATH}/files/{number}"' in (await desk.get(asked)).text


async def test_with_a_reply_and_in_german(desk: Desk, office: Office) -> None:
    await office.need()
    async with office.database.write() as conn:
        message = await casework.write_message(conn, REFERENCE, "Where?", "en", "1", 1, office.now())
    await office.delivers(REFERENCE, message)
    number = await office.sends_file(REFERENCE, jpeg(), message=message)
    page = await desk.get(PATH)
    assert f'id="reply-{number}"' in page.text
    await desk.post("/admin/language", {"csrf": page.csrf, "language": "de", "back": PATH})
    assert 'alt="Foto von der Person"' in (await desk.get(PATH)).text


# -- by whom --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "status"),
    [("reader", 200), ("caseworker", 200), ("coordinator", 200), ("administrator", 403), ("analyst", 403)],
)
async def test_whoever_may_read_the_submission(office: Office, role: str, status: int) -> None:
    at = await sent(office, png())
    member = await office.hire("someone@example.org", role)
    async with Desk(office) as other:
        await other.take_seat(member)
        assert [(await other.get(path)).status for path in (PATH, at)] == [status, status]
        assert (SECRET in (await other.get(at)).body, b"IHDR" in (await other.get(at)).body) == (False, status == 200)


async def test_nobody_without_signing_in(office: Office) -> None:
    at = await sent(office, png())
    async with Desk(office) as stranger:
        answer = await stranger.get(at, follow=False)
        assert (answer.status, b"IHDR" in answer.body) == (303, False)


async def test_only_under_the_submission_that_it_came_with(desk: Desk, office: Office) -> None:
    at = await sent(office, png())
    number = at.rpartition("/")[2]
    await office.need("N-2PQ-6VB")
    wrong = [
        f"/admin/submissions/N-2PQ-6VB/files/{number}", f"/admin/submissions/N-222-222/files/{number}",
        f"{PATH}/files/0", f"{PATH}/files/{int(number) + 1}", f"{PATH}/files/-1", f"{PATH}/files/{'9' * 19}",
        f"{PATH}/files/x", f"{PATH}/files/{number}/", f"{PATH}/files/..%2f{number}",
    ]  # fmt: skip
    assert {(await desk.get(path)).status for path in wrong} == {404}


async def test_erasure_takes_the_content(desk: Desk, office: Office) -> None:
    at = await sent(office, png())
    assert (await desk.get(at)).status == 200
    await office.erases(REFERENCE)
    assert (await desk.get(at)).status == 404
    async with office.database.read() as conn:
        assert await conn.scalar(select(func.count()).select_from(tables.files)) == 0


async def test_read_is_offered_as_the_next_status_and_not_set(desk: Desk, office: Office) -> None:
    await office.need()
    page = (await desk.get(PATH)).text
    assert '<option value="seen" selected>' in page
    assert 'data-field="status" data-value="new"' in page
    await desk.does("status", status="accepted")
    assert '<option value="accepted" selected>' in (await desk.get(PATH)).text
    assert KRISTINA in (await desk.get(PATH)).text
