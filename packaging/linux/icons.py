"""Owns the icon in every size that desktops ask for, drawn from the brand's one drawing."""

from __future__ import annotations

from pathlib import Path

SIZES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def draw_icon(drawing: Path, size_px: int, picture: Path) -> None:
    """Draw an SVG as a square PNG with a transparent background."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    if not image.save(str(picture), "PNG"):  # type: ignore[call-overload]
        raise OSError(f"{picture} cannot be written")
