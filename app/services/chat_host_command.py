"""Owns how this very program is started once more: as a chat host, to save conversations, or for a secret."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import app
from app.private_file import open_private

CRASH_FILE_LIMIT_BYTES = 256 * 1024


def host_command() -> tuple[str, ...]:
    """Return how this very program is started as a chat host."""
    return program_command("chat-host")


def program_command(*arguments: str) -> tuple[str, ...]:
    """Return how this very program is started with these arguments."""
    if getattr(sys, "frozen", False):
        return (sys.executable, *arguments)
    return (sys.executable, "-m", "app", *arguments)


def start_process(
    command: Sequence[str], sockets: Sequence[socket.socket], errors: IO[bytes]
) -> subprocess.Popen[bytes]:
    """Start a process of ours with these sockets; a Ctrl-C in the terminal is left to the window process."""
    # From source, `-m` looks in the working directory first: it must be the one this very program was loaded from.
    folder = None if getattr(sys, "frozen", False) else Path(app.__file__).resolve().parent.parent
    windows = sys.platform == "win32"
    return subprocess.Popen(  # noqa: S603 - our own program, by a list
        command,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        pass_fds=() if windows else [listener.fileno() for listener in sockets],
        start_new_session=not windows,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def start_quietly(*arguments: str) -> subprocess.Popen[bytes]:
    """Start this very program once more with these arguments; what it says of errors is heard by nobody."""
    with Path(os.devnull).open("wb") as nowhere:
        return start_process(program_command(*arguments), (), nowhere)


def open_crash_file(path: Path) -> IO[bytes]:
    """Open what the host's last words go to: private, and started afresh when it has grown long."""
    descriptor = open_private(path, os.O_WRONLY | os.O_APPEND)
    if os.fstat(descriptor).st_size > CRASH_FILE_LIMIT_BYTES:
        os.ftruncate(descriptor, 0)
    return os.fdopen(descriptor, "ab")
