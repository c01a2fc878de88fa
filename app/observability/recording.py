"""Owns the recording of more than usual in the log, for ten minutes, so that a fault can be shown once more."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from app.observability.logging_setup import LogSetup

RECORDING_SECONDS = 600.0


class Recording:
    """A log that holds more until a moment; `told` hears that moment, and None when it is over."""

    def __init__(
        self, log: LogSetup, told: Callable[[float | None], None], *, seconds: float = RECORDING_SECONDS
    ) -> None:
        self._log, self._told, self._seconds = log, told, seconds
        self._timer: threading.Timer | None = None

    def start(self) -> float:
        """Begin, or begin anew; returns when it ends, in seconds of UTC."""
        self._cancel()
        until = time.time() + self._seconds
        self._log.set_level("debug")
        self._timer = threading.Timer(self._seconds, self.stop)
        self._timer.daemon = True
        self._timer.start()
        self._told(until)
        return until

    def stop(self) -> None:
        """End it; nothing happens where there is none."""
        if self._cancel():
            self._log.set_level("info")
            self._told(None)

    def _cancel(self) -> bool:
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
        return timer is not None
