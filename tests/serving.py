"""A service to test against, in this process or as a real `sempre serve`, and a person who tells a need."""

from __future__ import annotations

import asyncio
import inspect
import itertools
import json
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

import aiohttp

from bot.settings import Settings
from tests.emulators.bot_api import BotApi
from tests.emulators.bot_api_people import Person, Shown

STORY = "The bus stopped last month and I cannot get to town for the market."
REFERENCE = re.compile(r"N-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}")
SECRET = "a-webhook-secret"

# question → the payload of the button to press, or the words to write
NEED: Mapping[str, str] = {
    "language": "language:{language}",
    "consent": "consent:yes",
    "topic": "topic:MOB",
    "detail": "detail:MOB.no_bus",
    "story": STORY,
    "place": "Liepa",
    "urgency": "urgency:week",
    "check": "check:send",
}


# Below the ports that the system gives to outgoing connections: a number from there may be taken again before the
# service that is to have it has started. Each worker of the suite has a range of its own, and gives a number once.
# Browsers refuse 10080.
_ports = itertools.count(11_000 + 2_000 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) + os.getpid() % 1_000)


def free_port() -> int:
    for number in _ports:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", number))
            except OSError:
                continue
            return number
    raise AssertionError("every port is taken")


def settings(folder: Path, api: BotApi | None = None, *, mode: str = "polling", **more: Any) -> Settings:
    """Settings of a service in `folder`, on a free port, with `api` as its Telegram."""
    port = more.pop("port", None) or free_port()
    values: dict[str, Any] = {"data_dir": folder, "port": port, "sends_per_second": 1000, "languages": "en,ar", **more}
    if api is not None:
        values |= {
            "telegram_token": api.token,
            "telegram_api_url": api.url,
            "telegram_mode": mode,
            "telegram_webhook_secret": SECRET,
            "public_url": f"http://127.0.0.1:{port}",
        }
    return Settings(_env_file=None, **values)


def environment(of: Settings) -> dict[str, str]:
    """The same settings as the environment of another process."""
    values = {name: value for name, value in os.environ.items() if not name.startswith("SEMPRE_")}
    for field in of.model_fields_set:
        value = getattr(of, field)
        if hasattr(value, "get_secret_value"):
            value = value.get_secret_value()
        values[f"SEMPRE_{field.upper()}"] = ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return values


class Process:
    """A real `sempre serve`."""

    def __init__(self, of: Settings) -> None:
        self.settings = of
        self._process: asyncio.subprocess.Process | None = None
        self._log = of.data_dir.parent / f"{of.data_dir.name}.{of.port}.log"

    @property
    def log(self) -> str:
        return self._log.read_text() if self._log.exists() else ""

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def ended(self) -> bool:
        return self._process is not None and self._process.returncode is not None

    async def start(self) -> None:
        """Returns when the service is ready."""
        await self.spawn()
        await until(self._is_ready, 20)

    async def spawn(self, **more: Any) -> None:
        """Returns at once. `more`: as `subprocess.Popen` takes it."""
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "serve", env=environment(self.settings), stdout=log, stderr=log, **more
            )

    async def end(self, number: int = signal.SIGTERM) -> int:
        """Sends the signal; gives the exit code."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(number)
        return await self._process.wait()

    async def _is_ready(self) -> bool:
        assert self._process is not None
        assert self._process.returncode is None, self.log
        return (await get(self.settings.port, "/readyz"))[0] == 200

    async def __aenter__(self) -> Self:
        try:
            await self.start()
        except BaseException:
            await self.end(signal.SIGKILL)
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.end(signal.SIGKILL)


async def get(port: int, path: str) -> tuple[int, str]:
    """Status and text; 0 where nobody answers."""
    try:
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
            return answer.status, await answer.text()
    except aiohttp.ClientError:
        return 0, ""


async def figure(port: int, name: str, **labels: str) -> float:
    """The sum of a metric over its labels, or over those that have these."""
    _, text = await get(port, "/metrics")
    found = re.findall(rf"^{name}(?:\{{([^}}]*)\}})? ([0-9.e+]+)$", text, re.MULTILINE)
    assert found, name
    wanted = {f'{label}="{value}"' for label, value in labels.items()}
    return sum(float(number) for had, number in found if wanted <= set(had.split(",")))


async def until(true: Callable[[], Any], seconds: float = 20) -> None:
    """Waits until `true()` is. Fails after `seconds`."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while True:
        found = true()
        if await found if inspect.isawaitable(found) else found:
            return
        assert loop.time() < end, "it did not come true in time"
        await asyncio.sleep(0.02)


# -- a person -------------------------------------------------------------------------------------


def asked(shown: Shown) -> str | None:
    """The question that a message asks, by the payloads of its buttons."""
    found = [match[1] for payload in shown.payloads if (match := re.match(r"([a-z]+)[:!]", payload))]
    return next((question for question in found if question in NEED), None)


async def answer(person: Person, shown: Shown, language: str, words: Mapping[str, str] = NEED) -> str | None:
    """Answers the question in `shown` as `words` say; gives the question."""
    question = asked(shown)
    if question is None:
        return None
    wanted = words[question].format(language=language)
    payload = next((payload for payload in shown.payloads if payload.partition("~")[0] == wanted), None)
    if payload is None:
        await person.says(wanted)
    else:
        person.presses_payload(payload, shown)
    return question


async def tell_need(
    person: Person, language: str = "en", words: Mapping[str, str] = NEED, patience: float = 10
) -> tuple[str, list[str]]:
    """From hello to sent. Gives the reference and the questions that were answered, in order."""
    await person.says("/start")
    questions: list[str] = []
    while True:
        shown = await person.hears(patience)
        if found := REFERENCE.search(re.sub("[\u2066-\u2069]", "", shown.text)):
            return found[0], questions
        if (question := await answer(person, shown, language, words)) is not None:
            questions.append(question)


async def exported(of: Settings) -> list[dict[str, Any]]:
    """What `sempre export submissions` gives beside a running service."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "export", "submissions", env=environment(of),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    return [json.loads(line) for line in out.splitlines()]


def traces(folder: Path, words: Sequence[str]) -> list[str]:
    """Which of the words stand in any file below `folder`, in any of the encodings a program would use."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "keys" not in path.parts:
            content = path.read_bytes()
            for word in words:
                forms = {word.encode(), word.encode("utf-16-le"), json.dumps(word)[1:-1].encode()}
                found += [f"{word} in {path.name}" for form in forms if form in content]
    return found


@asynccontextmanager
async def bot_api(**more: Any) -> AsyncIterator[BotApi]:
    """A Bot API that is in nobody's way; a test that is about its limits says so."""
    async with BotApi(**{"per_second": 100_000, "chat_per_second": 1_000, "chat_burst": 1_000, **more}) as api:
        yield api
