"""A ChatKit server of one's own: no guard, no CORS, a token in a header, and an agent that echoes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from chatkit.types import ThreadStreamEvent
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.chat_host.agents.agent import Turn, message_text
from app.chat_host.http import answering
from app.chat_host.server import ConversationServer
from tests.support.hosts_in_threads import served_in_thread
from tests.support.scripted_agents import Scripted, say


async def echo(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
    """Say again what was said."""
    yield say(turn, f"It echoes: {message_text(turn.message) if turn.message else ''}")


Script = Callable[[Turn], AsyncIterator[ThreadStreamEvent]]


@contextmanager
def self_hosted(database: Path, token: str = "", script: Script = echo) -> Iterator[str]:
    """Serve until the end of the block; returns the address. With a token, nobody else is answered."""

    def build(server: ConversationServer, _port: int) -> Starlette:
        answer = answering(server)

        async def check_and_answer(request: Request) -> Response:
            if token and request.headers.get("authorization") != f"Bearer {token}":
                return Response(status_code=401)
            return await answer(request)

        return Starlette(routes=[Route("/chatkit", check_and_answer, methods=["POST"])])

    with served_in_thread(lambda: Scripted(script), build, database) as port:
        yield f"http://127.0.0.1:{port}/chatkit"
