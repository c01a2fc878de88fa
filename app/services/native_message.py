"""Owns the message that is shown without a window of ours: by whatever the system has for it, or by nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from html import escape

from app.services.link_opener import environment_of_person
from app.services.screens import is_off_screen, screen_answers

# How long a message stays that nobody may be there to read: on a screen without a desktop, or of a build machine.
UNWATCHED_SECONDS = 10.0
MACOS_PROGRAM = "/usr/bin/osascript"
# What is said are arguments of the script, so no words can become a part of it.
MACOS_SCRIPT = (
    *("-e", "on run argv"),
    *("-e", "display alert (item 1 of argv) message (item 2 of argv) as critical"),
    *("-e", "end run"),
)
# What a desktop says of itself; where nothing does, the screen may be one that nobody sees.
DESKTOPS = ("XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "WAYLAND_DISPLAY")
WINDOWS_STYLE = 0x10 | 0x10000  # an error, in front of everything

Which = Callable[[str], str | None]


def show_message(title: str, words: str, environ: Mapping[str, str] = os.environ) -> None:
    """Show a message and wait until the person has read it; where there is no way to show one, do nothing."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, title, WINDOWS_STYLE)
        return
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(  # noqa: S603 -- an argument vector of ours, with words of ours
            message_command(title, words, sys.platform, environ, shutil.which),
            env=environment_of_person(environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=None if is_watched(sys.platform, environ) else UNWATCHED_SECONDS,
        )


def message_command(title: str, words: str, platform: str, environ: Mapping[str, str], which: Which) -> tuple[str, ...]:
    """Return the program that shows a message, with its arguments; OSError where there is none, or no screen."""
    if platform == "darwin":
        return (MACOS_PROGRAM, *MACOS_SCRIPT, title, words)
    if is_off_screen(environ) or not screen_answers(environ):
        raise OSError("no screen")
    for name, arguments in (
        ("zenity", ("--error", "--no-markup", f"--title={title}", f"--text={words}")),
        ("kdialog", ("--title", title, "--error", _for_kdialog(words))),
        ("xmessage", ("-center", "-default", "okay", "-title", title, words)),
        ("notify-send", ("--", title, _for_notify_send(words))),
    ):
        program = which(name)
        if program is not None:
            return (program, *arguments)
    raise OSError("no program that shows messages")


def _for_kdialog(words: str) -> str:
    """Return words that it shows as they are: it takes for HTML what looks like it, and a backslash for its own."""
    return f"<qt>{escape(words, quote=False)}</qt>".replace("\\", "&#92;").replace("\n", "<br>")


def _for_notify_send(words: str) -> str:
    """Return words that are shown as they are: it unfolds what follows a backslash, and desktops read markup."""
    return escape(words, quote=False).replace("\\", "\\\\")


def is_watched(platform: str, environ: Mapping[str, str]) -> bool:
    """Say whether somebody sits before the screen, as far as the session tells."""
    return "CI" not in environ and (platform != "linux" or any(environ.get(each) for each in DESKTOPS))
