"""Submissions in the three forms of an export, for the command and the panel. The keys and their order are public."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import IO, Any

import xlsxwriter

KEYS = (
    "reference", "kind", "status", "language", "channel", "organisation", "topic", "detail", "urgency",
    "urgency_staff", "place", "answers", "created_at", "updated_at",
    "further",
)  # fmt: skip

Row = Mapping[str, Any]
Write = Callable[[Row], None]
Writing = Callable[[IO[bytes]], AbstractContextManager[Write]]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula, and people write what they like."""

CELL = 32_767
"""Characters in a cell, at most (Excel specifications and limits). What is longer is cut, and ends in "…"."""


class TooMany(Exception):
    """More submissions than a sheet holds. The message is one line with the remedy."""


def row(values: Mapping[str, Any]) -> Row:
    """The public keys in their order. A time becomes ISO 8601 in UTC with Z."""
    return {key: _moment(values[key]) if isinstance(values[key], datetime) else values[key] for key in KEYS}


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@contextlib.contextmanager
def jsonl(file: IO[bytes]) -> Iterator[Write]:
    """One object a line. Bytes, so that no machine's encoding gets between."""

    def write(row: Row) -> None:
        file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")

    yield write


@contextlib.contextmanager
def as_csv(file: IO[bytes]) -> Iterator[Write]:
    """UTF-8 with a byte order mark, without which Excel takes it for another encoding."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow(KEYS)

    def write(row: Row) -> None:
        table.writerow([harmless(cell(row[key])) for key in KEYS])

    try:
        yield write
    finally:
        text.flush()
        text.detach()


@contextlib.contextmanager
def xlsx(file: IO[bytes]) -> Iterator[Write]:
    """One sheet of strings; nothing in it is a formula, a number or a link."""
    # The library deletes its files on the way only when the book is closed: a broken download would leave the words.
    with tempfile.TemporaryDirectory(prefix="sempre-") as folder:
        book = xlsxwriter.Workbook(file, {"constant_memory": True, "tmpdir": folder})
        sheet = book.add_worksheet("submissions")
        sheet.write_row(0, 0, KEYS)
        lines = iter(range(1, 1_048_576))

        def write(row: Row) -> None:
            line = next(lines, None)
            if line is None:
                raise TooMany("A sheet holds 1,048,575 submissions at most. Take the format jsonl or csv.")
            for column, key in enumerate(KEYS):
                sheet.write_string(line, column, _short(cell(row[key])))

        try:
            yield write
            book.close()
        finally:
            sheet.row_data_fh.close()


WRITERS: Mapping[str, Writing] = {"jsonl": jsonl, "csv": as_csv, "xlsx": xlsx}


def cell(value: Any) -> str:
    """A value as one cell: nothing for null, codes beside each other, JSON for the answers."""
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _short(text: str) -> str:
    return text if len(text) <= CELL else text[: CELL - 1] + "…"


def harmless(text: str) -> str:
    """The text, so marked that a spreadsheet shows it and does not run it."""
    return f"'{text}" if text.startswith(FORMULA) else text
