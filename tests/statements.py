"""Counts what a piece of work asks of the database, so that a test can say what it may ask."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from storage.database import Database


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """Every statement meanwhile, without those that begin and end a transaction."""
    statements: list[str] = []
    engines = {id(engine): engine.sync_engine for engine in (database._writer, database._reader)}

    def note(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    for engine in engines.values():
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        for engine in engines.values():
            event.remove(engine, "before_cursor_execute", note)
