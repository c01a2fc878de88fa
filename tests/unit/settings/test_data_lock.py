from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from app.errors import AlreadyRunning, CannotWrite
from app.settings.data_lock import DataLock
from app.settings.locations import resolve_locations
from tests.support.listing import open_descriptors
from tests.support.processes import ROOT
from tests.support.settings_child import command


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return resolve_locations(tmp_path / "nook").data_lock_file


@contextmanager
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a process that holds the lock."""
    with subprocess.Popen(
        command("hold-lock", path.parent), cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_lock_is_for_one(path: Path) -> None:
    with DataLock(path) as lock:
        assert lock.is_held
        with pytest.raises(AlreadyRunning):
            DataLock(path).acquire()
        lock.acquire()
    assert not lock.is_held
    with DataLock(path):
        pass


def test_lock_file_is_private_and_stays(path: Path) -> None:
    with DataLock(path):
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.exists()


def test_other_process_is_waited_for_and_no_longer(path: Path) -> None:
    with holder(path):
        started = time.monotonic()
        with pytest.raises(AlreadyRunning):
            DataLock(path).acquire(timeout_seconds=0.2)
        assert 0.2 <= time.monotonic() - started < 5


def test_lock_comes_back_when_its_holder_ends(path: Path) -> None:
    with holder(path) as process:
        assert process.stdin
        process.stdin.close()
        DataLock(path).acquire(timeout_seconds=10)


def test_lock_comes_back_when_its_holder_is_killed(path: Path) -> None:
    with holder(path) as process:
        process.kill()
        DataLock(path).acquire(timeout_seconds=10)


def test_children_do_not_inherit_it(path: Path) -> None:
    with DataLock(path) as lock, subprocess.Popen(["cat"], stdin=subprocess.PIPE, close_fds=False) as child:
        lock.release()
        DataLock(path).acquire()
        assert child.poll() is None


def test_it_is_the_lock_that_filelock_takes(path: Path) -> None:
    with DataLock(path), pytest.raises(Timeout):
        FileLock(path, timeout=0).acquire()
    with FileLock(path), pytest.raises(AlreadyRunning):
        DataLock(path).acquire()


def test_releasing_without_holding_does_nothing(path: Path) -> None:
    DataLock(path).release()
    assert not path.exists()


def test_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match="locked"):
        DataLock(tmp_path / "file" / "window.lock").acquire()


def test_link_in_its_place_is_refused(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "target")
    with pytest.raises(CannotWrite):
        DataLock(path).acquire()
    assert not (tmp_path / "target").exists()


def test_file_system_without_locks_is_explained_and_nothing_left_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    before = open_descriptors()
    with pytest.raises(CannotWrite):
        DataLock(path).acquire()
    assert open_descriptors() == before
