"""Owns the question whether the page of the window answers, for diagnostics: only an answer of its own is one."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock


class PageQuestion:
    """Asks the page, on any thread, and tells whoever asked that it has answered; `send` puts the question to it."""

    def __init__(self, send: Callable[[], None]) -> None:
        self._send = send
        self._lock = Lock()
        self._waiting: list[Callable[[], None]] = []

    def ask(self, answered: Callable[[], None]) -> None:
        """Ask, and return at once; `answered` hears of an answer, and of nothing where there is none."""
        with self._lock:
            self._waiting.append(answered)
        self._send()

    def answer(self) -> None:
        """Take the page's answer: it is one to all who wait for it."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for answered in waiting:
            answered()
