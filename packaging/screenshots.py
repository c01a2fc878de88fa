"""Takes pictures of a window on an X screen and tells whether anything is on them."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import EngineMissing

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

# A page of text over one background: letters have dozens of shades at their edges, an empty page has none.
FEWEST_SHADES = 24
MOST_OF_ONE_SHADE = 0.9985
DARK_BELOW = 110
REST_SECONDS = 0.12
REST_DEADLINE_SECONDS = 5.0


@dataclass(frozen=True)
class Look:
    """What a picture shows, as far as a machine can tell."""

    shades: int
    share_of_commonest: float
    background_brightness: int

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing was drawn."""
        return self.shades < FEWEST_SHADES or self.share_of_commonest > MOST_OF_ONE_SHADE

    @property
    def is_dark(self) -> bool:
        """Tell whether the background is dark."""
        return self.background_brightness < DARK_BELOW


class Camera:
    """Takes pictures of a window as it is on the screen: a native dialog in front of it is on them too.

    That holds for an X server without a compositor, such as the virtual screen's.
    """

    def __init__(self) -> None:
        try:
            from PySide6.QtGui import QGuiApplication
        except ImportError as error:  # a library of the system is missing
            raise EngineMissing(f"The web engine cannot be loaded: {error}") from error
        self._application = QGuiApplication(["camera", "-platform", "xcb"])

    def take(self, picture: Path, window: int) -> Path:
        """Save what is there once it rests: the engine paints a moment after the page has changed."""
        ends_at, before, now = time.monotonic() + REST_DEADLINE_SECONDS, None, self.grab(window)
        while before != now and time.monotonic() < ends_at:
            time.sleep(REST_SECONDS)
            before, now = now, self.grab(window)
        now.save(str(picture))
        return picture

    def grab(self, window: int) -> QImage:
        """Return what is there at this moment."""
        return self._application.primaryScreen().grabWindow(window).toImage()


def look_at(picture: Path) -> Look:
    """Return what a picture shows."""
    from PySide6.QtGui import QImage

    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(image.constBits()).cast("B").cast("I"))
    (commonest, times) = counts.most_common(1)[0]
    red, green, blue = (commonest >> 16) & 255, (commonest >> 8) & 255, commonest & 255
    return Look(len(counts), times / (image.width() * image.height()), (red * 2 + green * 5 + blue) // 8)
