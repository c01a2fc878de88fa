"""Small pictures with known things on them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage


def picture_of(folder: Path, *, background: str, drawn: bool) -> Path:
    """Save a picture of one colour, with a line of many shades when something is to be drawn on it."""
    image = QImage(160, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(background))
    for x in range(160 if drawn else 0):
        image.setPixelColor(x, 50, QColor(x, 255 - x, 90))
    path = folder / "picture.png"
    assert image.save(str(path))
    return path
