"""Owns the way to a self-hosted ChatKit server: a request goes there with the header it wants, the answer comes back.

The chat document talks to the chat host as always, so that server needs no CORS and no page ever holds its header.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import httpx2
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from app.chat_host.http import read_body
from app.chat_host.launch import Relay
from app.errors import AnswerUnusable
from app.network import (
    check_chatkit_status,
    check_is_json,
    client_options,
    transport_failure,
)

# A server may think for minutes before its next word; a pause longer than this is a connection that died.
SILENCE_SECONDS = 300.0
MOST_JSON_BYTES = 16 * 1024 * 1024
EVENTS = "text/event-stream"
PASSED_ON = ("accept", "accept-language", "content-type")


class RelayEndpoint:
    """Answers requests of the chat document with what the server of one connection says."""

    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._client = httpx2.AsyncClient(**client_options(relay.url, None, SILENCE_SECONDS))

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
                return StreamingResponse(passed_on(answer, stack.pop_all()), media_type=EVENTS)
            check_is_json(answer.headers.get("content-type", ""))
            return Response(await read_bounded(answer, self._relay.url), media_type="application/json")


async def passed_on(answer: httpx2.Response, stack: AsyncExitStack) -> AsyncIterator[bytes]:
    """Return the pieces of a stream as they come; one that breaks off ends, as the chat element expects."""
    async with stack:
        try:
            async for piece in answer.aiter_raw():
                yield piece
        except (httpx2.HTTPError, OSError):
            return


async def read_bounded(answer: httpx2.Response, url: str) -> bytes:
    """Return a whole answer; raises AnswerUnusable for one that is too large."""
    body = bytearray()
    try:
        async for piece in answer.aiter_raw():
            body += piece
            if len(body) > MOST_JSON_BYTES:
                raise AnswerUnusable(detail="too large")
    except (httpx2.HTTPError, OSError) as error:
        raise transport_failure(error, url) from None
    return bytes(body)
