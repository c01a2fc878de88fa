"""Owns the stream of another server's answer: whole to the end, or an error event that says why it is not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, aclosing

import httpx2
from chatkit.types import ErrorEvent

from app.errors import AppError, ConnectionFailed, DeadlineExceeded
from app.resources import text

# In the middle of a sentence nobody thinks for so long; before one, and while it works, an agent may for minutes.
STALL_SECONDS = 30.0
TEXT_MARK = b"text_delta"


async def answer_pieces(
    answer: httpx2.Response, stack: AsyncExitStack, stall_seconds: float = STALL_SECONDS
) -> AsyncGenerator[bytes, None]:
    """Return the pieces as they come; raises DeadlineExceeded when text stops coming, ConnectionFailed when it breaks.

    How long the server may be silent otherwise is the client's own limit.
    """
    half_way = False
    async with stack:
        pieces = answer.aiter_raw()
        while True:
            try:
                piece = await asyncio.wait_for(anext(pieces), stall_seconds if half_way else None)
            except StopAsyncIteration:
                return
            except TimeoutError as error:
                raise DeadlineExceeded(text("relay.stalled")) from error
            except (httpx2.HTTPError, OSError) as error:
                raise ConnectionFailed(text("relay.broken")) from error
            half_way = TEXT_MARK in piece
            yield piece


async def telling_failures(events: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
    """Return the events; one that fails ends with an event of the protocol that says so, and what came is kept."""
    async with aclosing(events):
        try:
            async for piece in events:
                yield piece
        except AppError as error:
            told = ErrorEvent(message=error.sentence, allow_retry=True)
            yield f"data: {told.model_dump_json()}\n\n".encode()
