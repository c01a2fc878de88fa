"""Owns how the program ends: signals, the order of stopping, and the two seconds it may take."""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Callable
from types import FrameType

STOP_BUDGET_SECONDS = 1.9
SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK") if hasattr(signal, name))

logger = logging.getLogger(__name__)


class Stopped(BaseException):
    """Unwinds a start that was interrupted before there was a window to close."""


class Lifecycle:
    """Turns a signal into an orderly end, whether the window is still on its way or there already.

    Before `window_opens` a signal unwinds the start; from then on it closes the window. In either case the process is
    gone after `STOP_BUDGET_SECONDS`, with exit code 0.
    """

    def __init__(self, end_process: Callable[[int], None] = os._exit) -> None:
        self._close_window: Callable[[], None] | None = None
        self._end_process = end_process
        self._stopping = threading.Event()

    @property
    def stopping(self) -> bool:
        """Whether the end has begun."""
        return self._stopping.is_set()

    def install(self) -> None:
        """Take the signals over; main thread only."""
        for number in SIGNALS:
            signal.signal(number, self._on_signal)

    def window_opens(self, close_window: Callable[[], None]) -> None:
        """From now on a signal closes the window; main thread only."""
        self.install()  # pywebview has put a handler of its own in the place of ours
        self._close_window = close_window
        if self.stopping:
            close_window()

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        logger.info("signal %s: stopping", signal.Signals(number).name)
        self.begin_stop()
        if self._close_window is None:
            raise Stopped
        self._close_window()

    def begin_stop(self) -> None:
        """Start the clock of the end; what has not stopped by then is cut off."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        timer = threading.Timer(STOP_BUDGET_SECONDS, self._cut_off)
        timer.daemon = True
        timer.start()

    def _cut_off(self) -> None:
        logger.warning("stopping took longer than %s s and was cut off", STOP_BUDGET_SECONDS)
        self._end_process(0)
