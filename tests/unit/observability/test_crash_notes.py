"""How a run that did not end by itself is found by the next one; crashes are real, so they happen in a child."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.observability.crash_notes import CrashNotes, peek_note
from tests.support.processes import ROOT

CRASH = """
import ctypes, sys, time
from pathlib import Path
from app.observability.crash_notes import CrashNotes
notes = CrashNotes(Path(sys.argv[1]))
previous = notes.arm()
print("-" if previous is None else previous.stacks, flush=True)
if sys.argv[2] == "segfault":
    ctypes.string_at(0)
if sys.argv[2] == "killed":
    time.sleep(60)
notes.disarm()
"""


def child(path: Path, how: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CRASH, str(path), how]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(path: Path, how: str) -> tuple[int, str, str]:
    process = child(path, how)
    said, complained = process.communicate(timeout=20)
    return process.returncode, said.strip(), complained


def test_a_clean_end_leaves_no_note(tmp_path: Path) -> None:
    path = tmp_path / "notes" / "crash-notes.txt"
    assert run(path, "clean")[:2] == (0, "-")
    assert path.read_bytes() == b""
    assert path.stat().st_mode & 0o777 == 0o600
    assert run(path, "clean")[:2] == (0, "-")


def test_a_crash_in_native_code_is_told_once_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "crash-notes.txt"
    code, _, complained = run(path, "segfault")
    assert code == -signal.SIGSEGV
    assert "Traceback" not in complained
    assert "Segmentation fault" not in complained
    note = peek_note(path)
    assert note is not None
    assert "Segmentation fault" in note.stacks
    assert note.started_at_utc.endswith("Z")
    _, said, _ = run(path, "clean")
    assert "Segmentation fault" in said
    assert run(path, "clean")[1] == "-"


def test_a_killed_run_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "crash-notes.txt"
    process = child(path, "killed")
    assert process.stdout is not None
    assert process.stdout.readline() == "-\n"
    process.kill()
    process.communicate(timeout=20)
    note = peek_note(path)
    assert note is not None
    assert note.stacks == ""
    assert run(path, "clean")[1] == ""


@pytest.mark.parametrize(
    "damage", [b"\x00\xff{ not json\nrest", b"[]\n", b'{"version": 1}\n', b"x" * 200_000, b"[" * 60_000]
)
def test_a_damaged_note_still_says_that_there_was_one(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "crash-notes.txt"
    path.write_bytes(damage)
    note = peek_note(path)
    assert note is not None
    assert note.started_at_utc == ""
    assert len(note.stacks) <= 65_536


def test_a_note_is_redacted(tmp_path: Path) -> None:
    path = tmp_path / "crash-notes.txt"
    path.write_text('{"started_at_utc": "2026-01-01T00:00:00Z", "version": "1"}\n  File "/home/somebody/x.py"\n')
    note = peek_note(path)
    assert note is not None
    assert note.stacks == 'File "/home/[user]/[path]"'


def test_what_is_no_note_is_none(tmp_path: Path) -> None:
    assert peek_note(tmp_path / "missing") is None
    (tmp_path / "empty").write_bytes(b"\n")
    assert peek_note(tmp_path / "empty") is None
    os.mkfifo(tmp_path / "pipe")
    assert peek_note(tmp_path / "pipe") is None
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    assert peek_note(tmp_path / "link") is None


def test_a_folder_that_refuses_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    notes = CrashNotes(tmp_path / "file" / "crash-notes.txt")
    assert notes.arm() is None
    notes.disarm()
