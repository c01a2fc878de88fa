"""Reads from a Linux program or library what it asks of the loader, without running the loader."""

from __future__ import annotations

import mmap
import re
import struct
from pathlib import Path

MAGIC = b"\x7fELF\x02\x01"
PROGRAM_HEADERS_AT, PROGRAM_HEADER_SIZE_AT = 32, 54
LOADED, DYNAMIC = 1, 2
NEEDED, STRINGS, STRINGS_SIZE, RPATH, RUNPATH = 1, 5, 10, 15, 29
GLIBC = re.compile(rb"\0GLIBC_(\d+)\.(\d+)(?=[\0.])")


def is_elf(path: Path) -> bool:
    """Tell whether a file is a program or library for 64-bit Linux."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def needed_libraries(path: Path) -> list[str]:
    """Return the names under NEEDED of a 64-bit little-endian ELF file."""
    return _dynamic_strings(path, (NEEDED,))


def library_paths(path: Path) -> list[str]:
    """Return the folders where the file itself sends the loader."""
    return [folder for value in _dynamic_strings(path, (RPATH, RUNPATH)) for folder in value.split(":") if folder]


def oldest_glibc(path: Path) -> tuple[int, int]:
    """Return the version of the C library that the file asks for."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as image:
        entries, strings = _dynamic(image, path)
        size = next(value for tag, value in entries if tag == STRINGS_SIZE)
        versions = GLIBC.findall(image[strings : strings + size])
    return max(((int(major), int(minor)) for major, minor in versions), default=(0, 0))


def _dynamic_strings(path: Path, tags: tuple[int, ...]) -> list[str]:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as image:
        entries, strings = _dynamic(image, path)
        return [_string(image, strings + value) for tag, value in entries if tag in tags]


def _dynamic(image: mmap.mmap, path: Path) -> tuple[list[tuple[int, int]], int]:
    """Return the entries of the dynamic section, and where in the file their strings begin."""
    if image[: len(MAGIC)] != MAGIC:
        raise ValueError(f"{path.name} is no 64-bit little-endian ELF file")
    loaded, dynamic = _segments(image)
    entries = [struct.unpack_from("<qQ", image, dynamic[1] + at) for at in range(0, dynamic[2], 16)]
    address = next(value for tag, value in entries if tag == STRINGS)
    strings = next(address - start + at for start, at, size in loaded if start <= address < start + size)
    return entries, strings


def _segments(image: mmap.mmap) -> tuple[list[tuple[int, int, int]], tuple[int, int, int]]:
    """Return (address, offset, size) of what is loaded, and of the dynamic section."""
    (headers_at,) = struct.unpack_from("<Q", image, PROGRAM_HEADERS_AT)
    size, count = struct.unpack_from("<HH", image, PROGRAM_HEADER_SIZE_AT)
    segments = [struct.unpack_from("<IIQQQQ", image, headers_at + size * number) for number in range(count)]
    places = [(kind, (address, at, length)) for kind, _flags, at, address, _physical, length in segments]
    return [place for kind, place in places if kind == LOADED], next(p for kind, p in places if kind == DYNAMIC)


def _string(image: mmap.mmap, at: int) -> str:
    return image[at : image.find(b"\0", at)].decode()
