"""The beginning of a program for Windows, which is enough for whoever asks whether it is signed."""

from __future__ import annotations

from pathlib import Path


def program(file: Path, *, signed: bool) -> Path:
    """Write the beginning of a 64-bit program, with the entry that says where its signature is."""
    header = bytearray(512)
    header[:2], header[0x3C:0x40], header[64:68] = b"MZ", (64).to_bytes(4, "little"), b"PE\0\0"
    header[88:90] = (0x20B).to_bytes(2, "little")
    if signed:
        header[88 + 112 + 32 : 88 + 112 + 40] = (504).to_bytes(4, "little") + (8).to_bytes(4, "little")
    file.write_bytes(header)
    return file
