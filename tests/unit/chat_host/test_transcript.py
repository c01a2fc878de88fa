"""What was said is read back without the chat host."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.chat_host.agents.guide import Guide
from app.chat_host.database import open_database
from app.chat_host.server import ConversationServer
from app.chat_host.store import ConversationStore
from app.chat_host.transcript import TranscriptEntry, read_transcript
from tests.support.conversations import TOOLS, ask, thread_id_of, words


def converse(connection: sqlite3.Connection) -> str:
    """Hold two conversations and return the id of the first."""
    server = ConversationServer(ConversationStore(connection), Guide(TOOLS, pace_seconds=0))

    async def talk() -> str:
        events = await ask(server, "threads.create", input=words("use dark mode"))
        await ask(server, "threads.create", input=words("are you a robot?"))
        thread_id = thread_id_of(events)
        await ask(server, "threads.add_client_tool_output", thread_id=thread_id, result={"theme": "dark"})
        return thread_id

    return asyncio.run(talk())


@pytest.mark.parametrize("running", [False, True])
def test_everything_said_is_there_in_order(tmp_path: Path, running: bool) -> None:
    database = tmp_path / "with space # and ? \N{SNOWMAN}.sqlite3"
    connection, _ = open_database(database)
    with closing(connection):
        first = converse(connection)
        if running:
            entries = read_transcript(database)
    if not running:
        entries = read_transcript(database)
        assert [each.name for each in tmp_path.iterdir()] == [database.name]
    assert [entry.role for entry in entries] == ["user", "assistant", "tool", "assistant", "user", "assistant"]
    assert [entry.thread_id == first for entry in entries] == [True] * 4 + [False] * 2
    assert entries[0] == TranscriptEntry(first, "user", "use dark mode")
    assert entries[2].text == "switch_theme"
    assert "dark now" in entries[3].text


def test_reading_needs_nothing_heavy() -> None:
    heavy = "('chatkit', 'agents', 'pydantic', 'asyncio')"
    code = f"import sys, app.chat_host.transcript; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout.strip() == "[]"
