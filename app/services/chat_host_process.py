"""Owns the chat host's life: started when the shell is there, restarted after a crash, ended with the window.

The listening sockets stay the window process's own. So the address never changes, a message that comes while the host
starts waits in their queue, and when the host keeps failing the window process itself answers on them that it is down.
One thread does all of it; it starts the process, listens to what it says and waits for its end.
"""

from __future__ import annotations

import json
import logging
import secrets
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, Literal, Protocol, cast

from app.chat_host.launch import Launch, Relay, parse_tool_offer, share_sockets
from app.errors import AppError, ChatHostUnavailable, InternalError
from app.observability.redaction import register_secret
from app.services.chat_host_command import host_command, open_crash_file, start_process
from app.services.frequency import Frequency
from app.services.unavailable_answer import UnavailableAnswer

State = Literal["stopped", "starting", "ready", "failed"]

CRASHES_ALLOWED = 3
CRASH_WINDOW_SECONDS = 60.0
READY_DEADLINE_SECONDS = 60.0
RENEWAL_SECONDS = 3.0
STOP_SHARES = (0.6, 0.2, 0.2)

logger = logging.getLogger(__name__)


class Listening(Protocol):
    """The loopback sockets that the chat host answers on."""

    @property
    def port(self) -> int:
        """Return the port they share."""
        ...

    @property
    def sockets(self) -> tuple[socket.socket, ...]:
        """Return them, listening."""
        ...


class ChatHostProcess:
    """Starts, watches, restarts and ends the chat host.

    `tools` is asked for the tools to offer at each start. `on_state` hears the state and, when it is a failure, a
    sentence; `on_notice` hears what the host has to tell the person. Both are called on the thread of the chat host.
    """

    def __init__(
        self,
        loopback: Listening,
        *,
        database: Path,
        chat_origin: str,
        tools: Callable[[], Sequence[Mapping[str, object]]],
        on_state: Callable[[str, str], None],
        log_file: Path,
        on_notice: Callable[[Mapping[str, str]], None] = lambda _notice: None,
        command: Sequence[str] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._loopback, self._log_file = loopback, log_file
        self._launch = Launch(loopback.port, secrets.token_urlsafe(32), chat_origin, database, log_file=log_file)
        register_secret(self._launch.token)
        self._tools, self._on_state, self._on_notice = tools, on_state, on_notice
        self._command = list(command or host_command())
        self.state: State = "stopped"
        self.message = ""
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._stopping = self._renewing = False
        self._down = UnavailableAnswer(loopback.sockets, lambda: self._launch.chat_origin)
        self._crashes = Frequency(CRASHES_ALLOWED, CRASH_WINDOW_SECONDS, clock)

    @property
    def url(self) -> str:
        """Return the address that the chat document posts to."""
        return f"http://localhost:{self._loopback.port}/chatkit"

    @property
    def token(self) -> str:
        """Return the token of this launch, which every start of the host shares until another server answers."""
        return self._launch.token

    @property
    def process_id(self) -> int | None:
        """Return the running host's process id."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def start(self) -> None:
        """Begin to run the chat host; returns at once, and a second call does nothing."""
        with self._lock:
            if self._thread is None and not self._stopping:
                self._thread = threading.Thread(target=self._live, name="chat-host", daemon=True)
                self._thread.start()

    def retry(self) -> None:
        """Try once more after the host has failed; otherwise does nothing."""
        if self.state == "failed":
            self._down.end()

    def move_chat_document(self, chat_origin: str) -> None:
        """Answer the chat document at its new origin, and only there, from now on."""
        with self._lock:
            self._renew(replace(self._launch, chat_origin=chat_origin))

    def relay_to(self, relay: Relay | None) -> None:
        """Let a self-hosted server answer from now on, or this computer again; a running host starts anew for it.

        Returns once the host of before is gone, within a few seconds: what is said now waits for the right one.
        """
        with self._lock:
            if relay == self._launch.relay:
                return
            launch = replace(self._launch, relay=relay)
            # Until the first start its key opened nothing, and whoever was told it already means this server.
            if self._thread is not None:
                # SECURITY: who had the key to one server's conversations has none to another's, or to this computer's.
                launch = replace(launch, token=secrets.token_urlsafe(32))
                register_secret(launch.token)
            before = self._renew(launch)
        if before is None:
            return
        try:
            before.wait(RENEWAL_SECONDS)
        except subprocess.TimeoutExpired:
            _kill(before)

    def _renew(self, launch: Launch) -> subprocess.Popen[bytes] | None:
        """Start from this record from now on, and end the host that runs, which is returned; the lock is held."""
        self._launch = launch
        self._renewing = self._process is not None
        if self._process is not None:
            _close_stdin(self._process)
        return self._process

    def stop(self, timeout_seconds: float = 1.0) -> None:
        """End the chat host: politely, then firmly, then by force; returns within about the timeout."""
        with self._lock:
            self._stopping = True
            thread, process = self._thread, self._process
        self._down.end()
        if thread is None:
            return
        for step, share in zip((_close_stdin, _terminate, _kill), STOP_SHARES, strict=True):
            if process is not None:
                step(process)
            thread.join(share * timeout_seconds)
            if not thread.is_alive():
                return
        logger.warning("the chat host has not ended in time")

    def _live(self) -> None:
        while not self._stopping:
            self._enter("starting")
            try:
                refusal = self._run_once()
            except Exception:
                # Without this the thread would end, and the host would seem to be starting for ever.
                logger.exception("the chat host could not be run")
                refusal = InternalError.default_sentence
            if self._stopping:
                break
            if self._take_renewal():
                continue
            if refusal or self._crashes.add():
                self._stay_down(refusal or ChatHostUnavailable.default_sentence)
        self._enter("stopped")

    def _take_renewal(self) -> bool:
        """Tell whether the host ended because it was asked to, in order to start with something new."""
        with self._lock:
            renewing, self._renewing = self._renewing, False
        return renewing

    def _stay_down(self, sentence: str) -> None:
        self._down.prepare()
        self._enter("failed", sentence)
        if not self._stopping:
            self._down.serve_until_ended()
        self._crashes.forget()

    def _enter(self, state: State, message: str = "") -> None:
        self.state, self.message = state, message
        self._on_state(state, message)

    def _run_once(self) -> str:
        """Run the host until it ends; returns a sentence when it said itself that it cannot run."""
        try:
            process = self._spawn()
        except AppError as error:
            return error.sentence
        if process is None:
            return ""
        # A host that starts but never answers must not keep a message waiting for ever.
        too_late = threading.Timer(READY_DEADLINE_SECONDS, process.kill)
        too_late.daemon = True
        too_late.start()
        try:
            return self._listen(process, on_first_word=too_late.cancel)
        finally:
            too_late.cancel()
            code = process.wait()
            _close_stdin(process)
            if not self._stopping:
                logger.warning("the chat host ended with %d", code)

    def _spawn(self) -> subprocess.Popen[bytes] | None:
        try:
            with open_crash_file(self._log_file.with_suffix(".crash")) as crash_file, self._lock:
                if self._stopping:
                    return None
                process = start_process(self._command, self._loopback.sockets, crash_file)
                self._process, self._renewing = process, False
        except OSError as error:
            logger.warning("the chat host cannot be started: %s", error)
            return None
        # The tools may take a while to be there; the host imports its libraries meanwhile.
        try:
            tools = tuple(parse_tool_offer(tool) for tool in self._tools())
        except AppError:
            _close_stdin(process)
            cast(IO[bytes], process.stdout).close()
            process.wait()
            raise
        launch = replace(self._launch, sockets=share_sockets(self._loopback.sockets, process.pid), tools=tools)
        # It may be gone already, or told to end; either shows when it is listened to.
        with suppress(OSError, ValueError):
            _stdin(process).write(launch.line())
            _stdin(process).flush()
        return process

    def _listen(self, process: subprocess.Popen[bytes], on_first_word: Callable[[], None]) -> str:
        """Follow what the host says until its end."""
        refusal = ""
        with cast(IO[bytes], process.stdout) as words:
            for line in words:
                on_first_word()
                refusal = self._hear(line) or refusal
        return refusal

    def _hear(self, line: bytes) -> str:
        try:
            message = json.loads(line)
        except ValueError:
            return ""
        if not isinstance(message, dict):
            return ""
        if message.get("ready"):
            self._enter("ready")
            for notice in message.get("notices", ()):
                self._on_notice(notice)
            return ""
        error = message.get("error")
        return str(error.get("message", "")) if isinstance(error, dict) else ""


def _stdin(process: subprocess.Popen[bytes]) -> IO[bytes]:
    return cast(IO[bytes], process.stdin)


def _close_stdin(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        _stdin(process).close()


def _terminate(process: subprocess.Popen[bytes]) -> None:
    process.terminate()


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
