"""Owns saving hosted conversations from the window: a process of its own reads them, and the page hears of it."""

from __future__ import annotations

import json
import logging
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, Literal, cast

from app.errors import Busy, CannotWrite, InternalError, NotFound
from app.resources import text
from app.services.chat_host_command import open_crash_file, program_command, start_process
from app.services.export_order import ExportOrder

State = Literal["idle", "running", "ended", "stopped", "failed"]

STOP_SECONDS = 0.3

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ExportState:
    """How far an export is: conversations that are done, could not be read, and things that could not be kept."""

    state: State = "idle"
    done: int = 0
    failed: int = 0
    lost: int = 0
    message: str = ""
    hint: str = ""

    def shown(self) -> dict[str, Any]:
        """Return what a page shows of it."""
        return asdict(self)


class HostedExports:
    """One export at a time; safe on every thread. `on_change` hears every step, on the thread of the export."""

    def __init__(
        self,
        folder: Callable[[], Path],
        database: Path,
        crash_file: Path,
        on_change: Callable[[ExportState], None],
        command: Sequence[str] | None = None,
    ) -> None:
        self._folder, self._database, self._crash_file = folder, database, crash_file
        self._on_change = on_change
        self._command = list(command or program_command("export", "--ordered"))
        self._lock = threading.Lock()
        self._state = ExportState()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopping = False

    @property
    def state(self) -> ExportState:
        """How far it is now."""
        with self._lock:
            return self._state

    def start(self, key: str) -> ExportState:
        """Begin to read everything that a key can see; raises Busy while another export runs."""
        order = ExportOrder(key, self._folder(), self._database)
        with self._lock:
            if self._state.state == "running":
                raise Busy(text("export.is_running"), hint=text("export.is_running.hint"))
            try:
                with open_crash_file(self._crash_file) as errors:
                    process = start_process(self._command, (), errors)
            except OSError as error:
                raise CannotWrite(detail=f"export: {type(error).__name__}") from error
            self._process, self._stopping = process, False
            self._state = ExportState("running", message=text("export.running", done=0))
        threading.Thread(target=self._follow, args=(process, order), name="hosted-export", daemon=True).start()
        return self.state

    def stop(self) -> None:
        """End it; what is there stays, and the next one goes on from there."""
        with self._lock:
            process, self._stopping = self._process, True
        if process is not None and process.stdin is not None:
            # It lives as long as its stdin.
            with suppress(OSError):
                process.stdin.close()

    def close(self) -> None:
        """End it at once: the window closes."""
        self.stop()
        with self._lock:
            process = self._process
        if process is not None:
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()

    def folder(self) -> Path:
        """Return where the conversations are; raises NotFound before there are any."""
        folder = self._folder()
        if not folder.is_dir():
            raise NotFound(text("export.no_folder"), hint=text("export.no_folder.hint"))
        return folder

    def _follow(self, process: subprocess.Popen[bytes], order: ExportOrder) -> None:
        """Hand over the order, and listen until the process ends."""
        orders, tells = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        outcome: ExportState | None = None
        # Closed already where somebody has stopped it.
        with suppress(OSError, ValueError):
            orders.write(order.line())
            orders.flush()
        with tells:
            for line in tells:
                outcome = self._heard(line) or outcome
        exit_code = process.wait()
        with suppress(OSError, ValueError):
            orders.close()
        with self._lock:
            self._process = None
            stopped = self._stopping
        if outcome is None:
            outcome = self._stopped() if stopped else self._crashed(exit_code)
        self._change(outcome)

    def _heard(self, line: bytes) -> ExportState | None:
        """Take in a line; returns the last state if it is that of the end."""
        try:
            told = json.loads(line)
            if "error" in told:
                error = told["error"]
                return self._ended("failed", message=str(error["message"]), hint=str(error["hint"]))
            done, failed, lost = (int(told[name]) for name in ("done", "failed", "lost"))
        except (ValueError, TypeError, KeyError):
            return None
        if told.get("ended"):
            return ExportState("ended", done, failed, lost, *_words(done, failed, lost))
        self._change(ExportState("running", done, failed, lost, text("export.running", done=done)))
        return None

    def _stopped(self) -> ExportState:
        return self._ended("stopped", message=text("export.stopped"), hint=text("export.stopped.hint"))

    def _crashed(self, exit_code: int) -> ExportState:
        logger.error("the export ended with %d", exit_code)
        fault = InternalError()
        return self._ended("failed", message=fault.sentence, hint=fault.hint)

    def _ended(self, state: State, *, message: str, hint: str) -> ExportState:
        now = self.state
        return ExportState(state, now.done, now.failed, now.lost, message, hint)

    def _change(self, state: ExportState) -> None:
        with self._lock:
            self._state = state
        self._on_change(state)


def _words(done: int, failed: int, lost: int) -> tuple[str, str]:
    """Return what a person reads at the end: how many there are, and what is not among them."""
    hints = [text("export.some_failed", count=failed)] if failed else []
    hints += [text("export.some_lost", count=lost)] if lost else []
    message = text("export.ended_in_window", done=done) if done or failed else text("export.none")
    return message, " ".join(hints)
