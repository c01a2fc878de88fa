"""Owns the note that a run leaves behind when it does not end by itself: written at its start, emptied at its end.

A crash in native code adds the stacks of all threads to it; a kill or a loss of power leaves it as it is. Either way
the next start finds it.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app import __version__
from app.observability.redaction import redact
from app.observability.utc_stamps import utc_stamp
from app.private_file import open_private

CRASH_NOTES_NAME = "crash-notes.txt"
MAXIMUM_NOTE_BYTES = 65_536

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CrashNote:
    """How a run ended: when it had started, as text, and the redacted stacks of its threads if they were written."""

    started_at_utc: str
    version: str
    stacks: str


class CrashNotes:
    """The note of this run, in a file that only one run uses at a time."""

    def __init__(self, path: Path, *, now: Callable[[], float] = time.time) -> None:
        self._path = path
        self._now = now
        self._descriptor = -1

    def arm(self) -> CrashNote | None:
        """Begin this run's note; return that of the last run if it did not end by itself. Never raises."""
        try:
            self._descriptor = open_private(self._path, os.O_RDWR | os.O_APPEND)
            previous = read_note(self._descriptor)
            os.ftruncate(self._descriptor, 0)
            os.write(self._descriptor, self._first_line())
            faulthandler.enable(self._descriptor, all_threads=True)
        except OSError as error:
            logger.warning("crash notes cannot be kept: %s", error)
            return None
        if previous is not None:
            logger.error("the run of %s did not end by itself\n%s", previous.started_at_utc, previous.stacks)
        return previous

    def disarm(self) -> None:
        """End this run's note: it ends by itself."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            faulthandler.disable()
            os.ftruncate(descriptor, 0)
            os.close(descriptor)

    def _first_line(self) -> bytes:
        return json.dumps({"started_at_utc": utc_stamp(self._now()), "version": __version__}).encode() + b"\n"


def peek_note(path: Path) -> CrashNote | None:
    """Return the note in a file without touching it: that of a run that is going on, or of one that did not end."""
    try:
        if not path.is_file() or path.is_symlink():
            return None
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    try:
        return read_note(descriptor)
    finally:
        os.close(descriptor)


def read_note(descriptor: int) -> CrashNote | None:
    """Return the note in an open file, redacted; None when it is empty. A first line that is damaged tells less."""
    found = os.read(descriptor, MAXIMUM_NOTE_BYTES).decode("utf-8", "replace")
    if not found.strip("\0\r\n "):
        return None
    first_line, _, stacks = found.partition("\n")
    try:
        facts = json.loads(first_line)
        started_at_utc, version = str(facts["started_at_utc"]), str(facts["version"])
    except (ValueError, KeyError, TypeError, RecursionError):
        started_at_utc, version, stacks = "", "", found
    return CrashNote(redact(started_at_utc), redact(version), redact(stacks.strip()))
