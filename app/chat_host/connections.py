"""Owns what one connection to the chat host may take: how long a request's head, and how many places altogether."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
MOST_CONNECTIONS = 64


class BoundedConnection(H11Protocol):
    """A connection that ends when it is idle for too long, or when it is idle and others need its place."""

    idle_since = 0.0
    _too_late: asyncio.TimerHandle | None = None

    @property
    def is_idle(self) -> bool:
        """Whether no request is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a place, which somebody else may have to give up."""
        super().connection_made(transport)
        self.idle_since = self.loop.time()
        self._await_head()
        self._make_room()

    def data_received(self, data: bytes) -> None:
        """Take in a piece of a request."""
        super().data_received(data)
        # SECURITY: uvicorn waits for ever for a head; and after an answer each byte would buy the next one time.
        if self.is_idle:
            self._await_head()
        else:
            self._stop_waiting()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        self.idle_since = self.loop.time()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        self._stop_waiting()
        super().connection_lost(exc)

    def hang_up(self) -> None:
        """End at once; whatever has not been sent is lost."""
        # The event loop tells `connection_lost` later, and until then this place must not count.
        self.connections.discard(self)
        self.transport.abort()

    def _make_room(self) -> None:
        # SECURITY: any user of this computer may connect. Answers take a token, and they are never interrupted.
        if len(self.connections) > MOST_CONNECTIONS:
            bounded = [each for each in self.connections if isinstance(each, BoundedConnection)]
            min((each for each in bounded if each.is_idle), key=lambda each: each.idle_since).hang_up()

    def _await_head(self) -> None:
        if self._too_late is None:
            self._too_late = self.loop.call_later(HEAD_SECONDS, self.hang_up)

    def _stop_waiting(self) -> None:
        if self._too_late is not None:
            self._too_late.cancel()
            self._too_late = None
