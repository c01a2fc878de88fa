"""Checks that the part of the program that holds conversations starts and gets ready; a trial one, beside no window."""

from __future__ import annotations

import queue
import tempfile
from contextlib import closing
from pathlib import Path

from app.diagnostics.findings import CheckContext, Finding
from app.diagnostics.online.examining import examine
from app.diagnostics.wording import passed, say
from app.errors import ChatHostUnavailable

# The page it would answer; nobody is there.
ORIGIN = "http://localhost:1"
READY_SECONDS = 15.0


def probe(_context: CheckContext) -> Finding:
    """Start one with conversations of its own, and end it."""
    return examine(_start)


def _start() -> Finding:
    from app.services.chat_host_process import ChatHostProcess
    from app.window.loopback import bind_loopback

    states: queue.SimpleQueue[tuple[str, str]] = queue.SimpleQueue()
    with tempfile.TemporaryDirectory() as folder, closing(bind_loopback()) as loopback:
        host = ChatHostProcess(
            loopback,
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
