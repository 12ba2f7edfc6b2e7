"""The languages of the panel: which are offered, how they name themselves, what says that they are drafts."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from admin import wording
from locales import languages, texts
from tests.admin.given import Desk, Office

ZONE = ZoneInfo("Europe/Vilnius")
WORDINGS = wording.load(ZONE)
OPTION = re.compile(r'<option value="(\w+)" lang="\1"(?: selected)?>([^<]+)</option>')


def test_a_language_is_offered_when_every_text_is_there_and_not_before(tmp_path: Path) -> None:
    whole = texts.po_path("lt", "staff").read_text(encoding="utf-8")
    there = texts.po_path("lt", "staff", tmp_path)
    there.parent.mkdir(parents=True)
    there.write_text(whole, encoding="utf-8")
    assert list(wording.load(ZONE, folder=tmp_path)) == ["en", "lt"]
    there.write_text(whole.replace('msgstr "Atsijungti"', 'msgstr ""'), encoding="utf-8")
    assert list(wording.load(ZONE, folder=tmp_path)) == ["en"]


async def test_each_names_itself_in_the_choice_and_says_that_it_is_a_draft(desk: Desk) -> None:
    offered = dict(OPTION.findall((await desk.get("/admin/submissions")).text))
    known = languages.known()
    assert offered.keys() == {code for code in known if texts.po_path(code, "staff").exists()} | {"en"}
    assert offered["en"] == "English"
    assert offered["lt"] == "Lietuvių (juodraštis)"
    assert all(name.startswith(known[code].name) for code, name in offered.items())
    assert all(name.endswith(")") == (code != "en") for code, name in offered.items())


async def test_the_account_page_says_that_nobody_has_read_a_draft(desk: Desk) -> None:
    page = await desk.get("/admin/account")
    assert WORDINGS["en"]("account.draft") not in page.text
    for one in WORDINGS.values():
        if one.draft:
            await desk.post("/admin/language", {"csrf": page.csrf, "language": one.language, "back": "/admin/account"})
            assert one("account.draft") in (await desk.get("/admin/account")).text


async def test_before_signing_in_the_language_of_the_browser_holds(office: Office) -> None:
    async with Desk(office, **{"Accept-Language": "lt-LT,lt;q=0.9"}) as stranger:
        assert '<html lang="lt" dir="ltr">' in (await stranger.get("/admin/sign-in")).text


@pytest.mark.parametrize(
    ("language", "days", "expected"),
    [
        ("lt", 1, "1 diena"),
        ("lt", 2, "2 dienos"),
        ("lt", 10, "10 dienų"),
        ("lt", 11, "11 dienų"),
        ("lt", 21, "21 diena"),
        ("lv", 10, "10 dienu"),
        ("lv", 21, "21 diena"),
        ("lv", 22, "22 dienas"),
        ("sv", 1, "1 dag"),
        ("sv", 2, "2 dagar"),
        ("et", 1, "1 päev"),
        ("et", 2, "2 päeva"),
        ("pl", 1, "1 dzień"),
        ("pl", 22, "22 dni"),
        ("fi", 1, "1 päivä"),
        ("fi", 2, "2 päivää"),
    ],
)
def test_each_counts_in_its_own_forms(language: str, days: int, expected: str) -> None:
    assert WORDINGS[language].span(timedelta(days=days)) == expected
