"""Owns native dialogs as tools see them: opened by Python, answered or cancelled, never left hanging."""

from __future__ import annotations

import threading
from concurrent.futures import Future

from app.errors import Cancelled
from app.window.engine import Engine, FilePickRequest


class EngineDialogs:
    """Native dialogs of the window's engine; a window that closes cancels the one that is open."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def pick_files(
        self,
        *,
        title: str,
        multiple: bool,
        patterns: tuple[str, ...],
        cancelled: threading.Event,
        deadline_seconds: float,
    ) -> list[str] | None:
        """Open a file dialog and wait for the person; None when they cancel or the window closes."""
        if cancelled.is_set():
            raise Cancelled
        answer: Future[list[str] | None] = Future()
        cancel = self._engine.pick_files(FilePickRequest(title, multiple, patterns), answer.set_result)
        try:
            return answer.result(timeout=deadline_seconds)
        except TimeoutError as error:
            cancel()
            raise Cancelled from error
