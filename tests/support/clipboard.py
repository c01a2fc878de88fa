"""The clipboard of the screen, as another program has it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.processes import ROOT
from tests.support.waiting import wait_until


def clipboard_text(selection: str = "clipboard") -> str:
    """Return what a person, or any other program, would paste; `primary` is what is marked."""
    command = ["xclip", "-selection", selection, "-out"]
    return subprocess.run(command, capture_output=True, text=True, timeout=10, check=False).stdout


@contextmanager
def picture_in_clipboard(file: Path) -> Iterator[None]:
    """Copy a picture in another program, for the length of a block."""
    command = ["xclip", "-quiet", "-selection", "clipboard", "-target", "image/png", "-in", str(file)]
    with _owned(command, "image/png"):
        yield


@contextmanager
def file_in_clipboard(file: Path, *marks: str) -> Iterator[None]:
    """Copy a file in another program, which marks it as of these kinds as well, for the length of a block."""
    command = [sys.executable, "-m", "tests.support.clipboard_owner", file.as_uri(), *marks]
    with _owned(command, "text/uri-list"):
        yield


@contextmanager
def _owned(command: list[str], kind: str) -> Iterator[None]:
    look = ["xclip", "-selection", "clipboard", "-out", "-target", "TARGETS"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as owner:
        try:
            wait_until(
                lambda: kind.encode() in subprocess.run(look, capture_output=True, timeout=10, check=False).stdout,
                what="the clipboard",
            )
            yield
        finally:
            owner.kill()


@contextmanager
def in_clipboard(words: str) -> Iterator[None]:
    """Copy something in another program, for the length of a block."""
    command = ["xclip", "-quiet", "-selection", "clipboard", "-in"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as owner:
        assert owner.stdin is not None
        try:
            owner.stdin.write(words)
            owner.stdin.close()
            wait_until(lambda: clipboard_text() == words, what="the clipboard")
            yield
        finally:
            owner.kill()
