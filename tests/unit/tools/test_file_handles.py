from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import FileRefused
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
