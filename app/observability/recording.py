"""Owns record mode: for ten minutes the log holds everything this program says, and then no more than before."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from app.observability.logging_setup import LogSetup

RECORD_SECONDS = 600.0

logger = logging.getLogger(__name__)


class Recording:
    """Ends by itself, and with the program; safe on every thread.

    `told` hears when it will end, in seconds since 1970, each time it starts, and None once it has ended.
    """

    def __init__(
        self,
        log: LogSetup,
        told: Callable[[float | None], None],
        *,
        seconds: float = RECORD_SECONDS,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._log, self._told = log, told
        self._seconds, self._now = seconds, now
        # Held while telling, so that nobody hears of the end before the start.
        self._lock = threading.RLock()
        self._timer: threading.Timer | None = None

    def start(self) -> float:
        """Hold everything from now on, or for longer when that is so already; returns when it will end."""
        timer = threading.Timer(self._seconds, lambda: self._end(timer))
        timer.daemon = True
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            # First: what has no end must not begin.
            timer.start()
            self._timer = timer
            self._log.hold_everything(wanted=True)
            until = self._now() + self._seconds
            logger.info("record mode begins: for %d seconds the log holds everything", self._seconds)
            self._told(until)
        return until

    def stop(self) -> None:
        """Hold as much as before; nothing happens when that is so already."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
                self._end(self._timer)

    def _end(self, timer: threading.Timer) -> None:
        with self._lock:
            # One that was started anew, or stopped, while it waited for the lock is no longer asked.
            if timer is not self._timer:
                return
            self._timer = None
            logger.info("record mode ends")
            self._log.hold_everything(wanted=False)
            self._told(None)
