"""Checks that the part of the program that holds conversations starts and gets ready; a trial one, beside no window."""

from __future__ import annotations

import queue
import socket
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.diagnostics.findings import CheckContext, Finding
from app.diagnostics.online.examining import examine
from app.diagnostics.wording import passed, say
from app.errors import ChatHostUnavailable

# The page it would answer; nobody is there.
ORIGIN = "http://localhost:1"
READY_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Listened:
    """What a trial answers on: one address is enough, as no engine looks for it."""

    port: int
    sockets: tuple[socket.socket, ...]


def probe(_context: CheckContext) -> Finding:
    """Start one with conversations of its own, and end it."""
    return examine(_start)


def _start() -> Finding:
    from app.services.chat_host_process import ChatHostProcess

    states: queue.SimpleQueue[tuple[str, str]] = queue.SimpleQueue()
    with tempfile.TemporaryDirectory() as folder, closing(_listener()) as listener:
        host = ChatHostProcess(
            Listened(listener.getsockname()[1], (listener,)),
            database=Path(folder) / "trial.sqlite3",
            chat_origin=ORIGIN,
            tools=list,
            on_state=lambda state, message: states.put((state, message)),
            log_file=Path(folder) / "trial.log",
        )
        host.start()
        try:
            _wait_until_ready(states)
        finally:
            host.stop()
    return passed(say("doctor.chat_host.pass"))


def _listener() -> socket.socket:
    """Return a socket that listens; its protocol is named for the process that inherits it."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    return listener


def _wait_until_ready(states: queue.SimpleQueue[tuple[str, str]]) -> None:
    """Return when it answers; raises ChatHostUnavailable when it says that it cannot, or keeps crashing."""
    state, message = "", ""
    while state != "ready":
        if state in ("failed", "stopped"):
            raise ChatHostUnavailable(message, hint=say("doctor.chat_host.remedy"))
        try:
            state, message = states.get(timeout=READY_SECONDS)
        except queue.Empty:
            raise ChatHostUnavailable(hint=say("doctor.chat_host.remedy")) from None
