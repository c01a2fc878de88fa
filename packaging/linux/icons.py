"""Owns the icon in every size that desktops ask for, drawn from the brand's one drawing."""

from __future__ import annotations

from pathlib import Path

SIZES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def draw_icon(drawing: Path, size_px: int, picture: Path, *, edge_share: float = 0.0) -> None:
    """Draw an SVG as a square PNG with a transparent background, and leave a share of it free at each edge."""
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    edge_px, drawn_px = size_px * edge_share, size_px * (1 - 2 * edge_share)
    QSvgRenderer(str(drawing)).render(painter, QRectF(edge_px, edge_px, drawn_px, drawn_px))
    painter.end()
    if not image.save(str(picture), "PNG"):  # type: ignore[call-overload]
        raise OSError(f"{picture} cannot be written")
