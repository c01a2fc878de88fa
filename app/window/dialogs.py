"""Owns native dialogs and the clipboard as tools see them: answered or cancelled, never left hanging."""

from __future__ import annotations

import threading
from concurrent.futures import Future

from app.errors import Busy, Cancelled, DeadlineExceeded
from app.resources import text
from app.tools.cancellation import Cancellation
from app.window.engine import Engine, FileDialog


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
        cancelled: Cancellation,
        deadline_seconds: float,
    ) -> list[str] | None:
        """Open a file dialog and wait for the person; None when they cancel or the window closes."""
        return self._show(FileDialog(title, multiple=multiple, patterns=patterns), cancelled, deadline_seconds)

    def pick_folder(self, *, title: str, cancelled: Cancellation, deadline_seconds: float) -> str | None:
        """Open a dialog for one folder; None as above."""
        picked = self._show(FileDialog(title, "folder"), cancelled, deadline_seconds)
        return picked[0] if picked else None

    def save_file(self, *, title: str, file_name: str, cancelled: Cancellation, deadline_seconds: float) -> str | None:
        """Ask where to save a file, and before another one is replaced; None as above."""
        picked = self._show(FileDialog(title, "save", file_name=file_name), cancelled, deadline_seconds)
        return picked[0] if picked else None

    def _show(self, asked: FileDialog, cancelled: Cancellation, deadline_seconds: float) -> list[str] | None:
        answer: Future[list[str] | None] = Future()
        if cancelled.is_set:
            raise Cancelled
        cancel = self._engine.show_file_dialog(asked, answer.set_result)
        try:
            with cancelled.telling(cancel):
                picked = answer.result(timeout=deadline_seconds)
        except TimeoutError as error:
            cancel()
            raise Cancelled from error
        if cancelled.is_set:
            raise Cancelled
        return picked


class AgentDialogs(EngineDialogs):
    """Dialogs that agents ask for: one stands open at a time, and a second one is Busy, not put over the first."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._alone = threading.Lock()

    def _show(self, asked: FileDialog, cancelled: Cancellation, deadline_seconds: float) -> list[str] | None:
        # SECURITY: T08, a person who closes one dialog after the other reads none of them.
        if not self._alone.acquire(blocking=False):
            raise Busy(text("tool.dialog_open"))
        try:
            return super()._show(asked, cancelled, deadline_seconds)
        finally:
            self._alone.release()


class EngineClipboard:
    """The system's clipboard, as far as text goes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(self, deadline_seconds: float) -> str:
        """Return the text that is there, empty where there is none; raises DeadlineExceeded."""
        answer: Future[str] = Future()
        self._engine.read_clipboard(answer.set_result)
        try:
            return answer.result(timeout=deadline_seconds)
        except TimeoutError as error:
            raise DeadlineExceeded from error

    def write(self, words: str) -> None:
        """Put a text there."""
        self._engine.write_clipboard(words)
