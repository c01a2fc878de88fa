"""Owns the log of this process: where its lines go, how much it holds, what is caught into it, and its end."""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from pathlib import Path

from app import __version__
from app.observability.developers import speak_to_developers
from app.observability.log_lines import EarlyHandler, LineHandler
from app.observability.private_log import PrivateLog
from app.observability.recent_lines import RecentLines
from app.observability.redaction import redact
from app.observability.uncaught import UncaughtErrors

OWN_LOGGER = "app"
# They print to the terminal by handlers of their own unless they find one there.
SELF_WILLED_LOGGERS = ("pywebview",)

_NOWHERE = logging.NullHandler()
logger = logging.getLogger(__name__)


def hold_early_lines() -> None:
    """Keep entries in memory from now on, so that those from before the log's folder is known are not lost."""
    if not _early_handlers():
        logging.getLogger().addHandler(EarlyHandler())
        _set_levels(development=False)


def start_logging(log_file: Path, *, development: bool) -> LogSetup:
    """Write the log to this file, first what was held so far; without a usable file it goes on in memory."""
    hold_early_lines()
    return LogSetup(log_file, development=development)


class LogSetup:
    """The running log of this process.

    `file_problem` says why there is no file; empty when there is one. `recent` is for developers only.
    """

    def __init__(self, log_file: Path, *, development: bool) -> None:
        self._root = logging.getLogger()
        self._uncaught = UncaughtErrors()
        self._handlers: list[LineHandler] = []
        self._file: PrivateLog | None = None
        self._level = _own_level(development=development)
        self._holds_everything = False
        self.file_problem = ""
        self.recent = RecentLines() if development else None
        if self.recent is not None:
            self._add(LineHandler(self.recent))
            self.recent.write_all(entry for early in _early_handlers() for entry in early.early_lines.held())
        self._open(log_file)
        if development and sys.stderr is not None:
            self._add(LineHandler(sys.stderr, with_traceback=False))
        _silence_self_willed_loggers()
        _set_levels(development=development)
        logging.captureWarnings(True)
        self._uncaught.install()
        logger.info("version %s starts on Python %s, %s", __version__, sys.version.split()[0], sys.platform)

    @property
    def dropped(self) -> int:
        """How many entries could not be written."""
        return sum(handler.dropped for handler in self._handlers)

    def set_level(self, level: str) -> None:
        """Hold more or less of what this program itself says: "debug", "info" or "warning"."""
        self._level = logging.getLevelNamesMapping()[level.upper()]
        self._set_own_level()

    def hold_everything(self, *, wanted: bool) -> None:
        """Hold all that this program itself says, whatever the level; or again what the level asks for."""
        self._holds_everything = wanted
        self._set_own_level()

    def close(self) -> None:
        """End the log. What is said later goes nowhere, rather than raw to the terminal."""
        if self.dropped:
            logger.warning("%d lines of the log could not be written", self.dropped)
        self._uncaught.remove()
        logging.captureWarnings(False)
        self._root.addHandler(_NOWHERE)
        for handler in (*self._handlers, *_early_handlers()):
            self._root.removeHandler(handler)
        self._root.setLevel(logging.WARNING)
        logging.getLogger(OWN_LOGGER).setLevel(logging.NOTSET)
        speak_to_developers(wanted=False)
        if self._file is not None:
            self._file.close()

    def _open(self, log_file: Path) -> None:
        try:
            self._file = PrivateLog(log_file)
        except OSError as error:
            self.file_problem = redact(str(error))
            logger.warning("the log cannot be written to its file: %s", error)
            return
        self._add(LineHandler(self._file))
        for early in _early_handlers():
            self._root.removeHandler(early)
            with suppress(OSError):  # what is lost here is lost, and the start goes on
                self._file.write("".join(early.early_lines.take()))

    def _set_own_level(self) -> None:
        logging.getLogger(OWN_LOGGER).setLevel(logging.DEBUG if self._holds_everything else self._level)

    def _add(self, handler: LineHandler) -> None:
        self._handlers.append(handler)
        self._root.addHandler(handler)


def _early_handlers() -> list[EarlyHandler]:
    return [handler for handler in logging.getLogger().handlers if isinstance(handler, EarlyHandler)]


def _set_levels(*, development: bool) -> None:
    """Let this program speak; libraries only warn."""
    logging.getLogger().setLevel(logging.INFO if development else logging.WARNING)
    logging.getLogger(OWN_LOGGER).setLevel(_own_level(development=development))
    speak_to_developers(wanted=development)


def _own_level(*, development: bool) -> int:
    return logging.DEBUG if development else logging.INFO


def _silence_self_willed_loggers() -> None:
    for name in SELF_WILLED_LOGGERS:
        library = logging.getLogger(name)
        for handler in tuple(library.handlers):
            library.removeHandler(handler)
        library.addHandler(logging.NullHandler())
        library.setLevel(logging.NOTSET)
