"""Types of files that people send: what a page of the panel may show, and what is only saved."""

from __future__ import annotations

INERT = {
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/webm": "webm",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
}
"""Types that a browser may show, and how the names of such files end."""

SAVED = {
    "application/pdf": "pdf",
    "audio/wav": "wav",
    "image/avif": "avif",
    "image/gif": "gif",
    "image/heic": "heic",
    "image/tiff": "tif",
    "video/mp4": "mp4",
    "video/webm": "webm",
}
"""How the names of other files end, so that the right program opens them. Those that we do not know end in nothing."""
