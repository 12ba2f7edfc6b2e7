"""Small files as cameras and recorders write them, with what they tell beside the picture or the sound."""

from __future__ import annotations

import struct
import zlib

SECRET = b"GPS 57.31N 25.27E, Kitchen of Ilze"


def jpeg(direction: int = 6, tail: bytes = b"") -> bytes:
    """One grey pixel square (a real, decodable baseline JPEG), with Exif, a comment, an ICC profile and a tail."""
    exif = b"Exif\0\0" + b"II*\0" + struct.pack("<IH", 8, 2)
    exif += struct.pack("<HHII", 271, 2, len(SECRET), 38) + struct.pack("<HHIHH", 274, 3, 1, direction, 0) + bytes(4)
    exif += SECRET
    segments = [
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        segment(0xE1, exif),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
        segment(0xE2, b"ICC_PROFILE\0\x01\x01colours"),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xED, SECRET),
        segment(0xFE, SECRET),
        segment(0xDB, bytes([0]) + bytes([1] * 64)),
        segment(0xC0, bytes([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
        segment(0xC4, bytes([0x00]) + bytes([0, 1] + [0] * 14) + bytes([0])),
        segment(0xC4, bytes([0x10]) + bytes([0, 1] + [0] * 14) + bytes([0])),
        segment(0xDA, bytes([1, 1, 0x00, 0, 63, 0])) + b"\x3f\xff\x00\xff\xd0\x3f",
    ]
    return b"\xff\xd8" + b"".join(segments) + b"\xff\xd9" + tail


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def png() -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"eXIf", SECRET)
        + chunk(b"tEXt", b"Comment\0" + SECRET)
        + chunk(b"IDAT", zlib.compress(b"\0\x80"))
        + chunk(b"IEND", b"")
        + SECRET
    )


def webp() -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)

    body = chunk(b"VP8X", bytes([0x0C | 0x10]) + bytes(9)) + chunk(b"VP8L", b"\x2f\0\0\0\0") + chunk(b"EXIF", SECRET)
    body += chunk(b"XMP ", SECRET)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def box(name: bytes, *bodies: bytes) -> bytes:
    body = b"".join(bodies)
    return struct.pack(">I", len(body) + 8) + name + body


def m4a(handler: bytes = b"soun") -> bytes:
    media = box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(13)))
    return (
        box(b"ftyp", b"M4A \0\0\0\0") + box(b"moov", box(b"udta", SECRET), box(b"trak", media)) + box(b"mdat", b"sound")
    )


def webm(codec: bytes = b"A_OPUS") -> bytes:
    return b"\x1aE\xdf\xa3" + bytes(20) + b"\x86" + bytes([0x80 | len(codec)]) + codec + b"sound"


def ogg() -> bytes:
    return b"OggS\0\x02" + bytes(20) + b"OpusHead" + bytes(40)


def heic(*, kind: bytes = b"Exif", outside: bytes = b"") -> bytes:
    """Boxes as a phone files them: an item of pixels and one of `kind`, behind each other in `mdat`."""

    def full(name: bytes, body: bytes, version: int = 0) -> bytes:
        return box(name, bytes([version, 0, 0, 0]), body)

    def item(number: int, sort: bytes) -> bytes:
        return full(b"infe", struct.pack(">HH", number, 0) + sort + b"\0", 2)

    pixels, told = b"pixels", b"\0\0\0\6Exif\0\0" + SECRET
    start = box(b"ftyp", b"heic\0\0\0\0mif1heic")

    def described(at: int) -> bytes:
        places = b"".join(
            struct.pack(">HHHHII", number, 0, 0, 1, place, size)
            for number, place, size in ((1, at, len(pixels)), (2, at + len(pixels), len(told)))
        )
        return full(
            b"meta",
            full(b"iinf", struct.pack(">H", 2) + item(1, b"hvc1") + item(2, kind))
            + full(b"iloc", struct.pack(">HH", 0x4400, 2) + places, 1),
        )

    at = len(start) + len(described(0)) + 8
    return start + described(at) + box(b"mdat", pixels, told) + outside


def tiff() -> bytes:
    """One directory that names a camera, a text beside it, and directories for Exif and GPS."""
    gps, words = 8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + 2 + 12 + 4
    entries = [(256, 3, 1, 1), (271, 2, len(SECRET), words), (34853, 4, 1, gps)]
    first = struct.pack("<H", 3) + b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4)
    beside = struct.pack("<H", 1) + struct.pack("<HHII", 2, 2, len(SECRET), words + len(SECRET)) + bytes(4)
    return b"II*\0" + struct.pack("<I", 8) + first + beside + SECRET + SECRET


def mp3() -> bytes:
    """Half a second of silence that every player plays: twenty empty frames of 128 kbit/s."""
    return (b"\xff\xfb\x90\x00" + bytes(413)) * 20
