"""Owns how the program ends: signals, the order of stopping, and the two seconds it may take."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from app.errors import AppError

STOP_BUDGET_SECONDS = 1.7
SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGHUP", "SIGBREAK", "SIGTERM") if hasattr(signal, name))

logger = logging.getLogger(__name__)


class Stopped(BaseException):
    """Unwinds a start that was interrupted before there was a window to close."""


class Lifecycle:
    """Turns a signal into an orderly end, whether the window is still on its way or there already.

    While the program starts, a signal is only noted: `checkpoint` ends the start between two of its steps, so that none
    is cut in half. Once the window is there, a signal closes it. In either case the process is gone
    `STOP_BUDGET_SECONDS` later, with exit code 0 unless there was a reason for another.
    """

    def __init__(self, end_process: Callable[[int], None] = os._exit) -> None:
        self._end_process = end_process
        self._close_window: Callable[[], None] | None = None
        self._last_acts: list[Callable[[], None]] = []
        self._displaced: dict[int, signal.Handlers | Callable[..., object] | int | None] = {}
        self._reason = ""
        self._is_told_to_end = False
        self._exit_code = 0
        self._begun = threading.Event()
        self._released = threading.Event()

    @property
    def stopping(self) -> bool:
        """Whether the end has begun."""
        return bool(self._reason)

    @property
    def is_told_to_end(self) -> bool:
        """Whether a signal has come, be it while the program was stopping already."""
        return self._is_told_to_end

    def install(self) -> None:
        """Take the signals over; main thread only, and before anything that takes time."""
        self._take_signals()
        # It waits from the start: to start a thread takes locks, which a signal's handler may find taken.
        threading.Thread(target=self._watch, name="stop-budget", daemon=True).start()

    def release(self) -> None:
        """Give the signals back to who had them, and time without end: this program has no window, or none any more."""
        self._released.set()
        self._begun.set()
        for number, handler in self._displaced.items():
            signal.signal(number, handler)

    def checkpoint(self) -> None:
        """Between two steps of the start: raise Stopped when the end has begun."""
        if self.stopping:
            raise Stopped

    def window_opens(self, close_window: Callable[[], None]) -> None:
        """From now on a signal closes the window; main thread only."""
        self._take_signals()  # an engine may have put a handler of its own in the place of ours
        self._close_window = close_window
        if self.stopping:
            close_window()

    def begin_stop(self, reason: str = "the window closes", exit_code: int = 0) -> None:
        """Start the clock of the end; what has not stopped by then is cut off."""
        if not self._reason:
            self._reason, self._exit_code = reason, exit_code
            self._begun.set()

    def before_cut_off(self, act: Callable[[], None]) -> None:
        """Name something small that has to be done even when stopping takes too long."""
        self._last_acts.append(act)

    def abort(self, error: AppError) -> None:
        """End the process at once, with this as the reason: what would follow must not happen."""
        if sys.stderr is not None:
            sys.stderr.write(f"{error.sentence}\n{error.hint}\n")
        try:
            for act in self._last_acts:
                act()
        finally:
            self._end_process(error.exit_code)

    def leave(self, exit_code: int) -> None:
        """End the process, everything of ours being undone; returns where no engine was started.

        Linux alone: there the engine runs in this process, and has threads of its own that may still be starting. The
        interpreter's own end takes the application apart below them, which is a crash now and then. Nothing is lost:
        the engine keeps nothing.
        """
        if sys.platform != "linux" or self._close_window is None:
            return
        for stream in filter(None, (sys.stdout, sys.stderr)):
            with suppress(OSError, ValueError):
                stream.flush()
        self._end_process(exit_code)

    def _take_signals(self) -> None:
        for number in SIGNALS:
            handler = signal.signal(number, self._on_signal)
            self._displaced.setdefault(number, handler)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        # This interrupts the main thread anywhere, perhaps while it holds a lock: nothing here may wait for one. So it
        # does not even log, and a second signal, which would meet the first one's work half done, does no more.
        self._is_told_to_end = True
        if self.stopping:
            return
        self.begin_stop(f"signal {signal.Signals(number).name}")
        if self._close_window is not None:
            self._close_window()

    def _watch(self) -> None:
        self._begun.wait()
        if self._reason:
            logger.info("stopping: %s", self._reason)
        if self._released.wait(STOP_BUDGET_SECONDS):
            return
        logger.warning("stopping took longer than %s s and was cut off", STOP_BUDGET_SECONDS)
        try:
            for act in self._last_acts:
                act()
        finally:
            self._end_process(self._exit_code)
