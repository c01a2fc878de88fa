"""Owns the way to a self-hosted ChatKit server: a request goes there with the header it wants, the answer comes back.

The chat document talks to the chat host as always, so that server needs no CORS and no page ever holds its header.
Where an answer names the address of a file, a page gets one of ours instead, and the file comes and goes through us.
"""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import Self

import httpx2
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from app.chat_host.answer_stream import STALL_SECONDS, answer_pieces, telling_failures
from app.chat_host.guard import PREVIEWS_PATH, UPLOADS_PATH
from app.chat_host.http import read_body
from app.chat_host.launch import Relay
from app.chat_host.passing import read_bounded
from app.chat_host.relay_files import FileRelay
from app.chat_host.rewriting import rewrite_json, rewrite_stream
from app.chat_host.stand_ins import StandIns
from app.network import check_chatkit_status, check_is_json, client_options, transport_failure

# A server may think for minutes before its next word; a pause longer than this is a connection that died.
SILENCE_SECONDS = 300.0
MOST_JSON_BYTES = 16 * 1024 * 1024
EVENTS = "text/event-stream"
PASSED_ON = ("accept", "accept-language", "content-type")


class RelayEndpoint:
    """Answers requests of the chat document, on the chat host's `origin`, with what the server of a connection says."""

    def __init__(self, relay: Relay, origin: str, stall_seconds: float = STALL_SECONDS) -> None:
        self._relay, self._stall_seconds = relay, stall_seconds
        self._client = httpx2.AsyncClient(**client_options(relay.url, None, SILENCE_SECONDS))
        self._stand_ins = StandIns(origin)
        self._files = FileRelay(relay, self._client, self._stand_ins)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_reason: object) -> None:
        await self._client.aclose()

    @property
    def routes(self) -> tuple[Route, ...]:
        """Where files come and go."""
        return (
            Route(f"{UPLOADS_PATH}/{{name}}", self._files.upload, methods=["POST", "PUT"]),
            Route(f"{PREVIEWS_PATH}/{{name}}", self._files.preview, methods=["GET"]),
        )

    async def answer(self, request: Request) -> Response:
        """Return the server's answer, a stream as a stream; raises an AppError where there is none to return."""
        headers = {name: request.headers[name] for name in PASSED_ON if name in request.headers}
        headers |= self._relay.headers
        asked = self._client.build_request("POST", self._relay.url, content=await read_body(request), headers=headers)
        async with AsyncExitStack() as stack:
            try:
                answer = await self._client.send(asked, stream=True)
            except (httpx2.HTTPError, OSError) as error:
                raise transport_failure(error, self._relay.url) from None
            stack.push_async_callback(answer.aclose)
            check_chatkit_status(answer.status_code)
            if answer.headers.get("content-type", "").startswith(EVENTS):
                # Closed by whoever reads it, also when the page hangs up: the server hears of that.
                pieces = answer_pieces(answer, stack.pop_all(), self._stall_seconds)
                events = telling_failures(rewrite_stream(pieces, self._stand_ins))
                return StreamingResponse(events, media_type=EVENTS)
            check_is_json(answer.headers.get("content-type", ""))
            said = await read_bounded(answer, self._relay.url, MOST_JSON_BYTES)
            return Response(rewrite_json(said, self._stand_ins), media_type="application/json")
