"""The clipboard of the screen, as another program has it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.waiting import wait_until


def clipboard_text(selection: str = "clipboard") -> str:
    """Return what a person, or any other program, would paste; `primary` is what is marked."""
    command = ["xclip", "-selection", selection, "-out"]
    return subprocess.run(command, capture_output=True, text=True, timeout=10, check=False).stdout


@contextmanager
def picture_in_clipboard(file: Path) -> Iterator[None]:
    """Copy a picture in another program, for the length of a block."""
    command = ["xclip", "-quiet", "-selection", "clipboard", "-target", "image/png", "-in", str(file)]
    look = ["xclip", "-selection", "clipboard", "-out", "-target", "TARGETS"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as owner:
        try:
            wait_until(
                lambda: b"image/png" in subprocess.run(look, capture_output=True, timeout=10, check=False).stdout,
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
