"""Owns the life of a process that this program has started of itself: it ends with its stdin."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

STDIN = 0
END_SECONDS = 1.5


class Life:
    """Ends with stdin, in a second and a half at most, whatever this process is busy with."""

    def __init__(self) -> None:
        self._end: Callable[[], None] | None = None

    def watch(self) -> None:
        """Begin to wait for the end of stdin."""
        threading.Thread(target=self._wait, name="life", daemon=True).start()

    def ends_with(self, end: Callable[[], None]) -> None:
        """Name what has to be called at the end; until then there is nothing that would need care."""
        self._end = end

    def _wait(self) -> None:
        while os.read(STDIN, 4096):
            pass
        if self._end is not None:
            self._end()
            # The process usually is gone before this has passed, unless an agent hogs it.
            threading.Event().wait(END_SECONDS)
        os._exit(0)
