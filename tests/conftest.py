"""Strict logs, and both databases for real: a migrated one is made once, every test gets a copy of its own."""

from __future__ import annotations

import io
import logging
import os
import shutil
from collections.abc import AsyncIterator, Generator, Iterator
from itertools import count
from pathlib import Path

import pytest
import structlog

from bot import logs, readings
from bot.metrics import Metrics
from locales import topics
from storage.database import Database, open_database, upgrade
from storage.sealed import Keyring
from tests import canaries
from tests.postgres import Server

DATA_KEY = bytes(range(32))
DATABASES = ("sqlite", "postgresql")

_numbers = count(1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what the stories tell now into their files")


@pytest.fixture(autouse=True)
def log(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What is logged, as JSON lines. An unknown key, or a value that is no machine word, is an error in every test.

    So is whatever somebody said in the test, in a log or a figure.
    """
    canaries.begin()
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    logs.start(stream=stream, strict=True)
    yield stream
    structlog.reset_defaults()
    logging.captureWarnings(False)
    root.handlers[:] = before
    root.setLevel(level)
    came_out = canaries.leaks(stream.getvalue(), request.node.funcargs.get("tmp_path"))
    assert came_out + canaries.foreign(stream.getvalue()) == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What came to standard error is looked at too, as that of a process which a test started."""
    report = yield
    if report.when == "call" and report.passed and (came_out := list(canaries.found(report.capstderr))):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: {came_out} in standard error"
    return report


@pytest.fixture(scope="session", autouse=True)
def recognisers_loaded() -> None:
    """As `serve` loads them before its first turn. With lines counted that takes longer than a test would wait."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        for load in readings.loading(Metrics(), topics.suggest):
            load()


@pytest.fixture(scope="session")
def keyring() -> Keyring:
    return Keyring(DATA_KEY)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One server for each worker of pytest-xdist."""
    server = Server()
    try:
        yield server
    finally:
        server.stop(keep=False)


@pytest.fixture(scope="session")
def postgres_template(postgres: Server) -> str:
    postgres.run("CREATE DATABASE migrated")
    upgrade(postgres.url("migrated"))
    return "migrated"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "sempre.sqlite"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_file(sqlite_template: Path, tmp_path: Path) -> Path:
    """A migrated SQLite file of this test's own."""
    file = tmp_path / "sempre.sqlite"
    shutil.copy(sqlite_template, file)
    return file


@pytest.fixture
def postgres_url(postgres: Server, postgres_template: str) -> Iterator[str]:
    """A migrated PostgreSQL database of this test's own."""
    yield from _postgres_database(postgres, f"TEMPLATE {postgres_template}")


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database; the test runs on both."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('sqlite_file')}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables; the test runs on both."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite'}"
    else:
        yield from _postgres_database(request.getfixturevalue("postgres"), "TEMPLATE template0")


@pytest.fixture
async def database(database_url: str, keyring: Keyring) -> AsyncIterator[Database]:
    """A migrated database, open; the test runs on both."""
    opened = open_database(database_url, keyring)
    yield opened
    await opened.close()


def _postgres_database(server: Server, template: str) -> Iterator[str]:
    name = f"test{next(_numbers)}"
    server.run(f"CREATE DATABASE {name} {template}")
    yield server.url(name)
    server.run(f"DROP DATABASE {name} WITH (FORCE)")
