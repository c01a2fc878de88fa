"""A full disk, a read-only place, a file that somebody else holds: told, and nothing is half-written."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from chatkit.types import ErrorEvent, ThreadStreamEvent

from app.chat_host import database
from app.chat_host.agents.agent import Agent, Turn
from app.chat_host.database import open_database
from app.chat_host.server import ConversationServer
from app.chat_host.store import ConversationStore
from app.chat_host.transactions import StoreFailure, tell
from app.errors import Busy, CannotWrite, Unavailable
from app.resources import text
from tests.support.conversations import ask, fetch, said, thread_id_of, words
from tests.support.scripted_agents import Scripted, say
from tests.support.troubled_disks import no_file_grows_beyond

LONG = "x" * 300_000
NAME = "conversations.sqlite3"


async def answer_briefly(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
    yield say(turn, "an answer")


@contextmanager
def server_on(place: Path, agent: Agent | None = None) -> Iterator[ConversationServer]:
    connection, set_aside = open_database(place / NAME)
    assert set_aside is None
    with closing(connection):
        yield ConversationServer(ConversationStore(connection), agent or Scripted(answer_briefly))


def create(server: ConversationServer, message: str) -> list[ThreadStreamEvent]:
    return asyncio.run(ask(server, "threads.create", input=words(message)))


def add(server: ConversationServer, thread_id: str, message: str) -> list[ThreadStreamEvent]:
    return asyncio.run(ask(server, "threads.add_user_message", thread_id=thread_id, input=words(message)))


def errors(events: list[ThreadStreamEvent]) -> list[str | None]:
    return [event.message for event in events if isinstance(event, ErrorEvent)]


def rows(place: Path) -> tuple[int, int]:
    """Return how many threads and items there are, as somebody else finds them, in a file that is whole."""
    with closing(sqlite3.connect(place / NAME)) as looking:
        assert looking.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        counts = [looking.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("threads", "items")]
    return counts[0], counts[1]


def fill(place: Path) -> Path:
    """Leave no room."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"\0" * 4096)
    return filler


def test_a_full_disk_is_told_and_forgotten_once_there_is_room(small_disk: Path) -> None:
    with server_on(small_disk) as server:
        thread_id = thread_id_of(create(server, "first"))
        filler = fill(small_disk)
        events = create(server, LONG)
        assert [event.type for event in events] == ["error"], "the new thread never was"
        assert errors(events) == [text("chat_host.disk_full")]
        assert errors(add(server, thread_id, LONG)) == [text("chat_host.disk_full")]
        filler.unlink()
        assert rows(small_disk) == (1, 2)
        assert said(add(server, thread_id, LONG)) == "an answer"
    assert rows(small_disk) == (1, 4)


def test_a_disk_that_fills_up_in_mid_answer_is_told_once(small_disk: Path) -> None:
    async def answer_at_length(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        fill(small_disk)
        yield say(turn, LONG)

    with server_on(small_disk, Scripted(answer_at_length)) as server:
        events = create(server, "first")
        assert errors(events) == [text("chat_host.disk_full")]
        assert said(events) == ""
        thread = asyncio.run(fetch(server, "threads.get_by_id", thread_id=thread_id_of(events)))
        assert [item["type"] for item in thread["items"]["data"]] == ["user_message"]


def test_a_disk_that_is_full_at_the_start_is_told_and_nothing_is_set_aside(small_disk: Path) -> None:
    with server_on(small_disk) as server:
        create(server, "first")
    filler = fill(small_disk)
    with pytest.raises(CannotWrite) as refusal:
        open_database(small_disk / NAME)
    assert refusal.value.sentence == text("chat_host.cannot_open")
    assert refusal.value.hint
    filler.unlink()
    assert [each.name for each in small_disk.iterdir() if "damaged" in each.name] == []
    assert rows(small_disk) == (1, 2)


def test_a_read_only_disk_is_told_and_left_as_it_is(small_disk: Path) -> None:
    with server_on(small_disk) as server:
        create(server, "first")
    before = {each.name: each.read_bytes() for each in small_disk.iterdir()}
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(CannotWrite) as refusal:
        open_database(small_disk / NAME)
    assert refusal.value.sentence == text("chat_host.cannot_open")
    assert {each.name: each.read_bytes() for each in small_disk.iterdir()} == before


def test_a_file_that_may_not_grow_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    with server_on(tmp_path) as server:
        thread_id = thread_id_of(create(server, "first"))
        with no_file_grows_beyond((tmp_path / f"{NAME}-wal").stat().st_size):
            assert errors(add(server, thread_id, LONG)) == [CannotWrite().sentence]
            assert [event.type for event in create(server, LONG)] == ["error"]
        assert rows(tmp_path) == (1, 2)
        assert said(add(server, thread_id, "again")) == "an answer"


def test_a_row_that_cannot_be_parked_is_still_left_out(tmp_path: Path) -> None:
    with server_on(tmp_path) as server:
        thread_id = thread_id_of(create(server, "first"))
        server.store._connection.execute("UPDATE items SET payload = '{}' WHERE sequence = 2")
        server.store._connection.execute("PRAGMA query_only = ON")
        thread = asyncio.run(fetch(server, "threads.get_by_id", thread_id=thread_id))
        assert [item["type"] for item in thread["items"]["data"]] == ["user_message"]


# Another process that holds the file until its stdin ends.
HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.executescript(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_by_another(place: Path, script: str) -> Iterator[None]:
    command = [sys.executable, "-I", "-c", HOLD, str(place / NAME), script]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield
        process.communicate()


def test_another_program_that_writes_for_long_is_told_as_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_SECONDS", 0.05)
    with server_on(tmp_path) as server:
        thread_id = thread_id_of(create(server, "first"))
        with held_by_another(tmp_path, "BEGIN IMMEDIATE"):
            events = add(server, thread_id, "second")
            assert errors(events) == [text("chat_host.in_use")]
            assert [event.allow_retry for event in events if isinstance(event, ErrorEvent)] == [True]
            with pytest.raises(StoreFailure) as failure:
                asyncio.run(fetch(server, "threads.update", thread_id=thread_id, title="Mine"))
            assert isinstance(failure.value.error, Busy)
            assert asyncio.run(fetch(server, "threads.list"))["data"][0]["title"] == "first", "reading goes on"
        assert said(add(server, thread_id, "second")) == "an answer"


def test_a_file_that_another_program_holds_at_the_start_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_SECONDS", 0.05)
    with server_on(tmp_path) as server:
        create(server, "first")
    exclusive = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE items SET parked = 0; COMMIT;"
    with held_by_another(tmp_path, exclusive), pytest.raises(Busy) as refusal:
        open_database(tmp_path / NAME)
    assert refusal.value.sentence == text("chat_host.in_use")
    assert rows(tmp_path) == (1, 2)


def test_damage_that_shows_later_is_told(tmp_path: Path) -> None:
    with server_on(tmp_path) as server:
        thread_id = thread_id_of(create(server, LONG))
    with (tmp_path / NAME).open("r+b") as file:
        file.seek(8192)
        file.write(b"\xa5" * ((tmp_path / NAME).stat().st_size - 8192))
    connection = sqlite3.connect(tmp_path / NAME, isolation_level=None)
    with closing(connection):
        server = ConversationServer(ConversationStore(connection), Scripted(answer_briefly))
        with pytest.raises(StoreFailure) as failure:
            asyncio.run(fetch(server, "items.list", thread_id=thread_id))
        assert type(failure.value.error) is Unavailable
        assert failure.value.error.sentence == text("chat_host.damaged")


def test_a_mistake_of_ours_is_not_the_disks_fault() -> None:
    with pytest.raises(sqlite3.ProgrammingError):
        tell(sqlite3.ProgrammingError("closed"))
