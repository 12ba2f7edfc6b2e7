"""R-28: a channel over others' machines without an entry in the list of processors."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot import processors
from bot.processors import PLATFORM
from bot.service import running
from bot.settings import Settings, WrongSettings
from storage import staff
from tests.command import sempre
from tests.serving import bot_api, get, settings

TOKEN = "123456:ABC-DEF"
TELEGRAM = """
[telegram]
name = "Messenger <Ltd>"
country = "AE"
contract = 2026-01-15
transfer = "standard contractual clauses"
"""


def given(folder: Path, text: str | None, **more: Any) -> Settings:
    folder.mkdir(exist_ok=True)
    if text is not None:
        (folder / processors.FILE).write_text(text, encoding="utf-8")
    return settings(folder, telegram_token=TOKEN, **more)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(WrongSettings) as wrong:
        processors.read(given(folder, text))
    [line] = wrong.value.lines
    assert line.startswith("SEMPRE_PROCESSORS: ")
    assert "Right would be" in line
    return line


def test_what_is_wrong_with_the_list_is_said_by_name(tmp_path: Path) -> None:
    assert "no TOML" in refused(tmp_path, "[telegram")
    assert "no channel 'fax'" in refused(tmp_path, TELEGRAM + '[fax]\nname = "x"')
    assert "[telegram] country" in refused(tmp_path, TELEGRAM.replace('"AE"', '"the Emirates"'))
    assert "[telegram] transfer" in refused(tmp_path, TELEGRAM.replace("transfer", "#"))
    with pytest.raises(WrongSettings, match="cannot be read"):
        processors.read(settings(tmp_path, processors=tmp_path / "nowhere.toml"))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (None, ("telegram",)),
        (TELEGRAM, ()),
        (TELEGRAM + "until = 2026-11-01", ("telegram",)),  # has ended
        (TELEGRAM.replace("2026-01-15", "2099-01-15"), ("telegram",)),  # has not begun
        (TELEGRAM + "until = 2099-11-01", ()),
    ],
)
def test_which_channels_lack_a_contract_that_holds(tmp_path: Path, text: str | None, missing: tuple[str, ...]) -> None:
    done = sempre(
        tmp_path, "doctor", data_dir=str(given(tmp_path / "var", text).data_dir),
        telegram_token=TOKEN, telegram_api_url="http://127.0.0.1:9",
    )  # fmt: skip
    assert ("telegram is on, and no contract is listed" in done.out) == bool(missing)
    assert ("processors every channel" in done.out) != bool(missing)


def test_mail_has_a_carrier_too(tmp_path: Path) -> None:
    on = given(tmp_path, TELEGRAM, smtp_url="smtp://mail.example.org")
    assert processors.unlisted(on, processors.read(on), date(2026, 11, 22)) == ("mail",)


def test_real_people_do_not_write_through_a_platform_that_nobody_looked_at(tmp_path: Path) -> None:
    def line(public_url: str | None, api: str) -> str | None:
        on = given(tmp_path, None, public_url=public_url, telegram_api_url=api)
        try:
            processors.insist(on, ("telegram",))
        except WrongSettings as wrong:
            return wrong.lines[0]
        return None

    assert "no entry that holds today" in (line("https://chat.example.org", f"https://{PLATFORM}") or "")
    assert line("https://chat.example.org", "https://bots.example.org") is None
    assert line("http://127.0.0.1:8080", f"https://{PLATFORM}") is None
    assert line(None, f"https://{PLATFORM}") is None


def test_serve_says_it_and_ends(tmp_path: Path) -> None:
    done = sempre(tmp_path, "serve", telegram_token=TOKEN, public_url="https://chat.example.org", port="0")
    assert done.code == 1
    assert done.err.splitlines()[-1].startswith("SEMPRE_PROCESSORS: ")


async def test_a_running_service_warns_in_the_log_and_on_the_panel(tmp_path: Path, log: io.StringIO) -> None:
    async with bot_api() as api, running(settings(tmp_path, api)) as service:
        [line] = [line for line in log.getvalue().splitlines() if "processor_unlisted" in line]
        assert '"channel": "telegram"' in line
        async with service.on.database.write() as conn:
            link = await staff.first_link(conn, service.on.now())
        at = f"http://127.0.0.1:{service.port}"
        jar = aiohttp.CookieJar(unsafe=True)  # the host is a number here
        async with aiohttp.ClientSession(at, cookie_jar=jar, headers={"Origin": at}) as browser:
            form = await (await browser.get("/admin/sign-in", params={"link": link or ""})).text()
            [csrf] = re.findall(r'name="csrf" value="(.+?)"', form)
            answer = await browser.post("/admin/sign-in", data={"link": link, "csrf": csrf})
            assert "our list of processors lacks it" in await answer.text()


async def test_the_privacy_notice_names_who_carries_messages(tmp_path: Path) -> None:
    (tmp_path / processors.FILE).write_text(TELEGRAM, encoding="utf-8")
    async with bot_api() as api, running(settings(tmp_path, api)) as service:
        assert service.on.unlisted == ()
        _, said = await get(service.port, "/privacy?language=ar")
        assert "Messenger &lt;Ltd&gt;" in said
        assert "الإمارات" in said
