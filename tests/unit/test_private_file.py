from __future__ import annotations

import errno
import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from app.private_file import (
    NOT_A_FILE,
    make_private_folder,
    read_bounded,
    remove_leftovers,
    sync_folder,
    write_atomically,
)
from tests.support.listing import names_in, open_descriptors


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def make_link(path: Path) -> None:
    path.with_name("target").write_text("planted")
    path.symlink_to("target")


def make_loop(path: Path) -> None:
    path.symlink_to(path.name)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


NO_FILES: list[Callable[[Path], None]] = [make_link, make_loop, make_socket, os.mkfifo, Path.mkdir]


@pytest.mark.parametrize("make", NO_FILES, ids=lambda make: make.__name__)
def test_what_is_no_plain_file_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "settings.json"
    make(path)
    with pytest.raises(OSError, match=r".") as refusal:
        read_bounded(path, 100)
    assert refusal.value.errno in NOT_A_FILE


def test_device_is_refused() -> None:
    with pytest.raises(OSError, match="plain file"):
        read_bounded(Path("/dev/zero"), 100)


def test_link_is_followed_when_asked(tmp_path: Path) -> None:
    make_link(tmp_path / "settings.json")
    assert read_bounded(tmp_path / "settings.json", 100, follow_links=True) == b"planted"


def test_bound_is_the_last_size_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 100)
    assert read_bounded(path, 100) == b"x" * 100
    with pytest.raises(OSError, match="too large") as refusal:
        read_bounded(path, 99)
    assert refusal.value.errno == errno.EFBIG


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    make_link(tmp_path / "link")
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "folder").mkdir()
    before = open_descriptors()
    for name in ("link", "fifo", "folder", "missing", "target"):
        for most_bytes in (1, 100):
            try:
                read_bounded(tmp_path / name, most_bytes)
            except OSError:
                continue
    write_atomically(tmp_path / "target", b"new")
    assert open_descriptors() == before


def test_written_file_is_private_whatever_the_mask(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o666)
    before = os.umask(0)
    try:
        write_atomically(path, b"new")
        make_private_folder(tmp_path / "a" / "folder")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"new"
    assert mode_of(path) == 0o600
    assert mode_of(tmp_path / "a" / "folder") == 0o700


def test_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="no space"):
        write_atomically(path, b"new")
    assert names_in(tmp_path) == ["file"]
    assert path.read_bytes() == b"old"


def test_link_in_the_files_place_is_replaced_not_written_through(tmp_path: Path) -> None:
    make_link(tmp_path / "file")
    write_atomically(tmp_path / "file", b"new")
    assert not (tmp_path / "file").is_symlink()
    assert (tmp_path / "target").read_text() == "planted"


def test_leftovers_of_killed_writers_go_and_nothing_else(tmp_path: Path) -> None:
    for name in (".file.0123456789abcdef.new", "file", "file.new", ".other.0123456789abcdef.new"):
        (tmp_path / name).touch()
    remove_leftovers(tmp_path / "file")
    assert names_in(tmp_path) == [".other.0123456789abcdef.new", "file", "file.new"]


@pytest.mark.parametrize(("number", "is_passed_over"), [(errno.EINVAL, True), (errno.EIO, False)])
def test_folder_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, is_passed_over: bool) -> None:
    def answer(_descriptor: int) -> None:
        raise OSError(number, "answer")

    monkeypatch.setattr(os, "fsync", answer)
    if is_passed_over:
        sync_folder(tmp_path)
    else:
        with pytest.raises(OSError, match="answer"):
            sync_folder(tmp_path)
