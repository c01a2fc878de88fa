"""Looking at the conversations' database changes nothing, and goes nowhere else."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app import kept_database
from app.kept_database import COMPANIONS, open_read_only


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "kept.sqlite3"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE words (said TEXT)")
        connection.execute("INSERT INTO words VALUES ('hello')")
    return path


def said(path: Path) -> list[str]:
    with closing(open_read_only(path)) as connection:
        return [row[0] for row in connection.execute("SELECT said FROM words")]


def test_it_reads_and_leaves_nothing_beside_it(database: Path) -> None:
    before = database.read_bytes()
    assert said(database) == ["hello"]
    assert list(database.parent.iterdir()) == [database]
    assert database.read_bytes() == before


def test_it_reads_what_somebody_writes_at_the_same_time(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("INSERT INTO words VALUES ('there')")
        assert said(database) == ["hello", "there"]


def test_it_cannot_write(database: Path) -> None:
    with closing(open_read_only(database)) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM words")


@pytest.mark.parametrize("suffix", ["", *COMPANIONS])
@pytest.mark.parametrize("plant", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_plain_file_is_refused(database: Path, suffix: str, plant: Callable[[Path], object]) -> None:
    place = database.with_name(database.name + suffix)
    place.unlink(missing_ok=True)
    plant(place)
    with pytest.raises(OSError, match="not a plain file"):
        open_read_only(database)


def test_a_link_is_followed_without_the_look_twin(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = database.with_name("link.sqlite3")
    link.symlink_to(database)
    with pytest.raises(OSError, match="not a plain file"):
        said(link)
    monkeypatch.setattr(kept_database, "refuse_strange_places", lambda _path: None)
    assert said(link) == ["hello"]
