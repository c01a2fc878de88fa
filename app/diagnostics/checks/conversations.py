"""Checks that the kept conversations can be read; it looks at their database without ever writing to it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, for_command, passed, say, skipped, unknown
from app.kept_database import open_read_only

BUSY_SECONDS = 0.3
LOOK_SECONDS = 1.2
LOOK_STEPS = 10_000
DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
IN_USE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


def probe(context: CheckContext) -> Finding:
    """Open the database read-only and let SQLite look through it, no longer than a check may take."""
    path = context.locations.database_file
    if not path.exists() and not path.is_symlink():
        return skipped(say("doctor.conversations.none"))
    try:
        verdict = _look(path)
    except OSError as error:
        remedy = Remedy(say("doctor.conversations.remedy_file"))
        return failed(say("doctor.conversations.not_a_file"), remedy, f"{error.filename}: {error.strerror}")
    except sqlite3.Error as error:
        return _finding_for(error, path, context)
    if verdict != "ok":
        return _damaged(path, verdict)
    return passed(say("doctor.conversations.pass"), measured={"size_kibibytes": path.stat().st_size // 1024})


def _look(path: Path) -> str:
    ends_at = time.monotonic() + LOOK_SECONDS
    with closing(open_read_only(path, wait_seconds=BUSY_SECONDS)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        connection.set_progress_handler(lambda: time.monotonic() > ends_at, LOOK_STEPS)
        return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])


def _finding_for(error: sqlite3.Error, path: Path, context: CheckContext) -> Finding:
    # The low byte is the primary code; the rest says where SQLite noticed.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_INTERRUPT:
        return passed(say("doctor.conversations.large"))
    if code in DAMAGED:
        return _damaged(path, str(error))
    if code in IN_USE:
        return unknown(say("doctor.conversations.in_use"))
    commands = () if context.system == "windows" else (f"chmod u+rw {for_command(path, context)}",)
    remedy = Remedy(say("doctor.conversations.remedy_closed"), commands)
    return failed(say("doctor.conversations.closed"), remedy, f"{path}: {error}")


def _damaged(path: Path, verdict: str) -> Finding:
    remedy = Remedy(say("doctor.conversations.remedy_damaged"))
    return failed(say("doctor.conversations.damaged"), remedy, f"{path}: {verdict}")


CHECK = Check("app-09", "data", "doctor.conversations.title", "high", probe, depends_on=("app-02",))
