"""Reads from a program or library for Windows what is asked of it, without running it."""

from __future__ import annotations

import struct
from pathlib import Path

HEADER_PLACE_AT = 0x3C
PE_MAGIC, PE32_PLUS = b"PE\0\0", 0x20B
# After the magic: the header of the file, then the optional one, at whose end the table of directories lies.
FILE_HEADER_SIZE = 20
DIRECTORIES_AT = {0x10B: 96, PE32_PLUS: 112}
CERTIFICATES, DIRECTORY_SIZE, NUMBER_SIZE = 4, 8, 4


def is_signed(file: Path) -> bool:
    """Tell whether a program carries a signature; whether that is worth anything, Windows says."""
    image = file.read_bytes()
    at = _directories_at(image, file) + CERTIFICATES * DIRECTORY_SIZE
    begins_at, size = _number(image, at), _number(image, at + NUMBER_SIZE)
    return size > 0 and begins_at + size <= len(image)


def _directories_at(image: bytes, file: Path) -> int:
    try:
        header = _number(image, HEADER_PLACE_AT)
        optional = header + len(PE_MAGIC) + FILE_HEADER_SIZE
        if image[header : header + len(PE_MAGIC)] == PE_MAGIC:
            return optional + DIRECTORIES_AT[struct.unpack_from("<H", image, optional)[0]]
    except (struct.error, KeyError):
        pass
    raise ValueError(f"{file} is no program for Windows")


def _number(image: bytes, at: int) -> int:
    (number,) = struct.unpack_from("<I", image, at)
    return int(number)
