"""How the program is started as a chat host, and where its last words go."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.services.chat_host_command import CRASH_FILE_LIMIT_BYTES, host_command, open_crash_file


def test_what_a_crash_says_last_is_private_and_short(tmp_path: Path) -> None:
    path = tmp_path / "log" / "chat-host.crash"
    with open_crash_file(path) as file:
        file.write(b"x" * (CRASH_FILE_LIMIT_BYTES + 1))
    assert path.stat().st_mode & 0o777 == 0o600
    with open_crash_file(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"
    with open_crash_file(path) as file:
        file.write(b"er")
    assert path.read_bytes() == b"newer"


def test_the_command_is_this_very_program(monkeypatch: pytest.MonkeyPatch) -> None:
    assert host_command() == (sys.executable, "-m", "app", "chat-host")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert host_command() == (sys.executable, "chat-host")
