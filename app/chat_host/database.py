"""Owns the SQLite file of conversations: opening, migrating, and setting a damaged one aside."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from app.errors import CannotWrite, ConversationsTooNew
from app.resources import text

BUSY_TIMEOUT_SECONDS = 2.0
CHECK_SECONDS = 0.15
CHECK_STEPS = 10_000
DAMAGED_CODES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
HEADER = b"SQLite format 3\0"

# One script per version, applied in order; a script that was ever released is never edited.
MIGRATIONS: tuple[str, ...] = (
    # `sequence` orders items: the SDK's own times are local and naive. `activity` is the sequence of a thread's newest
    # item, so that the history lists what was used last first. A parked row is one this version cannot read.
    """
    CREATE TABLE threads (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        activity INTEGER NOT NULL DEFAULT 0,
        payload TEXT NOT NULL,
        parked INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX threads_by_activity ON threads (parked, activity, sequence);
    CREATE TABLE items (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        payload TEXT NOT NULL,
        feedback TEXT,
        parked INTEGER NOT NULL DEFAULT 0,
        UNIQUE (thread_id, id)
    );
    CREATE INDEX items_in_order ON items (thread_id, parked, sequence);
    """,
)


class Damaged(sqlite3.DatabaseError):
    """The file is there, but it is not a database that can be read."""


def open_database(path: Path) -> tuple[sqlite3.Connection, Path | None]:
    """Return a ready connection and, when a damaged file had to be set aside, where it went."""
    try:
        try:
            return _open(path), None
        except Damaged:
            kept = set_aside(path)
            return _open(path), kept
    except (OSError, sqlite3.Error) as error:
        raise CannotWrite(text("chat_host.cannot_open"), detail=str(error)) from error


def open_in_memory() -> sqlite3.Connection:
    """Return a ready connection to a database that nobody keeps."""
    return _prepare(sqlite3.connect(":memory:", isolation_level=None))


def set_aside(path: Path) -> Path:
    """Rename a damaged database and its companions, never deleting a byte, and return the new path."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    kept = path.with_name(f"{path.name}.damaged-{stamp}")
    for suffix in ("-wal", "-shm", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(kept.with_name(kept.name + suffix))
    return kept


def _create_private(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # SECURITY: SQLite gives its companion files the mode of this one, so nobody else ever reads a conversation.
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if os.name == "posix":
        path.chmod(0o600)


def _open(path: Path) -> sqlite3.Connection:
    _create_private(path)
    _check_header(path)
    with ExitStack() as stack:
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_SECONDS, isolation_level=None)
        stack.callback(connection.close)
        _check(connection)
        _prepare(connection)
        stack.pop_all()
    return connection


def _prepare(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA journal_mode = WAL")
    # A crash of the program loses nothing; a power cut may lose the last moments, never the file. A full sync would
    # stand between every message and its answer.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    # SECURITY: what a person deletes is overwritten, not merely forgotten.
    connection.execute("PRAGMA secure_delete = ON")
    migrate(connection, MIGRATIONS)
    return connection


def _check_header(path: Path) -> None:
    """Look before SQLite does: it drops the log beside a file whose beginning it does not know."""
    with path.open("rb") as file:
        beginning = file.read(len(HEADER))
    if beginning and beginning != HEADER:
        raise Damaged("not a database")


def _check(connection: sqlite3.Connection) -> None:
    """Look for damage, but no longer than a start can bear."""
    ends_at = time.monotonic() + CHECK_SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > ends_at, CHECK_STEPS)
    try:
        finding = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            return
        # The low byte is the primary code. A read that fails without a better one cannot make sense of the file.
        if error.sqlite_errorcode & 0xFF in DAMAGED_CODES:
            raise Damaged(str(error)) from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
    if finding != "ok":
        raise Damaged(finding)


def migrate(connection: sqlite3.Connection, migrations: Sequence[str]) -> None:
    """Bring the schema to the newest version, each step whole or not at all."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(migrations):
        raise ConversationsTooNew
    for number, script in enumerate(migrations[version:], start=version + 1):
        # `executescript` commits what is open and runs the rest as written, so the script brings its own transaction.
        connection.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number}; COMMIT;")
