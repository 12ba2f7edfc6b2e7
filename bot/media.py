"""What people send: known by its content, whatever it is claimed to be, and freed of where and when it was made.

Photos keep their pixels, their colours and which way is up; everything else that a camera writes beside them goes:
place, time, make, thumbnails. Nothing is decoded here, so nothing here can be made to compute for long.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

LARGEST = 20 * 1024 * 1024
"""Bytes of a file that is kept, whatever way it came."""

UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Media:
    """A file as it may be kept. `media` is "photo", "voice", "video" or "document", `type` its media type."""

    media: str
    type: str
    content: bytes


class NotTaken(ValueError):
    """A file that is not kept. `reason` is a machine word: too_large, damaged; from `taken` also video, other."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def known(content: bytes) -> Media:
    """Any file, without what it tells beside the picture or the sound. Raises `NotTaken`: too large, damaged.

    A photo that cannot be read to its end is refused: who knows where it says at which place it was made.
    """
    if len(content) > LARGEST:
        raise NotTaken("too_large")
    for begins, media, kind, stripped in _KINDS:
        if begins.match(content):
            try:
                found = Media(media, kind, stripped(content))
            except (IndexError, struct.error):
                raise NotTaken("damaged") from None
            moves = _MOVING.get(kind)
            if moves is None or not moves.search(content):
                return found
            return Media("video", kind.replace("audio", "video"), found.content)
    return Media("document", UNKNOWN, content)


def taken(content: bytes) -> Media:
    """A photo or a voice message that every browser shows. Raises `NotTaken`: anything else."""
    found = known(content)
    if found.type not in EVERYWHERE:
        raise NotTaken("video" if found.media == "video" else "other")
    return found


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


# -- photos in boxes and directories --------------------------------------------------------------


class _Blanked:
    """A copy in which parts become zeros. Who points at the same bytes again and again is refused, not served."""

    def __init__(self, content: bytes) -> None:
        self.content = bytearray(content)
        self._left = len(content)

    def count(self, work: int) -> None:
        self._left -= work
        if self._left < 0:
            raise NotTaken("damaged")

    def blank(self, start: int, size: int) -> None:
        self.count(size)
        if start + size > len(self.content):
            raise NotTaken("damaged")
        self.content[start : start + size] = bytes(size)


def _heif(content: bytes) -> bytes:
    """ISO 23008-12 (HEIC, AVIF): Exif and XMP become zeros. Which way is up stands in a property, and stays."""
    kept, described = _Blanked(content), False
    for box, at, end in _boxes(content, 0, len(content)):
        if box == b"moov":
            _free(kept.content, content, at, end)
        elif box == b"meta":
            if described:
                raise NotTaken("damaged")
            described = True
            inside = {name: (start, stop) for name, start, stop in _boxes(content, at + 4, end)}
            told = _told(content, *inside[b"iinf"]) if b"iinf" in inside else frozenset()
            if told and b"iloc" not in inside:
                raise NotTaken("damaged")
            if told:
                _blank_items(kept, content, told, *inside[b"iloc"], inside.get(b"idat", (0, 0))[0])
    return bytes(kept.content)


def _told(content: bytes, at: int, end: int) -> frozenset[int]:
    """The numbers of the items that hold Exif or XMP (ISO 14496-12, ItemInfoBox)."""
    found = set()
    for _, item, _ in _boxes(content, at + (6 if content[at] == 0 else 8), end):
        number, kind = (">H", item + 8) if content[item] < 3 else (">I", item + 10)
        if content[item] >= 2 and content[kind : kind + 4] in (b"Exif", b"mime"):
            found.add(_number(content, item + 4, number))
    return frozenset(found)


def _blank_items(kept: _Blanked, content: bytes, items: frozenset[int], at: int, end: int, inner: int) -> None:
    """Looks up where these items stand (ISO 14496-12, ItemLocationBox). `inner`: where the body of `idat` begins."""
    version, sizes = content[at], _number(content, at + 4, ">H")
    offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    wide = 4 if version == 2 else 2
    count, at = _sized(content, at + 6, wide), at + 6 + wide
    for _ in range(count):
        item, at = _sized(content, at, wide), at + wide
        method, at = (_number(content, at, ">H") & 15, at + 2) if version else (0, at)
        start, extents, at = _sized(content, at + 2, base), _number(content, at + 2 + base, ">H"), at + 4 + base
        for _ in range(extents):
            kept.count(1)
            at += index if version else 0
            first, size, at = _sized(content, at, offset), _sized(content, at + offset, length), at + offset + length
            if item in items:
                if method > 1 or size == 0:  # in another item, or all of the file: nobody writes Exif so
                    raise NotTaken("damaged")
                kept.blank(start + first + (inner if method else 0), size)
        if at > end:
            raise NotTaken("damaged")


def _sized(content: bytes, at: int, size: int) -> int:
    if at + size > len(content):
        raise NotTaken("damaged")
    return int.from_bytes(content[at : at + size])


_TIFF_TOLD = frozenset({270, 271, 272, 305, 306, 315, 316, 700, 33723, 34377})  # texts, makers, times, XMP, IPTC
_TIFF_BESIDE = frozenset({34665, 34853})  # directories of their own: Exif, GPS
_TIFF_SIZES = {2: 1, 3: 2, 4: 4, 5: 8, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}


def _tiff(content: bytes) -> bytes:
    """TIFF 6.0: the directories Exif and GPS are emptied, texts beside the picture become zeros."""
    kept, order = _Blanked(content), "<" if content.startswith(b"II") else ">"
    at = _number(content, 4, f"{order}I")
    while at:
        at = _directory(kept, content, order, at, whole=False)
    return bytes(kept.content)


def _directory(kept: _Blanked, content: bytes, order: str, at: int, *, whole: bool) -> int:
    """Blanks what is told in one directory, or all of it; gives where the next one stands."""
    end = at + 2 + 12 * _number(content, at, f"{order}H")
    kept.count(6)
    for entry in range(at + 2, end, 12):
        kept.count(1)
        tag, kind, many, place = struct.unpack_from(f"{order}HHII", content, entry)
        if tag in _TIFF_BESIDE and not whole:
            _directory(kept, content, order, place, whole=True)
        if whole or tag in _TIFF_TOLD:
            size = many * _TIFF_SIZES.get(kind, 1)
            kept.blank(place if size > 4 else entry + 8, size)
    following = _number(content, end, f"{order}I")
    if whole:
        kept.blank(at + 2, end - at - 2)
    return following


# -- sound ----------------------------------------------------------------------------------------


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


_MOVING = {
    "audio/mp4": re.compile(rb"hdlr.{8}vide", re.DOTALL),
    "audio/webm": re.compile(rb"\x86[\x80-\xff]V_"),  # Matroska names its codecs so (RFC 9559, CodecID)
}
"""What says that there are pictures beside the sound."""

_KINDS: tuple[tuple[re.Pattern[bytes], str, str, Callable[[bytes], bytes]], ...] = (
    (re.compile(rb"\xff\xd8\xff"), "photo", "image/jpeg", _jpeg),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "photo", "image/png", _png),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "photo", "image/webp", _webp),
    (re.compile(rb"....ftyp(?:avif|avis)", re.DOTALL), "photo", "image/avif", _heif),
    (re.compile(rb"....ftyp(?:he[iv]|mif1|msf1)", re.DOTALL), "photo", "image/heic", _heif),
    (re.compile(rb"II\*\0|MM\0\*"), "photo", "image/tiff", _tiff),
    (re.compile(rb"GIF8[79]a"), "photo", "image/gif", _as_it_is),
    (re.compile(rb"\x1aE\xdf\xa3"), "voice", "audio/webm", _as_it_is),
    (re.compile(rb"OggS"), "voice", "audio/ogg", _as_it_is),
    (re.compile(rb"....ftyp(?:M4[AV]|mp4|iso|dash|MSNV|3gp|qt|avc1)", re.DOTALL), "voice", "audio/mp4", _mp4),
    (re.compile(rb"RIFF....WAVE", re.DOTALL), "voice", "audio/wav", _as_it_is),
    (re.compile(rb"ID3|\xff[\xfb\xf3\xf2]"), "voice", "audio/mpeg", _as_it_is),
    (re.compile(rb"%PDF-"), "document", "application/pdf", _as_it_is),
)
"""How the content begins, what it then is, and how it is freed of what it tells beside."""

EVERYWHERE = frozenset(
    {
        "image/jpeg", "image/png", "image/webp", "audio/webm", "audio/ogg", "audio/mp4", "audio/wav", "audio/mpeg",
    }
)  # fmt: skip
"""Types that every browser shows or plays, and none runs."""
