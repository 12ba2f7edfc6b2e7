"""`sempre staff add`, and the link that a first start prints."""

from __future__ import annotations

import asyncio
import re
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import keys
from bot.settings import Settings
from storage import passwords, staff
from storage.database import open_database
from storage.staff import Staff
from tests.bot.test_chat import serving
from tests.command import here, sempre

LINK = re.compile(r"^(http\S+)/admin/sign-in\?link=([\w-]{43})$", re.MULTILINE)


async def _spend(folder: Path, token: str) -> Staff | None:
    current = Settings(data_dir=folder / "var")
    database = open_database(current.database, keys.load(current).ring)
    try:
        async with database.write() as conn:
            return await staff.spend_link(conn, token, datetime.now(UTC))
    finally:
        await database.close()


def spend(folder: Path, out: str) -> Staff | None:
    found = LINK.search(out)
    assert found is not None
    return asyncio.run(_spend(folder, found[2]))


def test_an_account_and_a_link_that_works_once(tmp_path: Path) -> None:
    done = here(tmp_path, "staff", "add", "Ada@Example.org", "--role", "caseworker")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("ada@example.org works here now, as caseworker.\n")
    who = spend(tmp_path, done.out)
    assert who is not None
    assert (who.email, who.role, who.password_hash) == ("ada@example.org", "caseworker", None)
    assert spend(tmp_path, done.out) is None


def test_again_is_a_new_link(tmp_path: Path) -> None:
    words = ("staff", "add", "ada@example.org", "--role", "caseworker,administrator")
    first, again = here(tmp_path, *words), here(tmp_path, *words, public_url="https://sempre.example.org/")
    assert again.out.startswith("ada@example.org works here already, as caseworker,administrator.\n")
    assert "\nhttps://sempre.example.org/admin/sign-in?link=" in again.out
    assert spend(tmp_path, first.out) == spend(tmp_path, again.out)
    other = here(tmp_path, "staff", "add", "ada@example.org", "--role", "reader")
    assert (other.code, other.out) == (1, "")
    assert other.err == (
        "sempre: ada@example.org works here already, as caseworker,administrator. "
        "With --role caseworker,administrator you get a new link.\n"
    )


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_a_password(tmp_path: Path, ending: str) -> None:
    words = ("staff", "add", "ada@example.org", "--role", "reader", "--password-stdin")
    done = sempre(tmp_path, *words, stdin=f"Grüße aus Łódź{ending}")
    assert (done.code, done.err) == (0, "")
    who = spend(tmp_path, done.out)
    assert who is not None
    assert passwords.fits(who.password_hash, "Grüße aus Łódź")
    assert "Łódź" not in done.out


@pytest.mark.parametrize("password", ["", "short\n", "x" * 2000])
def test_a_password_of_no_good_length(tmp_path: Path, password: str) -> None:
    words = ("staff", "add", "ada@example.org", "--role", "reader", "--password-stdin")
    done = sempre(tmp_path, *words, stdin=password)
    assert done.code == 1
    assert done.err == "sempre: The password, one line of standard input, must have 8 to 1024 characters.\n"
    assert not list((tmp_path / "var").glob("*sqlite*"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nobody", "--role", "reader"), "EMAIL must be an e-mail address"),
        (("a b@example.org", "--role", "reader"), "EMAIL must be an e-mail address"),
        (("ada@example.org", "--role", "chief"), "ROLE is one of reader, caseworker, coordinator, analyst"),
        (("ada@example.org", "--role", ""), "ROLE is one of"),
        (("ada@example.org",), "--role"),
    ],
)
def test_wrong_usage(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    done = here(tmp_path, "staff", "add", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert not (tmp_path / "var").exists()


def test_the_first_start_prints_a_link_and_each_one_after_it(tmp_path: Path) -> None:
    outs = []
    for _ in range(2):
        with serving(tmp_path) as process:
            process.send_signal(signal.SIGTERM)
            outs.append(process.communicate(timeout=10)[0])
    links = [re.search(r"^  (http\S+)/admin/sign-in\?link=([\w-]{43})$", out, re.MULTILINE) for out in outs]
    assert all(links)
    who = asyncio.run(_spend(tmp_path, links[1][2] if links[1] else ""))
    assert who is not None
    assert who.roles == {"administrator", "caseworker"}


def test_beside_a_running_serve(tmp_path: Path) -> None:
    with serving(tmp_path) as process:
        done = sempre(tmp_path, "staff", "add", "ada@example.org", "--role", "reader")
        assert (done.code, done.err) == (0, "")
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=10)
