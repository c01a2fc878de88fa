"""Owns the server of the window's own pages: one thread, GET and HEAD, nothing but what the manifest names.

Beside that there are the files that a person gave, each to be fetched once; only those are read from a disk.
"""

from __future__ import annotations

import secrets
import selectors
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import AppError
from app.resources import assets_dir
from app.services.official_script import official_script, origin_of
from app.window.content_policy import CHAT_HOST, SHELL_HOST, Headers, chat_headers, official_headers, shell_headers
from app.window.loopback import LoopbackSockets
from app.window.once_files import FOLDER as ONCE_FOLDER
from app.window.once_files import OnceFiles, SentFile
from app.window.page_addresses import OFFICIAL_PATH, PageAddresses
from app.window.page_files import PageFile, load_page_files
from app.window.page_request import Place, Refusal, Request, admit, parse_request, script_fetches

HEAD_MAX_BYTES = 8 * 1024
HEAD_END = b"\r\n\r\n"
VISITORS_MAX = 32
REQUEST_SECONDS = 5.0
RESPONSE_SECONDS = 10.0
IDLE_SECONDS = 30.0
OUT_OF_HANDLES_PAUSE_SECONDS = 0.05
STOP_SECONDS = 1.0
# SECURITY: what a given file holds is for the shell's script to say; no engine makes anything of these bytes.
GIVEN_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Response:
    """The bytes of an answer, ready to send; HEAD gets the first `head_size` of them. A `file` follows them."""

    message: bytes
    head_size: int
    ends_connection: bool = False
    file: SentFile | None = None


@dataclass(slots=True, eq=False)
class Visitor:
    """One connection and the stage it is in: asking, being answered, or idle."""

    socket: socket.socket
    stage_began_at: float
    stage_ends_at: float
    received: bytearray = field(default_factory=bytearray)
    unsent: memoryview = field(default_factory=lambda: memoryview(b""))
    file: SentFile | None = None
    ends_after_answer: bool = False
    is_idle: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether nothing is on its way."""
        return not self.unsent and self.file is None

    def send(self) -> None:
        """Send what is taken without waiting."""
        if self.unsent:
            self.unsent = self.unsent[self.socket.send(self.unsent) :]
        elif self.file is not None and not self.file.is_sent:
            self.file.send_piece(self.socket)
            self.enter_stage(RESPONSE_SECONDS)
        if self.file is not None and self.file.is_sent:
            self.close_file()

    def close_file(self) -> None:
        """Let go of the file, if there is one."""
        if self.file is not None:
            self.file.close()
            self.file = None

    def enter_stage(self, seconds: float) -> None:
        """Start a stage that has this long."""
        self.stage_began_at = time.monotonic()
        self.stage_ends_at = self.stage_began_at + seconds


class PageServer:
    """Serves shell and chat document, each in its own origin, from memory, on sockets that are bound already."""

    def __init__(
        self,
        loopback: LoopbackSockets,
        *,
        chat_host_port: int,
        path_token: str | None = None,
        once_files: OnceFiles | None = None,
        assets: Path | None = None,
        on_death: Callable[[], None] = lambda: None,
    ) -> None:
        """`on_death` is called on the server's own thread when that ends although nobody closed it."""
        self._loopback = loopback
        self._on_death = on_death
        self.path_token = path_token or secrets.token_urlsafe(32)
        self._once_files = once_files or OnceFiles()
        self._responses = _prepare_responses(
            load_page_files(assets or assets_dir()),
            {SHELL_HOST: shell_headers(loopback.port), CHAT_HOST: chat_headers(loopback.port, chat_host_port)},
            {(CHAT_HOST, OFFICIAL_PATH): official_headers(loopback.port, chat_host_port, origin_of(official_script()))},
        )
        self._visitors: set[Visitor] = set()
        self._stopping = threading.Event()
        self._asked = threading.Event()
        self._waker, self._alarm = socket.socketpair()
        self._selector = selectors.DefaultSelector()
        self._thread = threading.Thread(target=self._serve, name="page-server", daemon=True)
        addresses = PageAddresses(loopback.port, self.path_token)
        self.shell_origin, self.chat_origin = addresses.shell_origin, addresses.chat_origin
        self.shell_url, self.chat_url = addresses.shell_url, addresses.chat_url

    def start(self) -> None:
        """Begin to answer; requests that came before have waited in the sockets' queues."""
        self._thread.start()

    def is_alive(self) -> bool:
        """Say whether requests are answered."""
        return self._thread.is_alive() and not self._stopping.is_set()

    def wait_until_asked(self, timeout_seconds: float) -> None:
        """Return when a page was asked for, or after this time."""
        self._asked.wait(timeout_seconds)

    def close(self) -> None:
        """Stop answering and give the port back."""
        self._stopping.set()
        self._asked.set()
        if self._thread.is_alive():
            with suppress(OSError):  # the thread may end, and release everything, at this very moment
                self._waker.send(b"!")
            self._thread.join(STOP_SECONDS)
        else:
            self._release()

    # SECURITY: everything below runs on one thread and never waits for a visitor, so none can hold up the others.

    def _serve(self) -> None:
        try:
            for listener in self._loopback.sockets:
                listener.setblocking(False)
                self._selector.register(listener, selectors.EVENT_READ)
            self._selector.register(self._alarm, selectors.EVENT_READ)
            while not self._stopping.is_set():
                for key, _ in self._selector.select(self._seconds_to_next_deadline()):
                    self._attend(key)
                self._dismiss_late_visitors()
        finally:
            self._release()
            if not self._stopping.is_set():
                self._on_death()

    def _attend(self, key: selectors.SelectorKey) -> None:
        visitor = key.data
        if visitor is None:
            if key.fileobj is not self._alarm:
                self._welcome(key.fileobj)  # type: ignore[arg-type]  # only sockets are registered
        elif visitor in self._visitors:
            try:
                self._listen(visitor) if visitor.is_answered else self._answer(visitor)
            except BlockingIOError:
                return
            except OSError:
                self._dismiss(visitor)

    def _welcome(self, listener: socket.socket) -> None:
        if len(self._visitors) >= VISITORS_MAX:
            self._dismiss(min(self._visitors, key=lambda visitor: visitor.stage_began_at))
        try:
            connection, _ = listener.accept()
        except BlockingIOError:
            return
        except OSError:
            # The visitor left already, or no handle is free; a pause keeps the thread from spinning on the latter.
            self._stopping.wait(OUT_OF_HANDLES_PAUSE_SECONDS)
            return
        now = time.monotonic()
        visitor = Visitor(connection, now, now + REQUEST_SECONDS)
        self._visitors.add(visitor)
        connection.setblocking(False)
        with suppress(OSError):  # macOS refuses this for a visitor who has left already; reading will tell
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._selector.register(connection, selectors.EVENT_READ, visitor)

    def _listen(self, visitor: Visitor) -> None:
        chunk = visitor.socket.recv(HEAD_MAX_BYTES + 1 - len(visitor.received))
        if not chunk:
            self._dismiss(visitor)
            return
        if visitor.is_idle:
            visitor.is_idle = False
            visitor.enter_stage(REQUEST_SECONDS)
        visitor.received += chunk
        response = self._respond_to(bytes(visitor.received))
        if response is None:
            return
        visitor.received.clear()
        visitor.unsent, visitor.file = memoryview(response.message), response.file
        visitor.ends_after_answer = response.ends_connection
        visitor.enter_stage(RESPONSE_SECONDS)
        self._answer(visitor)

    def _respond_to(self, received: bytes) -> Response | None:
        head, end, rest = received.partition(HEAD_END)
        if len(received) > HEAD_MAX_BYTES:
            return _refuse(Refusal.TOO_LARGE)
        if not end:
            return None
        # SECURITY: bytes after the head are a body, or a request that hopes to be taken for a second one.
        request = Refusal.MALFORMED if rest else parse_request(head)
        if isinstance(request, Refusal):
            return _refuse(request)
        place = admit(request, self._loopback.port, self.path_token)
        return _refuse(place) if isinstance(place, Refusal) else self._find(request, place)

    def _find(self, request: Request, place: Place) -> Response:
        # SECURITY: a look-up in a table of what was loaded at start; no part of a request ever meets the file system.
        self._asked.set()
        if place.path.startswith(ONCE_FOLDER):
            return self._find_once(request, place)
        response = self._responses.get((place.host, place.path))
        if response is None:
            return _refuse(Refusal.NOT_FOUND)
        return Response(response.message[: response.head_size], 0) if request.method == "HEAD" else response

    def _find_once(self, request: Request, place: Place) -> Response:
        if not script_fetches(request):
            return _refuse(Refusal.FOREIGN_PAGE)
        source, policy = self._once_files.take(place.path), shell_headers(self._loopback.port)
        if source is None:
            return _refuse(Refusal.NOT_FOUND)
        if isinstance(source, bytes):
            return _serve_file(PageFile(GIVEN_TYPE, source), policy)
        try:
            return _send_file(SentFile(source(), self._once_files.fetching), policy)
        except (AppError, OSError):
            return _refuse(Refusal.NOT_FOUND)

    def _answer(self, visitor: Visitor) -> None:
        with suppress(BlockingIOError):
            visitor.send()
        if not visitor.is_answered:
            self._selector.modify(visitor.socket, selectors.EVENT_WRITE, visitor)
        elif visitor.ends_after_answer:
            self._dismiss(visitor)
        else:
            visitor.is_idle = True
            visitor.enter_stage(IDLE_SECONDS)
            self._selector.modify(visitor.socket, selectors.EVENT_READ, visitor)

    def _seconds_to_next_deadline(self) -> float | None:
        ends = [visitor.stage_ends_at for visitor in self._visitors]
        return max(0.0, min(ends) - time.monotonic()) if ends else None

    def _dismiss_late_visitors(self) -> None:
        now = time.monotonic()
        for visitor in [visitor for visitor in self._visitors if visitor.stage_ends_at <= now]:
            self._dismiss(visitor)

    def _dismiss(self, visitor: Visitor) -> None:
        self._visitors.discard(visitor)
        self._selector.unregister(visitor.socket)
        visitor.close_file()
        visitor.socket.close()

    def _release(self) -> None:
        for visitor in self._visitors:
            visitor.close_file()
            visitor.socket.close()
        self._visitors.clear()
        self._loopback.close()
        self._selector.close()
        self._waker.close()
        self._alarm.close()


def _prepare_responses(
    files: dict[str, PageFile], policies: dict[str, Headers], exceptions: dict[tuple[str, str], Headers]
) -> dict[tuple[str, str], Response]:
    return {
        (host, path): _serve_file(file, exceptions.get((host, path), headers))
        for host, headers in policies.items()
        for path, file in files.items()
    }


def _serve_file(file: PageFile, policy: Headers) -> Response:
    head = _found(file.content_type, len(file.body), policy)
    return Response(head + file.body, len(head))


def _send_file(file: SentFile, policy: Headers) -> Response:
    head = _found(GIVEN_TYPE, file.size, policy)
    return Response(head, len(head), file=file)


def _found(content_type: str, size: int, policy: Headers) -> bytes:
    return _head("200 OK", (("Content-Type", content_type), ("Content-Length", str(size)), *policy))


def _refuse(refusal: Refusal) -> Response:
    allow = (("Allow", "GET, HEAD"),) if refusal is Refusal.METHOD else ()
    headers = (*allow, ("Content-Length", "0"), ("Connection", "close"), ("Cache-Control", "no-store"))
    head = _head(f"{refusal.value} {refusal.name.replace('_', ' ').capitalize()}", headers)
    return Response(head, len(head), ends_connection=True)


def _head(status: str, headers: Headers) -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers), "", ""]).encode("ascii")
