"""Owns the last failures of the program, kept as records for diagnostics: when, what, where; redacted and private."""

from __future__ import annotations

import json
import logging
import re
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from app.errors import AppError
from app.observability.redaction import redact
from app.observability.utc_stamps import seconds_of, utc_stamp
from app.private_file import make_private_folder, read_bounded, remove_leftovers, write_atomically

MOST_RECORDS = 20
MOST_BYTES = 256 * 1024
MOST_CHARACTERS = 500
# A failure that repeats itself faster than this is counted, not written each time.
REPEAT_SECONDS = 1.0
RECENT_SECONDS = 86_400
FORMAT_VERSION = 1
# Sentences put what a person named or picked in these; a record says what went wrong, and not with which file.
NAMED = re.compile("“[^“”]{0,300}”")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FailureRecord:
    """One failure: its last time in UTC, its code and sentence, where it happened, a redacted detail, how often.

    Once what failed has worked again, it `is_over`.
    """

    at_utc: str
    code: str
    sentence: str
    where: str
    detail: str
    times: int = 1
    is_over: bool = False

    def is_like(self, other: FailureRecord) -> bool:
        """Say whether the other one is this one again."""
        return self._kind() == other._kind()

    def _kind(self) -> tuple[str, ...]:
        return self.code, self.sentence, self.where, self.detail


class Failures:
    """The last failures, newest last; a file that cannot be read or written costs nothing but the memory of them."""

    def __init__(self, path: Path, *, now: Callable[[], float] = time.time) -> None:
        self._path, self._now = path, now
        self._lock = threading.Lock()
        self._records: list[FailureRecord] | None = None
        self._written_at = 0.0

    def record(self, error: AppError, *, where: str) -> None:
        """Keep one failure; never raises, and is safe on every thread."""
        now = self._now()
        sentence, place, detail = (_kept(each) for each in (error.sentence, where, error.detail))
        new = FailureRecord(utc_stamp(now), error.code, sentence, place, detail)
        with self._lock:
            records = self._loaded()
            # Any, not only the last: two that take turns would push out all others.
            earlier = next(filter(new.is_like, records), None)
            repeats = earlier is not None
            if earlier is not None:
                records.remove(earlier)
                new = replace(new, times=earlier.times + 1)
            records.append(new)
            del records[:-MOST_RECORDS]
            if not repeats or not 0 <= now - self._written_at < REPEAT_SECONDS:
                self._write(records)
                self._written_at = now

    def settle(self, code: str) -> None:
        """What failed with this code works again: such failures are kept, as ones that are over."""
        with self._lock:
            records = self._loaded()
            settled = [replace(each, is_over=True) if each.code == code else each for each in records]
            if settled != records:
                self._records = settled
                self._write(settled)

    def recent(self) -> list[FailureRecord]:
        """Return what is kept, newest last; what is damaged is left out."""
        with self._lock:
            return list(self._loaded())

    def _loaded(self) -> list[FailureRecord]:
        if self._records is None:
            self._records = read_records(self._path)
        return self._records

    def _write(self, records: list[FailureRecord]) -> None:
        document = {"version": FORMAT_VERSION, "failures": [asdict(each) for each in records]}
        try:
            make_private_folder(self._path.parent)
            remove_leftovers(self._path)  # whoever records holds the lock of the data folder
            write_atomically(self._path, json.dumps(document).encode())
        except OSError as error:
            logger.warning("the last failures are not kept: %s", error)


def read_records(path: Path) -> list[FailureRecord]:
    """Return the records in a file, newest last; a damaged one is left out, a damaged file has none."""
    try:
        document = json.loads(read_bounded(path, MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return []
    found = document.get("failures") if isinstance(document, dict) else None
    records = map(_as_record, found if isinstance(found, list) else [])
    return [record for record in records if record is not None][-MOST_RECORDS:]


def is_recent(record: FailureRecord, now: float) -> bool:
    """Say whether a failure is of the last day and not over; one without a time that can be read is not."""
    if record.is_over:
        return False
    try:
        return now - seconds_of(record.at_utc) < RECENT_SECONDS
    except (ValueError, OverflowError):
        return False


def _kept(words: str) -> str:
    return redact(NAMED.sub("“…”", words))[:MOST_CHARACTERS]


def _as_record(found: object) -> FailureRecord | None:
    if not isinstance(found, dict):
        return None
    at_utc, code, sentence, where, detail = (
        _kept(word) if isinstance(word := found.get(name), str) else None
        for name in ("at_utc", "code", "sentence", "where", "detail")
    )
    times = found.get("times")
    if at_utc is None or code is None or sentence is None or where is None or detail is None:
        return None
    if type(times) is not int or times < 1:
        return None
    return FailureRecord(at_utc, code, sentence, where, detail, times, found.get("is_over") is True)
