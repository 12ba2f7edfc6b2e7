from __future__ import annotations

import asyncio
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.folder import FolderBusy
from bot.service import Service, running
from bot.starting import CannotStart
from dialogs.terms import Heard, Sort
from storage import inbox, outbox
from storage.inbox import Arrival
from tests.serving import free_port, settings

pytestmark = pytest.mark.usefixtures("log")


async def refusal(**more: object) -> str:
    """The one line that says why the service cannot start."""
    with pytest.raises(CannotStart) as why:
        async with running(settings(**more)):  # type: ignore[arg-type]
            pass
    line = str(why.value)
    assert "\n" not in line
    return line


async def test_a_port_in_use(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        line = await refusal(folder=tmp_path / "data", port=taken.getsockname()[1])
    assert "SEMPRE_PORT" in line


async def test_an_address_of_another_machine(tmp_path: Path) -> None:
    assert "SEMPRE_HOST" in await refusal(folder=tmp_path / "data", host="192.0.2.1")


async def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert "SEMPRE_DATA_DIR" in await refusal(folder=tmp_path / "file" / "data")


async def test_a_database_that_does_not_answer(tmp_path: Path) -> None:
    url = f"postgresql://somebody:secret@127.0.0.1:{free_port()}/none"
    line = await refusal(folder=tmp_path / "data", database_url=url)
    assert "SEMPRE_DATABASE_URL" in line
    assert "secret" not in line


async def test_the_key_of_another_database(tmp_path: Path) -> None:
    async with Service.quiet(settings(tmp_path / "data", data_key="11" * 32)) as service:
        await _hello(service)
    assert "SEMPRE_DATA_KEY" in await refusal(folder=tmp_path / "data", data_key="22" * 32)


async def test_a_second_service_on_the_same_folder(tmp_path: Path) -> None:
    async with running(settings(tmp_path / "data")):
        with pytest.raises(FolderBusy):
            async with running(settings(tmp_path / "data")):
                pass


async def test_without_channels_it_turns_what_is_due_and_nothing_else(tmp_path: Path) -> None:
    async with Service.quiet(settings(tmp_path / "data")) as service:
        assert await service.turn_all() == 0
        await _hello(service)
        async with service.on.database.read() as conn:
            assert await outbox.waiting(conn) == 1


async def _hello(service: Service) -> None:
    now = datetime.now(UTC)
    async with service.on.database.write() as conn:
        await inbox.put(conn, [Arrival("console", "me", "1", 1, Heard(Sort.HELLO, now))], now)
    assert await service.turn_all() == 1


async def test_a_part_that_ends_by_itself_ends_the_service(tmp_path: Path) -> None:
    """A supervisor starts it again; a service that is only half there would look alive."""
    async with running(settings(tmp_path / "data")) as service:
        service._begin("broken", _raises())
        with pytest.raises(LookupError):
            async with asyncio.timeout(2):
                await service.until_stopped()


async def _raises() -> None:
    raise LookupError


async def test_it_stops_when_asked(tmp_path: Path) -> None:
    async with running(settings(tmp_path / "data")) as service:
        service.stopping.set()
        async with asyncio.timeout(2):
            await service.until_stopped()
