"""Owns what becomes of errors that nobody caught: redacted in the log, and one sentence for the person."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from app.errors import InternalError

logger = logging.getLogger(__name__)


class UncaughtErrors:
    """Stands in for Python's three last resorts, each of which would print a traceback to the terminal."""

    def __init__(self) -> None:
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """Take over from now on."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = on_program_error
        threading.excepthook = on_thread_error
        sys.unraisablehook = on_unraisable_error

    def remove(self) -> None:
        """Give them back to whoever had them."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before


def on_program_error(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Log what ends the program and say so in one sentence; Ctrl+C is a wish and no error."""
    if issubclass(kind, KeyboardInterrupt):
        return
    logger.critical("the program ends because of an error", exc_info=(kind, error, traceback))
    excuse = InternalError()
    if sys.stderr is not None:
        sys.stderr.write(f"{excuse.sentence} {excuse.hint}\n")


def on_thread_error(arguments: threading.ExceptHookArgs) -> None:
    """Log what ended a thread."""
    if arguments.exc_value is None or issubclass(arguments.exc_type, SystemExit):
        return
    name = arguments.thread.name if arguments.thread else "unknown"
    what = (arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
    logger.error("thread %s ended because of an error", name, exc_info=what)


def on_unraisable_error(arguments: sys.UnraisableHookArgs) -> None:
    """Log what went wrong where no caller could be told, such as in a destructor."""
    error = arguments.exc_value
    what = (type(error), error, arguments.exc_traceback) if error is not None else None
    place = type(arguments.object).__qualname__
    logger.error("nobody could be told of %s in %s", arguments.exc_type.__name__, place, exc_info=what)
