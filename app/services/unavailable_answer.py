"""Owns the answer in place of a chat host that is down: a short JSON with status 503 for the chat document."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Callable, Sequence
from http import HTTPStatus

from app.chat_host.guard import (
    ANSWER_HEADERS,
    BODY_LIMIT_BYTES,
    Head,
    announced_length,
    cors_headers,
    preflight_headers,
)
from app.errors import ChatHostUnavailable

READ_SECONDS = 5.0
HEAD_LIMIT_BYTES = 16 * 1024
MOST_CONNECTIONS = 32


class UnavailableAnswer:
    """Answers on sockets that somebody else owns, on the calling thread, until `end` is called."""

    def __init__(self, sockets: Sequence[socket.socket], chat_origin: Callable[[], str]) -> None:
        self._sockets = sockets
        self._chat_origin = chat_origin
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended = asyncio.Event()
        self._end_asked = False
        self._connections = 0

    def prepare(self) -> None:
        """Forget every `end` so far; whichever comes from now on counts, even before `serve_until_ended` runs."""
        with self._lock:
            self._end_asked = False

    def serve_until_ended(self) -> None:
        """Answer everyone with 503 until `end` is called."""
        asyncio.run(self._serve())

    def end(self) -> None:
        """Make `serve_until_ended` return; from any thread."""
        with self._lock:
            self._end_asked = True
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._ended.set)

    async def _serve(self) -> None:
        with self._lock:
            if self._end_asked:
                return
            self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        servers: list[asyncio.Server] = []
        try:
            for listener in self._sockets:
                # A server closes the socket it was given, so it gets one of its own.
                own = listener.dup()
                servers.append(
                    await asyncio.start_server(self._admit, sock=own, limit=HEAD_LIMIT_BYTES, backlog=MOST_CONNECTIONS)
                )
            await self._ended.wait()
        finally:
            with self._lock:
                self._loop = None
            for server in servers:
                server.close()

    async def _admit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # SECURITY: any user of this computer may connect, and this is the window's own process.
        if self._connections >= MOST_CONNECTIONS:
            writer.transport.abort()
            return
        self._connections += 1
        try:
            await self._answer(reader, writer)
        finally:
            self._connections -= 1

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(READ_SECONDS):
                head = parse_head(await reader.readuntil(b"\r\n\r\n"))
                await reader.read(min(announced_length(head), BODY_LIMIT_BYTES))
                writer.write(self._response(head))
                await writer.drain()
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.close()

    def _response(self, head: Head) -> bytes:
        cors = cors_headers(head.value("origin"), self._chat_origin())
        if head.is_preflight:
            return render(HTTPStatus.NO_CONTENT, (*cors, *preflight_headers(head.path)), b"")
        body = json.dumps({"error": ChatHostUnavailable().envelope()}).encode()
        kind = (("content-type", "application/json"), *ANSWER_HEADERS)
        return render(HTTPStatus.SERVICE_UNAVAILABLE, (*kind, *cors), body)


def parse_head(raw: bytes) -> Head:
    """Return the head of a request, or raise ValueError."""
    first, *lines = raw.decode("latin-1").strip().split("\r\n")
    method, path, _version = first.split(" ")
    pairs = [line.partition(":") for line in lines]
    return Head(method, path, tuple((name.strip().lower(), value.strip()) for name, _, value in pairs))


def render(status: HTTPStatus, headers: Sequence[tuple[str, str]], body: bytes) -> bytes:
    """Return a whole HTTP/1.1 response, after which the connection ends."""
    lines = [f"HTTP/1.1 {status.value} {status.phrase}", *(f"{name}: {value}" for name, value in headers)]
    ending = ("connection: close",) if status is HTTPStatus.NO_CONTENT else (f"content-length: {len(body)}",)
    return "\r\n".join([*lines, *ending, "", ""]).encode("latin-1") + body
