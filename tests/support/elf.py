"""Reads from a Linux program or library which libraries it links, without running the loader."""

from __future__ import annotations

import mmap
import struct
from pathlib import Path

PROGRAM_HEADERS_AT, PROGRAM_HEADER_SIZE_AT = 32, 54
LOADED, DYNAMIC = 1, 2
NEEDED, STRINGS = 1, 5


def needed_libraries(path: Path) -> list[str]:
    """Return the names under NEEDED of a 64-bit little-endian ELF file."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as image:
        if image[:6] != b"\x7fELF\x02\x01":
            raise ValueError(f"{path.name} is no 64-bit little-endian ELF file")
        loaded, dynamic = _segments(image)
        entries = [struct.unpack_from("<qQ", image, dynamic[1] + at) for at in range(0, dynamic[2], 16)]
        address = next(value for tag, value in entries if tag == STRINGS)
        strings = next(address - start + at for start, at, size in loaded if start <= address < start + size)
        return [_string(image, strings + value) for tag, value in entries if tag == NEEDED]


def _segments(image: mmap.mmap) -> tuple[list[tuple[int, int, int]], tuple[int, int, int]]:
    """Return (address, offset, size) of what is loaded, and of the dynamic section."""
    (headers_at,) = struct.unpack_from("<Q", image, PROGRAM_HEADERS_AT)
    size, count = struct.unpack_from("<HH", image, PROGRAM_HEADER_SIZE_AT)
    segments = [struct.unpack_from("<IIQQQQ", image, headers_at + size * number) for number in range(count)]
    places = [(kind, (address, at, length)) for kind, _flags, at, address, _physical, length in segments]
    return [place for kind, place in places if kind == LOADED], next(p for kind, p in places if kind == DYNAMIC)


def _string(image: mmap.mmap, at: int) -> str:
    return image[at : image.find(b"\0", at)].decode()
