"""`sempre export submissions`: what was told, for other programs and for spreadsheets."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import secrets
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import IO

from bot import keys, settings
from bot.clock import clock
from bot.problem import Problem, WrongUsage
from storage import audit, exporting, submissions
from storage.database import Database, open_database
from storage.exporting import Row

PAGE = 500
"""Rows in memory at once."""


def run(arguments: argparse.Namespace) -> int:
    current = settings.load()
    if current.sqlite_file is not None and not current.sqlite_file.exists():
        raise Problem(f"There is no database at {current.sqlite_file} yet. Start `sempre serve` once, then export.")
    if arguments.format == "xlsx" and arguments.out is None and sys.stdout.isatty():
        raise WrongUsage("A spreadsheet cannot be shown in a terminal. Give it a file with --out FILE.")
    if arguments.out is not None:
        _outside(Path(arguments.out), current.data_dir)
    with _target(arguments.out) as file:
        asyncio.run(_export(current, exporting.WRITERS[arguments.format], file))
    if arguments.out is not None:
        lasting = "Delete it soon: what people have us delete from now on stays in it."
        print(f"{arguments.out} holds what people told, for everybody who can open it. {lasting}", file=sys.stderr)
    return 0


def _outside(path: Path, folder: Path) -> None:
    """In the data folder a file would pass for part of what a deletion reaches (R-05), and none does."""
    if (path.resolve() if path.is_dir() else path.parent.resolve()).is_relative_to(folder.resolve()):
        raise WrongUsage(
            f"{path} is inside the data folder (SEMPRE_DATA_DIR), and no deletion would reach it there. "
            "Choose an --out in a folder of your own, and delete the file soon."
        )


async def _export(current: settings.Settings, writer: exporting.Writing, file: IO[bytes]) -> None:
    database = open_database(current.database, keys.load(current).ring, renewed=keys.renewal(current))
    try:
        async with database.write() as conn:
            await audit.note(conn, clock(current)(), who="system", role="command", action="export")
        with writer(file) as write:
            async for row in _rows(database):
                write(row)
    finally:
        await database.close()


async def _rows(database: Database) -> AsyncIterator[Row]:
    """Page by page, each in a transaction of its own: a long export holds up nobody."""
    after = 0
    while True:
        async with database.read() as conn:
            page = await submissions.export_rows(conn, after, PAGE)
        for row in page:
            yield exporting.row(row)
        if len(page) < PAGE:
            return
        after = page[-1].id


@contextlib.contextmanager
def _target(name: str | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file of that name which appears whole or not at all, for its owner's eyes only."""
    if name is None:
        yield sys.stdout.buffer
        return
    path = Path(name)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise Problem(f"{path.parent} cannot be written to ({error.strerror}). Choose another --out.") from None
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise Problem(f"{path} could not be written ({error.strerror}).") from None
    finally:
        draft.unlink(missing_ok=True)
