"""Sound as apps and browsers send it becomes what a model listens to; how a request is put, and answered."""

from __future__ import annotations

import io
import json

import pytest

from bot.media import known
from locales import speech
from locales.speech import NotWritten
from tests import speaking


@pytest.mark.parametrize(
    ("container", "codec"),
    [("ogg", "libopus"), ("webm", "libopus"), ("mp4", "aac"), ("mp3", "libmp3lame"), ("wav", "pcm_s16le")],
)
def test_every_voice_that_is_kept_can_be_heard(container: str, codec: str) -> None:
    sent = speaking.encoded(
        bytes(2 * speaking.RATE) + b"\0\x20\0\xe0" * speaking.RATE, container=container, codec=codec
    )
    kept = known(sent)
    assert kept.media == "voice"
    sound = speech.heard(kept.content, kept.type)
    assert 2.9 < len(sound) / speech.RATE < 3.2
    assert abs(sound[: speech.RATE // 2]).max() < 0.01


@pytest.mark.parametrize(
    ("content", "kind", "reason"),
    [
        (b"", "audio/ogg", "damaged"),
        (b"OggS" + bytes(5_000), "audio/ogg", "damaged"),
        (b"#EXTM3U\n#EXTINF:9,\nfile:///etc/passwd\n", "audio/mpeg", "damaged"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "audio/webm", "damaged"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav", "damaged"),
        (b"anything", "video/mp4", "damaged"),
    ],
)
def test_what_is_no_sound_is_damaged_and_opens_nothing_else(content: bytes, kind: str, reason: str) -> None:
    with pytest.raises(NotWritten) as refused:
        speech.heard(content, kind)
    assert refused.value.reason == reason


def test_more_than_five_minutes_are_not_decoded() -> None:
    with pytest.raises(NotWritten) as refused:
        speech.heard(speaking.silence(speech.MOST_SECONDS + 1), "audio/ogg")
    assert refused.value.reason == "too_long"


def request(content: bytes, **more: object) -> bytes:
    return json.dumps({"language": "en", "type": "audio/ogg", "size": len(content), **more}).encode() + b"\n" + content


def test_requests_come_one_after_the_other() -> None:
    def write_down(content: bytes, kind: str, language: str) -> str:
        if not content:
            raise NotWritten("silent")
        return f"{language} {kind} {content.decode()}"

    asked = request(b"one") + request(b"") + request(b"zwei\n", language="de")
    answers = io.StringIO()
    speech.serve(io.BytesIO(asked), answers, write_down)
    assert [json.loads(line) for line in answers.getvalue().splitlines()] == [
        {"text": "en audio/ogg one"}, {"failed": "silent"}, {"text": "de audio/ogg zwei\n"},
    ]  # fmt: skip
    with pytest.raises(SystemExit):  # whoever asked is gone in the middle
        speech.serve(io.BytesIO(request(b"one")[:-1]), answers, write_down)
    with pytest.raises(ValueError, match="size"):
        speech.serve(io.BytesIO(request(b"one", size=speech.LARGEST + 1)), answers, write_down)
