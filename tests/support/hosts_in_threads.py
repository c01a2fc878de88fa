"""The chat host's whole HTTP on real sockets, in a thread of the test: quick to start, with any agent and database."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.types import ASGIApp

from app.chat_host.agents.agent import Agent
from app.chat_host.attachment_endpoint import AttachmentEndpoint
from app.chat_host.composition import attachments_in
from app.chat_host.database import open_database, open_in_memory
from app.chat_host.guard import Policy
from app.chat_host.http import answering, build_application
from app.chat_host.server import ConversationServer
from app.chat_host.serving import HostServer
from app.chat_host.store import ConversationStore
from app.window.loopback import bind_loopback
from tests.support.chat_hosts import CHAT_ORIGIN, TOKEN, Client

READY_SECONDS = 10.0


@dataclass
class HostInThread:
    """A host that answers; `server` belongs to its thread, so only `call` may touch it."""

    client: Client
    server: ConversationServer
    loop: asyncio.AbstractEventLoop

    def call(self, work: Callable[[], object]) -> None:
        """Let the host's thread do something."""
        self.loop.call_soon_threadsafe(work)


@contextmanager
def host_in_thread(
    agent: Callable[[], Agent], database: Path | None = None, wrap: Callable[[ASGIApp], ASGIApp] = lambda app: app
) -> Iterator[HostInThread]:
    """Serve until the end of the block; the agent is made on the host's own loop."""
    running: list[HostInThread] = []

    def build(server: ConversationServer, port: int) -> ASGIApp:
        running.append(HostInThread(Client(port), server, asyncio.get_running_loop()))
        attachments = server.store.attachments
        routes = AttachmentEndpoint(attachments).routes if attachments else ()
        return wrap(build_application(answering(server), Policy(f"localhost:{port}", CHAT_ORIGIN, TOKEN), routes))

    with served_in_thread(agent, build, database):
        yield running[0]


@contextmanager
def served_in_thread(
    agent: Callable[[], Agent], build: Callable[[ConversationServer, int], ASGIApp], database: Path | None = None
) -> Iterator[int]:
    """Serve what `build` makes of a ChatKit server and its port, on a loop of its own; returns the port."""
    loopback = bind_loopback()
    ready = threading.Event()
    hosts: list[HostServer] = []

    async def serve() -> None:
        connection = open_database(database)[0] if database else open_in_memory()
        with closing(connection):
            kept = attachments_in(connection, database, f"http://localhost:{loopback.port}") if database else None
            server = ConversationServer(ConversationStore(connection, kept), agent())
            hosts.append(HostServer(build(server, loopback.port), ready.set))
            await hosts[0].serve([each.dup() for each in loopback.sockets])

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    try:
        assert ready.wait(READY_SECONDS), "it never answers"
        yield loopback.port
    finally:
        if hosts:
            hosts[0].end()
        thread.join(READY_SECONDS)
        loopback.close()
