"""The HTTP server over sockets that already listen: ready, ended, and nothing left."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

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
