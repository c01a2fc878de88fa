"""A ChatKit server of one's own: no guard, no CORS, a token in a header, and an agent that echoes."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from chatkit.types import ThreadStreamEvent
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.chat_host.agents.agent import Turn, message_text
from app.chat_host.database import open_database
from app.chat_host.http import answering
from app.chat_host.server import ConversationServer
from app.chat_host.serving import HostServer
from app.chat_host.store import ConversationStore
from app.window.loopback import bind_loopback
from tests.support.scripted_agents import Scripted, say

READY_SECONDS = 10.0


async def echo(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
    """Say again what was said."""
    yield say(turn, f"It echoes: {message_text(turn.message) if turn.message else ''}")


@contextmanager
def self_hosted(database: Path, token: str = "") -> Iterator[str]:
    """Serve until the end of the block; returns the address. With a token, nobody else is answered."""
    loopback = bind_loopback()
    ready = threading.Event()
    hosts: list[HostServer] = []

    async def serve() -> None:
        with closing(open_database(database)[0]) as connection:
            answer = answering(ConversationServer(ConversationStore(connection), Scripted(echo)))

            async def check_and_answer(request: Request) -> Response:
                if token and request.headers.get("authorization") != f"Bearer {token}":
                    return Response(status_code=401)
                return await answer(request)

            application = Starlette(routes=[Route("/chatkit", check_and_answer, methods=["POST"])])
            hosts.append(HostServer(application, ready.set))
            await hosts[0].serve([each.dup() for each in loopback.sockets])

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    try:
        assert ready.wait(READY_SECONDS), "it never answers"
        yield f"http://127.0.0.1:{loopback.port}/chatkit"
    finally:
        for host in hosts:
            host.end()
        thread.join(READY_SECONDS)
        loopback.close()
