"""Owns that native dialogs of agents stand open one at a time: a second one is refused, not put over the first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.errors import Busy
from app.resources import text
from app.tools.cancellation import Cancellation
from app.tools.tool import Dialogs


class OneDialog:
    """Native dialogs, one at a time; raises Busy while one is open, else as the dialogs themselves."""

    def __init__(self, dialogs: Dialogs) -> None:
        self._dialogs = dialogs
        self._lock = threading.Lock()

    def pick_files(
        self,
        *,
        title: str,
        multiple: bool,
        patterns: tuple[str, ...],
        cancelled: Cancellation,
        deadline_seconds: float,
    ) -> list[str] | None:
        """Let the person pick files."""
        with self._alone():
            return self._dialogs.pick_files(
                title=title,
                multiple=multiple,
                patterns=patterns,
                cancelled=cancelled,
                deadline_seconds=deadline_seconds,
            )

    def pick_folder(self, *, title: str, cancelled: Cancellation, deadline_seconds: float) -> str | None:
        """Let the person pick a folder."""
        with self._alone():
            return self._dialogs.pick_folder(title=title, cancelled=cancelled, deadline_seconds=deadline_seconds)

    def save_file(self, *, title: str, file_name: str, cancelled: Cancellation, deadline_seconds: float) -> str | None:
        """Let the person say where a file is saved."""
        with self._alone():
            return self._dialogs.save_file(
                title=title, file_name=file_name, cancelled=cancelled, deadline_seconds=deadline_seconds
            )

    @contextmanager
    def _alone(self) -> Iterator[None]:
        # SECURITY: T08, a person who closes one dialog after the other reads none of them.
        if not self._lock.acquire(blocking=False):
            raise Busy(text("tool.dialog_open"))
        try:
            yield
        finally:
            self._lock.release()
