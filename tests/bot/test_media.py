"""Uploads are known by their content, and lose the place and time at which they were made."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.media import NotTaken, taken
from tests.pictures import SECRET, jpeg, m4a, ogg, png, webm, webp


@pytest.mark.parametrize(
    ("content", "media", "kind"),
    [
        (jpeg(), "photo", "image/jpeg"),
        (png(), "photo", "image/png"),
        (webp(), "photo", "image/webp"),
        (m4a(), "voice", "audio/mp4"),
        (webm(), "voice", "audio/webm"),
        (ogg(), "voice", "audio/ogg"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "voice", "audio/wav"),
        (b"ID3\x04\0", "voice", "audio/mpeg"),
    ],
)
def test_known_by_content_and_silent_about_the_rest(content: bytes, media: str, kind: str) -> None:
    found = taken(content)
    assert (found.media, found.type) == (media, kind)
    assert SECRET not in found.content
    assert taken(found.content).content == found.content


def test_a_jpeg_keeps_its_pixels_its_colours_and_which_way_is_up() -> None:
    kept = taken(jpeg(6)).content
    assert b"ICC_PROFILE" in kept
    assert b"\x3f\xff\x00\xff\xd0\x3f\xff\xd9" in kept
    at = kept.index(b"Exif\0\0") + 6
    assert struct.unpack_from(">HHIH", kept, at + 10) == (274, 3, 1, 6)
    assert kept.count(b"Exif") == 1
    assert b"Exif" not in taken(jpeg(1)).content


@pytest.mark.parametrize("tail", [SECRET, jpeg()])
def test_what_stands_behind_the_picture_goes(tail: bytes) -> None:
    assert taken(jpeg(tail=tail)).content == taken(jpeg()).content


def test_a_strange_direction_counts_as_upright() -> None:
    assert b"Exif" not in taken(jpeg(99)).content


def test_the_size_of_a_sound_stays_so_that_its_places_hold() -> None:
    assert len(taken(m4a()).content) == len(m4a())
    assert b"udta" not in taken(m4a()).content


def test_a_webp_no_longer_says_that_it_tells_more() -> None:
    kept = taken(webp()).content
    assert kept[20] == 0x10
    assert struct.unpack_from("<I", kept, 4)[0] == len(kept) - 8


@pytest.mark.parametrize("content", [m4a(b"vide"), webm(b"V_VP9")])
def test_a_video_is_named(content: bytes) -> None:
    with pytest.raises(NotTaken) as caught:
        taken(content)
    assert caught.value.reason == "video"


@pytest.mark.parametrize(
    "content",
    [b"", b"<!doctype html><script>alert(1)</script>", b"<svg onload=alert(1)>", b"%PDF-1.7", b"MZ", b"PK\x03\x04",
     b"GIF89a", b"RIFF\0\0\0\0AVI "],
)  # fmt: skip
def test_anything_else_is_not_taken(content: bytes) -> None:
    with pytest.raises(NotTaken) as caught:
        taken(content)
    assert caught.value.reason == "other"


@pytest.mark.parametrize("content", [jpeg(), png(), webp(), m4a()])
def test_a_damaged_one_is_named(content: bytes) -> None:
    reasons = set()
    for end in range(12, len(content) - 1):
        try:
            taken(content[:end])
        except NotTaken as wrong:
            reasons.add(wrong.reason)
    assert reasons <= {"damaged", "other"}
    assert "damaged" in reasons


@given(
    head=st.sampled_from([jpeg()[:2] + b"\xff", png()[:8], webp()[:12], m4a()[:16], webm()[:4], b"OggS"]),
    rest=st.binary(max_size=300),
)
def test_no_content_does_more_than_be_refused(head: bytes, rest: bytes) -> None:
    reason = "damaged"
    try:
        assert len(taken(head + rest).content) <= len(head + rest) + 40
    except NotTaken as wrong:
        reason = wrong.reason
    assert reason in {"damaged", "other", "video"}
