"""The panel, with one member of staff signed in."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.admin.given import Desk, Office, open_office


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    async with open_office(database) as opened:
        yield opened


@pytest.fixture
async def desk(office: Office) -> AsyncIterator[Desk]:
    """Kristina, a caseworker, is signed in."""
    member = await office.hire()
    async with Desk(office) as at:
        await at.take_seat(member)
        yield at
