"""Owns how a file comes from a page: piece by piece, counted, and ended when the page hangs up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from app.errors import Cancelled, DeadlineExceeded, TooLong
from app.resources import text

# A pause of the page longer than this is a connection that died.
PAGE_SILENCE_SECONDS = 60.0


class UploadBody:
    """The bytes that a page is sending, counted as they come."""

    def __init__(self, request: Request, most_bytes: int) -> None:
        self._request, self._most_bytes = request, most_bytes
        self._received = 0
        self._whole = asyncio.Event()

    async def pieces(self) -> AsyncIterator[bytes]:
        """Return them piece by piece; raises TooLong, DeadlineExceeded, or ClientDisconnect when the page hangs up."""
        while not self._whole.is_set():
            try:
                async with asyncio.timeout(PAGE_SILENCE_SECONDS):
                    message = await self._request.receive()
            except TimeoutError:
                raise DeadlineExceeded from None
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            piece = message.get("body", b"")
            self._received += len(piece)
            # SECURITY: a chunked body announces no length, so what arrives is counted as well.
            if self._received > self._most_bytes:
                raise file_too_large(self._most_bytes)
            if not message.get("more_body", False):
                self._whole.set()
            if piece:
                yield piece

    async def unless_left(self, work: Coroutine[Any, Any, Response]) -> Response:
        """Return what the work returns; it is cancelled when the page hangs up, also while it only waits."""
        working, leaving = asyncio.create_task(work), asyncio.create_task(self._left())
        try:
            await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if not working.done():
                # Nobody is left to read this answer.
                raise Cancelled
            return await working
        except ClientDisconnect:
            raise Cancelled from None
        finally:
            for task in (working, leaving):
                task.cancel()
            await asyncio.gather(working, leaving, return_exceptions=True)

    async def _left(self) -> None:
        await self._whole.wait()
        while (await self._request.receive())["type"] != "http.disconnect":
            pass


def file_too_large(most_bytes: int) -> TooLong:
    """Return what a person is told about a file of more bytes than may come."""
    limit = f"{most_bytes // 1024**2} MB"
    return TooLong(text("chat_host.file_too_large", limit=limit), hint=text("chat_host.file_too_large.hint"))
