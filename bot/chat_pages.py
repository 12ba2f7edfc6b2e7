"""The pages that people see in a browser: start page, chat, privacy notice, accessibility statement.

Everything comes from here: no font, script or picture of anybody else. Styles and scripts stand under an address that
changes with their content, so that a browser keeps them for good.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
import segno
from aiohttp import web

from bot.channels.web import LONGEST_TEXT
from locales import Catalogue, languages
from locales.source import english

HERE = Path(__file__).parent / "pages"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
SMALLEST_PACKED = 500

# What the scripts of the page say by themselves.
_CLIENT = re.compile(r"web\.(chat|later|shared|mail|error)\.")


@dataclass(frozen=True, slots=True)
class Asset:
    body: bytes
    packed: bytes
    type: str


class Pages:
    """`regime`: the law under which data is protected. `mails`: whether people may leave an e-mail."""

    def __init__(self, words: Catalogue, public_url: str | None, regime: str, *, mails: bool) -> None:
        self._words = words
        self._public_url = public_url
        self._regime = regime
        self._mails = mails
        self._assets = {path.name: _asset(path) for path in sorted((HERE / "static").iterdir())}
        seals = b"".join(hashlib.sha256(asset.body).digest() for asset in self._assets.values())
        self.version = hashlib.sha256(seals).hexdigest()[:12]
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._client = tuple(context for context in english() if _CLIENT.match(context))

    # -- language ---------------------------------------------------------------------------------

    def asked(self, request: web.Request) -> str | None:
        """The language that stands in the address, where it is offered."""
        code = request.query.get("language", "")
        return code if code in self._words.languages else None

    def language(self, request: web.Request) -> str:
        """The one that was asked for, else the browser's, else the first that is offered."""
        wished = [self.asked(request), *(tag.partition("-")[0] for tag in accepted(request))]
        return next((code for code in wished if code in self._words.languages and code), self._words.languages[0])

    def spoken(self, language: str) -> dict[str, Any]:
        """What the scripts of the page say, in one language."""
        return {
            "lang": language,
            "dir": "rtl" if languages.known()[language].rtl else "ltr",
            "texts": {context.removeprefix("web."): self._words.text(language, context) for context in self._client},
        }

    # -- pages ------------------------------------------------------------------------------------

    def page(
        self, request: web.Request, name: str, status: int = 200, language: str | None = None, **values: Any
    ) -> web.Response:
        """`language`: of the talk, where there is one; else as the browser wishes."""
        if language not in self._words.languages or language is None:
            language = self.language(request)
        text = self._templates.get_template(name).render(
            t=lambda context, **given: self._words.text(language, f"web.{context}", **given),
            country=lambda code: languages.country(language, code),
            plain=lambda context, **given: self._words.text(language, context, **given),
            lang=language,
            dir="rtl" if languages.known()[language].rtl else "ltr",
            asked=self.asked(request),
            query=f"?language={language}" if self.asked(request) else "",
            static=f"/pages/{self.version}",
            regime=self._regime,
            mails=self._mails,
            longest=LONGEST_TEXT,
            spoken=_script_json(self.spoken(language)),
            **values,
        )
        return packed(request, text.encode(), "text/html", {"Vary": "Accept-Language"}, status)

    def start(self, request: web.Request, telegram: str | None, *, chat: bool) -> web.Response:
        address = f"{self._public_url}/chat" if self._public_url and chat else None
        return self.page(
            request,
            "start.html",
            chat=chat,
            chat_code=_code(address),
            telegram=telegram,
            telegram_code=_code(telegram),
            offered=[(code, self._words.own_name(code)) for code in self._words.languages],
            right_to_left={code for code in self._words.languages if languages.known()[code].rtl},
            help_lines=self._words.help_lines(self.language(request), ("now",)),
        )

    def asset(self, request: web.Request) -> web.Response:
        asset = self._assets.get(request.match_info["name"])
        if asset is None:
            raise web.HTTPNotFound(text="no such file\n")
        # Another version may ask while an update is under way: it gets what there is, but not for good.
        ours = request.match_info["version"] == self.version
        lasts = "public, max-age=31536000, immutable" if ours else "no-cache"
        return packed(request, asset.body, asset.type, {"Cache-Control": lasts}, ready=asset.packed)


def accepted(request: web.Request) -> list[str]:
    """The browser's languages in its order of preference (RFC 9110 §12.5.4)."""
    found: list[tuple[float, str]] = []
    for part in request.headers.get("Accept-Language", "")[:300].split(","):
        tag, _, rest = part.strip().partition(";")
        weight = re.fullmatch(r"\s*q=([01](?:\.[0-9]{0,3})?)\s*", rest) if rest else None
        if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}", tag):
            found.append((float(weight[1]) if weight else 1.0, tag))
    return [tag for weight, tag in sorted(found, key=lambda one: -one[0]) if weight > 0]


def packed(
    request: web.Request,
    body: bytes,
    kind: str,
    headers: Mapping[str, str],
    status: int = 200,
    ready: bytes | None = None,
) -> web.Response:
    """The answer, smaller where the browser can unpack it."""
    answer = web.Response(body=body, status=status, content_type=kind, charset="utf-8", headers=headers)
    if "gzip" in request.headers.get("Accept-Encoding", "") and len(body) >= SMALLEST_PACKED:
        answer.body = ready if ready is not None else gzip.compress(body, 6)
        answer.headers["Content-Encoding"] = "gzip"
    answer.headers["Vary"] = ", ".join(filter(None, (answer.headers.get("Vary"), "Accept-Encoding")))
    return answer


def same_origin(request: web.Request, public_url: str | None) -> bool:
    """Whether a request comes from a page of ours: its `Origin` names the host that it asks, or our public address."""
    origin = request.headers.get("Origin", "")
    if not origin or origin == "null":
        return False
    parts = urlsplit(origin)
    if public_url is not None:
        public = urlsplit(public_url)
        if (parts.scheme, parts.netloc) == (public.scheme, public.netloc):
            return True
    return parts.scheme in {"http", "https"} and parts.netloc == request.headers.get("Host")


def _asset(path: Path) -> Asset:
    body = path.read_bytes()
    return Asset(body, gzip.compress(body, 9), TYPES[path.suffix])


def _script_json(value: Any) -> str:
    """JSON that may stand inside of a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _code(address: str | None) -> str | None:
    """The address as a picture that a phone's camera reads."""
    if address is None:
        return None
    out = io.BytesIO()
    segno.make(address, micro=False).save(
        out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=3, dark="#000", light="#fff", nl=False
    )
    return out.getvalue().decode()
