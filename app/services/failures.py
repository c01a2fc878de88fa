"""Owns the last failures of the program, kept as records for diagnostics: when, what, where; redacted and private."""

from __future__ import annotations

import json
import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from app.errors import AppError
from app.observability.private_log import open_private
from app.observability.redaction import redact

MOST_RECORDS = 20
MOST_BYTES = 64 * 1024
MOST_CHARACTERS = 500

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FailureRecord:
    """One failure: its time in UTC, its code and sentence, where it happened, and a redacted detail."""

    at_utc: str
    code: str
    sentence: str
    where: str
    detail: str


class Failures:
    """The last failures, newest last; a file that cannot be read or written costs nothing but the memory of them."""

    def __init__(self, path: Path, *, now: Callable[[], float] = time.time) -> None:
        self._path, self._now = path, now
        self._lock = threading.Lock()

    def record(self, error: AppError, *, where: str) -> None:
        """Keep one failure; never raises."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self._now()))
        texts = (redact(each)[:MOST_CHARACTERS] for each in (error.sentence, where, error.detail))
        new = FailureRecord(stamp, error.code, *texts)
        with self._lock:
            self._write([*self.recent(), new][-MOST_RECORDS:])

    def recent(self) -> list[FailureRecord]:
        """Return what is kept; a damaged file counts as empty."""
        try:
            found = json.loads(self._path.read_bytes()[:MOST_BYTES])
            return [FailureRecord(**{name: str(value) for name, value in each.items()}) for each in found][
                -MOST_RECORDS:
            ]
        except (OSError, ValueError, TypeError, AttributeError):
            return []

    def _write(self, records: list[FailureRecord]) -> None:
        temporary = self._path.with_name(f".{self._path.name}.new")
        try:
            descriptor = open_private(temporary, os.O_WRONLY | os.O_TRUNC)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump([asdict(each) for each in records], file)
            temporary.replace(self._path)
        except OSError as error:
            logger.warning("the last failures are not kept: %s", error)
