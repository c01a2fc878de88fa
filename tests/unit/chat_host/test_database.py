"""Opening the conversations: private, migrated, and never lost."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from app.chat_host import database
from app.chat_host.database import MIGRATIONS, migrate, open_database, open_in_memory
from app.errors import CannotWrite, ConversationsTooNew
from app.kept_database import COMPANIONS
from app.resources import text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "conversations.sqlite3"


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_new_database_is_ready_and_private(path: Path) -> None:
    connection, set_aside = open_database(path)
    assert set_aside is None
    assert {"threads", "items"} <= tables(connection)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
    connection.execute("INSERT INTO threads (id, payload) VALUES ('a', '{}')")
    modes = {each.name: each.stat().st_mode & 0o777 for each in path.parent.iterdir()}
    connection.close()
    assert set(modes.values()) == {0o600}
    assert len(modes) == 3


def test_a_database_that_everybody_could_read_becomes_private(path: Path) -> None:
    open_database(path)[0].close()
    path.chmod(0o644)
    open_database(path)[0].close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_was_kept_is_there_again(path: Path) -> None:
    connection, _ = open_database(path)
    connection.execute("INSERT INTO threads (id, payload) VALUES ('a', '{}')")
    connection.close()
    connection, set_aside = open_database(path)
    assert set_aside is None
    assert connection.execute("SELECT id FROM threads").fetchall() == [("a",)]
    connection.close()


def damaged_files(path: Path) -> list[bytes]:
    """Return databases that cannot be read: garbage, half a header, and pages that were overwritten."""
    connection, _ = open_database(path)
    for number in range(300):
        connection.execute("INSERT INTO threads (id, payload) VALUES (?, ?)", (f"thr_{number}", "x" * 300))
    connection.close()
    whole = path.read_bytes()
    path.unlink()
    middle = whole[:8192] + os.urandom(16384) + whole[24576:]
    return [b"this is not a database, it never was one" * 50, whole[:40] + b"\xff" * 8000, middle]


@pytest.mark.parametrize("kind", range(3))
def test_a_damaged_database_is_set_aside_and_never_deleted(path: Path, kind: int) -> None:
    damaged = damaged_files(path)[kind]
    path.write_bytes(damaged)
    connection, set_aside = open_database(path)
    assert set_aside is not None
    assert set_aside.read_bytes() == damaged
    assert set_aside.name.startswith("conversations.sqlite3.damaged-2")
    assert connection.execute("SELECT count(*) FROM threads").fetchone() == (0,)
    connection.close()


def test_a_damaged_database_takes_its_companions_along(path: Path) -> None:
    path.parent.mkdir()
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).write_bytes(b"no database" * 100)
    connection, set_aside = open_database(path)
    connection.close()
    assert set_aside is not None
    assert {each.name for each in path.parent.iterdir()} == {
        path.name,
        *(set_aside.name + s for s in ("", "-wal", "-shm")),
    }


def test_a_newer_database_is_left_alone(path: Path) -> None:
    connection, _ = open_database(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ConversationsTooNew):
        open_database(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_migration_is_whole_or_nothing() -> None:
    connection = open_in_memory()
    good = "CREATE TABLE later (a);"
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, [*MIGRATIONS, good, "CREATE TABLE half (a); CREATE TABLE broken (;"])
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
    assert "later" in tables(connection)
    assert "half" not in tables(connection)
    connection.close()


def test_a_long_check_is_cut_short(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_database(path)[0].close()
    monkeypatch.setattr(database, "CHECK_SECONDS", -1.0)
    monkeypatch.setattr(database, "CHECK_STEPS", 1)
    connection, set_aside = open_database(path)
    connection.close()
    assert set_aside is None


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotWrite) as refusal:
        open_database(tmp_path / "file" / "conversations.sqlite3")
    assert str(tmp_path) not in f"{refusal.value.sentence} {refusal.value.hint}"


def test_a_folder_in_its_place_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / "conversations.sqlite3").mkdir()
    with pytest.raises(CannotWrite):
        open_database(tmp_path / "conversations.sqlite3")
    assert (tmp_path / "conversations.sqlite3").is_dir()


def refusal_within(seconds: float, path: Path) -> CannotWrite:
    """Open the database beside this thread, which a place that makes it wait would stop for ever."""
    refusals: list[CannotWrite] = []

    def try_to_open() -> None:
        try:
            open_database(path)[0].close()
        except CannotWrite as refusal:
            refusals.append(refusal)

    attempt = threading.Thread(target=try_to_open, daemon=True)
    attempt.start()
    attempt.join(seconds)
    assert not attempt.is_alive(), "it waits"
    assert len(refusals) == 1, "it was opened"
    return refusals[0]


@pytest.mark.parametrize("suffix", ["", *COMPANIONS])
def test_a_pipe_in_its_place_is_told_and_left(path: Path, suffix: str) -> None:
    open_database(path)[0].close()
    pipe = path.with_name(path.name + suffix)
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    assert refusal_within(2, path).sentence == text("chat_host.cannot_open")
    assert pipe.is_fifo()


@pytest.mark.parametrize("suffix", ["", *COMPANIONS])
def test_a_link_in_its_place_is_told_and_not_followed(path: Path, tmp_path: Path, suffix: str) -> None:
    open_database(path)[0].close()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(path.read_bytes())
    elsewhere.chmod(0o644)
    link = path.with_name(path.name + suffix)
    link.unlink(missing_ok=True)
    link.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    refusal_within(2, path)
    assert link.is_symlink()
    assert elsewhere.stat().st_mode & 0o777 == 0o644
    assert elsewhere.read_bytes() == before


def test_a_link_planted_after_the_look_is_not_followed(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere")
    monkeypatch.setattr(database, "refuse_strange_places", lambda _path: None)
    refusal_within(2, path)
    assert not (tmp_path / "elsewhere").exists()


PLANTED: dict[str, Callable[[sqlite3.Connection], object]] = {
    "view": lambda planted: planted.execute("CREATE VIEW more AS SELECT * FROM threads"),
    "trigger": lambda planted: planted.execute(
        "CREATE TRIGGER echo AFTER INSERT ON items BEGIN DELETE FROM threads; END"
    ),
    "view for a table": lambda planted: planted.executescript(
        "DROP TABLE items; CREATE VIEW items AS SELECT * FROM threads"
    ),
    "less": lambda planted: planted.execute("DROP TABLE items"),
    "column": lambda planted: planted.execute("ALTER TABLE items ADD COLUMN more"),
    "no text": lambda planted: planted.executescript(
        "PRAGMA writable_schema = ON; CREATE VIEW more AS SELECT 1;"
        "UPDATE sqlite_master SET sql = CAST(CAST(sql AS BLOB) || x'2f2aff' AS TEXT) WHERE name = 'more'"
    ),
    "older version": lambda planted: planted.execute("PRAGMA user_version = 0"),
    "no version": lambda planted: planted.execute("PRAGMA user_version = -1"),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_a_schema_that_is_not_ours_is_set_aside(path: Path, kind: str) -> None:
    connection, _ = open_database(path)
    PLANTED[kind](connection)
    connection.close()
    planted = path.read_bytes()
    connection, set_aside = open_database(path)
    assert set_aside is not None
    assert set_aside.read_bytes() == planted
    assert tables(connection) == {"threads", "items", "attachments", "sqlite_sequence"}
    connection.close()


def test_an_older_schema_of_ours_is_migrated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_database(path)[0].close()
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, "ALTER TABLE threads ADD COLUMN later TEXT;"))
    for _ in range(2):
        connection, set_aside = open_database(path)
        connection.execute("SELECT later FROM threads")
        connection.close()
        assert set_aside is None
