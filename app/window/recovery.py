"""Owns what happens when the page dies, hangs or never comes up: open it again, up to a point."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from app.errors import AppError, PageNotReady, PageNotResponding
from app.services.frequency import Frequency

READY_DEADLINE_SECONDS = 10.0
DEATHS_ALLOWED = 2
DEATHS_WITHIN_SECONDS = 60.0

logger = logging.getLogger(__name__)


class Recovery:
    """Watches one window's page.

    `load_shell` and `load_fallback` load the shell or the static page that explains a failure; `end_renderer` kills a
    page that does not answer, after which the engine calls `renderer_gone`; `give_up` ends the program when not even
    the static page can be shown. All may be called on any thread.
    """

    def __init__(
        self,
        *,
        load_shell: Callable[[], None],
        load_fallback: Callable[[], None],
        end_renderer: Callable[[], None],
        give_up: Callable[[AppError], None],
        record: Callable[[AppError], None],
        clock: Callable[[], float] = time.monotonic,
        ready_deadline_seconds: float = READY_DEADLINE_SECONDS,
    ) -> None:
        self._load_shell, self._load_fallback, self._end_renderer = load_shell, load_fallback, end_renderer
        self._give_up, self._record = give_up, record
        self._ready_deadline_seconds = ready_deadline_seconds
        self._deaths = Frequency(DEATHS_ALLOWED, DEATHS_WITHIN_SECONDS, clock)
        self._deadline: threading.Timer | None = None
        self._lock = threading.Lock()
        self._closed = self._explaining = False
        self._reason = ""

    def page_loading(self, *, explains: bool = False) -> None:
        """A page starts to load; unless it is the one that explains, it has to open its bridge before the deadline."""
        with self._lock:
            self._explaining = explains
            self._end_deadline()
            if not explains:
                self._start_deadline()

    def page_open(self) -> str:
        """The page has opened its bridge; returns why it was opened anew, once, or nothing."""
        with self._lock:
            self._end_deadline()
            reason, self._reason = self._reason, ""
            return reason

    def page_replaced(self) -> None:
        """The page is about to be opened anew, without any fault of its own."""
        self._reason = PageNotResponding.default_sentence

    def renderer_gone(self, reason: str) -> None:
        """The page's process ended: open the page again, unless it keeps dying."""
        logger.warning("the page's process ended: %s", reason)
        if self._closed:
            return
        error = PageNotResponding(detail=reason)
        self._record(error)
        self._reason = error.sentence
        if not self._deaths.add():
            self._expect_page()
            self._load_shell()
        elif self._explaining:
            self._give_up(PageNotReady(detail="the page that explains a failure died as well"))
        else:
            self._fall_back()

    def page_unresponsive(self) -> None:
        """The page has stopped answering: end its process, so that it can be opened again."""
        if not self._closed:
            logger.warning("the page does not answer; ending its process")
            self._expect_page()
            self._end_renderer()

    def close(self) -> None:
        """Watch no more."""
        with self._lock:
            self._closed = True
            self._end_deadline()

    def _expect_page(self) -> None:
        """Start the deadline now: an engine that does not even begin to load the page must not go unnoticed."""
        with self._lock:
            self._end_deadline()
            self._start_deadline()

    def _fall_back(self) -> None:
        """Show the static page that says what happened and offers to try again."""
        with self._lock:
            self._end_deadline()
        self._load_fallback()

    def _start_deadline(self) -> None:
        if self._closed:
            return
        deadline = threading.Timer(self._ready_deadline_seconds, lambda: self._not_ready(deadline))
        deadline.name, deadline.daemon = "page-ready-deadline", True
        self._deadline = deadline
        deadline.start()

    def _end_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _not_ready(self, deadline: threading.Timer) -> None:
        with self._lock:
            if deadline is not self._deadline:
                return  # the page came at the last moment
        self._record(PageNotReady())
        self._fall_back()
