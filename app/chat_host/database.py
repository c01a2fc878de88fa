"""Owns the SQLite file of conversations: opening, migrating, and setting a damaged one aside."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.chat_host.attachment_files import folder_beside
from app.chat_host.transactions import tell
from app.errors import Busy, CannotWrite, ConversationsTooNew
from app.kept_database import COMPANIONS, refuse_strange_places
from app.private_file import open_private
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
    # What is attached to no message yet belongs to no thread; `whole` says that its file is there.
    """
    CREATE TABLE attachments (
        id TEXT PRIMARY KEY NOT NULL,
        thread_id TEXT REFERENCES threads (id) ON DELETE CASCADE,
        payload TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        whole INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX attachments_of_threads ON attachments (thread_id);
    """,
)


class Damaged(sqlite3.DatabaseError):
    """The file is there, but it is not a database that can be read."""


def open_database(path: Path) -> tuple[sqlite3.Connection, Path | None]:
    """Return a ready connection and, when a damaged file had to be set aside, where it went."""
    with _telling():
        try:
            return _open(path), None
        except Damaged:
            kept = set_aside(path)
            return _open(path), kept


def open_alongside(path: Path) -> sqlite3.Connection:
    """Return a ready connection to what another process may have open: a damaged file is left in its place."""
    with _telling():
        return _open(path)


@contextmanager
def _telling() -> Iterator[None]:
    """Raise what a person understands for what keeps a database from being opened."""
    try:
        yield
    except sqlite3.OperationalError as error:
        told = tell(error)
        raise (told if isinstance(told, Busy) else cannot_open(error)) from error
    except (OSError, sqlite3.Error) as error:
        raise cannot_open(error) from error


def cannot_open(error: Exception) -> CannotWrite:
    """Return what a person is told about a place where no database can be."""
    return CannotWrite(text("chat_host.cannot_open"), detail=str(error))


def open_in_memory() -> sqlite3.Connection:
    """Return a ready connection to a database that nobody keeps."""
    return _prepare(sqlite3.connect(":memory:", isolation_level=None))


def set_aside(path: Path) -> Path:
    """Rename a damaged database, its companions and its files, never deleting a byte, and return the new path."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    kept = path.with_name(f"{path.name}.damaged-{stamp}")
    for suffix in (*COMPANIONS, ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(kept.with_name(kept.name + suffix))
    files = folder_beside(path)
    if files.exists():
        files.rename(kept.with_name(f"{files.name}.damaged-{stamp}"))
    return kept


def _open(path: Path) -> sqlite3.Connection:
    refuse_strange_places(path)
    _prepare_file(path)
    with ExitStack() as stack:
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_SECONDS, isolation_level=None)
        stack.callback(connection.close)
        # SECURITY: nothing that somebody may have written into the file runs our functions.
        connection.execute("PRAGMA trusted_schema = OFF")
        _check_schema(connection)
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


def _prepare_file(path: Path) -> None:
    """Make the file and look at it before SQLite does, which drops the log beside one whose beginning it ignores."""
    # SECURITY: SQLite gives its companion files the mode of this one, so nobody else ever reads a conversation.
    descriptor = open_private(path, os.O_RDWR)
    try:
        beginning = os.read(descriptor, len(HEADER))
    finally:
        os.close(descriptor)
    if beginning and beginning != HEADER:
        raise Damaged("not a database")


@contextmanager
def _noticing_damage() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        # The low byte is the primary code. A read that fails without a better one cannot make sense of the file.
        if error.sqlite_errorcode & 0xFF in DAMAGED_CODES:
            raise Damaged(str(error)) from error
        raise


def _check_schema(connection: sqlite3.Connection) -> None:
    """Refuse a schema that is not the one its version says, unless a newer program wrote it."""
    with _noticing_damage():
        version, schema = _version(connection), _schema(connection)
    if version > len(MIGRATIONS):
        return
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as blank:
        migrate(blank, MIGRATIONS[: max(version, 0)])
        # SECURITY: a trigger or a view that was planted would act whenever we read or write.
        if (version, schema) != (_version(blank), _schema(blank)):
            raise Damaged("not our schema")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _schema(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    # As digits, because what was planted need not be text.
    return set(connection.execute("SELECT hex(type), hex(name), hex(tbl_name), hex(sql) FROM sqlite_master"))


def _check(connection: sqlite3.Connection) -> None:
    """Look for damage, but no longer than a start can bear."""
    ends_at = time.monotonic() + CHECK_SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > ends_at, CHECK_STEPS)
    try:
        with _noticing_damage():
            finding = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            return
        raise
    finally:
        connection.set_progress_handler(None, 0)
    if finding != "ok":
        raise Damaged(finding)


def migrate(connection: sqlite3.Connection, migrations: Sequence[str]) -> None:
    """Bring the schema to the newest version, each step whole or not at all."""
    version = _version(connection)
    if version > len(migrations):
        raise ConversationsTooNew
    for number, script in enumerate(migrations[version:], start=version + 1):
        # `executescript` commits what is open and runs the rest as written, so the script brings its own transaction.
        connection.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number}; COMMIT;")
