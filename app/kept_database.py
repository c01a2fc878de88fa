"""Owns how the database of the conversations is looked at: a plain file only, and without changing a byte."""

from __future__ import annotations

import errno
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path

LOG_SUFFIX = "-wal"
COMPANIONS = ("-journal", LOG_SUFFIX, "-shm")
WAIT_SECONDS = 5.0


def refuse_strange_places(path: Path) -> None:
    """Raise OSError for what is no plain file where SQLite would open one: it waits for pipes and follows links."""
    for suffix in ("", *COMPANIONS):
        place = path.with_name(path.name + suffix)
        with suppress(FileNotFoundError):
            if not stat.S_ISREG(place.lstat().st_mode):
                raise OSError(errno.ENODEV, "not a plain file", place.name)


def open_read_only(path: Path, *, wait_seconds: float = WAIT_SECONDS) -> sqlite3.Connection:
    """Return a connection that can only read; OSError when there is something else than a plain file."""
    refuse_strange_places(path)
    # Without a write-ahead log beside it the file is complete, and only then can it be read without making one.
    has_log = path.with_name(path.name + LOG_SUFFIX).exists()
    address = f"{path.absolute().as_uri()}?mode=ro{'' if has_log else '&immutable=1'}"
    return sqlite3.connect(address, uri=True, timeout=wait_seconds)
