"""Owns the chat host's HTTP: the guard in front, endpoints, JSON or a stream of events, and errors as short JSON."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from typing import Any

import anyio
from chatkit.errors import CustomStreamError
from chatkit.store import NotFoundError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from typing_extensions import override

from app.chat_host import guard
from app.chat_host.sdk import StreamingResult
from app.chat_host.server import ConversationServer
from app.chat_host.transactions import StoreFailure
from app.errors import (
    AppError,
    Busy,
    CannotWrite,
    DeadlineExceeded,
    InternalError,
    Invalid,
    InvalidArguments,
    NotAllowed,
    NotFound,
    NotOffered,
    TooLong,
    Unavailable,
    UnknownCommand,
)

BODY_DEADLINE_SECONDS = 20.0
# The first class that fits an error gives its status.
STATUSES: tuple[tuple[type[AppError], int], ...] = (
    (NotFound, 404),
    (TooLong, 413),
    (NotOffered, 501),
    (Invalid, 400),
    (NotAllowed, 403),
    (CannotWrite, 507),
    (DeadlineExceeded, 408),
    (Busy, 503),
    (Unavailable, 503),
    (AppError, 500),
)


Answer = Callable[[Request], Awaitable[Response]]


def answering(server: ConversationServer) -> Answer:
    """Return how a server of this process answers."""

    async def answer(request: Request) -> Response:
        result = await server.process(await read_body(request), None)
        if isinstance(result, StreamingResult):
            return EventStream(result, media_type="text/event-stream")
        return Response(result.json, media_type="application/json")

    return answer


def build_application(answer: Answer, policy: guard.Policy, others: Sequence[Route] = ()) -> ASGIApp:
    """Return the whole HTTP application of one chat host."""
    application = Starlette(
        routes=[Route(guard.CHAT_PATH, answer, methods=["POST"]), *others],
        exception_handlers={
            AppError: tell_error,
            NotFoundError: tell_error,
            CustomStreamError: tell_error,
            HTTPException: tell_unknown,
            Exception: tell_error,
        },
    )
    return Guarded(application, policy)


class EventStream(StreamingResponse):
    """A stream whose answer always hears that the page hung up, even where it was just being sent."""

    @override
    async def stream_response(self, send: Send) -> None:
        """Send the answer piece by piece."""

        async def send_whole(message: MutableMapping[str, Any]) -> None:
            # A cancellation that came in here would end the stream from outside, and the words of an answer are only
            # kept when it is cancelled itself. Whoever hangs up ends this wait.
            with anyio.CancelScope(shield=True):
                await send(message)

        await super().stream_response(send_whole)


class Guarded:
    """Lets through what the guard lets through, and puts the guard's headers on every answer."""

    def __init__(self, application: ASGIApp, policy: guard.Policy) -> None:
        self._application = application
        self._policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        head = read_head(scope)
        headers = [(name.encode(), value.encode()) for name, value in guard.answer_headers(head, self._policy)]

        async def send_with_headers(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *headers]
            await send(message)

        await self._choose(head)(scope, receive, send_with_headers)

    def _choose(self, head: guard.Head) -> ASGIApp:
        refusal = guard.refuse(head, self._policy)
        if refusal is not None:
            # Whatever of its body is still on the way is not worth reading.
            return error_response(refusal.error, refusal.status, {"connection": "close"})
        if head.is_preflight:
            return Response(status_code=204, headers=dict(guard.preflight_headers(head.path)))
        return self._application


def read_head(scope: Scope) -> guard.Head:
    """Return the head of a request as the guard reads it."""
    return guard.Head(
        method=scope["method"],
        path=scope["path"],
        headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]),
    )


async def read_body(request: Request) -> bytes:
    """Return a request's body, which may neither be too long nor take too long."""
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_DEADLINE_SECONDS):
            async for piece in request.stream():
                body += piece
                # SECURITY: a chunked body announces no length, so what arrives is counted as well.
                if len(body) > guard.BODY_LIMIT_BYTES:
                    raise TooLong
    except TimeoutError:
        raise DeadlineExceeded from None
    except ClientDisconnect:
        # Nobody is left to read this answer.
        raise InvalidArguments from None
    return bytes(body)


async def tell_error(_request: Request, problem: Exception) -> Response:
    """Answer with what the page may know about an error."""
    error = as_app_error(problem)
    status = next(status for kind, status in STATUSES if isinstance(error, kind))
    return error_response(error, status, {})


async def tell_unknown(_request: Request, problem: Exception) -> Response:
    """Answer for a path that the guard knows and this connection has no use for."""
    return error_response(UnknownCommand(), problem.status_code if isinstance(problem, HTTPException) else 404, {})


def as_app_error(problem: Exception) -> AppError:
    """Return the error of our tree that says what went wrong."""
    if isinstance(problem, AppError):
        return problem
    if isinstance(problem, NotFoundError):
        return NotFound()
    if isinstance(problem, StoreFailure):
        return problem.error
    if isinstance(problem, CustomStreamError):
        return Invalid(problem.message)
    return InternalError()


def error_response(error: AppError, status: int, headers: Mapping[str, str]) -> Response:
    """Return the one shape of an error over HTTP."""
    return JSONResponse({"error": error.envelope()}, status_code=status, headers=headers)
