"""Makes the icon of macOS, one file with every size, from the brand's one drawing."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from icons import draw_icon

# By the name that Apple gives an entry: how many pixels it has. Half of them serve screens with two pixels for one.
ENTRIES_PX: Mapping[bytes, int] = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}
# Icons of macOS leave room at their edges: of 1024 pixels the shape has 824, and the drawing leaves a little by itself.
EDGE_SHARE = 0.07


def render_icon(drawing: Path) -> bytes:
    """Return the file: entries one after the other, each with its name, its length and a PNG."""
    sizes = set(ENTRIES_PX.values())
    pictures = {size_px: draw_icon(drawing, size_px, edge_share=EDGE_SHARE) for size_px in sizes}
    entries = b"".join(_entry(name, pictures[size_px]) for name, size_px in ENTRIES_PX.items())
    return _entry(b"icns", entries)


def _entry(name: bytes, content: bytes) -> bytes:
    return name + struct.pack(">I", 8 + len(content)) + content
