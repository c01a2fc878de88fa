"""Owns how a page on Qt gets files that no hand drops on it: as if one did, as Chromium takes those without a copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

# In the window's bar, at any zoom.
BELOW_TOP_PX = 8
ASK_EVERY_MILLISECONDS = 20
# A page that is busy answers late; one that has something open before its bar never takes them.
MOST_QUESTIONS = 100


class QtDrop:
    """One drop on the top of the view: held there until the page takes it, or taken away. Of the GUI thread alone."""

    def __init__(self, view: Any, paths: Sequence[str], refused: Callable[[], None]) -> None:
        from PySide6.QtCore import QMimeData, QPoint, QTimer, QUrl

        self._view, self._refused = view, refused
        self._held = QMimeData()
        self._held.setUrls([QUrl.fromLocalFile(path) for path in paths])
        self._place = QPoint(view.width() // 2, BELOW_TOP_PX)
        self._questions = 0
        self._timer = QTimer(view)
        self._timer.timeout.connect(self._ask)

    def begin(self) -> None:
        """Hold the files over the page."""
        from PySide6.QtGui import QDragEnterEvent

        self._send(QDragEnterEvent, self._place)
        self._timer.start(ASK_EVERY_MILLISECONDS)

    def _ask(self) -> None:
        from PySide6.QtCore import QPointF
        from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent
        from PySide6.QtWidgets import QApplication

        self._questions += 1
        if self._send(QDragMoveEvent, self._place):
            self._timer.stop()
            self._send(QDropEvent, QPointF(self._place))
        elif self._questions == MOST_QUESTIONS:
            self._timer.stop()
            QApplication.sendEvent(self._target, QDragLeaveEvent())
            self._refused()

    def _send(self, kind: Any, place: Any) -> bool:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication

        event = kind(place, Qt.DropAction.CopyAction, self._held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
        QApplication.sendEvent(self._target, event)
        return bool(event.isAccepted())

    @property
    def _target(self) -> Any:
        """The widget that Chromium draws on."""
        return self._view.focusProxy() or self._view
