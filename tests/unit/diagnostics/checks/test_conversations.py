from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.diagnostics.checks import conversations
from app.diagnostics.findings import CheckContext, State
from tests.unit.diagnostics.conftest import MakeContext, odd_things_at


def fill(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, words TEXT)")
        connection.executemany("INSERT INTO item (words) VALUES (?)", [(f"words {n}" * 20,) for n in range(2000)])
        connection.execute("CREATE INDEX words ON item (words)")


@pytest.fixture
def context(make_context: MakeContext) -> CheckContext:
    context = make_context()
    fill(context.locations.database_file)
    return context


def names(context: CheckContext) -> list[str]:
    return sorted(path.name for path in context.locations.data_dir.iterdir())


def test_before_the_first_conversation_there_is_nothing_to_look_at(make_context: MakeContext) -> None:
    context = make_context()
    finding = conversations.probe(context)
    assert finding.state is State.SKIP
    assert finding.summary == "No conversation has been kept yet."
    assert names(context) == []


def test_a_good_database_passes_and_nothing_is_left_beside_it(context: CheckContext) -> None:
    before = context.locations.database_file.read_bytes()
    assert conversations.probe(context).state is State.PASS
    assert names(context) == ["conversations.sqlite3"]
    assert context.locations.database_file.read_bytes() == before


@pytest.fixture
def writer(context: CheckContext) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(context.locations.database_file, isolation_level=None)) as connection:
        connection.execute("INSERT INTO item (words) VALUES ('unfinished')")
        yield connection


def test_it_passes_while_a_window_writes(context: CheckContext, writer: sqlite3.Connection) -> None:
    assert "conversations.sqlite3-wal" in names(context)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO item (words) VALUES ('half')")
    assert conversations.probe(context).state is State.PASS
    writer.execute("COMMIT")
    assert writer.execute("SELECT count(*) FROM item").fetchone() == (2002,)


def test_a_locked_database_is_unknown_and_not_damaged(context: CheckContext) -> None:
    with closing(sqlite3.connect(context.locations.database_file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("INSERT INTO item (words) VALUES ('alone')")
        context.locations.database_file.with_name("conversations.sqlite3-wal").touch()
        assert conversations.probe(context).state is State.UNKNOWN


@pytest.mark.parametrize("damage", ["header", "middle", "text", "empty page"])
def test_damage_fails(context: CheckContext, damage: str) -> None:
    path = context.locations.database_file
    data = bytearray(path.read_bytes())
    if damage == "header":
        data[0:16] = b"\0" * 16
    elif damage == "middle":
        data[4096 * 3 : -4096] = os.urandom(len(data) - 4096 * 4)
    elif damage == "text":
        data[:] = b"this is no database, whatever its name says" * 100
    else:
        data[4096:8192] = b"\0" * 4096
    path.write_bytes(bytes(data))
    finding = conversations.probe(context)
    assert finding.state is State.FAIL
    assert finding.summary == "The file of your conversations is damaged."
    assert finding.remedy is not None
    assert "deletes nothing" in finding.remedy.text
    assert path.read_bytes() == bytes(data)


def test_a_pipe_a_folder_or_a_lost_link_in_its_place_fails_at_once(make_context: MakeContext) -> None:
    context = make_context()
    path = context.locations.database_file
    for _ in odd_things_at(path):
        finding = conversations.probe(context)
        assert finding.state is State.FAIL
        assert finding.remedy is not None


def test_a_link_to_a_good_database_is_not_followed(context: CheckContext, tmp_path: Path) -> None:
    path = context.locations.database_file
    elsewhere = path.rename(tmp_path / "elsewhere.sqlite3")
    path.symlink_to(elsewhere)
    finding = conversations.probe(context)
    assert finding.state is State.FAIL
    assert finding.detail == "conversations.sqlite3: not a plain file"


def test_a_database_that_may_not_be_opened_fails(context: CheckContext, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> sqlite3.Connection:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    monkeypatch.setattr(sqlite3, "connect", refuse)
    finding = conversations.probe(context)
    assert finding.state is State.FAIL
    assert finding.summary == "The file of your conversations cannot be opened."
    assert finding.remedy is not None
    assert finding.remedy.commands == ("chmod u+rw ~/data/conversations.sqlite3",)


def test_a_database_too_large_to_look_through_passes(context: CheckContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversations, "LOOK_SECONDS", -1.0)
    monkeypatch.setattr(conversations, "LOOK_STEPS", 1)
    finding = conversations.probe(context)
    assert finding.state is State.PASS
    assert "too many" in finding.summary
