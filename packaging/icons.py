"""Draws the brand's one drawing in the sizes and places that the systems ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Invalid

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage


# 96 to an inch. A picture that is not told takes it from the screen, if there is one, and no two builds need be alike.
DOTS_PER_METRE = 3780


def draw_icon(drawing: Path, size_px: int, *, edge_share: float = 0.0) -> bytes:
    """Return an SVG as a square PNG with a transparent background, a share of it left free at each edge."""
    from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
    from PySide6.QtGui import QImage

    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    edge_px, drawn_px = size_px * edge_share, size_px * (1 - 2 * edge_share)
    draw_into(image, drawing, QRectF(edge_px, edge_px, drawn_px, drawn_px))
    picture = QBuffer()
    picture.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(picture, "PNG")  # type: ignore[call-overload]
    return bytes(picture.data().data())


def draw_into(image: QImage, drawing: Path, place: QRectF) -> None:
    """Draw an SVG into a place of a picture."""
    from PySide6.QtGui import QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise Invalid(f"{drawing} is no drawing in SVG.", hint="app/brand.py names it.")
    image.setDotsPerMeterX(DOTS_PER_METRE)
    image.setDotsPerMeterY(DOTS_PER_METRE)
    painter = QPainter(image)
    renderer.render(painter, place)
    painter.end()
