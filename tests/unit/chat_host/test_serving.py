"""The HTTP server over sockets that already listen: ready, ended, nothing left, and no match for idle strangers."""

from __future__ import annotations

import asyncio
import logging
import os
import resource
import signal
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, closing, contextmanager, suppress
from typing import Any

import pytest

from app.chat_host import connections
from app.chat_host.connections import MOST_CONNECTIONS
from app.chat_host.serving import HostServer
from app.window.loopback import LoopbackSockets, bind_loopback


@pytest.fixture
def loopback() -> Iterator[LoopbackSockets]:
    bound = bind_loopback()
    yield bound
    bound.close()


@pytest.fixture(autouse=True)
def signals_do_nothing_else() -> Iterator[None]:
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class Application:
    """Answers with words that never end; `cancelled` tells that it was made to stop."""

    def __init__(self) -> None:
        self.cancelled = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        disconnected = asyncio.ensure_future(self._disconnect(receive))
        while not disconnected.done():
            await send({"type": "http.response.body", "body": b"word ", "more_body": True})
            await asyncio.sleep(0)
        self.cancelled = True

    async def _disconnect(self, receive: Any) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass


async def listen(loopback: LoopbackSockets) -> asyncio.StreamWriter:
    """Ask and hear the first word."""
    reader, writer = await asyncio.open_connection("127.0.0.1", loopback.port)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    await reader.readuntil(b"word")
    return writer


@pytest.mark.parametrize(
    "end", [HostServer.end, lambda _host: os.kill(os.getpid(), signal.SIGTERM)], ids=["call", "signal"]
)
def test_it_answers_once_ready_and_ends_in_mid_answer(
    loopback: LoopbackSockets, end: Callable[[HostServer], None]
) -> None:
    application = Application()

    async def scenario() -> float:
        ready = asyncio.Event()
        host = HostServer(application, ready.set)
        serving = asyncio.ensure_future(host.serve([each.dup() for each in loopback.sockets]))
        await asyncio.wait_for(ready.wait(), 5)
        writer = await asyncio.wait_for(listen(loopback), 5)
        began_at = time.monotonic()
        end(host)
        await asyncio.wait_for(serving, 5)
        writer.close()
        return time.monotonic() - began_at

    assert asyncio.run(scenario()) < 1
    assert application.cancelled


def test_an_end_that_comes_late_is_harmless(loopback: LoopbackSockets) -> None:
    async def scenario() -> HostServer:
        host = HostServer(Application(), lambda: host.end())
        await asyncio.wait_for(host.serve([each.dup() for each in loopback.sockets]), 5)
        return host

    asyncio.run(scenario()).end()


async def answer_briefly(_scope: Any, _receive: Any, send: Any) -> None:
    """Answer every request with one word."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"4")]})
    await send({"type": "http.response.body", "body": b"word"})


@asynccontextmanager
async def serving(application: Any, loopback: LoopbackSockets) -> AsyncIterator[None]:
    """Serve until the block ends, with a deadline for everything in it."""
    ready = asyncio.Event()
    host = HostServer(application, ready.set)
    running = asyncio.ensure_future(host.serve([each.dup() for each in loopback.sockets]))
    async with asyncio.timeout(10):
        await ready.wait()
        yield
        host.end()
        await running


class Stranger:
    """One connection of somebody who may mean no good."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    def say(self, words: bytes) -> None:
        self._writer.write(words)

    async def hear(self) -> bytes:
        """Return the next word, or nothing once the connection has ended."""
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            return (await self._reader.readuntil(b"word"))[-4:]
        return b""

    async def ask(self) -> bytes:
        self.say(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        return await self.hear()


@asynccontextmanager
async def stranger(loopback: LoopbackSockets) -> AsyncIterator[Stranger]:
    reader, writer = await asyncio.open_connection("127.0.0.1", loopback.port)
    try:
        yield Stranger(reader, writer)
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nHost: "])
def test_who_sends_no_whole_head_is_dropped(
    loopback: LoopbackSockets, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.1)

    async def scenario() -> None:
        async with serving(answer_briefly, loopback), stranger(loopback) as silent:
            silent.say(said)
            assert await silent.hear() == b""

    asyncio.run(scenario())


@pytest.mark.parametrize(
    "first", [b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1"]
)
def test_who_dawdles_after_an_answer_is_dropped(
    loopback: LoopbackSockets, monkeypatch: pytest.MonkeyPatch, first: bytes
) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.1)

    async def scenario() -> None:
        async with serving(answer_briefly, loopback), stranger(loopback) as slow:
            slow.say(first)
            assert await slow.hear() == b"word"
            slow.say(b"G")
            assert await slow.hear() == b""

    asyncio.run(scenario())


def test_an_answer_may_take_longer_than_a_head(loopback: LoopbackSockets, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.05)

    async def answer_late(scope: Any, receive: Any, send: Any) -> None:
        await asyncio.sleep(4 * connections.HEAD_SECONDS)
        await answer_briefly(scope, receive, send)

    async def scenario() -> None:
        async with serving(answer_late, loopback), stranger(loopback) as patient:
            assert await patient.ask() == b"word"

    asyncio.run(scenario())


def test_the_longest_idle_one_makes_room(loopback: LoopbackSockets) -> None:
    async def scenario() -> None:
        async with serving(answer_briefly, loopback), AsyncExitStack() as held:
            crowd = [await held.enter_async_context(stranger(loopback)) for _ in range(MOST_CONNECTIONS + 2)]
            assert await crowd[-1].ask() == b"word"
            assert [await each.hear() for each in crowd[:2]] == [b"", b""]
            assert await crowd[2].ask() == b"word"

    asyncio.run(scenario())


def test_who_is_being_answered_keeps_the_place(loopback: LoopbackSockets) -> None:
    async def scenario() -> None:
        async with serving(Application(), loopback), AsyncExitStack() as held:
            answered = [await held.enter_async_context(stranger(loopback)) for _ in range(2)]
            assert [await each.ask() for each in answered] == [b"word", b"word"]
            crowd = [await held.enter_async_context(stranger(loopback)) for _ in range(MOST_CONNECTIONS)]
            assert [await each.hear() for each in crowd[:2]] == [b"", b""]
            assert [await each.hear() for each in answered] == [b"word", b"word"]

    asyncio.run(scenario())


@contextmanager
def no_descriptor_left() -> Iterator[None]:
    """Let this process open no file and accept no connection."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    spare = os.dup(0)
    held = [spare]
    resource.setrlimit(resource.RLIMIT_NOFILE, (spare + 1, hard))
    try:
        with suppress(OSError):
            while True:
                held.append(os.dup(0))
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        for each in held:
            os.close(each)


def test_a_lack_of_descriptors_is_one_line(loopback: LoopbackSockets, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario() -> None:
        async with serving(answer_briefly, loopback):
            with closing(socket.socket()) as waiting, no_descriptor_left():
                waiting.connect(("127.0.0.1", loopback.port))
                # The event loop says it once for each place in its queue, all of them in one go.
                while not caplog.records:
                    await asyncio.sleep(0.01)

    asyncio.run(scenario())
    assert [record.getMessage().partition("\n")[0] for record in caplog.records] == [
        "socket.accept() out of system resource"
    ]


def test_nonsense_is_one_line_however_often(loopback: LoopbackSockets, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario() -> None:
        async with serving(answer_briefly, loopback):
            for _ in range(5):
                async with stranger(loopback) as mumbling:
                    mumbling.say(b"\xff\r\n\r\n")
                    assert await mumbling.hear() == b""

    with caplog.at_level(logging.WARNING):
        asyncio.run(scenario())
    assert [record.getMessage() for record in caplog.records] == ["Invalid HTTP request received."]
