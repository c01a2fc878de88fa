"""Owns reading what was said back from the database, without the chat host and without changing a byte."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.kept_database import open_read_only

Role = Literal["user", "assistant", "tool"]
ROLES: dict[str, Role] = {"user_message": "user", "assistant_message": "assistant", "client_tool_call": "tool"}


@dataclass(frozen=True, slots=True)
class TranscriptEntry:
    """One thing that was said; a tool's text is its name."""

    thread_id: str
    role: Role
    text: str


def read_transcript(database: Path) -> list[TranscriptEntry]:
    """Return everything that was said, thread by thread, in order."""
    with closing(open_read_only(database)) as connection:
        rows = connection.execute(
            "SELECT items.thread_id, items.payload FROM items JOIN threads ON threads.id = items.thread_id"
            " ORDER BY threads.sequence, items.sequence"
        )
        return list(_entries(rows))


def _entries(rows: sqlite3.Cursor) -> Iterator[TranscriptEntry]:
    for thread_id, payload in rows:
        item = json.loads(payload)
        role = ROLES.get(item.get("type"))
        if role is not None:
            yield TranscriptEntry(thread_id, role, _words(item, role))


def _words(item: dict[str, Any], role: Role) -> str:
    if role == "tool":
        return str(item["name"])
    return "".join(part["text"] for part in item["content"])
