"""The log's files: private, bounded, and careful about what is in their place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.observability import private_log
from app.observability.private_log import OLD_FILES, PrivateLog
from app.private_file import open_private
from tests.support.troubled_disks import no_file_grows_beyond


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private_log, "MAXIMUM_FILE_BYTES", 100)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_file_and_its_folder_are_private(tmp_path: Path) -> None:
    log = PrivateLog(tmp_path / "log" / "a.log")
    log.write("hello\n")
    log.close()
    assert mode(tmp_path / "log") == 0o700
    assert mode(tmp_path / "log" / "a.log") == 0o600


def test_a_file_that_was_open_to_others_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_text("old\n")
    path.chmod(0o644)
    log = PrivateLog(path)
    log.write("new\n")
    log.close()
    assert mode(path) == 0o600
    assert path.read_text() == "old\nnew\n"


def test_count_and_bytes_are_capped(tmp_path: Path, small: None) -> None:
    log = PrivateLog(tmp_path / "a.log")
    for number in range(100):
        log.write(f"line {number:03d} of a hundred\n")
    log.flush()
    log.close()
    files = sorted(tmp_path.iterdir())
    assert [path.name for path in files] == ["a.log", *(f"a.log.{number}" for number in range(1, OLD_FILES + 1))]
    assert all(path.stat().st_size <= 100 and mode(path) == 0o600 for path in files)
    assert "line 099" in files[0].read_text()


def test_rotation_goes_on_where_the_last_run_ended(tmp_path: Path, small: None) -> None:
    (tmp_path / "a.log").write_text("x" * 99)
    log = PrivateLog(tmp_path / "a.log")
    log.write("next\n")
    log.close()
    assert (tmp_path / "a.log").read_text() == "next\n"
    assert (tmp_path / "a.log.1").read_text() == "x" * 99


def test_a_refused_rotation_loses_entries_and_heals(tmp_path: Path, small: None) -> None:
    log = PrivateLog(tmp_path / "a.log")
    log.write("x" * 99)
    (tmp_path / f"a.log.{OLD_FILES - 1}").write_text("old\n")
    blocked = tmp_path / f"a.log.{OLD_FILES}"
    blocked.mkdir()
    with pytest.raises(OSError, match="directory"):
        log.write("lost\n")
    blocked.rmdir()
    log.write("kept\n")
    log.close()
    assert (tmp_path / "a.log").read_text() == "kept\n"


def test_what_a_full_disk_takes_only_a_part_of_is_no_half_line(tmp_path: Path) -> None:
    log = PrivateLog(tmp_path / "nook.log")
    log.write("first\n")
    with no_file_grows_beyond(10), pytest.raises(OSError, match="large"):
        log.write("second\n")
    log.write("third\n")
    log.close()
    assert (tmp_path / "nook.log").read_text() == "first\nthird\n"


def test_a_closed_log_takes_nothing(tmp_path: Path) -> None:
    log = PrivateLog(tmp_path / "a.log")
    log.close()
    log.close()
    with pytest.raises(OSError, match="closed"):
        log.write("x")


def test_odd_characters_are_written_as_escapes(tmp_path: Path) -> None:
    log = PrivateLog(tmp_path / "a.log")
    log.write("\udcff ü\n")
    log.close()
    assert (tmp_path / "a.log").read_bytes() == b"\\udcff \xc3\xbc\n"


def test_a_link_a_pipe_or_a_folder_in_its_place_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("link", "pipe", "folder"):
        with pytest.raises(OSError, match=r"."):
            open_private(tmp_path / name, os.O_WRONLY)
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(OSError, match="not a plain file"):
        open_private(tmp_path / "pipe", os.O_WRONLY)
    os.close(reader)
    assert not (tmp_path / "elsewhere").exists()
