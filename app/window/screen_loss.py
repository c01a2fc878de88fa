"""Owns the moment when the X server dies under the window: Xlib would end the process, and all with it, at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

LIBRARY = "libX11.so.6"

# What C calls has to live for as long as it may.
_handlers: list[object] = []


def when_screen_is_lost(end: Callable[[], None]) -> None:
    """Call back, on the thread that finds out, when the X server is gone; `end` has to end the process.

    To be called when the engine has opened the screen: an engine puts a handler of its own in this place.
    """
    if sys.platform != "linux":
        return
    # Not at the top: that stands before the first paint.
    import ctypes

    def lost(_display: int) -> int:
        end()
        return 0

    handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(lost)
    _handlers.append(handler)
    with suppress(OSError):  # without the library there is no X server either
        ctypes.CDLL(LIBRARY).XSetIOErrorHandler(handler)
