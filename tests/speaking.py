"""Voices as people send them: somebody who reads the beginning of a book, silence, noise. As Ogg with Opus.

The recordings come with a package of the tests alone; the encoder with what `make voice` installs.
"""

from __future__ import annotations

import importlib
import io
import struct
import wave
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

RATE = 16_000
SAID = ("best of times", "worst of times")
"""In the first six seconds of what is read."""


@cache
def reading(seconds: float) -> bytes:
    """A person reads in English (Dickens, 1859); at most 44 s."""
    found = find_spec("moonshine_voice")
    assert found is not None, "`make test` installs it"
    assert found.submodule_search_locations
    path = Path(found.submodule_search_locations[0]) / "assets" / "two_cities.wav"
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return encoded(file.readframes(int(seconds * file.getframerate())), file.getframerate())


@cache
def silence(seconds: float) -> bytes:
    return encoded(bytes(2 * int(seconds * RATE)))


@cache
def tone(seconds: float) -> bytes:
    return encoded(struct.pack("<160h", *(8000 * (-1) ** (at // 16) for at in range(160))) * int(100 * seconds))


def encoded(samples: bytes, rate: int = RATE, *, container: str = "ogg", codec: str = "libopus") -> bytes:
    """Samples of 16 bits, one channel, as a messenger sends them; a browser has another container."""
    av: Any = importlib.import_module("av")
    wav, out = io.BytesIO(), io.BytesIO()
    with wave.open(wav, "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(samples)
    wav.seek(0)
    with av.open(wav, format="wav") as source, av.open(out, "w", format=container) as target:
        stream = target.add_stream(codec, rate=48_000, layout="mono")
        stream.bit_rate = 24_000
        resampler = av.AudioResampler(
            format=stream.format.name, layout="mono", rate=48_000, frame_size=stream.frame_size
        )
        for frame in [*source.decode(audio=0), None]:
            for piece in resampler.resample(frame):
                target.mux(stream.encode(piece))
        target.mux(stream.encode(None))
    return out.getvalue()
