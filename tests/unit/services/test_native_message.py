"""The message without a window: which program shows it, what it is told, and how long it may stay unread."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import native_message
from app.services.native_message import is_watched, message_command, show_message

SCREEN = {"DISPLAY": ":59997"}
TITLE, WORDS = "Agentnook", "--It <b>failed</b> in C:\\new & old.\n\nDo something."
# As each of them has to be told it, so that this is what it shows.
PROGRAMS = {
    "zenity": f"--text={WORDS}",
    "kdialog": "<qt>--It &lt;b&gt;failed&lt;/b&gt; in C:&#92;new &amp; old.<br><br>Do something.</qt>",
    "xmessage": WORDS,
    "notify-send": "--It &lt;b&gt;failed&lt;/b&gt; in C:\\\\new &amp; old.\n\nDo something.",
}


@pytest.fixture
def screen() -> Iterator[None]:
    """Let somebody answer at the screen's door."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X59997")
        server.listen()
        yield


def among(*installed: str) -> native_message.Which:
    return lambda name: f"/usr/bin/{name}" if name in installed else None


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("number", range(len(PROGRAMS)))
def test_the_first_program_that_is_there_shows_it_as_it_is(number: int) -> None:
    installed = list(PROGRAMS)[number:]
    command = message_command(TITLE, WORDS, "linux", SCREEN, among(*installed))
    assert command[0] == f"/usr/bin/{installed[0]}"
    assert command[-1] == PROGRAMS[installed[0]]
    assert ("--no-markup" in command) == (installed[0] == "zenity")


@pytest.mark.usefixtures("screen")
def test_without_such_a_program_there_is_no_message() -> None:
    with pytest.raises(OSError, match="no program"):
        message_command(TITLE, WORDS, "linux", SCREEN, among())


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ":59996"}, {"QT_QPA_PLATFORM": "offscreen"}])
def test_without_a_screen_there_is_no_message(environ: dict[str, str]) -> None:
    with pytest.raises(OSError, match="no screen"):
        message_command(TITLE, WORDS, "linux", environ, among(*PROGRAMS))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system always has a way")
def test_to_show_none_is_no_failure() -> None:
    show_message(TITLE, WORDS, {})


def test_on_macos_the_words_are_arguments_and_no_script() -> None:
    command = message_command(TITLE, 'say "hello"', "darwin", {}, among())
    assert command[0] == "/usr/bin/osascript"
    assert command[-2:] == (TITLE, 'say "hello"')
    assert not any("hello" in part for part in command[:-1])


@pytest.mark.parametrize(
    ("environ", "watched"),
    [
        ({"DESKTOP_SESSION": "xfce"}, True),
        ({"XDG_CURRENT_DESKTOP": "GNOME"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":99", "XDG_SESSION_TYPE": "x11"}, False),
        ({"XDG_CURRENT_DESKTOP": "GNOME", "CI": "true"}, False),
    ],
)
def test_a_session_tells_whether_somebody_is_there(environ: dict[str, str], watched: bool) -> None:
    assert is_watched("linux", environ) is watched


def test_on_other_systems_somebody_is_there() -> None:
    assert is_watched("win32", {})
    assert is_watched("darwin", {})


@pytest.mark.usefixtures("screen")
@pytest.mark.skipif(sys.platform != "linux", reason="the programs of Linux")
def test_a_message_that_nobody_reads_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "zenity"
    program.write_text(f'#!/bin/sh\nprintf %s "$4" > {tmp_path / "said"}\nexec sleep 60\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(native_message, "UNWATCHED_SECONDS", 0.5)
    began = time.monotonic()
    show_message(TITLE, WORDS, {**SCREEN, "PATH": os.environ["PATH"]})
    assert time.monotonic() - began < 10
    assert (tmp_path / "said").read_text() == f"--text={WORDS}"
