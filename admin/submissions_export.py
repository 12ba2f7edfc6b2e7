"""Take what is filtered out of the panel: the same three forms that the command writes."""

from __future__ import annotations

import asyncio
import io
import tempfile
from collections.abc import AsyncIterator
from typing import IO

import structlog
from aiohttp import web

from admin import choosing, panel
from admin.refusals import Refused, not_found
from storage import exporting, reading, words_index
from storage.exporting import Write
from storage.reading import Cursor, Filters
from storage.submissions import ExportRow

SLICE = 500
PIECE = 64 * 1024

TYPES = {
    "jsonl": "application/x-ndjson",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

_log = structlog.get_logger()


async def show(request: web.Request) -> web.StreamResponse:
    sort = request.query.get("format", "csv")
    if sort not in TYPES:
        raise not_found()
    on = panel.of(request)
    chosen = choosing.given(request.query)
    if "found" in chosen:
        async with on.database.read() as conn:
            if await words_index.found(conn, chosen["found"], request[panel.SESSION].staff.id, on.now()) is None:
                raise Refused(404, "search.gone")
    slices = _slices(request, await choosing.filters(request, chosen))
    first = await anext(slices)  # what goes wrong at the database shows before a file has begun
    day = on.words.calendar.local(on.now()).date()
    answered = web.StreamResponse(headers={"Content-Disposition": f'attachment; filename="submissions-{day}.{sort}"'})
    answered.content_type = TYPES[sort]
    if sort != "xlsx":
        answered.charset = "utf-8"
    await request[panel.NOTE]()
    await answered.prepare(request)
    _log.info("exported", staff=request[panel.SESSION].staff.id, sort=sort)
    if sort == "xlsx":
        await _whole(answered, first, slices)
    else:
        await _piecemeal(answered, sort, first, slices)
    await answered.write_eof()
    return answered


async def _slices(request: web.Request, filters: Filters) -> AsyncIterator[list[ExportRow]]:
    """In transactions of their own: a long download keeps none open."""
    after: Cursor | None = None
    while True:
        async with panel.of(request).database.read() as conn:
            rows = await reading.export_rows(conn, request[panel.SCOPE], filters, after, SLICE)
        yield list(rows.rows)
        after = rows.next
        if after is None:
            return


async def _piecemeal(
    answered: web.StreamResponse, sort: str, first: list[ExportRow], slices: AsyncIterator[list[ExportRow]]
) -> None:
    """jsonl and csv leave as they are written."""
    buffer = io.BytesIO()
    with exporting.WRITERS[sort](buffer) as write:
        _write(write, first)
        await answered.write(_taken(buffer))
        async for rows in slices:
            _write(write, rows)
            await answered.write(_taken(buffer))
    await answered.write(_taken(buffer))


async def _whole(answered: web.StreamResponse, first: list[ExportRow], slices: AsyncIterator[list[ExportRow]]) -> None:
    """A spreadsheet is a zip file, whole only at its end. The file has no name, and goes with its handle."""
    with tempfile.TemporaryFile() as file:
        with exporting.WRITERS["xlsx"](file) as write:
            _write(write, first)
            async for rows in slices:
                await asyncio.to_thread(_write, write, rows)
        file.seek(0)
        while piece := await asyncio.to_thread(_read, file):
            await answered.write(piece)


def _write(write: Write, rows: list[ExportRow]) -> None:
    for row in rows:
        write(exporting.row(row))


def _read(file: IO[bytes]) -> bytes:
    return file.read(PIECE)


def _taken(buffer: io.BytesIO) -> bytes:
    content = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return content
