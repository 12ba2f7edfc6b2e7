"""What people upload: known by its content, whatever it claims to be, and freed of where and when it was made.

Photos keep their pixels, their colours and which way is up; everything else that a camera writes beside them goes:
place, time, make, thumbnails. Nothing is decoded here, so nothing here can be made to compute for long.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Media:
    """A file as it may be kept. `media` is "photo" or "voice", `type` its media type."""

    media: str
    type: str
    content: bytes


class NotTaken(ValueError):
    """Not a photo or a voice message that we take, or a damaged one. `reason` is a machine word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def taken(content: bytes) -> Media:
    """The file without what it tells beside the picture or the sound. Raises `NotTaken`: other, damaged, video."""
    for begins, media, kind, stripped in _KINDS:
        if begins.match(content):
            try:
                return Media(media, kind, stripped(content))
            except (IndexError, struct.error):
                raise NotTaken("damaged") from None
    raise NotTaken("other")


# -- photos ---------------------------------------------------------------------------------------

_JPEG_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}  # all other APPn and comments go
_ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without a length
_BETWEEN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL)  # the first marker after coded pixels


def _jpeg(content: bytes) -> bytes:
    """ITU T.81 Annex B: segments up to the end of the first image; what lies behind it (previews, depth) goes too."""
    kept, at = [b"\xff\xd8"], 2
    direction = 1
    while True:
        while content[at : at + 2] == b"\xff\xff":  # fill bytes
            at += 1
        if content[at] != 0xFF:
            raise NotTaken("damaged")
        marker = content[at + 1]
        if marker == 0xD9:
            return b"".join([kept[0], _upright(direction), *kept[1:], b"\xff\xd9"])
        if marker in _ALONE:
            kept.append(content[at : at + 2])
            at += 2
            continue
        end = at + 2 + _number(content, at + 2, ">H")
        if end > len(content) or end < at + 4:
            raise NotTaken("damaged")
        if marker == 0xE1 and content[at + 4 : at + 10] == b"Exif\0\0":
            direction = _direction(content[at + 10 : end])
        if marker == 0xDA:  # coded pixels follow
            found = _BETWEEN.search(content, end)
            if found is None:
                raise NotTaken("damaged")
            end = found.start()
        named = _JPEG_KEPT.get(marker)
        told = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if not told or (named is not None and content.startswith(named, at + 4)):
            kept.append(content[at:end])
        at = end


def _direction(tiff: bytes) -> int:
    """Which way is up (TIFF 6.0, tag 274), 1 to 8; 1 where it is not said."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return 1
        at = _number(tiff, 4, f"{order}I")
        for place in range(_number(tiff, at, f"{order}H")):
            entry = at + 2 + 12 * place
            if _number(tiff, entry, f"{order}H") == 274:
                value = _number(tiff, entry + 8, f"{order}H")
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _upright(direction: int) -> bytes:
    """An Exif segment that says which way is up, and nothing else."""
    if direction == 1:
        return b""
    entry = struct.pack(">HHIHH", 274, 3, 1, direction, 0)
    tiff = b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return b"\xff\xe1" + struct.pack(">H", 2 + 6 + len(tiff)) + b"Exif\0\0" + tiff


_PNG_KEPT = re.compile(rb"IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|acTL|fcTL|fdAT")


def _png(content: bytes) -> bytes:
    kept, at = [content[:8]], 8
    while True:
        end = at + 12 + _number(content, at, ">I")
        name = content[at + 4 : at + 8]
        if end > len(content):
            raise NotTaken("damaged")
        if _PNG_KEPT.fullmatch(name):
            kept.append(content[at:end])
        if name == b"IEND":
            return b"".join(kept)
        at = end


_WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}


def _webp(content: bytes) -> bytes:
    """RIFF chunks (RFC 9649), each padded to an even length."""
    end = 8 + _number(content, 4, "<I")
    if end > len(content):
        raise NotTaken("damaged")
    kept, at = [b"WEBP"], 12
    while at < end:
        size = _number(content, at + 4, "<I")
        chunk = content[at : at + 8 + size + size % 2]
        if at + 8 + size > end:
            raise NotTaken("damaged")
        if chunk[:4] == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]  # the flags "has Exif" and "has XMP"
        if chunk[:4] in _WEBP_KEPT:
            kept.append(chunk)
        at += 8 + size + size % 2
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


# -- sound ----------------------------------------------------------------------------------------


def _webm(content: bytes) -> bytes:
    """Matroska names its codecs: V_… is a picture that moves (RFC 9559, CodecID)."""
    if re.search(rb"\x86[\x80-\xff]V_", content[:65_536]):
        raise NotTaken("video")
    return content


def _mp4(content: bytes) -> bytes:
    """ISO 14496-12. What a recorder noted beside the sound (place, date, names) becomes free space of the same size."""
    mutable = bytearray(content)
    for box, at, end in _boxes(content, 0, len(content)):
        if box == b"moov":
            _free(mutable, content, at, end)
    return bytes(mutable)


def _free(mutable: bytearray, content: bytes, start: int, stop: int) -> None:
    for box, at, end in _boxes(content, start, stop):
        if box in (b"udta", b"meta"):
            mutable[at - 4 : at] = b"free"
            mutable[at:end] = bytes(end - at)
        elif box in (b"trak", b"mdia"):
            _free(mutable, content, at, end)
        elif box == b"hdlr" and content[at + 8 : at + 12] == b"vide":
            raise NotTaken("video")


def _boxes(content: bytes, at: int, stop: int) -> Iterator[tuple[bytes, int, int]]:
    """(name, where its body begins, where it ends) of each box."""
    while at + 8 <= stop:
        size, body = _number(content, at, ">I"), at + 8
        name = content[at + 4 : at + 8]
        if size == 1:
            size, body = _number(content, at + 8, ">Q"), at + 16
        end = stop if size == 0 else at + size
        if not body <= end <= stop:
            raise NotTaken("damaged")
        yield name, body, end
        at = end


def _as_it_is(content: bytes) -> bytes:
    return content


def _number(content: bytes, at: int, form: str) -> int:
    value: int = struct.unpack_from(form, content, at)[0]
    return value


_KINDS: tuple[tuple[re.Pattern[bytes], str, str, Callable[[bytes], bytes]], ...] = (
    (re.compile(rb"\xff\xd8\xff"), "photo", "image/jpeg", _jpeg),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "photo", "image/png", _png),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "photo", "image/webp", _webp),
    (re.compile(rb"\x1aE\xdf\xa3"), "voice", "audio/webm", _webm),
    (re.compile(rb"OggS"), "voice", "audio/ogg", _as_it_is),
    (re.compile(rb"....ftyp(?:M4A|mp4|iso|dash|MSNV|3gp|qt)", re.DOTALL), "voice", "audio/mp4", _mp4),
    (re.compile(rb"RIFF....WAVE", re.DOTALL), "voice", "audio/wav", _as_it_is),
    (re.compile(rb"ID3|\xff[\xfb\xf3\xf2]"), "voice", "audio/mpeg", _as_it_is),
)
"""How the content begins, what it then is, and how it is freed of what it tells beside."""
