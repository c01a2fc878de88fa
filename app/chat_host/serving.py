"""Owns the HTTP server: uvicorn over sockets that are already listening, ended by a call and not by a signal."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from app.chat_host.connections import BoundedConnection
from app.chat_host.repetitions import without_repetitions

KEEP_ALIVE_SECONDS = 75
# So many are accepted in one go, before the first of them can be turned away; all of them need a descriptor.
BACKLOG = 32
TALKATIVE_LOGGERS = ("asyncio", "uvicorn.error")
END_SECONDS = 1.0


class HostServer(uvicorn.Server):
    """Serves until `end` is called; calls `on_ready` once it answers."""

    def __init__(self, application: ASGIApp, on_ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                application,
                loop="asyncio",
                http=BoundedConnection,
                ws="none",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                date_header=False,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                backlog=BACKLOG,
            )
        )
        self._on_ready = on_ready
        self._ended = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def end(self) -> None:
        """Stop serving; from any thread, at any time."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ended.set)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End on a signal as well."""
        super().handle_exit(sig, frame)
        self.end()

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until the end; what strangers can provoke is logged once a minute."""
        with without_repetitions(*TALKATIVE_LOGGERS):
            await super().serve(sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to answer, then say so."""
        await super().startup(sockets)
        self._on_ready()

    async def main_loop(self) -> None:
        """Wait for the end; uvicorn's own loop wakes the computer ten times a second for headers we do not send."""
        await self.on_tick(0)
        await self._ended.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:  # noqa: ARG002 - closed with servers
        """Hang up on everyone, which ends each answer the way a closed page does, so that its words are kept."""
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        if self.server_state.tasks:
            await asyncio.wait(self.server_state.tasks, timeout=END_SECONDS)
