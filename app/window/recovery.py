"""Owns what happens when the page dies, hangs or never comes up: open it again, up to a point."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable

from app.errors import AppError, PageNotReady, PageNotResponding

READY_DEADLINE_SECONDS = 10.0
CRASHES_ALLOWED = 3
CRASH_WINDOW_SECONDS = 60.0

logger = logging.getLogger(__name__)


class Recovery:
    """Watches one window's page.

    `load_shell` and `load_fallback` load the shell or the static page that explains a failure; `end_renderer` kills a
    page that does not answer, after which the engine calls `renderer_gone`. All three may be called on any thread.
    """

    def __init__(
        self,
        *,
        load_shell: Callable[[], None],
        load_fallback: Callable[[], None],
        end_renderer: Callable[[], None],
        record: Callable[[AppError], None],
        clock: Callable[[], float] = time.monotonic,
        ready_deadline_seconds: float = READY_DEADLINE_SECONDS,
    ) -> None:
        self._load_shell, self._load_fallback, self._end_renderer = load_shell, load_fallback, end_renderer
        self._record, self._clock = record, clock
        self._ready_deadline_seconds = ready_deadline_seconds
        self._crashes: deque[float] = deque(maxlen=CRASHES_ALLOWED)
        self._ready_timer: threading.Timer | None = None
        self._lock = threading.Lock()
        self._closed = False
        self.reason = ""
        """Why the page was last opened again; told to the page once it is there."""

    def page_loading(self) -> None:
        """The page starts to load: it has to open its bridge before the deadline."""
        with self._lock:
            self._cancel_timer()
            if self._closed:
                return
            self._ready_timer = threading.Timer(self._ready_deadline_seconds, self._not_ready)
            self._ready_timer.name, self._ready_timer.daemon = "page-ready-deadline", True
            self._ready_timer.start()

    def page_open(self) -> None:
        """The page has opened its bridge."""
        with self._lock:
            self._cancel_timer()

    def renderer_gone(self, reason: str) -> None:
        """The page's process ended: open the page again, unless it keeps dying."""
        logger.warning("the page's process ended: %s", reason)
        if self._closed:
            return
        error = PageNotResponding(detail=reason)
        self._record(error)
        self.reason = error.sentence
        now = self._clock()
        keeps_dying = len(self._crashes) == CRASHES_ALLOWED and now - self._crashes[0] < CRASH_WINDOW_SECONDS
        self._crashes.append(now)
        if keeps_dying:
            self.fall_back()
        else:
            self._load_shell()

    def page_unresponsive(self) -> None:
        """The page has stopped answering: end its process, so that it can be opened again."""
        if not self._closed:
            logger.warning("the page does not answer; ending its process")
            self._end_renderer()

    def fall_back(self) -> None:
        """Show the static page that says what happened and offers to try again."""
        with self._lock:
            self._cancel_timer()
        self._load_fallback()

    def close(self) -> None:
        """Watch no more."""
        with self._lock:
            self._closed = True
            self._cancel_timer()

    def _not_ready(self) -> None:
        self._record(PageNotReady())
        self.fall_back()

    def _cancel_timer(self) -> None:
        if self._ready_timer is not None:
            self._ready_timer.cancel()
            self._ready_timer = None
