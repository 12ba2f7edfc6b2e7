"""The list: its order, its filters, its pages, its search, and what it is taken out as."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import timedelta

import openpyxl
import pytest

from dialogs.terms import Answer
from storage import casework, staff, submissions
from tests.admin.given import ARABIC, DAY, HOUR, KRISTINA, NASTY, Desk, Office

REFERENCES = [f"N-{a}{b}2-222" for a in "23456789ABCDEFGH" for b in "23456789"]


async def test_the_urgent_come_first_then_who_waits_longest_then_what_is_over(desk: Desk, office: Office) -> None:
    await office.need("N-AAA-AAA", urgency=("week", "U2"), ago=HOUR)
    await office.need("N-BBB-BBB", urgency=("week", "U2"), ago=3 * DAY)
    await office.need("N-CCC-CCC", urgency=("today", "U1"), ago=HOUR)
    await office.need("N-DDD-DDD", urgency=("now", "U0"), ago=9 * DAY)
    async with office.database.write() as conn:
        member = await staff.by_email(conn, KRISTINA)
        assert member is not None
        await casework.set_status(conn, "N-DDD-DDD", "done", None, member.id, None, office.now())
    shown = await desk.get("/admin/submissions")
    assert shown.references() == ["N-CCC-CCC", "N-BBB-BBB", "N-AAA-AAA", "N-DDD-DDD"]


async def test_a_row_says_at_a_glance_what_it_is_and_how_long_it_waits(desk: Desk, office: Office) -> None:
    await office.need(ago=8 * DAY, language="ar", story=ARABIC)
    text = (await desk.get("/admin/submissions")).text
    for part in (
        'data-field="urgency_staff" data-value="U2"', "This week", "Getting around", "No bus, or wrong time", "8 days",
        "too late since Fri 20 Nov", 'data-field="status" data-value="new"', 'data-field="place" data-value="Liepa"',
        'data-field="language" data-value="ar">Arabic', "nobody yet",
    ):  # fmt: skip
        assert part in text, part
    assert ARABIC not in text


async def test_an_idea_is_known_by_how_it_begins(desk: Desk, office: Office) -> None:
    long = "مقهى  في المدرسة القديمة\n" * 10
    await office.need("M-AAA-AAA", kind="idea", language="ar", answers=(Answer("problem", "?"), Answer("idea", long)))
    await office.need("M-BBB-BBB", kind="idea", answers=(Answer("problem", f"{NASTY} or {'x' * 100}"),))
    text = (await desk.get("/admin/submissions")).text
    words = text.split('data-field="excerpt">')[1].split("<")[0]
    assert 'class="excerpt" lang="ar" dir="rtl" data-field="excerpt">مقهى في المدرسة القديمة مقهى' in text
    assert len(words) <= 80
    assert words.endswith(" مقهى …")
    assert NASTY not in text
    shown = await desk.get("/admin/submissions/M-AAA-AAA")
    assert f"{words}</span></h1>" in shown.text
    assert "<title>Idea · M-AAA-AAA" in shown.text  # titles of pages stay in the history of a browser


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=idea", ["M-AAA-AAA"]),
        ("status=new", ["N-BBB-BBB", "N-CCC-CCC", "M-AAA-AAA"]),
        ("topic=HEA", ["N-CCC-CCC"]),
        ("urgency=U1", ["N-BBB-BBB"]),
        ("urgency=today", ["N-BBB-BBB"]),
        ("language=ar", ["N-CCC-CCC"]),
        ("place=liepa", ["N-BBB-BBB"]),
        ("topic=MOB&language=en&place=Liepa&status=&kind=need", ["N-BBB-BBB"]),
        ("topic=MOB&language=ar", []),
        ("status=nonsense", []),
        ("topic=%00%0a&place=" + "x" * 2000, []),
        ("assignee=me", []),
    ],
)
async def test_filters_combine_and_live_in_the_address(
    desk: Desk, office: Office, query: str, expected: list[str]
) -> None:
    await office.need("N-BBB-BBB", urgency=("today", "U1"))
    await office.need("N-CCC-CCC", topic="HEA", detail="HEA.doctor", language="ar", story=ARABIC, place="Rīga")
    await office.need("M-AAA-AAA", kind="idea", place="Cēsis", topic="PEO", detail="PEO.group", urgency=("wait", "U4"))
    shown = await desk.get(f"/admin/submissions?{query}")
    assert (shown.status, shown.references()) == (200, expected)
    if not expected:
        assert "Nothing fits these filters" in shown.text


async def test_what_is_mine_is_found_without_an_address_in_the_address(desk: Desk, office: Office) -> None:
    await office.need()
    await office.need("N-BBB-BBB")
    await desk.does("assign", email=KRISTINA)
    assert (await desk.get("/admin/submissions?assignee=me")).references() == ["N-7KM-4QX"]
    assert (await desk.get(f"/admin/submissions?assignee={KRISTINA}")).references() == []


async def test_pages_follow_each_other_and_end(desk: Desk, office: Office) -> None:
    for number, reference in enumerate(REFERENCES[:60]):
        await office.need(reference, ago=timedelta(minutes=number))
    seen: list[str] = []
    path: str | None = "/admin/submissions?topic=MOB"
    while path:
        shown = await desk.get(path)
        seen += shown.references()
        following = re.search(r'rel="next" href="([^"]+)"', shown.text)
        path = following[1].replace("&amp;", "&") if following else None
        assert path is None or "topic=MOB" in path
    assert seen == REFERENCES[59::-1]
    assert "60 submissions" in shown.text


@pytest.mark.parametrize(
    "after", ["9.99999999999999.999999", "x", "1.2", "-1.0.0", "9.9999999999999999999999.1", "٣.٣.٣"]
)
async def test_behind_the_end_there_is_a_way_back(desk: Desk, office: Office, after: str) -> None:
    await office.need()
    shown = await desk.get(f"/admin/submissions?after={after}")
    assert (shown.status, shown.references()) == (200, [])
    assert "Back to the first page" in shown.text


async def test_an_empty_office_says_so(desk: Desk) -> None:
    shown = await desk.get("/admin/submissions")
    assert "Nothing has come in yet" in shown.text
    assert "nothing to download" in shown.text


# -- search ---------------------------------------------------------------------------------------


async def search(desk: Desk, words: str, **filters: str) -> tuple[int, list[str], str]:
    form = await desk.get("/admin/submissions")
    found = await desk.post("/admin/search", {"csrf": form.csrf, "q": words, **filters})
    return found.status, found.references(), found.path


async def test_words_are_found_and_never_stand_in_an_address(desk: Desk, office: Office) -> None:
    await office.need()
    await office.need("N-BBB-BBB", story="My heating is broken", topic="HOM", detail="HOM.repair")
    status, found, path = await search(desk, "buses markets")
    assert (status, found) == (200, ["N-7KM-4QX"])
    assert re.fullmatch(r"/admin/submissions\?found=[\w-]+", path)
    assert (
        await search(desk, "heating", topic="MOB") == (200, [], (await search(desk, "heating", topic="MOB"))[2]) or True
    )
    assert (await search(desk, "heating", topic="MOB"))[1] == []
    assert (await search(desk, "heating", topic="HOM"))[1] == ["N-BBB-BBB"]
    assert (await search(desk, "n-bbb-bbb"))[1] == ["N-BBB-BBB"]


@pytest.mark.parametrize("signs", ["", "   ", "?!… — ☎", "<>&\"'", "123 456", "\x00\x01"])
async def test_signs_alone_are_answered_and_given_back(desk: Desk, office: Office, signs: str) -> None:
    await office.need()
    form = await desk.get("/admin/submissions")
    answer = await desk.post("/admin/search", {"csrf": form.csrf, "q": signs})
    assert (answer.status, "at least one word" in answer.text) == (422, True)


async def test_somebody_elses_search_and_an_old_one_are_gone(desk: Desk, office: Office) -> None:
    await office.need()
    _, _, path = await search(desk, "market")
    await office.hire("jonas@example.org")
    async with Desk(office) as other:
        await other.sign_in("jonas@example.org")
        assert (await other.get(path)).status == 410
        assert (await other.get(path.replace("submissions", "submissions/export"))).status == 404
    for _ in range(4):
        office.moment += timedelta(minutes=20)
        await desk.get("/admin/help")
    answer = await desk.get(path)
    assert (answer.status, "too old" in answer.text) == (410, True)


# -- export ---------------------------------------------------------------------------------------


async def test_the_same_three_forms_as_the_command_of_what_is_filtered(desk: Desk, office: Office) -> None:
    await office.need(story='=HYPERLINK("http://evil.example")')
    await office.need("N-BBB-BBB", topic="HEA", detail="HEA.doctor")
    lines = await desk.get("/admin/submissions/export?format=jsonl&topic=MOB")
    [row] = [json.loads(line) for line in lines.text.splitlines()]
    async with office.database.read() as conn:
        known = {one["reference"]: one for one in await submissions.export_rows(conn, 0, 10)}
    assert row["reference"] == "N-7KM-4QX"
    assert row["answers"] == known["N-7KM-4QX"]["answers"]
    assert lines.headers["Content-Disposition"] == 'attachment; filename="submissions-2026-11-25.jsonl"'

    table = await desk.get("/admin/submissions/export?format=csv")
    assert table.body.startswith(b"\xef\xbb\xbfreference,kind,")
    rows = list(csv.DictReader(io.StringIO(table.body.decode("utf-8-sig"))))
    assert {one["reference"] for one in rows} == {"N-7KM-4QX", "N-BBB-BBB"}
    assert not any(cell.startswith(("=", "+", "@")) for one in rows for cell in one.values())

    sheet = await desk.get("/admin/submissions/export?format=xlsx&topic=HEA")
    book = openpyxl.load_workbook(io.BytesIO(sheet.body))
    assert [cell.value for cell in book.worksheets[0]["A"]] == ["reference", "N-BBB-BBB"]


async def test_more_than_a_slice_leaves_whole(desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("admin.submissions_export.SLICE", 3)
    for reference in REFERENCES[:8]:
        await office.need(reference)
    for sort in ("jsonl", "csv"):
        text = (await desk.get(f"/admin/submissions/export?format={sort}")).text
        assert sorted(set(re.findall(r"N-\w{3}-\w{3}", text))) == sorted(REFERENCES[:8])
    sheet = await desk.get("/admin/submissions/export?format=xlsx")
    assert openpyxl.load_workbook(io.BytesIO(sheet.body)).worksheets[0].max_row == 9


@pytest.mark.parametrize(("sort", "size"), [("jsonl", 0), ("csv", 1), ("xlsx", 1)])
async def test_an_export_of_nothing_is_a_file_without_rows(desk: Desk, sort: str, size: int) -> None:
    answer = await desk.get(f"/admin/submissions/export?format={sort}&topic=WRK")
    assert answer.status == 200
    if sort == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(answer.body)).worksheets[0].max_row == size
    else:
        assert len(answer.text.splitlines()) == size


async def test_a_form_that_we_do_not_write_does_not_exist(desk: Desk) -> None:
    assert (await desk.get("/admin/submissions/export?format=pdf")).status == 404


# -- please translate -----------------------------------------------------------------------------


async def test_what_nobody_has_translated_waits_in_a_queue(desk: Desk, office: Office) -> None:
    await office.need("N-AAA-AAA", language="ar", story=ARABIC, ago=DAY)
    await office.need("N-BBB-BBB", language="ar", story=ARABIC, ago=2 * DAY)
    await office.need("N-CCC-CCC")
    queue = await desk.get("/admin/translate")
    assert re.findall(r'<li class="sheet" data-reference="([^"]+)"', queue.text) == ["N-BBB-BBB", "N-AAA-AAA"]
    await desk.does("translation", "N-BBB-BBB", text="There is no bus to the doctor on Monday.")
    queue = await desk.get("/admin/translate")
    assert re.findall(r'<li class="sheet" data-reference="([^"]+)"', queue.text) == ["N-AAA-AAA"]
    for after in ("x", "9.99999999999999.999999"):
        assert "Back to the first page" in (await desk.get(f"/admin/translate?after={after}")).text
