"""Stylesheet and scripts, read once. Their address holds a digest, so that a browser keeps them until they change."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).parent / "static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain"}


@cache
def _files() -> dict[str, tuple[bytes, str]]:
    return {path.name: (path.read_bytes(), TYPES[path.suffix]) for path in FOLDER.iterdir() if path.suffix in TYPES}


@cache
def address(name: str) -> str:
    content, _ = _files()[name]
    return f"/admin/static/{name}?{hashlib.sha256(content).hexdigest()[:12]}"


async def show(request: web.Request) -> web.Response:
    found = _files().get(request.match_info["name"])
    if found is None:
        raise web.HTTPNotFound
    content, sort = found
    return web.Response(
        body=content,
        content_type=sort,
        charset="utf-8",
        headers={"Cache-Control": "public, max-age=31536000, immutable"},
    )
