"""Voices that staff want written down: one at a time, by a process of its own that knows nothing but the sound.

That process (`locales.speech`) is started when there is work, runs behind everything else, and ends after some idle
minutes. It is killed where it takes too long or says anything but an answer. It gets no setting, no key, no address and
no file: sound goes in by a pipe, words come out by another.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence

import structlog

from bot.clock import Clock
from bot.settings import Settings
from locales import speech
from locales.speech import NotWritten
from storage import voices
from storage.database import Database, Unavailable
from storage.voices import Asked

IDLE_SECONDS = 300.0
"""Without work, after which the process ends and gives its memory back."""

MOST_SECONDS = 600.0
"""For one voice. Five minutes of speech take one on an idle machine."""

LOOK_SECONDS = 60.0
"""Between two looks for what another process has left."""

LONGEST_LINE = 8 * speech.MOST_CHARACTERS
"""Bytes of an answer, every letter written as its number."""

COMMAND = (sys.executable, "-I", str(speech.HERE))
"""By its file, not by its name: the package around it would load much that it does not need."""

_log = structlog.get_logger()


def serves(settings: Settings) -> bool:
    """Whether voices can be written down here: what it needs is installed, and recognisers are wanted."""
    return settings.recognisers == "on" and speech.missing() is None


class Scribe:
    """Makes the drafts that wait in `storage.voices`. One for each service."""

    def __init__(
        self,
        database: Database,
        now: Clock,
        *,
        command: Sequence[str] = COMMAND,
        idle_seconds: float = IDLE_SECONDS,
        most_seconds: float = MOST_SECONDS,
    ) -> None:
        self._database = database
        self._now = now
        self._command = tuple(command)
        self._idle_seconds = idle_seconds
        self._most_seconds = most_seconds
        self._awake = asyncio.Event()
        self._stopping = False
        self._process: Process | None = None
        self._used = time.monotonic()

    @property
    def pid(self) -> int | None:
        """Of the process that listens, where there is one."""
        return None if self._process is None else self._process.pid

    def wake(self) -> None:
        """There is a draft to be made."""
        self._awake.set()

    def stop(self) -> None:
        """`run` ends soon; what is being written down now is given back."""
        self._stopping = True
        self._awake.set()
        self._kill()

    async def run(self) -> None:
        """Until stopped or cancelled."""
        try:
            while not self._stopping:
                self._awake.clear()
                try:
                    if await self.once():
                        continue
                except Unavailable as away:
                    _log.warning("voices_wait", reason=away.reason)
                except Exception as error:  # this loop is the last one standing
                    _log.error("voices_failed", exc_info=error)
                await self._rest()
        finally:
            await self._end()

    async def once(self) -> bool:
        """Makes the draft that waits longest. False where none waits. Raises `Unavailable`."""
        async with self._database.write() as conn:
            asked = await voices.take_asked(conn, self._now())
        if asked is None:
            return False
        began = time.monotonic()
        try:
            state, text = voices.WRITTEN, await self._written(asked)
        except NotWritten as fault:
            state, text = fault.reason, None
        except BaseException:
            await self._give_back(asked)
            raise
        if self._stopping and text is None:
            await self._give_back(asked)
            return False
        async with self._database.write(patient=True) as conn:
            await voices.settle(conn, asked.id, state, text, self._now())
        self._used = time.monotonic()
        _log.info("voice_heard", file=asked.file, state=state, seconds=time.monotonic() - began)
        return True

    async def _give_back(self, asked: Asked) -> None:
        with contextlib.suppress(Unavailable):  # then it waits until nobody can be at it any more
            async with self._database.write() as conn:
                await voices.give_back(conn, asked.id)

    async def _written(self, asked: Asked) -> str:
        async with self._database.read() as conn:
            voice = await voices.sound(conn, asked.file)
        if voice is None or asked.language not in speech.LANGUAGES:
            raise NotWritten("damaged" if voice is None else "language")
        try:
            async with asyncio.timeout(self._most_seconds):
                return await self._heard(voice.content, voice.type, speech.LANGUAGES[asked.language])
        except TimeoutError:
            await self._end()
            raise NotWritten("late") from None
        except NotWritten:
            raise
        except (OSError, ValueError, LookupError, TypeError):  # it has ended, or says what is no answer
            await self._end()
            raise NotWritten(voices.ENDED) from None

    # -- the process ------------------------------------------------------------------------------

    async def _heard(self, content: bytes, kind: str, language: str) -> str:
        if self._process is not None and self._process.returncode is not None:
            await self._end()  # it ended while it had nothing to do: no fault of this voice
        process = self._process or await self._begin()
        assert process.stdin is not None  # noqa: S101  it was started with pipes
        asked = {"language": language, "type": kind, "size": len(content)}
        process.stdin.write(json.dumps(asked).encode() + b"\n" + content)
        await process.stdin.drain()
        said = await self._answer(process)
        if "failed" in said:
            reason = str(said["failed"])
            raise NotWritten(reason if reason in speech.FAULTS else voices.ENDED)
        text = said["text"]
        if not isinstance(text, str) or not text.strip():
            raise ValueError("no text")
        return text[: speech.MOST_CHARACTERS]

    async def _begin(self) -> Process:
        """Raises `NotWritten` where it says that it cannot do its work."""
        # Nothing of ours is handed down: among our own settings there may be keys.
        self._process = process = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={"LC_ALL": "C.UTF-8"}, cwd="/",
            limit=LONGEST_LINE, start_new_session=True,
        )  # fmt: skip
        if self._stopping:
            self._kill()
        said = await self._answer(process)
        if said != speech.READY:
            await self._end()
            reason = str(said.get("failed"))
            _log.error("voices_not_heard", reason=reason if reason in speech.FAULTS else voices.ENDED)
            raise NotWritten(reason if reason in speech.FAULTS else voices.ENDED)
        return process

    @staticmethod
    async def _answer(process: Process) -> dict[str, object]:
        """Raises `ValueError`: it has ended, or what it says is no answer."""
        assert process.stdout is not None  # noqa: S101
        said = json.loads(await process.stdout.readline())
        if not isinstance(said, dict):
            raise ValueError("no answer")
        return said

    async def _rest(self) -> None:
        """Until there may be work. Without any for long, the process ends."""
        idle = time.monotonic() - self._used
        left = self._idle_seconds - idle if self._process is not None else LOOK_SECONDS
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, min(LOOK_SECONDS, left))):
                await self._awake.wait()
        if time.monotonic() - self._used >= self._idle_seconds:
            await self._end()

    def _kill(self) -> None:
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
            await process.wait()
