"""Owns how the body of another server's answer is read: piece by piece as it comes, or whole within a bound."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack

import httpx2

from app.errors import AnswerUnusable
from app.network import transport_failure


async def pass_on(
    answer: httpx2.Response, stack: AsyncExitStack, most_bytes: int | None = None
) -> AsyncGenerator[bytes, None]:
    """Return the pieces of a body as they come; one that breaks off, or is too long, ends there."""
    passed = 0
    async with stack:
        try:
            async for piece in answer.aiter_raw():
                passed += len(piece)
                if most_bytes is not None and passed > most_bytes:
                    return
                yield piece
        except (httpx2.HTTPError, OSError):
            return


async def read_bounded(answer: httpx2.Response, url: str, most_bytes: int) -> bytes:
    """Return a whole body; raises AnswerUnusable for one that is too large."""
    body = bytearray()
    try:
        async for piece in answer.aiter_raw():
            body += piece
            if len(body) > most_bytes:
                raise AnswerUnusable(detail="too large")
    except (httpx2.HTTPError, OSError) as error:
        raise transport_failure(error, url) from None
    return bytes(body)
