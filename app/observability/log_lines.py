"""Owns what one entry of the log looks like, and the handlers that write entries once they are redacted."""

from __future__ import annotations

import logging
import os
import re
import sys
import time
from collections import deque
from pathlib import PurePath
from typing import Protocol

from app.observability.redaction import redact

EARLY_LINES = 400
MAXIMUM_LINE_LENGTH = 16_384

_FRAME = re.compile(r'(?<= File ")[^"\n]+(?=", line \d)')
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class RedactingFormatter(logging.Formatter):
    """Makes one entry of a record: UTC stamp, message, traceback; what it returns has passed redaction as a whole."""

    def __init__(self, *, with_traceback: bool = True) -> None:
        super().__init__()
        self._with_traceback = with_traceback

    def format(self, record: logging.LogRecord) -> str:
        """Return the entry; the record stays as it is, so that nothing raw is left behind in it."""
        stamp = f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(record.created))}.{int(record.msecs):03d}Z"
        parts = [f"{stamp} {record.levelname:<8} {record.name} {record.getMessage()}"]
        if self._with_traceback:
            traceback = self.formatException(record.exc_info) if record.exc_info else record.exc_text
            parts += [_FRAME.sub(_below_its_root, part) for part in (traceback, record.stack_info) if part]
        # SECURITY: T20, the finished text is redacted, so neither arguments nor tracebacks get past.
        return as_one_entry(redact("\n".join(parts)))


def _below_its_root(path: re.Match[str]) -> str:
    """Return where a module is below the folder that it was imported from: where that is, is nobody's business."""
    roots = [each.rstrip(os.sep) + os.sep for each in sys.path if each]
    root = max((each for each in roots if path[0].startswith(each)), key=len, default="")
    return path[0].removeprefix(root) if root else "/".join(PurePath(path[0]).parts[-2:])


def as_one_entry(words: str) -> str:
    """Return the text so that it can neither pass for several entries nor steer a terminal."""
    if len(words) > MAXIMUM_LINE_LENGTH:
        words = f"{words[:MAXIMUM_LINE_LENGTH]} [{len(words) - MAXIMUM_LINE_LENGTH} more characters]"
    if words.isprintable():
        return words
    words = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", words.replace("\r\n", "\n"))
    return words.replace("\n", "\n    ")


class Lines(Protocol):
    """Where finished lines go."""

    def write(self, words: str, /) -> object:
        """Take one entry with its line end."""

    def flush(self) -> object:
        """Let go of what is held back."""


class EarlyLines:
    """Holds the last entries in memory, for as long as no file takes them."""

    def __init__(self) -> None:
        self._entries: deque[str] = deque(maxlen=EARLY_LINES)

    def write(self, words: str) -> None:
        """Keep an entry; the oldest makes room."""
        self._entries.append(words)

    def flush(self) -> None:
        """Do nothing: memory is all there is."""

    def held(self) -> list[str]:
        """Return what is held."""
        return list(self._entries)

    def take(self) -> list[str]:
        """Return what was held, and forget it."""
        entries = self.held()
        self._entries.clear()
        return entries


class LineHandler(logging.StreamHandler[Lines]):
    """Writes entries; one that cannot be written is counted, and never printed in full to the terminal."""

    def __init__(self, lines: Lines, *, with_traceback: bool = True) -> None:
        super().__init__(lines)
        self.dropped = 0
        self.setFormatter(RedactingFormatter(with_traceback=with_traceback))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 -- as logging declares it
        """Count the entry as lost."""
        self.dropped += 1


class EarlyHandler(LineHandler):
    """Holds entries in memory."""

    def __init__(self) -> None:
        self.early_lines = EarlyLines()
        super().__init__(self.early_lines)
