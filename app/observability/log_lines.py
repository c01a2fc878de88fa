"""Owns what one entry of the log looks like, and the handlers that write entries once they are redacted."""

from __future__ import annotations

import logging
import re
import time
from collections import deque
from collections.abc import Mapping
from typing import Protocol

from app.observability.error_traces import kind_of, trace_of
from app.observability.redaction import cut, redact

EARLY_LINES = 400
MAXIMUM_LINE_LENGTH = 16_384
# Redaction may make a text shorter, so a little more than one line has room for.
MOST_LOOKED_AT = 20_480

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class RedactingFormatter(logging.Formatter):
    """Makes one entry of a record: UTC stamp, message, traceback; what it returns has passed redaction as a whole."""

    def __init__(self, *, with_traceback: bool = True) -> None:
        super().__init__()
        self._with_traceback = with_traceback

    def format(self, record: logging.LogRecord) -> str:
        """Return the entry; the record stays as it is, so that nothing raw is left behind in it."""
        stamp = f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(record.created))}.{int(record.msecs):03d}Z"
        entry = f"{stamp} {record.levelname:<8} {record.name} {_message(record)}"
        error = record.exc_info[1] if record.exc_info else None
        if self._with_traceback and error is not None:
            entry += f"\n{trace_of(error)}"
        # SECURITY: T20, the finished text is redacted, so neither arguments nor tracebacks get past.
        return as_one_entry(redact(cut(entry, MOST_LOOKED_AT)))


def _message(record: logging.LogRecord) -> str:
    """Return what a record says, and of an error in it only the kind, as its own words may quote anybody."""
    words = str(_told(record.msg))
    if isinstance(record.args, Mapping) and record.args:
        words %= {name: _told(value) for name, value in record.args.items()}
    elif record.args:
        words %= tuple(map(_told, record.args))
    # What asyncio says below its first line shows the errors of tasks.
    return words.partition("\n")[0] if record.name == "asyncio" else words


def _told(value: object) -> object:
    return kind_of(value) if isinstance(value, BaseException) else value


def as_one_entry(words: str) -> str:
    """Return the text so that it can neither pass for several entries nor steer a terminal."""
    if len(words) > MAXIMUM_LINE_LENGTH:
        words = f"{words[:MAXIMUM_LINE_LENGTH]} [{len(words) - MAXIMUM_LINE_LENGTH} more characters]"
    if words.isprintable():
        return words
    return visibly(words).replace("\n", "\n    ")


def visibly(words: str) -> str:
    """Return the text with its lines, and with whatever else could steer a terminal written out."""
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", words.replace("\r\n", "\n"))


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
