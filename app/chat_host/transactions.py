"""Owns reads and writes of the conversations that are whole or nothing, and what their failures mean to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from chatkit.errors import CustomStreamError
from chatkit.store import NotFoundError

from app.errors import AppError, Busy, CannotWrite, Unavailable
from app.resources import text


class StoreFailure(CustomStreamError):
    """A failed read or write, in the one form in which the SDK passes on, in mid-answer, what a person is to know."""

    def __init__(self, error: AppError) -> None:
        super().__init__(error.sentence, allow_retry=error.retryable)
        self.error = error


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Make a write whole or nothing, and its failure one that a person understands."""
    try:
        # Leaving the block commits, or takes everything back when something was raised in it.
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            yield
    except sqlite3.IntegrityError as error:
        # Only a thread that is gone can be missing, and the SDK knows this kind of error.
        raise NotFoundError("thread") from error
    except sqlite3.Error as error:
        raise StoreFailure(tell(error)) from error


def select(connection: sqlite3.Connection, query: str, values: Sequence[object] = ()) -> list[Any]:
    """Return every row of a query."""
    try:
        return connection.execute(query, values).fetchall()
    except sqlite3.Error as error:
        raise StoreFailure(tell(error)) from error


def tell(error: sqlite3.Error) -> AppError:
    """Return what a failure of SQLite means to a person; a mistake of ours is raised as it is."""
    # The low byte is the primary code; errors of Python's own module have none.
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        raise error
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Busy(text("chat_host.in_use"), hint=text("chat_host.in_use.hint"), detail=str(error))
        case sqlite3.SQLITE_FULL:
            return CannotWrite(text("chat_host.disk_full"), hint=text("chat_host.disk_full.hint"), detail=str(error))
        case sqlite3.SQLITE_READONLY:
            return CannotWrite(text("chat_host.read_only"), hint=text("chat_host.read_only.hint"), detail=str(error))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return Unavailable(text("chat_host.damaged"), hint=text("chat_host.damaged.hint"), detail=str(error))
        case _:
            return CannotWrite(detail=str(error))
