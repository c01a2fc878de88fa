from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest

from app.errors import FileRefused
from app.services.given_path import check_given
from app.tools.file_handles import MOST_HANDLES, FileHandles


def test_another_connection_cannot_use_a_handle(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    handles = FileHandles()
    handle = handles.issue(str(file), "local")["handle"]
    assert handles.find(handle, "local").size_bytes == 1
    with pytest.raises(FileRefused):
        handles.find(handle, "other")
    with pytest.raises(FileRefused):
        handles.find(str(file), "local")


def test_a_connection_that_leads_elsewhere_cannot_use_what_it_had(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    leads = {"work": "server https://one.example"}
    handles = FileHandles(lambda connection: leads.get(connection, ""))
    handle = handles.issue(str(file), "work")["handle"]
    assert handles.read(handle, "work", 10).data == b"x"
    for leads["work"] in ("server https://two.example", ""):
        for use in (handles.find, handles.name_of, handles.open, partial(handles.read, most_bytes=10)):
            with pytest.raises(FileRefused):
                use(handle, "work")


def test_a_link_is_told_with_what_it_leads_to(tmp_path: Path) -> None:
    secret, link = tmp_path / "id_rsa", tmp_path / "notes.txt"
    secret.write_text("key")
    link.symlink_to(secret)
    handles = FileHandles()
    described = handles.issue(str(link), "local")
    assert (described["name"], described["leads_to"]) == ("notes.txt", "id_rsa")
    assert handles.name_of(described["handle"], "local") == "notes.txt, a link to id_rsa"
    assert handles.read(described["handle"], "local", 10).name == "notes.txt"
    (tmp_path / "folder").symlink_to(tmp_path)
    assert "leads_to" not in handles.issue(str(tmp_path / "folder" / "id_rsa"), "local")


@pytest.mark.skipif(sys.platform != "linux", reason="these file systems are Linux's")
@pytest.mark.parametrize("path", ["/proc/self/environ", "/proc/version", "/sys/kernel/mm/transparent_hugepage/enabled"])
def test_what_the_kernel_makes_up_is_no_file(tmp_path: Path, path: str) -> None:
    link = tmp_path / "notes.txt"
    link.symlink_to(path)
    for picked in (path, str(link)):
        with pytest.raises(FileRefused):
            FileHandles().issue(picked, "local")
        with pytest.raises(FileRefused):
            check_given(Path(picked))


@pytest.mark.skipif(sys.platform != "linux", reason="this file system is Linux's")
def test_a_file_without_a_size_that_has_bytes_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.given_path.KERNEL_FOLDERS", ())
    with pytest.raises(FileRefused):
        FileHandles().issue("/proc/self/environ", "local")
    (tmp_path / "empty").touch()
    assert FileHandles().issue(str(tmp_path / "empty"), "local")["size_bytes"] == 0


def test_only_regular_files_are_taken(tmp_path: Path) -> None:
    handles = FileHandles()
    for path in (tmp_path, tmp_path / "missing", Path("/dev/null")):
        with pytest.raises(FileRefused):
            handles.issue(str(path), "local")


def test_the_oldest_handles_are_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "a.bin"
    file.write_bytes(b"")
    handles = FileHandles()
    first = handles.issue(str(file), "local")
    assert first["type"] == "application/octet-stream"
    for _ in range(MOST_HANDLES):
        handles.issue(str(file), "local")
    with pytest.raises(FileRefused):
        handles.find(first["handle"], "local")
