"""What every answer tells a browser that it may do: one table for pages, panel, files, figures, refusals and errors.

After the advice of OWASP's Secure Headers project. An answer that needs something else sets it itself, and keeps it.
DECISIONS.md says where we differ, and why.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from aiohttp import web

NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For what is no page: JSON, figures, scripts, a word of refusal."""

PANEL = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)

# The chat shows a picture and plays a voice message before they are sent, from memory; later, from us.
PAGES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "media-src 'self' blob:; connect-src 'self'{sockets}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)

_FEATURES = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone",
    "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    "X-Permitted-Cross-Domain-Policies": "none",
    # "no-referrer" would make browsers send `Origin: null` with our own forms, which is what a stranger's look like.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cache-Control": "no-store",
}

CHAT = "/chat"
"""The one page that may ask for the microphone."""

YEAR = 31_536_000
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:]+\](:[0-9]{1,5})?")

Signal = Callable[[web.Request, web.StreamResponse], Awaitable[None]]


def permissions(*, microphone: bool) -> str:
    return ", ".join(f"{name}={'(self)' if microphone and name == 'microphone' else '()'}" for name in _FEATURES)


_SILENT, _SPOKEN = permissions(microphone=False), permissions(microphone=True)


def on(app: web.Application, public_url: str | None) -> None:
    """On every answer of `app` and of the applications below it, streams and refusals too."""
    encrypted = (public_url or "").startswith("https://")

    async def prepare(request: web.Request, response: web.StreamResponse) -> None:
        headers = response.headers
        headers.popall("Server", None)  # aiohttp's, with its version and Python's
        for name, value in ALWAYS.items():
            headers.setdefault(name, value)
        headers.setdefault("Permissions-Policy", _SPOKEN if request.path == CHAT else _SILENT)
        headers.setdefault("Content-Security-Policy", _policy(request, response, encrypted))
        if encrypted:
            headers.setdefault("Strict-Transport-Security", f"max-age={YEAR}")

    app.on_response_prepare.append(prepare)


def _policy(request: web.Request, response: web.StreamResponse, encrypted: bool) -> str:
    if response.content_type != "text/html":
        return NOTHING
    if request.path == "/admin" or request.path.startswith("/admin/"):
        return PANEL
    host = request.headers.get("Host", "")
    # Older Safari does not count a socket as 'self'.
    sockets = f" {'wss' if encrypted else 'ws'}://{host}" if _HOST.fullmatch(host) else ""
    policy = PAGES.format(sockets=sockets)
    return f"{policy}; upgrade-insecure-requests" if encrypted else policy
