"""Owns the pictures that Windows and its installer read, drawn from the brand's one drawing."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from icons import draw_icon, draw_into

SIZES_PX = (16, 20, 24, 32, 40, 48, 64, 256)
HEADER, ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")
BITMAP_HEADER = struct.Struct("<IiiHHIIiiII")
COUNT_AS_ICON = 1
# A byte says a size: 0 stands for this one, which is also the first that is kept as PNG.
LARGEST_PX = 256
# NSIS's own measures of the picture beside the last page, twice as large for sharp screens.
PANEL_PX = (328, 628)
PANELS_ICON_PX = 168


def write_icon(drawing: Path, icon: Path) -> None:
    """Draw an SVG in each size, and write all of them as one .ico."""
    icon.write_bytes(join_pictures({size_px: _picture(drawing, size_px) for size_px in SIZES_PX}))


def write_panel(drawing: Path, colour: str, panel: Path) -> None:
    """Draw the picture that stands beside the last page: the icon on a ground of the brand's colour."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage

    width, height = PANEL_PX
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor(colour))
    place = QRectF((width - PANELS_ICON_PX) / 2, (height - PANELS_ICON_PX) / 2, PANELS_ICON_PX, PANELS_ICON_PX)
    draw_into(image, drawing, place)
    if not image.save(str(panel), "BMP"):  # type: ignore[call-overload]
        raise OSError(f"{panel} cannot be written")


def join_pictures(pictures: Mapping[int, bytes]) -> bytes:
    """Return the pictures, by their sizes, behind the table that says where each begins."""
    begins_at = HEADER.size + ENTRY.size * len(pictures)
    table = HEADER.pack(0, COUNT_AS_ICON, len(pictures))
    for size_px, picture in pictures.items():
        side = size_px % LARGEST_PX
        table += ENTRY.pack(side, side, 0, 0, 1, 32, len(picture), begins_at)
        begins_at += len(picture)
    return table + b"".join(pictures.values())


def _picture(drawing: Path, size_px: int) -> bytes:
    png = draw_icon(drawing, size_px)
    return png if size_px == LARGEST_PX else _bitmap(png)


def _bitmap(png: bytes) -> bytes:
    """Return a picture as programs older than PNG's icons read it: rows from below, then a mask that hides nothing."""
    from PySide6.QtGui import QImage

    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_ARGB32)
    size_px = image.width()
    mask = bytes((size_px + 31) // 32 * 4 * size_px)
    rows, width = bytes(image.constBits()), image.bytesPerLine()
    pixels = b"".join(rows[at : at + width] for at in reversed(range(0, len(rows), width)))
    header = BITMAP_HEADER.pack(BITMAP_HEADER.size, size_px, 2 * size_px, 1, 32, 0, len(pixels + mask), 0, 0, 0, 0)
    return header + pixels + mask
