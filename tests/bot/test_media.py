"""Uploads are known by their content, and lose the place and time at which they were made."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.media import LARGEST, NotTaken, known, taken
from tests.pictures import SECRET, heic, jpeg, m4a, mp3, ogg, png, tiff, webm, webp


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


# -- whatever comes over a messenger --------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "media", "kind"),
    [
        (heic(), "photo", "image/heic"),
        (heic(kind=b"mime"), "photo", "image/heic"),
        (tiff(), "photo", "image/tiff"),
        (m4a(b"vide"), "video", "video/mp4"),
        (webm(b"V_VP9"), "video", "video/webm"),
        (mp3(), "voice", "audio/mpeg"),
        (b"%PDF-1.7", "document", "application/pdf"),
        (b"<svg onload=alert(1)>", "document", "application/octet-stream"),
        (b"<!doctype html>", "document", "application/octet-stream"),
        (b"", "document", "application/octet-stream"),
    ],
)
def test_every_file_is_known_by_content(content: bytes, media: str, kind: str) -> None:
    found = known(content)
    assert (found.media, found.type) == (media, kind)
    assert SECRET not in found.content
    assert known(found.content).content == found.content
    if media == "photo":
        assert len(found.content) == len(content)


def test_a_picture_of_a_phone_keeps_its_pixels() -> None:
    assert b"pixels" in known(heic()).content
    assert b"hvc1" in known(heic()).content


def test_twenty_megabytes_and_no_more() -> None:
    assert len(known(bytes(LARGEST)).content) == LARGEST
    with pytest.raises(NotTaken) as caught:
        known(bytes(LARGEST + 1))
    assert caught.value.reason == "too_large"


def kept(content: bytes) -> bytes:
    """Nothing where it is refused as damaged."""
    try:
        return known(content).content
    except NotTaken as wrong:
        if wrong.reason != "damaged":
            raise
        return b""


@pytest.mark.parametrize("content", [heic(), tiff()])
def test_what_points_beyond_its_end_is_refused(content: bytes) -> None:
    for end in range(14, len(content)):
        assert SECRET not in kept(content[:end])


def test_a_directory_that_leads_back_to_itself_ends() -> None:
    circle = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 0) + struct.pack("<I", 8)
    wide = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 60_000)
    wide += struct.pack("<HHII", 271, 2, 600_000, 0) * 60_000 + bytes(4)
    for content in (circle, wide):
        with pytest.raises(NotTaken) as caught:
            known(content)
        assert caught.value.reason == "damaged"


@given(place=st.integers(12, 200), other=st.binary(min_size=1, max_size=6), which=st.sampled_from([heic(), tiff()]))
def test_a_changed_byte_does_no_more_than_be_refused(place: int, other: bytes, which: bytes) -> None:
    changed = which[:place] + other + which[place + len(other) :]
    assert len(kept(changed)) in {0, len(changed)}
